//! Naive Bayes: a generative model of melons, `P(x, y) = P(y) prod_i P(x_i | y)`.
//!
//! Given the class, features are taken to be independent. Categorical ones have a table of
//! probabilities with Laplace smoothing, numeric ones a normal density. Everything is
//! computed in logarithms. Because it models the melon and not only the answer, it can
//! leave features out (summing over what they might be), say how usual a melon is, and make
//! new ones. Zhou, 机器学习 (2016), section 7.3.
//!
//! Beside scikit-learn: a spread has divisor `n - 1` (`GaussianNB`: `n`, and a billionth of the
//! largest variance added), and `P(y)` is smoothed as the tables are (`CategoricalNB`: it is not).

mod feature;
mod fit;
mod generative;
mod likelihood;
mod seen;

pub use feature::FeatureLikelihood;
pub use likelihood::{LevelProbabilities, Likelihood};
pub use seen::{FeatureStatistics, MeanAndSd};

use super::{Classifier, Explanation, Gaps, Generative, INTERCEPT, ModelError, Share};
use crate::data::Column;
use ndarray::Array2;
use serde::{Deserialize, Serialize};

/// A fitted naive Bayes model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NaiveBayes {
    /// The name of the column that is predicted.
    pub target: String,
    /// Class names, in the order of every list below.
    pub classes: Vec<String>,
    /// The smoothing weight: how many samples of each value are taken to have been seen
    /// before the first (Laplace: 1; none: 0).
    pub alpha: f64,
    /// `P(y)`, `(n_classes)`: `(n_y + alpha) / (n + alpha n_classes)`.
    pub priors: Vec<f64>,
    /// `P(x_i | y)`, one a feature.
    pub features: Vec<FeatureLikelihood>,
}

impl NaiveBayes {
    /// `ln P(x, y)`, `(n_samples, n_classes)`. A missing cell is summed over: its factor is
    /// `sum_x P(x | y) = 1`.
    ///
    /// # Errors
    /// A column that is not there, an unseen category, a cell that is infinite or no number.
    pub fn log_joint(&self, columns: &[Column]) -> Result<Array2<f64>, ModelError> {
        let cells = self.features.iter().map(|feature| feature.cells(columns)).collect::<Result<Vec<_>, _>>()?;
        let n_samples = columns.first().map_or(0, Column::len);
        Ok(Array2::from_shape_fn((n_samples, self.classes.len()), |(row, class)| {
            let factors = self.features.iter().zip(&cells);
            self.priors[class].ln() + factors.map(|(f, cells)| f.likelihood.log(cells, row, class)).sum::<f64>()
        }))
    }
}

impl Classifier for NaiveBayes {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<crate::data::Feature> {
        self.features.iter().map(FeatureLikelihood::values).collect()
    }

    /// `ln P(x, y)`, of which `P(y | x)` is the softmax over `y`.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        let joint = self.log_joint(features)?;
        let impossible = |row: ndarray::ArrayView1<f64>| row.iter().all(|score| *score == f64::NEG_INFINITY);
        match joint.rows().into_iter().position(impossible) {
            Some(row) => Err(ModelError::NoClassPossible { row }),
            None => Ok(joint),
        }
    }

    /// Of two classes, the second one's shares are `ln P(x_i | 1) - ln P(x_i | 0)`.
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let share = |term: String, logs: Vec<f64>| {
            let origin = if logs.len() == 2 { logs[0] } else { 0.0 };
            Share { term, values: logs.iter().map(|log| log - origin).collect() }
        };
        let mut shares = vec![share(INTERCEPT.to_owned(), self.priors.iter().map(|p| p.ln()).collect())];
        for feature in &self.features {
            let cells = feature.cells(features)?;
            if !cells.is_missing(0) {
                let logs = (0..self.classes.len()).map(|class| feature.likelihood.log(&cells, 0, class));
                shares.push(share(feature.term(&cells, 0), logs.collect()));
            }
        }
        Ok(Explanation::Scores { shares })
    }

    /// The priors, and the tables or the means and spreads of all features.
    fn n_params(&self) -> usize {
        self.priors.len() + self.features.iter().map(|feature| feature.likelihood.n_params()).sum::<usize>()
    }

    fn gaps(&self) -> Gaps {
        Gaps::LeftOut
    }

    fn check(&self) -> Result<(), ModelError> {
        let n_classes = self.classes.len();
        let is_distribution = self.priors.len() == n_classes && likelihood::is_distribution(&self.priors);
        let fault = |fault: String| Err(ModelError::Damaged { fault });
        if n_classes < 2 || !is_distribution {
            return fault("the priors are not a distribution over the classes".into());
        }
        match self.features.iter().find(|feature| !feature.likelihood.is_sound(n_classes)) {
            Some(feature) => fault(format!("the distribution of `{}` is not one", feature.name)),
            None => Ok(()),
        }
    }

    fn generative(&self) -> Option<&dyn Generative> {
        Some(self)
    }
}

#[cfg(test)]
mod tests;
