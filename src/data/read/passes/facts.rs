//! What a pass over a column finds out.

use crate::data::OfAllRows;
use crate::data::table::{MISSING, Values};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Distinct numbers that are told apart: one more than there may be classes.
const MOST_DISTINCT: usize = 21;
/// Lines on which missing cells are listed.
const MOST_LINES: usize = 10;

/// What is known of a column's cells. Rows count from 0; those of a later part are counted from its own
/// first row until it is absorbed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    pub n_missing: usize,
    /// The lines of the first missing cells.
    pub missing_lines: Vec<u64>,
    /// Rows at which something is seen for the first time: a missing cell, a second value, a fraction, a
    /// break in a count, a number or a word.
    pub witnesses: Vec<usize>,
    /// Of a column of words.
    pub words: WordCounts,
    numbers: Numbers,
    seen: Seen,
}

/// What was seen already.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Seen {
    missing: bool,
    second: bool,
    fraction: bool,
    broken: bool,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Numbers {
    /// The first cell, missing or not.
    first: Option<f64>,
    /// The last cell, missing or not.
    last: Option<f64>,
    /// Whether some cell is not larger than the one before it.
    falls: bool,
    distinct: Vec<f64>,
    /// The least and the largest cell.
    range: Option<[f64; 2]>,
}

/// The distinct words of a column, in the order in which they first appear.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct WordCounts {
    pub levels: Vec<String>,
    pub counts: Vec<u64>,
    pub known: HashMap<String, u32>,
    /// Bytes of all levels.
    pub bytes: usize,
    /// There are more than were kept.
    pub overflown: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum TypedCell {
    /// `None` where it is missing.
    Number(Option<f64>),
    Word(Option<String>),
}

impl TypedCell {
    /// That of `row`, if there is such a row.
    pub fn of(values: &Values, row: usize) -> Option<TypedCell> {
        Some(match values {
            Values::Numbers(cells) => {
                TypedCell::Number(cells.get(row).copied().map(Some)?.filter(|cell| !cell.is_nan()))
            }
            Values::Words { levels, codes } => TypedCell::Word(levels.get(*codes.get(row)? as usize).cloned()),
        })
    }
}

impl Facts {
    /// Of some rows; `line` tells the line of each.
    pub fn of(values: &Values, line: impl Fn(usize) -> u64) -> Facts {
        let mut facts = Facts::default();
        match values {
            Values::Numbers(cells) => cells.iter().enumerate().for_each(|(row, &cell)| facts.number(row, cell, &line)),
            Values::Words { levels, codes } => {
                let mut counts = vec![0; levels.len()];
                for (row, &code) in codes.iter().enumerate() {
                    if code == MISSING {
                        facts.missing(row, &line);
                    } else {
                        counts[code as usize] += 1;
                        if counts[code as usize] == 1 {
                            facts.witnesses.push(row);
                        }
                    }
                }
                // Levels of a part are numbered as they appear.
                facts.words.add(levels, &counts);
            }
        }
        facts
    }

    #[inline]
    fn number(&mut self, row: usize, cell: f64, line: &impl Fn(usize) -> u64) {
        let first = *self.numbers.first.get_or_insert(cell);
        self.numbers.falls |= self.numbers.last.is_some_and(|last| !rises(last, cell));
        self.numbers.last = Some(cell);
        if cell.is_nan() {
            self.missing(row, line);
        } else {
            let [low, high] = self.numbers.range.unwrap_or([cell; 2]);
            self.numbers.range = Some([low.min(cell), high.max(cell)]);
        }
        self.follow(row, cell, first);
    }

    /// What the cell says beside those before it.
    #[inline]
    fn follow(&mut self, row: usize, cell: f64, first: f64) {
        let distinct = &mut self.numbers.distinct;
        let is_new = distinct.len() < MOST_DISTINCT && !cell.is_nan() && !distinct.contains(&cell);
        if is_new {
            distinct.push(cell);
        }
        let second = !self.seen.second && cell != first;
        let fraction = !self.seen.fraction && !cell.is_nan() && cell.fract() != 0.0;
        let broken = !self.seen.broken && cell != first + row as f64;
        if is_new || second || fraction || broken {
            self.witnesses.push(row);
            self.seen.second |= second;
            self.seen.fraction |= fraction;
            self.seen.broken |= broken;
        }
    }

