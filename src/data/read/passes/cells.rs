//! How the cells of a column become numbers or codes in every pass.

use super::piece::translated;
use crate::data::table::{MISSING, Values};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How to read one column.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Decode {
    /// As it stands.
    Numbers,
    /// Words that stand for numbers, however they are written.
    Written(HashMap<String, f64>),
    /// Words, by their place among the levels; others are missing.
    Codes(HashMap<String, u32>),
}

/// Some cells of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cells {
    /// `NaN` where one is missing.
    Numbers(Vec<f64>),
    /// Places among the levels of the dataset's column, or [`MISSING`].
    Codes(Vec<u32>),
}

impl Decode {
    /// `None` if a word is not one that the survey has seen.
    pub fn cells(&self, values: Values) -> Option<Cells> {
        Some(match (self, values) {
            (Decode::Numbers, Values::Numbers(cells)) => Cells::Numbers(cells),
            (Decode::Written(known), Values::Words { levels, codes }) => {
                let map: Vec<f64> = levels.iter().map(|level| known.get(level).copied()).collect::<Option<_>>()?;
                let number = |&code: &u32| if code == MISSING { f64::NAN } else { map[code as usize] };
                Cells::Numbers(codes.iter().map(number).collect())
            }
            (Decode::Codes(known), Values::Words { levels, codes }) => {
                Cells::Codes(translated(&levels, &codes, known)?)
            }
            _ => return None,
        })
    }
}

impl Cells {
    /// Whether the cell of `row` is missing.
    pub fn is_missing(&self, row: usize) -> bool {
        match self {
            Cells::Numbers(cells) => cells[row].is_nan(),
            Cells::Codes(codes) => codes[row] == MISSING,
        }
    }

    /// Those at `rows`.
    pub fn take(&self, rows: &[usize]) -> Cells {
        match self {
            Cells::Numbers(cells) => Cells::Numbers(rows.iter().map(|&row| cells[row]).collect()),
            Cells::Codes(codes) => Cells::Codes(rows.iter().map(|&row| codes[row]).collect()),
        }
    }
}
