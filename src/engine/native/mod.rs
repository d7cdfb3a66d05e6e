//! The native engine: textbook algorithms over blocked sums.

mod aggregates;
mod assign;
mod binary;
mod centre;
mod cross_products;
mod dependent_columns;
mod design;
mod initial_centroids;
mod kmeans;
mod kmeans_in_passes;
mod linear;
mod lloyd;
mod logistic;
mod newton;
mod newton_cg;
mod objective;
mod overlap_proof;
mod problem;
mod qr;
mod remembered;
mod row_space;
mod single_moves;
mod softmax;
mod solve;
mod sparse;
mod variance;
mod warm_start;

pub use aggregates::{begin_native, merge_native};
pub use assign::assign;
pub use centre::Centre;
pub use dependent_columns::dependent_columns;
pub use initial_centroids::initial_centroids;
pub use kmeans::STARTING_ROWS;
pub use kmeans_in_passes::Nearest;

use super::blocks::{CellStorage, RowSource, Targets};
use super::{
    Engine, EngineError, KMeansFit, KMeansOptions, LinearFit, LinearOptions, LogisticFit, LogisticOptions, check,
};
use crate::data::encode::OneHot;
use ndarray::ArrayView2;

/// Indicators from which they are not written out, where that can be helped.
const MANY_INDICATORS: usize = 300;

/// Newton's method, normal equations with a QR fallback, and Lloyd's algorithm.
pub struct Native;

impl Engine for Native {
    fn name(&self) -> &'static str {
        "native"
    }

    fn proves_overlap(&self) -> bool {
        true
    }

    fn logistic(
        &self,
        x: ArrayView2<f64>,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError> {
        check::shape(x, labels.len(), options.l2)?;
        check::labels(labels, n_classes)?;
        logistic::fit(CellStorage::Matrix(x), Targets::Classes(labels), n_classes, options)
    }

    /// Under a penalty, where no step needs the whole Hessian.
    fn keeps_indicators(&self, table: &OneHot, l2: f64) -> bool {
        let n_indicators = table.n_terms - table.numeric_terms.len();
        l2 > 0.0 && n_indicators >= MANY_INDICATORS && n_indicators > table.numeric_terms.len()
    }

    fn logistic_of_table(
        &self,
        table: &OneHot,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError> {
        if !self.keeps_indicators(table, options.l2) {
            return self.logistic(table.to_dense().view(), labels, n_classes, options);
        }
        check::shape(table.numeric.view(), labels.len(), options.l2)?;
        check::labels(labels, n_classes)?;
        logistic::fit_table(table, labels, n_classes, options)
    }

    fn linear(&self, x: ArrayView2<f64>, y: &[f64], options: &LinearOptions) -> Result<LinearFit, EngineError> {
        check::shape(x, y.len(), options.l2)?;
        check::targets(y)?;
        check::fitted(x, linear::fit(CellStorage::Matrix(x), Targets::Numbers(y), options.l2)?)
    }

    fn kmeans(&self, x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError> {
        check::shape(x, x.nrows(), 0.0)?;
        check::clusters(x, options)?;
        kmeans::fit(x, options)
    }
}

/// The same fits of rows that come in passes. What a source must be in order to be fitted, its classes
/// and its finite cells, is the source's to see to.
impl Native {
    /// As [`Engine::linear`], from the source's targets.
    ///
    /// # Errors
    /// Sums that leave the range of `f64`.
    pub fn linear_in_passes(&self, source: &dyn RowSource, options: &LinearOptions) -> Result<LinearFit, EngineError> {
        let fit = linear::fit(CellStorage::Source(source), Targets::OfSource, options.l2)?;
        let is_finite = fit.intercept.is_finite() && fit.coefficients.iter().all(|one| one.is_finite());
        if is_finite { Ok(fit) } else { Err(EngineError::TargetOverflow) }
    }

    /// As [`Engine::kmeans`], but for the rows' clusters: nobody remembers them. Runs are made on a sample of
    /// 32,768 rows drawn by the seed; the best of them goes on over all rows.
    ///
    /// # Errors
    /// More clusters than there are different rows in that sample, sums that leave the range of `f64`.
    pub fn kmeans_in_passes(
        &self,
        source: &dyn RowSource,
        options: &KMeansOptions,
    ) -> Result<(KMeansFit, Nearest), EngineError> {
        kmeans_in_passes::fit(source, options)
    }

    /// As [`Engine::logistic`], from the source's classes, by Newton's method whatever the size.
    ///
    /// # Errors
    /// Sums that leave the range of `f64`.
    pub fn logistic_in_passes(
        &self,
        source: &dyn RowSource,
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError> {
        logistic::fit(CellStorage::Source(source), Targets::OfSource, n_classes, options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Init;
    use ndarray::{Array2, array};

    #[test]
    fn a_column_too_large_to_be_squared_is_named() {
        let x = array![[1.0, 1e200], [2.0, -2e200], [3.0, 3e200], [5.0, -1e200]];
        let options = LogisticOptions { l2: 1.0, ..LogisticOptions::default() };
        let error = Native.logistic(x.view(), &[0, 1, 1, 0], 2, &options).unwrap_err();
        assert_eq!(error, EngineError::Overflow { column: 1 });
        let error = Native.logistic(x.view(), &[0, 1, 2, 0], 3, &options).unwrap_err();
        assert_eq!(error, EngineError::Overflow { column: 1 });
    }

    #[test]
    fn a_target_too_large_to_be_squared_is_not_a_columns_fault() {
        for n_columns in [0, 1] {
            let x = Array2::from_shape_fn((4, n_columns), |(i, _)| (i * i) as f64);
            let y = [1e200, -2e200, 1e200, 3e200];
            let error = Native.linear(x.view(), &y, &LinearOptions::default()).unwrap_err();
            assert_eq!(error, EngineError::TargetOverflow);
        }
    }

    #[test]
    fn rows_without_columns_are_one_cluster() {
        let options = KMeansOptions { init: Init::PlusPlus, ..KMeansOptions::new(1) };
        let fit = Native.kmeans(Array2::zeros((5, 0)).view(), &options).unwrap();
        assert_eq!((fit.inertia, fit.labels), (0.0, vec![0; 5]));
    }
}
