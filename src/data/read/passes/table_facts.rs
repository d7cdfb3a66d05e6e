//! What is known of a table's columns after the first pass.

use super::cells::Decode;
use super::facts::Facts;
use crate::data::table::{Column, Table, Values};
use std::collections::HashMap;

/// What the first pass found out.
pub struct TableFacts {
    /// A small table of some of the rows, finished as the whole would be: the first ones, and every row at
    /// which a column shows something new. What a column is for, its kind, its levels and its classes are
    /// on it what they are on the whole.
    pub sketch: Table,
    /// Whether it is the whole.
    pub is_complete: bool,
    /// Rows of the whole.
    pub n_rows: usize,
    /// SHA-256 of the file; of a folder, of its files one after the other. Where a query engine reads them, of
    /// the list of them.
    pub sha256: String,
    pub(super) names: Vec<String>,
    pub(super) are_words: Vec<bool>,
    pub(super) facts: Vec<Facts>,
    /// Of each column of words that are numbers after all, what they stand for.
    pub(super) written: Vec<HashMap<String, f64>>,
}

impl TableFacts {
    /// Whether words of this column of the sketch were too many to be kept.
    pub fn is_overflown(&self, name: &str) -> bool {
        self.at(name).is_some_and(|at| self.facts[at].words.overflown)
    }

    /// Missing cells of this column in all rows: how many, and the lines of the first.
    pub fn missing(&self, name: &str) -> (usize, Vec<u64>) {
        self.at(name).map_or((0, Vec::new()), |at| (self.facts[at].n_missing, self.facts[at].missing_lines.clone()))
    }

    /// The least and the largest number of this column.
    pub fn range(&self, name: &str) -> Option<[f64; 2]> {
        let at = self.at(name)?;
        let written = self.written[at].values().map(|&value| [value; 2]);
        written.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]).or_else(|| self.facts[at].range())
    }

    /// How many rows have each level of this column, in the order in which levels first appear.
    pub fn counts(&self, name: &str) -> Vec<u64> {
        self.at(name).map_or_else(Vec::new, |at| self.facts[at].words.counts.clone())
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|own| own == name)
    }

    /// Where each of these columns of the sketch is among all, and how its cells are read.
    pub fn used(&self, chosen: &[(&Column, bool)]) -> Vec<(usize, Decode)> {
        let used = |(column, _): &(&Column, bool)| {
            let at = self.at(&column.name).expect("a column of the sketch");
            let decode = match (&column.values, self.are_words[at]) {
                (Values::Numbers(_), false) => Decode::Numbers,
                (Values::Words { levels, .. }, true) => Decode::Codes(levels.iter().cloned().zip(0..).collect()),
                (Values::Numbers(_), true) => Decode::Written(self.written[at].clone()),
                (Values::Words { .. }, false) => unreachable!("columns become words before they are read"),
            };
            (at, decode)
        };
        chosen.iter().map(used).collect()
    }

    /// Which of these columns must have a cell for a row to be a sample.
    pub fn needed(chosen: &[(&Column, bool)]) -> Vec<usize> {
        (0..chosen.len()).filter(|&at| chosen[at].1).collect()
    }

    /// Whether some row is no sample.
    pub fn leaves_out(&self, chosen: &[(&Column, bool)]) -> bool {
        chosen.iter().any(|(column, is_needed)| *is_needed && self.missing(&column.name).0 > 0)
    }
}