    fn missing(&mut self, row: usize, line: &impl Fn(usize) -> u64) {
        self.n_missing += 1;
        if self.missing_lines.len() < MOST_LINES {
            self.missing_lines.push(line(row));
        }
        if !self.seen.missing {
            self.seen.missing = true;
            self.witnesses.push(row);
        }
    }

    /// The least and the largest number.
    pub fn range(&self) -> Option<[f64; 2]> {
        self.numbers.range
    }

    /// What `n_rows` rows, all of them, have shown. Whether numbers repeat is known if they rise, or if there
    /// are fewer whole numbers between the least and the largest than rows.
    pub fn of_all_rows(&self, n_rows: usize, are_words: bool) -> OfAllRows {
        let (has_gaps, present) = (self.n_missing > 0, n_rows - self.n_missing);
        let are_crowded = |[low, high]: [f64; 2]| high - low < present as f64 - 1.0;
        let distinct = match are_words {
            _ if !OfAllRows::lack_few(self.n_missing, n_rows) => Some(false),
            true if self.words.overflown => None,
            true => Some(self.words.levels.len() == present),
            false if self.seen.fraction => Some(false), // no id
            false if !self.numbers.falls => Some(true),
            false => self.numbers.range.filter(|range| are_crowded(*range)).map(|_| false),
        };
        let counts = !(are_words || has_gaps || self.seen.broken || self.seen.fraction) && n_rows > 2;
        OfAllRows { counts, distinct, present }
    }

    /// Adds what is known of the rows that follow `n_rows` known ones; `cell` reads a later one: the first,
    /// and those of the later rows' witnesses.
    pub fn absorb(&mut self, later: Facts, n_rows: usize, cell: &dyn Fn(usize) -> Option<TypedCell>) {
        self.n_missing += later.n_missing;
        let room = MOST_LINES - self.missing_lines.len();
        self.missing_lines.extend(later.missing_lines.into_iter().take(room));
        let ranges = self.numbers.range.into_iter().chain(later.numbers.range);
        self.numbers.range = ranges.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]);
        let joint = self.numbers.last.zip(later.numbers.first);
        self.numbers.falls |= later.numbers.falls || joint.is_some_and(|(last, next)| !rises(last, next));
        self.numbers.last = later.numbers.last.or(self.numbers.last);
        match cell(0) {
            None => {}
            Some(TypedCell::Number(_)) => {
                let first = *self.numbers.first.get_or_insert(later.numbers.first.unwrap_or(f64::NAN));
                // A count that goes on within the later rows may still break between.
                for row in std::iter::once(0).chain(later.witnesses) {
                    if let Some(TypedCell::Number(number)) = cell(row) {
                        self.absorb_number(n_rows + row, number.unwrap_or(f64::NAN), first);
                    }
                }
            }
            Some(TypedCell::Word(_)) => {
                let is_new = |row: &usize| match cell(*row) {
                    Some(TypedCell::Word(Some(word))) => !self.words.overflown && !self.words.known.contains_key(&word),
                    Some(TypedCell::Word(None)) => !self.seen.missing,
                    _ => false,
                };
                let new: Vec<usize> = later.witnesses.iter().copied().filter(is_new).map(|row| n_rows + row).collect();
                self.witnesses.extend(new);
                self.seen.missing |= later.seen.missing;
                self.words.add(&later.words.levels, &later.words.counts);
            }
        }
    }

    fn absorb_number(&mut self, row: usize, cell: f64, first: f64) {
        let before = self.witnesses.len();
        self.follow(row, cell, first);
        if cell.is_nan() && !self.seen.missing {
            self.seen.missing = true;
            if self.witnesses.len() == before {
                self.witnesses.push(row);
            }
        }
    }
}

/// Not where one is missing.
fn rises(cell: f64, next: f64) -> bool {
    cell < next
}

impl WordCounts {
    fn add(&mut self, levels: &[String], counts: &[u64]) {
        for (level, &count) in levels.iter().zip(counts) {
            match self.known.get(level) {
                Some(&code) => self.counts[code as usize] += count,
                None if self.overflown => {}
                None => {
                    self.known.insert(level.clone(), self.levels.len() as u32);
                    self.levels.push(level.clone());
                    self.counts.push(count);
                    self.bytes += level.len() + 48;
                }
            }
        }
    }
}
