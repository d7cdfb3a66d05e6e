//! What all classifiers have in common, and what only some can do.

use super::{Explanation, Guess, ModelError};
use crate::data::{Column, Feature, melon};
use crate::math;
use crate::rng::Stream;
use ndarray::Array2;

/// A fitted model of `P(class | features)`.
pub trait Classifier: Send + Sync {
    /// The name of the column that it predicts.
    fn target(&self) -> &str;

    /// The class names, in the order of every probability.
    fn classes(&self) -> &[String];

    /// What the features may be.
    fn features(&self) -> Vec<Feature>;

    /// Features that no answer depends on: their columns may be missing.
    fn unasked(&self) -> Vec<&str> {
        Vec::new()
    }

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
    fn row(&self, cells: &[(String, String)]) -> Result<Vec<Column>, ModelError> {
        Ok(melon::row(cells, &self.features())?)
    }

    /// Why the one sample in `features` got its probabilities.
    ///
    /// # Errors
    /// As [`log_scores`](Self::log_scores).
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError>;

    /// How many numbers it has learned, or keeps.
    fn n_params(&self) -> usize;

    /// What it does about a feature that a sample lacks.
    fn gaps(&self) -> Gaps;

    /// Whether its scores are log-odds to which every feature adds its share, so that a
    /// sample has its place on the sigmoid.
    fn is_additive(&self) -> bool {
        true
    }

    /// Whether a model read from a file can be one that a fit made.
    ///
    /// # Errors
    /// The first contradiction.
    fn check(&self) -> Result<(), ModelError> {
        Ok(())
    }

    /// The same model as one of the features, if it is one.
    fn feature_model(&self) -> Option<&dyn FeatureModel> {
        Some(self.generative()?)
    }

    /// The same model as a generative one, if it is one.
    fn generative(&self) -> Option<&dyn Generative> {
        None
    }
}

/// What becomes of a feature that a sample lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    /// The sample cannot be answered.
    Refused,
    /// The mean or the most frequent value stands in.
    Imputed,
    /// The answer comes from the other features alone.
    LeftOut,
    /// Every branch answers, each for its share of the samples.
    AllBranches,
}

/// A model of what the features are like, whatever the class.
pub trait FeatureModel {
    /// The feature at `hidden` (among the model's features) of the one sample in `row`,
    /// guessed from the others; `None` if it has no values.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    fn fill(&self, row: &[Column], hidden: usize) -> Result<Option<Guess>, ModelError>;

    /// How usual each sample is, the higher the more: `ln P(x)` in nats, or where there is no
    /// probability another figure.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    fn usualness(&self, features: &[Column]) -> Result<Vec<f64>, ModelError>;

    /// Whether `e^usualness` is a probability for a sample with these cells.
    fn is_probability(&self, row: &[Column]) -> bool;
}

/// A model of `P(x, y)`, the sample and its class.
pub trait Generative: FeatureModel {
    /// Draws `n` new samples.
    fn draw(&self, n: usize, random: &mut Stream) -> Drawn;

    /// `ln P(x, y)` of each sample with the class (by index) at the same place.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    fn log_probs(&self, features: &[Column], classes: &[usize]) -> Result<Vec<f64>, ModelError>;

    /// `P(x, y)` of the one sample factor by factor, `P(y)` first, over the cells that are
    /// given; nothing where the model is no such product.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    fn factors(&self, row: &[Column]) -> Result<Vec<Factor>, ModelError>;
}

/// One factor of `P(x, y)`.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Factor {
    /// `(Intercept)` for the prior, else `column=value`.
    pub term: String,
    /// One a class; a density for a numeric feature.
    pub values: Vec<f64>,
    /// Whether the values are densities.
    #[serde(skip)]
    pub is_density: bool,
}

/// New samples, drawn from `P(x, y)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The features, `n` cells each.
    pub features: Vec<Column>,
    /// The class of each, by index; `None` where what a language model wrote is no sample.
    pub classes: Vec<Option<usize>>,
    /// The sentences, of a language model; else none.
    pub texts: Vec<String>,
}

/// The softmax of each row.
pub fn normalized(mut scores: Array2<f64>) -> Array2<f64> {
    for mut row in scores.rows_mut() {
        math::softmax(row.as_slice_mut().expect("rows of a new matrix are contiguous"));
    }
    scores
}
