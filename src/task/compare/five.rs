//! The five models, trained on the same samples.

use super::clusters::Clusters;
use super::{CompareOptions, ModelName};
use crate::data::{Column, Labels};
use crate::model::naive_bayes::Likelihood;
use crate::model::{Classifier, Logistic, NaiveBayes};
use crate::task::sentences::{Reader, SentenceModel};
use crate::task::{TaskError, classify};
use ndarray::Array2;
use std::time::Instant;

/// The five models, trained on the same samples.
pub(super) struct Five {
    pub logistic: Logistic,
    pub naive_bayes: NaiveBayes,
    pub ngram: SentenceModel,
    pub gpt: SentenceModel,
    pub clusters: Clusters,
    /// How long each was trained, in the order of [`ModelName::ALL`].
    pub training_secs: [f64; 5],
    /// Whether the logistic regression converged.
    pub converged: bool,
}

impl Five {
    /// Trains one after the other.
    ///
    /// # Errors
    /// The first that any of them has.
    pub fn fit(
        features: &[Column],
        labels: &Labels,
        options: &CompareOptions,
        impute: bool,
    ) -> Result<Five, TaskError> {
        let (logistic, a) = timed(|| classify::logistic(features, labels, &options.classify(), impute))?;
        let (naive_bayes, b) = timed(|| Ok(NaiveBayes::fit(features, labels, options.classify().alpha)?))?;
        let (ngram, c) = timed(|| SentenceModel::fit(features, labels, &options.sentences(Reader::NGram)))?;
        let (gpt, d) = timed(|| SentenceModel::fit(features, labels, &options.sentences(Reader::Gpt)))?;
        let (clusters, e) = timed(|| Clusters::fit(features, labels, options.seed))?;
        let (logistic, converged) = logistic;
        Ok(Five { logistic, naive_bayes, ngram, gpt, clusters, training_secs: [a, b, c, d, e], converged })
    }

    /// `(n_samples, n_classes)` probabilities of one of them.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    pub fn predict_proba(&self, model: ModelName, columns: &[Column]) -> Result<Array2<f64>, TaskError> {
        Ok(match model {
            ModelName::Logistic => self.logistic.predict_proba(columns)?,
            ModelName::NaiveBayes => self.naive_bayes.predict_proba(columns)?,
            ModelName::NGram => self.ngram.predict_proba(columns)?,
            ModelName::Gpt => self.gpt.predict_proba(columns)?,
            ModelName::KMeans => self.clusters.predict_proba(columns)?,
        })
    }

    /// The number of numbers that each has learned.
    pub fn n_params(&self, model: ModelName) -> usize {
        match model {
            ModelName::Logistic => self.logistic.outputs.iter().map(|output| output.coefficients.len() + 1).sum(),
            ModelName::NaiveBayes => n_probabilities(&self.naive_bayes),
            ModelName::NGram => self.ngram.lm.n_params(),
            ModelName::Gpt => self.gpt.lm.n_params(),
            ModelName::KMeans => self.clusters.n_params(),
        }
    }

    /// The language model of this name.
    pub fn reader(&self, model: ModelName) -> Option<&SentenceModel> {
        match model {
            ModelName::NGram => Some(&self.ngram),
            ModelName::Gpt => Some(&self.gpt),
            _ => None,
        }
    }
}

/// The priors, and the tables or the means and spreads of all features.
fn n_probabilities(model: &NaiveBayes) -> usize {
    let of = |likelihood: &Likelihood| match likelihood {
        Likelihood::Categorical(table) => table.probabilities.iter().map(Vec::len).sum(),
        Likelihood::Gaussian { means, std_devs, .. } => means.len() + std_devs.len(),
    };
    model.priors.len() + model.features.iter().map(|feature| of(&feature.likelihood)).sum::<usize>()
}

fn timed<T>(work: impl FnOnce() -> Result<T, TaskError>) -> Result<(T, f64), TaskError> {
    let start = Instant::now();
    Ok((work()?, start.elapsed().as_secs_f64()))
}
