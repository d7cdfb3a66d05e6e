//! Fitting: encoding, the engine's work, and what both together say.

use super::{ClassifyOptions, LogisticSummary, ModelKind, Separator};
use crate::data::{Coding, Column, Dataset, EncodeOptions, Encoder, Labels};
use crate::engine::{self, Engine, LogisticFit, LogisticOptions, Needs, separation};
use crate::math;
use crate::model::{Classifier, Logistic, Model, NaiveBayes};
use crate::task::cross_validation::FoldFit;
use crate::task::{TaskError, summary};
use ndarray::Array2;

/// A classifier on the samples it was fitted on.
pub(super) struct Fitted {
    pub model: Model,
    pub engine: &'static str,
    /// `(n_samples, n_classes)` log-scores of the training samples.
    pub scores: Array2<f64>,
    /// What the engine returned; `None` for naive Bayes.
    pub estimate: Option<Estimate>,
}

/// A logistic fit and what was found out about it.
pub(super) struct Estimate {
    pub fit: LogisticFit,
    pub l2: f64,
    pub separation: separation::Separation,
    /// Columns that were left out for being constant, and not for repeating others.
    pub constant: Vec<usize>,
}

/// Fits on a whole table.
pub(super) fn fit(
    data: &Dataset,
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<Fitted, TaskError> {
    match options.model {
        ModelKind::NaiveBayes => {
            let model = NaiveBayes::fit(&data.features, labels, options.alpha)?;
            let scores = model.log_scores(&data.features)?;
            Ok(Fitted { model: Model::NaiveBayes(model), engine: "native", scores, estimate: None })
        }
        ModelKind::Logistic => fit_logistic(data, labels, options, impute),
    }
}

fn fit_logistic(data: &Dataset, labels: &Labels, options: &ClassifyOptions, impute: bool) -> Result<Fitted, TaskError> {
    let Encoded { encoder, x, engine } = encode(&data.features, options, impute)?;
    let fit = run(engine, &encoder, &x, labels, options)?;
    let model = model_of(&fit, encoder, labels);
    let separation = separation_of(engine, &x, labels, &fit, options)?;
    let scores = model.scores(x.view());
    let constant = summary::constant_columns(x.view(), &fit.dropped);
    let estimate = Some(Estimate { fit, l2: options.l2, separation, constant });
    Ok(Fitted { model: Model::Logistic(model), engine: engine.name(), scores, estimate })
}

/// Fits on the training samples of a fold.
///
/// # Errors
/// Those of the fit.
pub fn fit_fold(
    features: &[Column],
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<FoldFit, TaskError> {
    if options.model == ModelKind::NaiveBayes {
        return Ok((Box::new(NaiveBayes::fit(features, labels, options.alpha)?), true));
    }
    let (model, fit, _) = fit_part(features, labels, options, impute)?;
    Ok((Box::new(model), fit.converged))
}

/// Fits a logistic regression on a part of a table, and finds out whether its estimate
/// exists: `false` where the classes are separated at `l2 = 0`.
///
/// # Errors
/// Those of the fit.
pub fn fit_logistic_part(
    features: &[Column],
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<(Logistic, bool), TaskError> {
    let (model, fit, Encoded { x, engine, .. }) = fit_part(features, labels, options, impute)?;
    let exists = fit.overlap_proven || separation_of(engine, &x, labels, &fit, options)?.kind == separation::Kind::None;
    Ok((model, exists))
}

/// A logistic regression on a part of a table, and whether the fit converged.
///
/// # Errors
/// Those of the fit.
pub fn logistic(
    features: &[Column],
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<(Logistic, bool), TaskError> {
    let (model, fit, _) = fit_part(features, labels, options, impute)?;
    Ok((model, fit.converged))
}

fn fit_part(
    features: &[Column],
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<(Logistic, LogisticFit, Encoded), TaskError> {
    let encoded = encode(features, options, impute)?;
    let fit = run(encoded.engine, &encoded.encoder, &encoded.x, labels, options)?;
    Ok((model_of(&fit, encoded.encoder.clone(), labels), fit, encoded))
}

/// A table as the engine wants it.
struct Encoded {
    encoder: Encoder,
    x: Array2<f64>, // (n_samples, n_terms)
    engine: &'static dyn Engine,
}

/// Full one-hot coding under a penalty, drop-first without one: there the full set of
/// indicators is redundant, and its coefficients could not be told apart.
fn encode(features: &[Column], options: &ClassifyOptions, impute: bool) -> Result<Encoded, TaskError> {
    let inference = options.l2 == 0.0;
    let coding = if inference { Coding::DropFirst } else { Coding::OneHot };
    let encoder = Encoder::fit(features, EncodeOptions { coding, standardize: options.standardize, impute })?;
    let x = encoder.transform(features)?;
    let needs = Needs { inference, ..Needs::default() };
    let engine = engine::choose(options.engine, x.nrows(), x.ncols(), needs);
    Ok(Encoded { encoder, x, engine })
}

fn run(
    engine: &dyn Engine,
    encoder: &Encoder,
    x: &Array2<f64>,
    labels: &Labels,
    options: &ClassifyOptions,
) -> Result<LogisticFit, TaskError> {
    let options = LogisticOptions { l2: options.l2, ..LogisticOptions::default() };
    let fit = engine.logistic(x.view(), &labels.codes, labels.classes.len(), &options);
    fit.map_err(|error| TaskError::from_engine(error, &encoder.terms()))
}

fn model_of(fit: &LogisticFit, encoder: Encoder, labels: &Labels) -> Logistic {
    Logistic::new(&labels.target, &labels.classes, encoder, fit.coefficients.view(), &fit.intercepts)
}

/// A penalised estimate always exists; without a penalty it does where classes overlap.
fn separation_of(
    engine: &dyn Engine,
    x: &Array2<f64>,
    labels: &Labels,
    fit: &LogisticFit,
    options: &ClassifyOptions,
) -> Result<separation::Separation, TaskError> {
    if options.l2 > 0.0 {
        return Ok(separation::Separation { kind: separation::Kind::None, exact: true });
    }
    let own = (engine.name() == engine::Native.name()).then_some(fit);
    Ok(separation::detect(x.view(), &labels.codes, labels.classes.len(), own)?)
}

impl Fitted {
    pub(super) fn classifier(&self) -> &dyn Classifier {
        self.model.as_classifier().expect("a classification fits a classifier")
    }

    /// Whether there is no estimate.
    pub(super) fn is_separated(&self) -> bool {
        self.estimate.as_ref().is_some_and(|estimate| estimate.separation.kind != separation::Kind::None)
    }

    /// The levels that the others are measured against.
    pub(super) fn reference(&self) -> Vec<String> {
        match &self.model {
            Model::Logistic(model) => summary::reference_levels(&model.encoder),
            _ => Vec::new(),
        }
    }

    /// The names of these columns of the matrix.
    pub(super) fn terms(&self, columns: &[usize]) -> Vec<String> {
        match &self.model {
            Model::Logistic(model) => columns.iter().map(|&column| model.terms[column].clone()).collect(),
            _ => Vec::new(),
        }
    }

    /// Parameters that the fit was free to choose.
    pub(super) fn n_parameters(&self, n_classes: usize) -> usize {
        let Some(estimate) = &self.estimate else { return 0 };
        let n_outputs = if estimate.l2 > 0.0 && n_classes > 2 { n_classes } else { n_classes - 1 };
        n_outputs * (estimate.fit.coefficients.ncols() - estimate.fit.dropped.len() + 1)
    }

    /// Likelihood and deviances.
    pub(super) fn summary(&self, labels: &Labels, separators: Vec<Separator>) -> LogisticSummary {
        let log_likelihood = log_likelihood(&self.scores, &labels.codes);
        let residual_deviance = -2.0 * log_likelihood;
        let (n, n_classes) = (labels.codes.len(), labels.classes.len());
        let n_parameters = self.n_parameters(n_classes);
        let unpenalised = self.estimate.as_ref().is_some_and(|estimate| estimate.l2 == 0.0);
        let kind = self.estimate.as_ref().map_or(separation::Kind::None, |estimate| estimate.separation.kind);
        LogisticSummary {
            log_likelihood,
            null_deviance: null_deviance(&labels.counts()),
            residual_deviance,
            aic: (unpenalised && !self.is_separated()).then_some(residual_deviance + 2.0 * n_parameters as f64),
            df: [(n - 1) * (n_classes - 1), (n * (n_classes - 1)).saturating_sub(n_parameters)],
            iterations: self.estimate.as_ref().and_then(|estimate| estimate.fit.iterations),
            converged: self.estimate.as_ref().is_none_or(|estimate| estimate.fit.converged),
            separation: name_of(kind).to_owned(),
            separators,
        }
    }
}

fn name_of(kind: separation::Kind) -> &'static str {
    match kind {
        separation::Kind::None => "none",
        separation::Kind::Quasi => "quasi",
        separation::Kind::Complete => "complete",
    }
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
