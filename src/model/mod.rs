//! Fitted models: parameters, predictions, and why a prediction came out as it did.
//!
//! A model is plain numbers with names, and serialises to JSON that a person can read. It
//! takes columns as they stand in a table and encodes them itself, so that it cannot be
//! given a matrix in another order. Fitting by optimisation is the business of `engine`;
//! what is counting and averaging (naive Bayes) is fitted here.

mod classifier;
mod error;
pub mod kmeans;
pub mod linear;
pub mod logistic;
pub mod naive_bayes;
mod shares;

pub use classifier::{Classifier, Share, normalized};
pub use error::ModelError;
pub use kmeans::KMeans;
pub use linear::Linear;
pub use logistic::Logistic;
pub use naive_bayes::NaiveBayes;
pub use shares::INTERCEPT;

/// Any fitted model.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Model {
    /// Logistic regression.
    Logistic(Logistic),
    /// Naive Bayes.
    NaiveBayes(NaiveBayes),
    /// Linear regression.
    Linear(Linear),
    /// k-means.
    #[serde(rename = "k-means")]
    KMeans(KMeans),
}

impl Model {
    /// `logistic`, `naive-bayes`, `linear` or `k-means`.
    pub fn kind(&self) -> &'static str {
        match self {
            Model::Logistic(_) => "logistic",
            Model::NaiveBayes(_) => "naive-bayes",
            Model::Linear(_) => "linear",
            Model::KMeans(_) => "k-means",
        }
    }

    /// The model as a classifier, if it is one.
    pub fn as_classifier(&self) -> Option<&dyn Classifier> {
        match self {
            Model::Logistic(model) => Some(model),
            Model::NaiveBayes(model) => Some(model),
            Model::Linear(_) | Model::KMeans(_) => None,
        }
    }

    /// What the features may be.
    pub fn features(&self) -> Vec<crate::data::Feature> {
        match self {
            Model::Logistic(model) => model.encoder.features(),
            Model::NaiveBayes(model) => Classifier::features(model),
            Model::Linear(model) => model.encoder.features(),
            Model::KMeans(model) => model.encoder.features(),
        }
    }

    /// Whether a model read from a file can be one that a fit made.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn check(&self) -> Result<(), ModelError> {
        match self {
            Model::Logistic(model) => model.check(),
            Model::NaiveBayes(model) => model.check(),
            Model::Linear(model) => model.check(),
            Model::KMeans(model) => model.check(),
        }
    }
}
