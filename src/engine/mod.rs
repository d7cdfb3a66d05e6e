//! How models are fitted: as sums over the rows of a matrix.
//!
//! An [`Engine`] gets plain numbers and returns plain parameters. Two are built in:
//! [`Linfa`] for classroom-sized tables, and [`Native`] for anything larger and for what
//! linfa does not offer (standard errors, dependent columns, and Lloyd's own path to the
//! clusters, with its trace and chosen starting points). The native drivers (Newton, normal equations, Lloyd) only ever ask for *sums
//! over rows* ([`blocks`]), so that where the rows lie is another implementation of the
//! same pass.

pub mod blocks;
mod check;
mod dense;
mod error;
mod fit;
mod kernels;
mod linfa;
mod native;
mod options;
pub mod separation;

pub use check::distinct_rows;
pub use error::EngineError;
pub use fit::{KMeansFit, KMeansStep, LinearFit, LogisticFit};
pub use linfa::Linfa;
pub use native::Native;
pub use options::{EngineChoice, Init, KMeansOptions, LinearOptions, LogisticOptions, Needs};

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
    /// back without a proof of `overlap`, and [`separation::detect`] says why.
    fn logistic(
        &self,
        x: ArrayView2<f64>,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError>;

    /// Least squares and ridge: minimises `sum_i (y_i - x_i w - b)^2 + l2 * |w|^2`.
    fn linear(&self, x: ArrayView2<f64>, y: &[f64], options: &LinearOptions) -> Result<LinearFit, EngineError>;

    /// k-means: minimises the inertia, the sum over rows of the squared distance to the
    /// nearest of `k` centroids, by Lloyd's algorithm (1982).
    fn kmeans(&self, x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError>;
}

/// Cells (rows times columns) up to which a table counts as classroom-sized.
pub const CLASSROOM_CELLS: usize = 10_000;

/// Columns above which Newton's matrix, their number squared, costs more than many steps of
/// L-BFGS.
pub const WIDE_COLUMNS: usize = 500;

/// The engine for a table of this size: the one asked for, or with [`EngineChoice::Auto`]
/// linfa for a classroom-sized or a wide table that needs nothing linfa lacks, and else native.
pub fn choose(choice: EngineChoice, n_samples: usize, n_features: usize, needs: Needs) -> &'static dyn Engine {
    let small = n_samples.saturating_mul(n_features) <= CLASSROOM_CELLS;
    match choice {
        EngineChoice::Linfa => &Linfa,
        EngineChoice::Auto if (small || n_features > WIDE_COLUMNS) && needs == Needs::default() => &Linfa,
        EngineChoice::Auto | EngineChoice::Native => &Native,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linfa_serves_the_classroom_and_native_the_rest() {
        let auto = |rows, needs| choose(EngineChoice::Auto, rows, 10, needs).name();
        assert_eq!(auto(17, Needs::default()), "linfa");
        assert_eq!(auto(1_000_000, Needs::default()), "native");
        assert_eq!(auto(17, Needs { inference: true, ..Needs::default() }), "native");
        assert_eq!(choose(EngineChoice::Linfa, 1_000_000, 10, Needs::default()).name(), "linfa");
    }
}
