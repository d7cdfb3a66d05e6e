//! The encoding of one column.

use super::one_hot::NO_TERM;
use super::{Coding, EncodeError, EncodeOptions, Place, place};
use crate::data::names;
use crate::data::read;
use crate::data::table::{Column, MISSING, Values, by_name};
use crate::math::mean_and_deviation;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The encoding of one column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnEncoder {
    /// The column's name.
    pub name: String,
    /// What was learned from it.
    #[serde(flatten)]
    pub kind: ColumnEncoding,
}

/// What was learned from a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum ColumnEncoding {
    /// Encoded as `(x - center) / scale`.
    Numeric {
        /// The mean, or 0 if not standardised.
        center: f64,
        /// The population standard deviation, or 1 if not standardised or constant.
        scale: f64,
        /// What a missing cell is taken for.
        impute: Option<f64>,
    },
    /// Encoded as one indicator a level.
    Categorical {
        /// All levels, in order.
        levels: Vec<String>,
        /// What a missing cell is taken for.
        impute: Option<String>,
    },
}

impl ColumnEncoder {
    /// Learns from one column.
    pub(super) fn fit(column: &Column, options: EncodeOptions) -> Result<Self, EncodeError> {
        if let Some(row) = (0..column.len()).find(|&row| column.is_missing(row)).filter(|_| !options.impute) {
            return Err(EncodeError::MissingCell { column: column.name.clone(), place: Place::Row(row) });
        }
        let kind = match &column.values {
            Values::Numbers(cells) => fit_numbers(&column.name, cells, options)?,
            Values::Words { levels, codes } => fit_words(&column.name, levels, codes, options)?,
        };
        Ok(ColumnEncoder { name: column.name.clone(), kind })
    }

    /// The levels that have a term of their own.
    pub(super) fn coded_levels(&self, coding: Coding) -> &[String] {
        match (&self.kind, coding) {
            (ColumnEncoding::Numeric { .. }, _) => &[],
            (ColumnEncoding::Categorical { levels, .. }, Coding::OneHot) => levels,
            (ColumnEncoding::Categorical { levels, .. }, Coding::DropFirst) => levels.get(1..).unwrap_or_default(),
        }
    }

    /// All its levels, with a term or without.
    pub(super) fn n_levels(&self) -> usize {
        self.coded_levels(Coding::OneHot).len()
    }

    /// How many columns of the matrix it fills.
    pub(super) fn n_terms(&self, coding: Coding) -> usize {
        match self.kind {
            ColumnEncoding::Numeric { .. } => 1,
            ColumnEncoding::Categorical { .. } => self.coded_levels(coding).len(),
        }
    }

    /// How many columns of the matrix it fills, and how many levels it has. Where it has more
    /// levels than terms, the first ones have none.
    pub fn size(&self, coding: Coding) -> (usize, usize) {
        (self.n_terms(coding), self.n_levels())
    }

    /// Writes the encoded cells into `block`, `(n_samples, n_terms)` column after column,
    /// all zeros before.
    pub(super) fn write(&self, column: &Column, coding: Coding, block: &mut [f64]) -> Result<(), EncodeError> {
        if let ColumnEncoding::Numeric { .. } = self.kind {
            return self.write_numbers(column, block);
        }
        let n_samples = column.len();
        for (row, code) in self.codes(column, coding)?.into_iter().enumerate().filter(|(_, code)| *code != NO_TERM) {
            block[code as usize * n_samples + row] = 1.0;
        }
        Ok(())
    }

    /// The encoded cells of a numeric column.
    pub(super) fn write_numbers(&self, column: &Column, block: &mut [f64]) -> Result<(), EncodeError> {
        let ColumnEncoding::Numeric { center, scale, impute } = self.kind else {
            unreachable!("asked of numeric columns alone")
        };
        let Values::Numbers(cells) = &column.values else { return Err(self.first_non_number(column)) };
        for (row, (cell, encoded)) in cells.iter().zip(block).enumerate() {
            let value = match impute {
                Some(imputed) if cell.is_nan() => imputed,
                _ => *cell,
            };
            if !value.is_finite() {
                let column = self.name.clone();
                return Err(match value.is_nan() {
                    true => EncodeError::MissingCell { column, place: Place::Row(row) },
                    false => EncodeError::NotFinite { column, place: Place::Row(row) },
                });
            }
            *encoded = (value - center) / scale;
        }
        Ok(())
    }

    /// Of a categorical column, which of its terms is 1 in each row: level `i` has term `i`, or
    /// under drop-first coding `i - 1` and the first one none.
    pub(super) fn codes(&self, column: &Column, coding: Coding) -> Result<Vec<u32>, EncodeError> {
        let ColumnEncoding::Categorical { levels, impute } = &self.kind else {
            unreachable!("asked of categorical columns")
        };
        let words = column.clone().into_words();
        let Values::Words { levels: theirs, codes } = &words.values else { unreachable!("made of words just now") };
        let exact: HashMap<&str, usize> = levels.iter().map(String::as_str).zip(0..).collect();
        let of_level = |level: &str| exact.get(level).copied().or_else(|| place(level, levels));
        let place_of_code: Vec<Option<usize>> = theirs.iter().map(|level| of_level(level)).collect();
        let place_of_missing = impute.as_deref().and_then(of_level);
        let offset = usize::from(coding == Coding::DropFirst);
        let term = |(row, &code): (usize, &u32)| {
            let found = if code == MISSING { place_of_missing } else { place_of_code[code as usize] };
            let level = found.ok_or_else(|| self.not_a_level(row, theirs.get(code as usize), levels))?;
            Ok(level.checked_sub(offset).map_or(NO_TERM, |term| term as u32))
        };
        codes.iter().enumerate().map(term).collect()
    }

