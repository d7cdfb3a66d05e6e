//! How models are fitted: as sums over the rows of a matrix.
//!
//! An [`Engine`] gets plain numbers and returns plain parameters. Two are built in:
//! [`Native`], which fits whatever is not asked of the other, and [`Linfa`], which fits small
//! ridge regressions, and anything it can when it is asked for: another program's algorithms,
//! against which ours are checked. The native drivers (Newton, normal equations, Lloyd) only ever
//! ask for *sums over rows* (`blocks`), so that where the rows lie is another implementation of
//! the same pass.

mod blocks;
mod check;
mod choose;
mod dense;
mod error;
mod fit;
mod kernels;
mod linfa;
mod native;
mod options;
pub mod patience;
pub mod separation;

pub(crate) use blocks::as_numbers;
pub use blocks::{
    AggregateCall, AsNumbers, LaneSums, PICK_ROWS, PartitionAccumulator, Picked, Piece, RowSource, Sums, Visitor,
    lanes, pick, together, total_of,
};
pub use check::distinct_rows;
pub use choose::choose;
pub use error::{EngineError, NotOffered};
pub use fit::{KMeansFit, KMeansStep, LinearFit, LogisticFit};
pub use linfa::Linfa;
pub use native::{Native, Nearest, STARTING_ROWS, begin_native, merge_native};
pub use options::{EngineChoice, Init, KMeansOptions, LinearOptions, LogisticOptions, Needs};

use crate::data::encode::OneHot;
use ndarray::ArrayView2;

/// Fits the program's three discriminative and unsupervised models.
///
/// Matrices are `(n_samples, n_features)` without a column for the intercept, in either
/// memory layout. The intercept is always fitted and never penalised.
pub trait Engine: Sync {
    /// The name that `--engine` knows it by.
    fn name(&self) -> &'static str;

    /// Whether its unpenalised logistic fits look for a proof that the classes overlap, and
    /// can say along which direction they do not.
    fn proves_overlap(&self) -> bool {
        false
    }

    /// Logistic regression: minimises `sum_i log_loss_i + l2/2 * |w|^2`.
    ///
    /// `labels[i]` is the class of row `i`, in `0..n_classes`. Two classes give one row of
    /// coefficients, for class 1. More give one row a class: with a penalty the symmetric
    /// softmax (intercepts sum to zero), without one class 0 is the reference and its row
    /// is zero.
    ///
    /// A table whose classes are separated has no estimate at `l2 = 0`: the fit then comes
    /// back without `overlap_proven`, and [`separation::detect`] says why.
    ///
    /// ```
    /// use melon::engine::{Engine, LogisticOptions, Native};
    /// // At x = 0 one sample of four is of class 1, at x = 1 three of four are.
    /// let x = ndarray::array![[0.0], [0.0], [0.0], [0.0], [1.0], [1.0], [1.0], [1.0]];
    /// let options = LogisticOptions { l2: 0.0, ..Default::default() };
    /// let fit = Native.logistic(x.view(), &[0, 0, 0, 1, 0, 1, 1, 1], 2, &options)?;
    /// // So the odds are 1/3 at 0, and 9 times that at 1.
    /// assert!((fit.intercepts[0] - (1.0f64 / 3.0).ln()).abs() < 1e-9);
    /// assert!((fit.coefficients[[0, 0]] - 9f64.ln()).abs() < 1e-9);
    /// # Ok::<(), melon::engine::EngineError>(())
    /// ```
    fn logistic(
        &self,
        x: ArrayView2<f64>,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError>;

    /// Whether a fit of this table leaves its indicators as they are; else it writes them out.
    fn keeps_indicators(&self, _table: &OneHot, _l2: f64) -> bool {
        false
    }

    /// The same for an encoded table.
    ///
    /// # Errors
    /// As [`logistic`](Self::logistic).
    fn logistic_of_table(
        &self,
        table: &OneHot,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError> {
        self.logistic(table.to_dense().view(), labels, n_classes, options)
    }

    /// Least squares and ridge: minimises `sum_i (y_i - x_i w - b)^2 + l2 * |w|^2`.
    ///
    /// ```
    /// use melon::engine::{Engine, LinearOptions, Native};
    /// let (x, y) = (ndarray::array![[-1.0], [0.0], [1.0]], [1.0, 4.0, 4.0]);
    /// // The mean of y is 3; w = sum x y / sum x x = 3 / 2, and with a penalty 3 / (2 + l2).
    /// for (l2, w) in [(0.0, 1.5), (1.0, 1.0)] {
    ///     let fit = Native.linear(x.view(), &y, &LinearOptions { l2 })?;
    ///     assert!((fit.intercept - 3.0).abs() < 1e-12 && (fit.coefficients[0] - w).abs() < 1e-12);
    /// }
    /// # Ok::<(), melon::engine::EngineError>(())
    /// ```
    fn linear(&self, x: ArrayView2<f64>, y: &[f64], options: &LinearOptions) -> Result<LinearFit, EngineError>;

    /// k-means: minimises the inertia, the sum over rows of the squared distance to the
    /// nearest of `k` centroids, by Lloyd's algorithm (1982).
    ///
    /// ```
    /// use melon::engine::{Engine, Init, KMeansOptions, Native};
    /// let x = ndarray::array![[0.0], [1.0], [9.0], [10.0]];
    /// let options = KMeansOptions { init: Init::Rows(vec![0, 1]), ..KMeansOptions::new(2) };
    /// let fit = Native.kmeans(x.view(), &options)?;
    /// assert_eq!(fit.centroids, ndarray::array![[0.5], [9.5]]);
    /// assert_eq!((fit.labels, fit.inertia), (vec![0, 0, 1, 1], 4.0 * 0.5 * 0.5));
    /// # Ok::<(), melon::engine::EngineError>(())
    /// ```
    fn kmeans(&self, x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError>;
}
