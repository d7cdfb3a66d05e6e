//! One feature: what it is called, how it is distributed, and its cells in a table.

use super::cells::Cells;
use super::likelihood::Likelihood;
use crate::data::table::MISSING;
use crate::data::{Column, EncodeError, Place, Values, encode, names, read};
use crate::model::ModelError;
use serde::{Deserialize, Serialize};

/// One feature and how it is distributed within each class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// The column's name.
    pub name: String,
    /// Its distribution.
    #[serde(flatten)]
    pub likelihood: Likelihood,
}

impl Feature {
    /// The cells of its column, which is found by name, in either language.
    pub(super) fn cells(&self, columns: &[Column]) -> Result<Cells, ModelError> {
        let column = encode::find(columns, &self.name)?;
        match &self.likelihood {
            Likelihood::Categorical(table) => levels(column, &table.levels),
            Likelihood::Gaussian { .. } => numbers(column),
        }
    }

    /// What it may be.
    pub(super) fn values(&self) -> crate::data::Feature {
        let levels = match &self.likelihood {
            Likelihood::Categorical(table) => Some(table.levels.clone()),
            Likelihood::Gaussian { .. } => None,
        };
        crate::data::Feature { name: self.name.clone(), levels }
    }

    /// `密度`, or `色泽=青绿` for the value in `row`.
    pub(super) fn term(&self, cells: &Cells, row: usize) -> String {
        match (&self.likelihood, cells) {
            (Likelihood::Categorical(table), Cells::Levels(codes)) => match codes[row] {
                Some(level) => format!("{}={}", self.name, table.levels[level]),
                None => self.name.clone(),
            },
            _ => self.name.clone(),
        }
    }
}

fn levels(column: &Column, known: &[String]) -> Result<Cells, ModelError> {
    let words = column.clone().into_words();
    let Values::Words { levels, codes } = &words.values else { unreachable!("made of words just now") };
    let place: Vec<Option<usize>> = levels.iter().map(|level| encode::place(level, known)).collect();
    let of = |(row, &code): (usize, &u32)| match code {
        MISSING => Ok(None),
        code => place[code as usize].map(Some).ok_or_else(|| EncodeError::UnseenCategory {
            column: column.name.clone(),
            place: Place::Row(row),
            value: levels[code as usize].clone(),
            nearest: names::nearest(&levels[code as usize], known.iter().map(String::as_str)),
            known: known.to_vec(),
        }),
    };
    Ok(Cells::Levels(codes.iter().enumerate().map(of).collect::<Result<_, _>>()?))
}

fn numbers(column: &Column) -> Result<Cells, ModelError> {
    let cell = |row: usize| match column.text(row) {
        None => Ok(f64::NAN),
        Some(text) => number(&column.name, row, &text),
    };
    let cells = match &column.values {
        Values::Numbers(cells) => cells.clone(),
        Values::Words { .. } => (0..column.len()).map(cell).collect::<Result<_, _>>()?,
    };
    match cells.iter().position(|cell| cell.is_infinite()) {
        Some(row) => Err(EncodeError::NotFinite { column: column.name.clone(), place: Place::Row(row) }.into()),
        None => Ok(Cells::Numbers(cells)),
    }
}

fn number(column: &str, row: usize, text: &str) -> Result<f64, EncodeError> {
    let error = || EncodeError::NotANumber { column: column.to_owned(), place: Place::Row(row), text: text.to_owned() };
    read::number(text).ok_or_else(error)
}
