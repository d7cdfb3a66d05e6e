//! An encoded table whose indicators are not written out.

use ndarray::{Array2, CowArray, Ix2, ShapeBuilder};

/// The code of a level that has no term: the first one under drop-first coding.
pub const NO_TERM: u32 = u32::MAX;

/// The same matrix as [`Encoder::transform`](super::Encoder::transform) makes, `(n_samples,
/// n_terms)`, in memory that does not grow with the number of levels: of a categorical column it
/// keeps which of its terms is 1 in each row, all others being 0.
#[derive(Debug, Clone, PartialEq)]
pub struct OneHot {
    /// Rows.
    pub n_samples: usize,
    /// Columns of the matrix.
    pub n_terms: usize,
    /// `(n_samples, n_numeric)`: the numeric terms, column after column in memory.
    pub numeric: Array2<f64>,
    /// Which term each of these is.
    pub numeric_terms: Vec<usize>,
    /// One a categorical column.
    pub indicators: Vec<Indicators>,
}

/// The indicators of one categorical column.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// The first of its terms.
    pub first_term: usize,
    /// For each row, which of its terms (from 0) is 1, or [`NO_TERM`].
    pub codes: Vec<u32>,
}

impl Indicators {
    /// Each row with the term that is 1 there, if there is one.
    pub fn terms(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let term = |(row, &code): (usize, &u32)| (code != NO_TERM).then(|| (row, self.first_term + code as usize));
        self.codes.iter().enumerate().filter_map(term)
    }
}

impl OneHot {
    /// The matrix with every indicator written out, column after column in memory; no copy of
    /// one that has none.
    pub fn to_dense(&self) -> CowArray<'_, f64, Ix2> {
        if self.indicators.is_empty() {
            return self.numeric.view().into();
        }
        let mut x = Array2::zeros((self.n_samples, self.n_terms).f());
        for (&term, column) in self.numeric_terms.iter().zip(self.numeric.columns()) {
            x.column_mut(term).assign(&column);
        }
        for (row, term) in self.indicators.iter().flat_map(Indicators::terms) {
            x[[row, term]] = 1.0;
        }
        x.into()
    }

    /// `X w + b` for each row.
    pub fn scores(&self, weights: &[f64], intercept: f64) -> Vec<f64> {
        let mut scores = vec![intercept; self.n_samples];
        for (&term, column) in self.numeric_terms.iter().zip(self.numeric.columns()) {
            scores.iter_mut().zip(column).for_each(|(score, x)| *score += weights[term] * x);
        }
        for (row, term) in self.indicators.iter().flat_map(Indicators::terms) {
            scores[row] += weights[term];
        }
        scores
    }
}
