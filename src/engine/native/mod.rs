//! The native engine: textbook algorithms over blocked sums.

mod assign;
mod binary;
mod centre;
mod empty;
mod kmeans;
mod linear;
mod logistic;
mod moments;
mod newton;
mod overlap;
mod qr;
mod sample;
mod softmax;
mod starts;

pub use assign::assign;
pub use centre::Centre;
pub use moments::dependent_columns;
pub use starts::start;

use super::{
    Engine, EngineError, KMeansFit, KMeansOptions, LinearFit, LinearOptions, LogisticFit, LogisticOptions, check,
};
use ndarray::ArrayView2;

/// Newton's method, normal equations with a QR fallback, and Lloyd's algorithm.
pub struct Native;

impl Engine for Native {
    fn name(&self) -> &'static str {
        "native"
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
        logistic::fit(x, labels, n_classes, options)
    }

    fn linear(&self, x: ArrayView2<f64>, y: &[f64], options: &LinearOptions) -> Result<LinearFit, EngineError> {
        check::shape(x, y.len(), options.l2)?;
        check::targets(y)?;
        linear::fit(x, y, options.l2)
    }

    fn kmeans(&self, x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError> {
        check::shape(x, x.nrows(), 0.0)?;
        check::clusters(x, options)?;
        kmeans::fit(x, options)
    }
}
