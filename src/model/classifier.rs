//! What all classifiers have in common.

use super::ModelError;
use crate::data::{Column, Feature};
use crate::math;
use ndarray::Array2;

/// A fitted model of `P(class | features)`.
pub trait Classifier: Send + Sync {
    /// The class names, in the order of every probability.
    fn classes(&self) -> &[String];

    /// What the features may be.
    fn features(&self) -> Vec<Feature>;

    /// `(n_samples, n_classes)` logarithms of the probabilities, but for a constant in each
    /// row. Columns are found by name.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError>;

    /// `(n_samples, n_classes)` probabilities; each row sums to 1.
    ///
    /// # Errors
    /// As [`log_scores`](Self::log_scores).
    fn predict_proba(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        self.log_scores(features).map(normalized)
    }

    /// One sample from its cells as text: columns of one row.
    ///
    /// # Errors
    /// A name that is no feature, or text where a number is wanted.
    fn row(&self, cells: &[(String, String)]) -> Result<Vec<Column>, ModelError>;

    /// Why the one sample in `features` got its probabilities: shares that add up to each
    /// class's score. Of two classes the first one's are 0: the second one's sum is the
    /// log-odds.
    ///
    /// # Errors
    /// As [`log_scores`](Self::log_scores).
    fn explain(&self, features: &[Column]) -> Result<Vec<Share>, ModelError>;
}

/// One feature's share of each class's score.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// `(Intercept)`, `密度`, or `色泽=青绿`.
    pub term: String,
    /// `(n_classes)`, in nats.
    pub values: Vec<f64>,
}

/// The softmax of each row.
pub fn normalized(mut scores: Array2<f64>) -> Array2<f64> {
    for mut row in scores.rows_mut() {
        math::softmax(row.as_slice_mut().expect("rows of a new matrix are contiguous"));
    }
    scores
}