    /// One cell as a column of one row.
    pub(super) fn cell(&self, text: Option<&str>) -> Result<Column, EncodeError> {
        let is_level = |text: &str| match &self.kind {
            ColumnEncoding::Categorical { levels, .. } => levels.iter().any(|level| level == text),
            ColumnEncoding::Numeric { .. } => false,
        };
        let text = text.filter(|text| is_level(text) || !read::is_missing(text));
        let not_a_number = |text: &str| EncodeError::NotANumber {
            column: self.name.clone(),
            place: Place::Row(0),
            text: text.to_owned(),
        };
        match &self.kind {
            ColumnEncoding::Categorical { .. } => Ok(Column::words(&self.name, [text])),
            ColumnEncoding::Numeric { .. } => {
                let number = text.map(|text| read::number(text).ok_or_else(|| not_a_number(text))).transpose()?;
                Ok(Column::numbers(&self.name, [number.unwrap_or(f64::NAN)]))
            }
        }
    }

    fn not_a_level(&self, row: usize, value: Option<&String>, levels: &[String]) -> EncodeError {
        let column = self.name.clone();
        let Some(value) = value.cloned() else { return EncodeError::MissingCell { column, place: Place::Row(row) } };
        let nearest = names::nearest(&value, levels.iter().map(String::as_str));
        EncodeError::UnseenCategory { column, place: Place::Row(row), value, nearest, known: levels.to_vec() }
    }

    /// A column of words where numbers are wanted has a cell that is no number, or none at all.
    fn first_non_number(&self, column: &Column) -> EncodeError {
        let text = |row| column.text(row).filter(|text| read::number(text).is_none()).map(|text| (row, text));
        let (row, text) = (0..column.len()).find_map(text).unwrap_or_default();
        EncodeError::NotANumber { column: self.name.clone(), place: Place::Row(row), text: text.into_owned() }
    }

    /// Whether what was read from a file makes sense.
    pub(super) fn check(&self) -> Result<(), EncodeError> {
        let fault = match &self.kind {
            ColumnEncoding::Numeric { center, scale, impute } => {
                let finite = center.is_finite() && scale.is_finite() && impute.is_none_or(f64::is_finite);
                (!finite || *scale <= 0.0).then_some("its scale is not a positive number")
            }
            ColumnEncoding::Categorical { levels, impute } => {
                let sorted = levels.is_sorted_by(|a, b| by_name(a, b).is_lt());
                let known = impute.as_ref().is_none_or(|imputed| levels.contains(imputed));
                (!sorted || !known || levels.is_empty()).then_some("its levels are not in order, each once")
            }
        };
        fault.map_or(Ok(()), |fault| Err(EncodeError::Damaged { column: self.name.clone(), fault }))
    }
}

fn fit_numbers(name: &str, cells: &[f64], options: EncodeOptions) -> Result<ColumnEncoding, EncodeError> {
    if let Some(row) = cells.iter().position(|cell| cell.is_infinite()) {
        return Err(EncodeError::NotFinite { column: name.to_owned(), place: Place::Row(row) });
    }
    if !options.standardize && !options.impute {
        return Ok(ColumnEncoding::Numeric { center: 0.0, scale: 1.0, impute: None });
    }
    let (mean, deviation) = mean_and_scale(cells).ok_or_else(|| EncodeError::NoValues { column: name.to_owned() })?;
    let (center, scale) = if options.standardize { (mean, deviation) } else { (0.0, 1.0) };
    Ok(ColumnEncoding::Numeric { center, scale, impute: options.impute.then_some(mean) })
}

/// Mean and population standard deviation of the cells that are not missing; the latter is
/// given as 1 for a column that is constant, rounding aside. `None` without any cell.
fn mean_and_scale(cells: &[f64]) -> Option<(f64, f64)> {
    let (mean, deviation) = mean_and_deviation(cells.iter().copied())?;
    let constant = deviation <= 10.0 * f64::EPSILON * mean.abs();
    Some((mean, if constant { 1.0 } else { deviation }))
}

fn fit_words(
    name: &str,
    levels: &[String],
    codes: &[u32],
    options: EncodeOptions,
) -> Result<ColumnEncoding, EncodeError> {
    if levels.is_empty() {
        return Err(EncodeError::NoValues { column: name.to_owned() });
    }
    let mut counts = vec![0usize; levels.len()];
    codes.iter().filter(|&&code| code != MISSING).for_each(|&code| counts[code as usize] += 1);
    let mut order: Vec<usize> = (0..levels.len()).collect();
    order.sort_by(|&a, &b| by_name(&levels[a], &levels[b]));
    let most = counts.iter().copied().max();
    let imputed = order.iter().find(|&&level| Some(counts[level]) == most).map(|&level| levels[level].clone());
    let sorted = order.into_iter().map(|level| levels[level].clone()).collect();
    Ok(ColumnEncoding::Categorical { levels: sorted, impute: imputed.filter(|_| options.impute) })
}
