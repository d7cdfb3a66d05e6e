//! A survey of rows that somebody else reads: a query, on this machine or on others.
//!
//! What each part of the rows has shown can travel, and what all have shown comes of it as of files: the
//! columns' kinds, levels and ranges, and the rows of the sketch.

use super::facts::{Facts, TypedCell};
use super::sketch::{self, As};
use super::table_facts::TableFacts;
use crate::data::fingerprint::in_digits;
use crate::data::read::kinds::{self, RequestedKind, requested_kinds};
use crate::data::read::taken::Taken;
use crate::data::read::{Fault, Markers, ReadError, ReadOptions};
use crate::data::table::{Column, Table, Values, number_text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// How the columns' cells are read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ColumnReader {
    /// The columns' names.
    pub names: Vec<String>,
    /// Those that are read as words.
    pub are_words: Vec<bool>,
    requested: Vec<RequestedKind>,
    markers: Markers,
}

/// Cells as they come.
pub enum RawCells<'a> {
    /// Of a type that is a number; `NaN` where one is missing.
    Numbers(Vec<f64>),
    /// Anything else.
    Words(Vec<Option<&'a str>>),
}

/// Why cells could not be read as their column is to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CellError {
    /// A column that was taken for numbers has a word, and may have.
    Word(usize),
    /// A column of numbers has something else.
    NotANumber(usize, String),
    /// A number is infinite.
    Infinite(usize),
}

impl ColumnReader {
    /// Of columns with these names. Text whose cells are numbers is numbers, in Parquet as in CSV.
    pub fn new(names: Vec<String>, options: &ReadOptions) -> Self {
        let requested = requested_kinds(&names, &options.categorical, &options.numeric);
        let are_words = requested.iter().map(|kind| *kind == RequestedKind::Words).collect();
        ColumnReader { names, are_words, requested, markers: options.markers.clone() }
    }

    /// The cells of column `at`, and the texts taken for missing.
    ///
    /// # Errors
    /// Cells that are not of the column's kind.
    pub fn values(&self, at: usize, cells: RawCells, tokens: &mut BTreeSet<String>) -> Result<Values, CellError> {
        match self.without_marked(cells, tokens) {
            RawCells::Numbers(cells) if cells.iter().any(|cell| cell.is_infinite()) => Err(CellError::Infinite(at)),
            RawCells::Numbers(cells) if !self.are_words[at] => Ok(Values::Numbers(cells)),
            RawCells::Numbers(cells) => {
                let text = |cell: &f64| (!cell.is_nan()).then(|| number_text(*cell));
                let texts: Vec<Option<String>> = cells.iter().map(text).collect();
                Ok(Column::words("", texts.iter().map(Option::as_deref)).values)
            }
            RawCells::Words(texts) => {
                let mut cells = kinds::CellTexts::default();
                texts.iter().for_each(|text| cells.push(text.unwrap_or_default()));
                let kind = if self.are_words[at] { RequestedKind::Words } else { RequestedKind::Inferred };
                let mut taken = Taken::default();
                let column = cells.into_column(&self.names[at], kind, &self.markers, &mut taken);
                tokens.extend(taken.missing);
                if self.are_words[at] || column.is_numeric() {
                    return Ok(column.values);
                }
                Err(match self.requested[at] {
                    RequestedKind::Inferred => CellError::Word(at),
                    _ => CellError::NotANumber(at, kinds::first_word(&column).unwrap_or_default().1),
                })
            }
        }
    }

    /// The cells without numbers that stand for missing ones, which are among the `tokens` then.
    fn without_marked<'a>(&self, mut cells: RawCells<'a>, tokens: &mut BTreeSet<String>) -> RawCells<'a> {
        if let RawCells::Numbers(numbers) = &mut cells {
            for cell in numbers.iter_mut().filter(|cell| self.markers.is_missing_number(**cell)) {
                tokens.insert(number_text(*cell));
                *cell = f64::NAN;
            }
        }
        cells
    }

    /// What is to be told of cells that cannot be read.
    pub fn fault(&self, unread: CellError) -> Fault {
        let named = |at: usize, text: String| Fault::OtherThanNumber { column: self.names[at].clone(), text };
        match unread {
            CellError::Word(_) => Fault::Changed, // in the survey it was a number
            CellError::NotANumber(at, text) => named(at, text),
            CellError::Infinite(at) => named(at, "inf".to_owned()),
        }
    }
}

