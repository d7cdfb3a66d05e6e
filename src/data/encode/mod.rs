//! Columns -> a matrix of numbers, the same way for every later table.
//!
//! A numeric column becomes one term. A categorical one becomes a term for each level,
//! 1 where the row has that level and 0 elsewhere (one-hot), or for each level but the
//! first (drop-first, for a model without a penalty, where the full set is redundant).
//!
//! Levels are in the order of [`by_name`](crate::data::table::by_name), as in scikit-learn:
//! it depends on the values only, not on the rows' order. An encoder knows all levels of
//! the columns that it was fitted on, also those that no row of a training fold has.

mod column;
mod error;
mod find;
mod one_hot;
mod options;

pub use column::{ColumnEncoder, ColumnEncoding};
pub use error::{EncodeError, Place};
pub use find::{find, place};
pub use one_hot::{Indicators, NO_TERM, OneHot};
pub use options::{Coding, EncodeOptions};

use super::names;
use super::table::Column;
use ndarray::{Array2, ShapeBuilder};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Cells (rows times terms, or terms times terms) up to which words are written out as
/// indicators: 1 GB of them.
const MOST_CELLS: usize = 1 << 27;

/// A fitted encoding; serialises to readable JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Encoder {
    /// How it was asked to encode.
    pub options: EncodeOptions,
    /// One a feature, in order.
    pub columns: Vec<ColumnEncoder>,
}

/// One column of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// `密度`, or `色泽=乌黑`.
    pub name: String,
    /// The feature it comes from, from 0.
    pub column: usize,
    /// The level it stands for; `None` for a numeric feature.
    pub level: Option<String>,
}

impl Encoder {
    /// Learns levels, means and deviations from these columns, all of one length.
    ///
    /// # Errors
    /// A missing cell without [`EncodeOptions::impute`]; a column with no value at all; an
    /// infinite number.
    pub fn fit(columns: &[Column], options: EncodeOptions) -> Result<Encoder, EncodeError> {
        let columns = columns.par_iter().map(|column| ColumnEncoder::fit(column, options));
        Ok(Encoder { options, columns: columns.collect::<Result<_, _>>()? })
    }

    /// The columns as a matrix `(n_samples, n_terms)`, column after column in memory.
    ///
    /// Columns are found by name, in either language, in any order and among others; so are
    /// categories.
    ///
    /// # Errors
    /// A column that is not there, an unseen category, a cell that is missing, infinite or
    /// no number; more categories than can be written out as columns.
    pub fn transform(&self, columns: &[Column]) -> Result<Array2<f64>, EncodeError> {
        let found = self.find_all(columns)?;
        let n_samples = found.first().map_or(0, |column| column.len());
        self.check_size(n_samples)?;
        let mut cells = vec![0.0; n_samples * self.n_terms()];
        let mut blocks = Vec::with_capacity(self.columns.len());
        let mut rest = cells.as_mut_slice();
        for (encoder, column) in self.columns.iter().zip(found) {
            let (block, after) = rest.split_at_mut(n_samples * encoder.n_terms(self.options.coding));
            blocks.push((encoder, column, block));
            rest = after;
        }
        // The error of the first column that has one, whichever thread is done first.
        let results: Vec<_> = blocks
            .into_par_iter()
            .map(|(encoder, column, block)| encoder.write(column, self.options.coding, block))
            .collect();
        results.into_iter().collect::<Result<(), _>>()?;
        let shape = (n_samples, self.n_terms()).f();
        Ok(Array2::from_shape_vec(shape, cells).expect("one block a column, n_samples for each of its terms"))
    }

