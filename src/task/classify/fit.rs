//! A classifier on the table that it was fitted on, and what both together say.

use super::{LogisticSummary, Separator};
use crate::data::encode::{Coding, ColumnEncoding};
use crate::data::{Dataset, Labels};
use crate::engine::separation;
use crate::math;
use crate::model::{Classifier, Logistic, Model, normalized};
use crate::task::checked::Checked;
use crate::task::classifiers::{self, FitOptions, LogisticEstimate};
use crate::task::{TaskError, summary};
use ndarray::Array2;

/// A classifier on the samples it was fitted on.
pub(in crate::task) struct ClassificationFit {
    pub model: Model,
    pub engine: &'static str,
    /// `(n_samples, n_classes)` probabilities of the training samples.
    pub probabilities: Array2<f64>,
    /// Their logarithms, but for a constant in each row.
    pub scores: Array2<f64>,
    /// `sum ln p(true class)` over the training samples.
    pub log_likelihood: f64,
    /// Of a logistic regression.
    pub estimate: Option<LogisticEstimate>,
    pub separation: separation::Separation,
    /// Columns that were left out for being constant, and not for repeating others.
    pub constant: Vec<usize>,
}

/// Fits on a whole table.
pub(super) fn fit(
    data: &Dataset,
    labels: &Labels,
    options: &Checked<FitOptions>,
) -> Result<ClassificationFit, TaskError> {
    let mut fitted = classifiers::fit(data, labels, options)?;
    let (engine, estimate) = (fitted.engine, fitted.estimate.take());
    let model = fitted.into_model().expect("the options name a classifier that one file holds");
    let (scores, probabilities) = asked(data, &model, estimate.as_ref())?;
    let separation = match &estimate {
        Some(estimate) => estimate.separation(labels)?,
        None => separation::Separation { kind: separation::SeparationKind::None, exact: true },
    };
    let constant = (estimate.as_ref())
        .filter(|estimate| !estimate.fit.dropped.is_empty())
        .map_or(Vec::new(), |e| summary::constant_columns(e.x.to_dense().view(), &e.fit.dropped));
    let log_likelihood = log_likelihood(&scores, &labels.codes);
    Ok(ClassificationFit { model, engine, probabilities, scores, log_likelihood, estimate, separation, constant })
}

/// Log-scores and probabilities of the samples that were learned from, each computed once.
fn asked(
    data: &Dataset,
    model: &Model,
    estimate: Option<&LogisticEstimate>,
) -> Result<(Array2<f64>, Array2<f64>), TaskError> {
    let classifier = model.as_classifier().expect("a classification fits a classifier");
    if !classifier.is_additive() {
        let probabilities = classifier.predict_proba(&data.features)?;
        return Ok((probabilities.mapv(f64::ln), probabilities));
    }
    let scores = match (model, estimate) {
        (Model::Logistic(model), Some(estimate)) => model.scores(&estimate.x), // encoded already
        _ => classifier.log_scores(&data.features)?,
    };
    Ok((scores.clone(), normalized(scores)))
}

impl ClassificationFit {
    /// A model whose samples nobody holds, and that no engine has estimated.
    pub(in crate::task) fn elsewhere(model: Model, log_likelihood: f64) -> ClassificationFit {
        let n_classes = model.as_classifier().map_or(0, |classifier| classifier.classes().len());
        ClassificationFit {
            model,
            engine: "native",
            probabilities: Array2::zeros((0, n_classes)),
            scores: Array2::zeros((0, n_classes)),
            log_likelihood,
            estimate: None,
            separation: separation::Separation { kind: separation::SeparationKind::None, exact: true },
            constant: Vec::new(),
        }
    }

    pub(super) fn classifier(&self) -> &dyn Classifier {
        self.model.as_classifier().expect("a classification fits a classifier")
    }

    /// The logistic regression and its estimate, if it is one.
    pub(super) fn logistic(&self) -> Option<(&Logistic, &LogisticEstimate)> {
        let Model::Logistic(model) = &self.model else { return None };
        Some((model, self.estimate.as_ref()?))
    }

    /// Whether there is no estimate.
    pub(super) fn is_separated(&self) -> bool {
        self.separation.kind != separation::SeparationKind::None
    }

    /// The levels that the others are measured against.
    pub(super) fn reference(&self) -> Vec<String> {
        self.logistic().map_or(Vec::new(), |(model, _)| summary::reference_levels(&model.encoder))
    }

    /// Parameters that the fit was free to choose.
    pub(super) fn n_parameters(&self, n_classes: usize) -> usize {
        let Some(estimate) = &self.estimate else { return 0 };
        let n_outputs = if estimate.l2 > 0.0 && n_classes > 2 { n_classes } else { n_classes - 1 };
        n_outputs * (n_kept(estimate) + 1)
    }

    /// Those of them that matter to an answer: the columns of a category sum to 1, and of the classes' scores
    /// only differences count, so that a penalty alone tells the others.
    pub(super) fn n_free_parameters(&self, n_classes: usize) -> usize {
        let Some((model, estimate)) = self.logistic() else { return 0 };
        let is_category = |kind: &ColumnEncoding| matches!(kind, ColumnEncoding::Categorical { .. });
        let n_repeating = match model.encoder.options.coding {
            Coding::OneHot => model.encoder.columns.iter().filter(|column| is_category(&column.kind)).count(),
            Coding::DropFirst => 0,
        };
        (n_classes - 1) * (1 + n_kept(estimate).saturating_sub(n_repeating))
    }

    /// Likelihood and deviances.
    pub(super) fn summary(&self, counts: &[usize], separators: Vec<Separator>) -> LogisticSummary {
        let log_likelihood = self.log_likelihood;
        let residual_deviance = 0.0 - 2.0 * log_likelihood; // of a perfect fit 0, not -0
        let (n, n_classes) = (counts.iter().sum::<usize>(), counts.len());
        let n_parameters = self.n_parameters(n_classes);
        let unpenalised = self.estimate.as_ref().is_some_and(|estimate| estimate.l2 == 0.0);
        LogisticSummary {
            log_likelihood,
            null_deviance: null_deviance(counts),
            residual_deviance,
            aic: (unpenalised && !self.is_separated()).then_some(residual_deviance + 2.0 * n_parameters as f64),
            df: [(n - 1) * (n_classes - 1), (n * (n_classes - 1)).saturating_sub(n_parameters)],
            iterations: self.estimate.as_ref().and_then(|estimate| estimate.fit.iterations),
            converged: self.estimate.as_ref().is_none_or(|estimate| estimate.fit.converged),
            separation: self.separation.kind,
            separators,
        }
    }
}

/// Columns that were not dropped, without the intercept.
fn n_kept(estimate: &LogisticEstimate) -> usize {
    estimate.fit.coefficients.ncols() - estimate.fit.dropped.len()
}

/// `sum_i (s_iy - ln sum_c e^(s_ic))` over log-scores `s`, `(n_samples, n_classes)`.
fn log_likelihood(scores: &Array2<f64>, codes: &[usize]) -> f64 {
    let of = |(row, &class): (ndarray::ArrayView1<f64>, &usize)| row[class] - math::log_sum_exp(&row.to_vec());
    scores.rows().into_iter().zip(codes).map(of).sum()
}

/// `-2 sum_c n_c ln(n_c / n)`: every sample gets the classes' shares.
fn null_deviance(counts: &[usize]) -> f64 {
    let n = counts.iter().sum::<usize>() as f64;
    -2.0 * counts.iter().map(|&count| n * math::xlogx(count as f64 / n)).sum::<f64>()
}