/// What some rows, which follow each other, have shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PartitionFacts {
    /// How many there were.
    pub n_rows: usize,
    facts: Vec<Facts>,
    tokens: BTreeSet<String>,
    /// Of each column, the cells that those who saw the rows before must look at.
    cells: Vec<BTreeMap<usize, TypedCell>>,
}

impl PartitionFacts {
    /// The next rows; `tokens` are the texts in them that were taken for missing.
    pub fn see(&mut self, columns: &[Values], n_rows: usize, tokens: BTreeSet<String>) {
        self.make_room(columns.len());
        let before = self.n_rows;
        for ((facts, kept), values) in self.facts.iter_mut().zip(&mut self.cells).zip(columns) {
            let n_witnesses = facts.witnesses.len();
            facts.absorb(Facts::of(values, |_| 0), before, &|row| TypedCell::of(values, row));
            facts.missing_lines.clear(); // nobody numbers the lines of many files
            let first = (before == 0).then_some(0);
            let new = facts.witnesses[n_witnesses..].iter().map(|row| row - before);
            kept.extend(
                first.into_iter().chain(new).filter_map(|row| Some((before + row, TypedCell::of(values, row)?))),
            );
        }
        self.tokens.extend(tokens);
        self.n_rows += n_rows;
    }

    /// What rows further on have shown.
    pub fn absorb(&mut self, later: PartitionFacts) {
        self.make_room(later.facts.len());
        for ((facts, more), cells) in self.facts.iter_mut().zip(later.facts).zip(&later.cells) {
            facts.absorb(more, self.n_rows, &|row| cells.get(&row).cloned());
        }
        self.tokens.extend(later.tokens);
        self.n_rows += later.n_rows;
    }

    fn make_room(&mut self, n_columns: usize) {
        self.facts.resize_with(n_columns, Facts::default);
        self.cells.resize_with(n_columns, BTreeMap::new);
    }

    /// Keeps no more of the words of a column than `bytes`.
    pub fn bounded(mut self, bytes: usize) -> Self {
        let is_over = |facts: &&mut Facts| facts.words.bytes > bytes;
        self.facts.iter_mut().filter(is_over).for_each(|facts| facts.words.overflown = true);
        self
    }

    /// The rows that a sketch is made of: their numbers rise.
    pub fn rows(&self) -> Vec<usize> {
        sketch::rows(&self.facts(&[], &[], &[]))
    }

    fn facts(&self, names: &[String], are_words: &[bool], files: &[String]) -> TableFacts {
        let mut hash = Sha256::new();
        files.iter().for_each(|file| hash.update(file));
        TableFacts {
            sketch: Table::new("", Vec::new()),
            is_complete: false,
            n_rows: self.n_rows,
            sha256: in_digits(hash),
            names: names.to_vec(),
            are_words: are_words.to_vec(),
            facts: self.facts.clone(),
            written: Vec::new(),
        }
    }

    /// What is known of the columns of the table `path`, whose cells in the sketch's rows are `columns`;
    /// `files` describes each of its files.
    ///
    /// # Errors
    /// What makes a table unfit.
    pub fn facts_as(
        &self,
        path: &str,
        reading: &ColumnReader,
        columns: Vec<Values>,
        files: &[String],
        options: &ReadOptions,
    ) -> Result<TableFacts, ReadError> {
        let mut known = self.facts(&reading.names, &reading.are_words, files);
        let column = |(name, values): (&String, Values)| Column { name: name.clone(), values };
        let columns = reading.names.iter().zip(columns).map(column).collect();
        let taken = Taken { missing: self.tokens.clone(), ..Taken::default() };
        let read = As { rules: options.rules(b','), requested: &reading.requested, notices: Vec::new() };
        sketch::finished(&mut known, path, (columns, None), taken, read)?;
        Ok(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_a_marker_is_none_of_a_typed_column() {
        let options = ReadOptions { markers: Markers::new(&["-999".to_owned()], &[]), ..ReadOptions::default() };
        let reading = ColumnReader::new(vec!["x".to_owned()], &options);
        let mut tokens = BTreeSet::new();
        let read = reading.values(0, RawCells::Numbers(vec![1.0, -999.0, f64::NAN]), &mut tokens);
        let Ok(Values::Numbers(cells)) = read else { panic!("a column of numbers") };
        assert!(cells[0] == 1.0 && cells[1].is_nan() && cells[2].is_nan(), "{cells:?}");
        assert_eq!(tokens, BTreeSet::from(["-999".to_owned()]));
    }
}
