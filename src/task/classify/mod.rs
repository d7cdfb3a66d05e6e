//! Is it ripe? A classifier is fitted, evaluated and explained.

mod coefficients;
mod combinations;
mod findings;
mod fit;
mod generative;
mod options;
mod result;
mod separators;

pub use combinations::MOST_COMBINATIONS;
pub use fit::{fit_fold, fit_logistic_part, logistic};
pub use options::{ClassifyOptions, ModelKind};
pub use result::*;
pub use separators::{PureValue, Separator};

use super::cross_validation::{self, Cv, HeldOut};
use super::summary::{Contribution, CrossValidation, DataSummary};
use super::{Melon, TaskError, summary};
use crate::data::{Column, Dataset, Labels, melon};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::model::{Classifier, Model, normalized};
use crate::rng::Seed;
use fit::Fitted;
use ndarray::{Array2, Axis};

/// Samples up to which [`Classification::samples`] is filled.
pub const MOST_PLACED: usize = 2000;

/// Fits a classifier on `data`, measures it on the samples it has seen and on samples it
/// has not, and answers for `melons`.
///
/// With a penalty, categorical columns are coded one-hot in full. Without one, drop-first:
/// then estimates have standard errors, unless the classes are separated, in which case
/// they do not exist and are withheld.
///
/// # Errors
/// No target or a missing one; a single class; options out of range; columns that cannot be
/// encoded; folds that cannot be made; a melon that does not fit the features.
pub fn classify(data: &Dataset, options: &ClassifyOptions, melons: &[Melon]) -> Result<Classification, TaskError> {
    options.check()?;
    let labels = labels_of(data)?;
    options.check_threshold(labels.classes.len())?;
    let options = ClassifyOptions { cv: options.cv.resolve(data.n_samples()), ..options.clone() };
    let impute = summary::has_missing(data);
    let fitted = fit::fit(data, &labels, &options, impute)?;
    let classifier = fitted.classifier();
    let probabilities = normalized(fitted.scores.clone());
    let train = classification::evaluate(&labels.classes, &labels.codes, probabilities.view(), options.threshold);
    let held_out = hold_out(data, &labels, &options, impute)?;
    let cross_validation = held_out.as_ref().map(|held_out| measured(held_out, &labels, &options));
    let baseline = majority(&labels);
    let fit = fitted.summary(&labels, separators::of(data, &labels, &fitted)?);
    let mut findings =
        findings::of(&fitted, &fit, &labels, &train, cross_validation.as_ref(), &baseline, held_out.as_ref());
    findings.extend(findings::about_missing_cells(data, options.model));
    findings.extend(summary::far_outside(data, melons));
    let (likeliest, n_combinations) = combinations::likeliest(data, classifier, &labels)?;
    let ask = |melon: &Melon| {
        let prediction = answer(classifier, melon, &options, fitted.is_separated(), impute)?;
        let generative = match &fitted.model {
            Model::NaiveBayes(model) => Some(generative::of(model, data, melon)?),
            _ => None,
        };
        Ok(ClassPrediction { generative, ..prediction })
    };
    Ok(Classification {
        model: fitted.model.kind().to_owned(),
        engine: fitted.engine.to_owned(),
        data: DataSummary::new(data, &labels.classes),
        coefficients: coefficients::table(&fitted),
        reference: fitted.reference(),
        fit,
        train,
        cross_validation,
        baseline,
        predictions: melons.iter().map(ask).collect::<Result<_, TaskError>>()?,
        likeliest,
        n_combinations,
        findings,
        naive_bayes: if let Model::NaiveBayes(model) = &fitted.model { Some(model.clone()) } else { None },
        samples: placed(data, &labels, &fitted),
        options,
        fitted: fitted.model,
    })
}

/// The classes of the target.
///
/// # Errors
/// No target, or a missing cell in it.
pub fn labels_of(data: &Dataset) -> Result<Labels, TaskError> {
    let target = data.target.as_ref().ok_or(TaskError::NoTarget)?;
    Labels::from_column(target).ok_or_else(|| missing_answer(target, data))
}