    /// The same matrix with its indicators not written out.
    ///
    /// # Errors
    /// As [`transform`](Self::transform), whatever the number of categories.
    pub fn one_hot(&self, columns: &[Column]) -> Result<OneHot, EncodeError> {
        let found = self.find_all(columns)?;
        let n_samples = found.first().map_or(0, |column| column.len());
        let is_numeric = |encoder: &&ColumnEncoder| matches!(encoder.kind, ColumnEncoding::Numeric { .. });
        let mut cells = vec![0.0; n_samples * self.columns.iter().filter(is_numeric).count()];
        let (mut numeric_terms, mut indicators, mut term) = (Vec::new(), Vec::new(), 0);
        for (encoder, column) in self.columns.iter().zip(found) {
            if is_numeric(&encoder) {
                encoder.write_numbers(column, &mut cells[numeric_terms.len() * n_samples..][..n_samples])?;
                numeric_terms.push(term);
            } else {
                indicators.push(Indicators { first_term: term, codes: encoder.codes(column, self.options.coding)? });
            }
            term += encoder.n_terms(self.options.coding);
        }
        let numeric = Array2::from_shape_vec((n_samples, numeric_terms.len()).f(), cells).expect("a column a term");
        Ok(OneHot { n_samples, n_terms: term, numeric, numeric_terms, indicators })
    }

    fn find_all<'a>(&self, columns: &'a [Column]) -> Result<Vec<&'a Column>, EncodeError> {
        self.columns.iter().map(|encoder| find(columns, &encoder.name)).collect()
    }

    /// Whether `n_samples` fit into memory with every indicator written out: counted before
    /// anything is written.
    ///
    /// # Errors
    /// [`EncodeError::TooManyLevels`].
    pub fn check_size(&self, n_samples: usize) -> Result<(), EncodeError> {
        let n_terms = self.n_terms();
        let levels = |column: &ColumnEncoder| column.coded_levels(self.options.coding).len();
        let n_indicators: usize = self.columns.iter().map(levels).sum();
        // Numbers take no more memory than they did in the table: words are what has to go.
        if n_samples.max(n_terms).saturating_mul(n_terms) <= MOST_CELLS || n_indicators <= n_terms / 2 {
            return Ok(());
        }
        let widest = self.columns.iter().max_by_key(|column| levels(column)).expect("indicators come from columns");
        let (column, n_levels) = (widest.name.clone(), widest.n_levels());
        Err(EncodeError::TooManyLevels { column, n_levels, n_samples })
    }

    /// One sample from its cells as text: columns of one row.
    ///
    /// # Errors
    /// A name that is no feature, or a numeric feature's cell that is no number.
    pub fn row(&self, cells: &[(String, String)]) -> Result<Vec<Column>, EncodeError> {
        let known = || self.columns.iter().map(|column| column.name.as_str());
        if let Some((name, _)) = cells.iter().find(|(name, _)| !known().any(|known| known == name)) {
            let (column, nearest) = (name.clone(), names::nearest(name, known()));
            return Err(EncodeError::NoSuchFeature { column, nearest, known: known().map(str::to_owned).collect() });
        }
        let cell = |encoder: &ColumnEncoder| {
            let given = cells.iter().find(|(name, _)| *name == encoder.name).map(|(_, text)| text.as_str());
            encoder.cell(given)
        };
        self.columns.iter().map(cell).collect()
    }

    /// The number of columns of the matrix.
    pub fn n_terms(&self) -> usize {
        self.columns.iter().map(|column| column.n_terms(self.options.coding)).sum()
    }

    /// What each column of the matrix is, in order.
    pub fn terms(&self) -> Vec<Term> {
        let of_column = |(at, encoder): (usize, &ColumnEncoder)| match &encoder.kind {
            ColumnEncoding::Numeric { .. } => vec![Term { name: encoder.name.clone(), column: at, level: None }],
            ColumnEncoding::Categorical { .. } => (encoder.coded_levels(self.options.coding).iter())
                .map(|level| Term { name: format!("{}={level}", encoder.name), column: at, level: Some(level.clone()) })
                .collect(),
        };
        self.columns.iter().enumerate().flat_map(of_column).collect()
    }

    /// Whether an encoder read from a file can be one that [`fit`](Self::fit) made.
    ///
    /// # Errors
    /// The first column that cannot.
    pub fn check(&self) -> Result<(), EncodeError> {
        self.columns.iter().try_for_each(|column| column.check())
    }
}

#[cfg(test)]
mod tests;
