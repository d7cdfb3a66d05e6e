//! The cells of a table's column, as a fitted feature understands them.

use super::ModelError;
use crate::data::table::MISSING;
use crate::data::{Column, EncodeError, Place, Values, encode, names, read};

/// Cells that fit a feature.
#[derive(Debug, Clone)]
pub(super) enum FeatureCells {
    /// Of a categorical feature: the level's index, `None` where missing.
    Levels(Vec<Option<usize>>),
    /// Of a numeric feature, `NaN` where missing.
    Numbers(Vec<f64>),
}

impl FeatureCells {
    /// Whether the cell of `row` is missing.
    pub(super) fn is_missing(&self, row: usize) -> bool {
        match self {
            FeatureCells::Levels(codes) => codes[row].is_none(),
            FeatureCells::Numbers(cells) => cells[row].is_nan(),
        }
    }

    /// The number of cells.
    pub(super) fn len(&self) -> usize {
        match self {
            FeatureCells::Levels(codes) => codes.len(),
            FeatureCells::Numbers(cells) => cells.len(),
        }
    }

    /// The cells of the feature called `name`, which is found in either language: places among
    /// its `levels`, or numbers where it has none.
    ///
    /// # Errors
    /// No such column; an unseen category; a cell that is no number, or infinite.
    pub(super) fn find(columns: &[Column], name: &str, levels: Option<&[String]>) -> Result<FeatureCells, ModelError> {
        let column = encode::find(columns, name)?;
        levels.map_or_else(|| numbers(column), |known| of_levels(column, known))
    }
}

fn of_levels(column: &Column, known: &[String]) -> Result<FeatureCells, ModelError> {
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
    Ok(FeatureCells::Levels(codes.iter().enumerate().map(of).collect::<Result<_, _>>()?))
}

fn numbers(column: &Column) -> Result<FeatureCells, ModelError> {
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
        None => Ok(FeatureCells::Numbers(cells)),
    }
}

fn number(column: &str, row: usize, text: &str) -> Result<f64, EncodeError> {
    let error = || EncodeError::NotANumber { column: column.to_owned(), place: Place::Row(row), text: text.to_owned() };
    read::number(text).ok_or_else(error)
}
