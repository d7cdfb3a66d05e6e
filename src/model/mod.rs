//! Fitted models: parameters, predictions, and why a prediction came out as it did.
//!
//! A model is plain numbers with names, and serialises to JSON that a person can read. It
//! takes columns as they stand in a table and encodes them itself, so that it cannot be
//! given a matrix in another order. Fitting by optimisation is the business of `engine`;
//! what is counting and averaging (naive Bayes) is fitted here.

mod cells;
mod classifier;
mod error;
mod explanation;
mod feature_terms;
pub mod kmeans;
pub mod knn;
pub mod linear;
pub mod logistic;
pub mod naive_bayes;
pub mod tree;

pub use classifier::{Classifier, Drawn, Factor, FeatureModel, Gaps, Generative, normalized};
pub use error::ModelError;
pub use explanation::{Explanation, Guess, Neighbor, NextToken, Share, TermShare, TreeWay, rounded};
pub use feature_terms::INTERCEPT;
pub use kmeans::KMeans;
pub use knn::Knn;
pub use linear::Linear;
pub use logistic::Logistic;
pub use naive_bayes::NaiveBayes;
pub use tree::Tree;

/// Any fitted model that one file can hold, told apart by its `kind`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Model {
    /// Logistic regression.
    Logistic(Logistic),
    /// Naive Bayes.
    NaiveBayes(NaiveBayes),
    /// k-nearest neighbours.
    Knn(Knn),
    /// Decision tree.
    Tree(Tree),
    /// Linear regression.
    Linear(Linear),
    /// k-means.
    #[serde(rename = "k-means")]
    KMeans(KMeans),
}

/// What a model is there for.
pub enum ModelRole<'a> {
    /// To tell classes apart.
    Classifier(&'a dyn Classifier),
    /// To predict a number.
    Regression(&'a Linear),
    /// To put samples into groups.
    Clustering(&'a KMeans),
}

impl Model {
    /// The model as what it is there for.
    pub fn role(&self) -> ModelRole<'_> {
        match self {
            Model::Logistic(model) => ModelRole::Classifier(model),
            Model::NaiveBayes(model) => ModelRole::Classifier(model),
            Model::Knn(model) => ModelRole::Classifier(model),
            Model::Tree(model) => ModelRole::Classifier(model),
            Model::Linear(model) => ModelRole::Regression(model),
            Model::KMeans(model) => ModelRole::Clustering(model),
        }
    }

    /// The model as a classifier, if it is one.
    pub fn as_classifier(&self) -> Option<&dyn Classifier> {
        match self.role() {
            ModelRole::Classifier(model) => Some(model),
            ModelRole::Regression(_) | ModelRole::Clustering(_) => None,
        }
    }

    /// What the features may be.
    pub fn features(&self) -> Vec<crate::data::Feature> {
        match self.role() {
            ModelRole::Classifier(model) => model.features(),
            ModelRole::Regression(model) => model.encoder.features(),
            ModelRole::Clustering(model) => model.encoder.features(),
        }
    }

    /// Whether a model read from a file can be one that a fit made.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn check(&self) -> Result<(), ModelError> {
        match self.role() {
            ModelRole::Classifier(model) => model.check(),
            ModelRole::Regression(model) => model.check(),
            ModelRole::Clustering(model) => model.check(),
        }
    }
}
