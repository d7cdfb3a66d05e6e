//! From the text of a column's cells to numbers or words.

use super::cell::half_width;
use super::doubts::has_one_odd_text;
use super::taken::Taken;
use super::{Markers, is_infinite, number};
use crate::data::Notice;
use crate::data::names;
use crate::data::table::{Column, Values};
use std::collections::BTreeMap;

/// Columns with more levels are text, in which case says nothing.
const MOST_VARIANTS: usize = 50;
/// The two classes of a test.
pub(super) const PLUS: &str = "+";
pub(super) const MINUS: &str = "-";

/// What the user wants a column to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum RequestedKind {
    /// As numbers if all its cells are, else as words.
    Inferred,
    Words,
    Numbers,
}

/// The requested kind of each column; names that no column has are the schema's concern.
pub(super) fn requested_kinds(columns: &[String], categorical: &[String], numeric: &[String]) -> Vec<RequestedKind> {
    let known = || columns.iter().map(String::as_str);
    let resolved = |typed: &[String]| -> Vec<&str> {
        let listed = names::listed(typed, known().collect::<Vec<_>>());
        listed.iter().filter_map(|name| names::resolve(name, known().collect::<Vec<_>>())).collect()
    };
    let (categorical, numeric) = (resolved(categorical), resolved(numeric));
    let kind = |column: &String| match (categorical.contains(&column.as_str()), numeric.contains(&column.as_str())) {
        (true, _) => RequestedKind::Words,
        (_, true) => RequestedKind::Numbers,
        _ => RequestedKind::Inferred,
    };
    columns.iter().map(kind).collect()
}

/// The cells of a column as text, one behind the other.
#[derive(Debug, Default)]
pub(super) struct CellTexts {
    text: String,
    ends: Vec<usize>,
}

impl CellTexts {
    /// Adds a cell, without the space around it.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell.trim());
        self.ends.push(self.text.len());
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether any of them may be a number that is not whole, by its text.
    pub fn may_be_broken(&self) -> bool {
        self.text.contains(['.', 'e', 'E'])
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end])
    }

    /// The column; what its cells were taken for goes into `taken`.
    pub fn into_column(self, name: &str, kind: RequestedKind, markers: &Markers, taken: &mut Taken) -> Column {
        // Where one class is `+`, the other one is `-`.
        let minus_is_value = self.iter().any(|cell| cell == PLUS);
        let is_missing = |cell: &str| markers.is_missing(cell) && !(minus_is_value && cell == MINUS);
        taken.missing.extend(self.iter().filter(|cell| !cell.is_empty() && is_missing(cell)).map(str::to_owned));
        let value = |cell: &str| if is_missing(cell) { Some(f64::NAN) } else { number(cell) };
        let numbers: Option<Vec<f64>> =
            if kind == RequestedKind::Words { None } else { self.iter().map(value).collect() };
        match numbers {
            Some(numbers) => {
                let present = self.iter().zip(&numbers).filter(|(_, number)| !number.is_nan());
                present.for_each(|(cell, _)| taken.see_number(name, cell));
                Column::numbers(name, numbers)
            }
            None => Column::words(name, self.iter().map(|cell| (!is_missing(cell)).then_some(cell))),
        }
    }
}

/// The cells of a column of words that are not numbers, if most of them are, or if all of these say the same: how many, and
/// the row and text of the first.
pub(super) fn odd_cells(column: &Column) -> Option<(usize, usize, String)> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let is_odd: Vec<bool> = levels.iter().map(|level| number(level).is_none()).collect();
    let present = codes.iter().filter(|&&code| (code as usize) < levels.len()).count();
    let mut odd = (0..codes.len()).filter(|&row| is_odd.get(codes[row] as usize) == Some(&true));
    let first = odd.next()?;
    let count = 1 + odd.count();
    (2 * count < present || has_one_odd_text(column)).then(|| (count, first, levels[codes[first] as usize].clone()))
}

/// The row and text of the first cell that is no number.
pub(super) fn first_word(column: &Column) -> Option<(usize, String)> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let is_word = |code: u32| levels.get(code as usize).is_some_and(|level| number(level).is_none());
    let row = codes.iter().position(|&code| is_word(code))?;
    Some((row, levels[codes[row] as usize].clone()))
}

/// Words of a column that differ in nothing but case, the width of their letters and blanks, seen or unseen.
pub(super) fn case_variants(column: &Column) -> Vec<Notice> {
    let Values::Words { levels, .. } = &column.values else { return Vec::new() };
    if levels.len() > MOST_VARIANTS {
        return Vec::new();
    }
    let mut alike: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for level in levels {
        let words = half_width(level).to_lowercase();
        let key = words.split_whitespace().collect::<Vec<_>>().join(" ");
        alike.entry(key).or_default().push(level.clone());
    }
    let variants = alike.into_values().filter(|variants| variants.len() > 1);
    variants.map(|variants| Notice::CaseVariants { column: column.name.clone(), variants }).collect()
}

/// The first infinite cell, if that is all that keeps a column from being numeric.
pub(super) fn infinite_cell(column: &Column) -> Option<(usize, String)> {
    let Values::Words { levels, codes } = &column.values else { return None };
    let all_numbers = levels.iter().all(|level| number(level).is_some() || is_infinite(level));
    let infinite = levels.iter().position(|level| is_infinite(level)).filter(|_| all_numbers)?;
    let row = codes.iter().position(|&code| code as usize == infinite)?;
    Some((row, levels[infinite].clone()))
}