/// Where the first missing cell of `column` is.
pub(super) fn missing_answer(column: &Column, data: &Dataset) -> TaskError {
    let row = (0..column.len()).find(|&row| column.is_missing(row)).map_or(0, |row| data.rows[row]);
    TaskError::MissingAnswer { column: column.name.clone(), row }
}

/// The held-out probabilities, in the folds that the options ask for.
fn hold_out(
    data: &Dataset,
    labels: &Labels,
    options: &ClassifyOptions,
    impute: bool,
) -> Result<Option<HeldOut>, TaskError> {
    let folds = options.cv.folds(&labels.codes, Seed(options.seed))?;
    let fit_one = |features: &[Column], labels: &Labels| fit_fold(features, labels, options, impute);
    folds.map(|folds| cross_validation::classify_held_out(data, labels, &folds, fit_one)).transpose()
}

fn measured(held_out: &HeldOut, labels: &Labels, options: &ClassifyOptions) -> CrossValidation<ClassificationMetrics> {
    let (classes, codes) = (&labels.classes, &labels.codes);
    let metrics = classification::evaluate(classes, codes, held_out.probabilities.view(), options.threshold);
    let stratified = if matches!(options.cv, Cv::Folds(_)) { "stratified " } else { "" };
    CrossValidation { scheme: format!("{stratified}{}", options.cv.scheme()), metrics }
}

/// The most frequent class, the first one on a tie.
pub(super) fn majority(labels: &Labels) -> MajorityBaseline {
    let class = labels.majority();
    MajorityBaseline {
        class: labels.classes[class].clone(),
        accuracy: labels.counts()[class] as f64 / labels.codes.len() as f64,
    }
}

/// The answer for one melon, and each feature's share of it.
fn answer(
    classifier: &dyn Classifier,
    melon: &Melon,
    options: &ClassifyOptions,
    separated: bool,
    impute: bool,
) -> Result<ClassPrediction, TaskError> {
    if options.model == ModelKind::Logistic && !impute {
        melon::require_all(melon, &classifier.features())?;
    }
    let row = classifier.row(melon)?;
    let probabilities = classifier.predict_proba(&row)?;
    let p = probabilities.index_axis(Axis(0), 0);
    let classes = classifier.classes();
    Ok(ClassPrediction {
        input: melon.iter().cloned().collect(),
        predicted: classes[classification::decide(p, options.threshold)].clone(),
        probabilities: classes.iter().cloned().zip(p.iter().copied()).collect(),
        contributions: if separated { Vec::new() } else { contributions(classifier, &row)? },
        generative: None,
    })
}

fn contributions(classifier: &dyn Classifier, row: &[Column]) -> Result<Vec<Contribution>, TaskError> {
    let shares = classifier.explain(row)?;
    let classes = classifier.classes();
    let of_class = |class: usize| {
        let name = (classes.len() > 2).then(|| classes[class].clone());
        shares.iter().map(move |share| Contribution {
            class: name.clone(),
            term: share.term.clone(),
            value: share.values[class],
        })
    };
    let first = if classes.len() == 2 { 1 } else { 0 };
    Ok((first..classes.len()).flat_map(of_class).collect())
}

/// Every sample on the log-odds axis.
fn placed(data: &Dataset, labels: &Labels, fitted: &Fitted) -> Vec<PlacedSample> {
    let scores: &Array2<f64> = &fitted.scores;
    if labels.classes.len() != 2 || data.n_samples() > MOST_PLACED {
        return Vec::new();
    }
    let place = |(i, row): (usize, ndarray::ArrayView1<f64>)| PlacedSample {
        row: data.rows[i],
        log_odds: row[1] - row[0],
        positive: labels.codes[i] == 1,
    };
    scores.rows().into_iter().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests;
