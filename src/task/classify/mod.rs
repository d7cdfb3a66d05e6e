//! Is it ripe? A classifier is fitted, evaluated and explained.

mod coefficients;
mod combinations;
mod findings;
mod fit;
mod freedom;
mod generative;
mod held_out;
mod l2_path;
mod labels;
mod majority;
mod options;
mod plane;
mod result;
mod separator;
mod separators;
mod tree;

pub use combinations::MOST_COMBINATIONS;
pub use freedom::{Freedom, L2Path, L2Point, Step};
pub use l2_path::l2_path;
pub use labels::labels_of;
pub(super) use labels::missing_answer;
pub(super) use majority::{majority, shares_of_all};
pub use options::ClassifyOptions;
pub use plane::{Plane, plane};
pub use result::*;
pub use separator::{PureValue, Separator};
pub use tree::{MOST_OTHERS, OtherTree, TreeReport, equally_good_trees};

use super::checked::Check;
use super::summary::{Contribution, DataSummary};
use super::{Melon, Scheme, TaskError, summary};
use crate::data::{Dataset, Labels, melon};
use crate::eval::classification;
use crate::model::{Explanation, Gaps, Model, Share};
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
    let options = options.resolved(data.n_samples())?.checked()?;
    let labels = labels_of(data)?;
    options.check_threshold(labels.classes.len())?;
    let folds = options.cv.stratified(&labels.codes, Seed(options.seed))?;
    folds.iter().try_for_each(|(_, folds)| options.own.fit_into(folds))?;
    let fit_options = options.fit(summary::has_missing(data)).checked()?;
    let fitted = fit::fit(data, &labels, &fit_options)?;
    let classifier = fitted.classifier();
    let (probabilities, threshold) = (fitted.probabilities.view(), options.threshold);
    let train = classification::evaluate(&labels.classes, &labels.codes, probabilities, threshold);
    let held_out = folds.map(|folds| held_out::hold_out(data, &labels, folds, &fit_options)).transpose()?;
    let cross_validation = held_out.as_ref().map(|held_out| held_out.measured(&labels, threshold));
    let baseline = majority(&labels, held_out.as_ref().map(|held_out| held_out.shares.as_slice()));
    let fit = fitted.summary(&labels, separators::of(data, &labels, &fitted));
    let mut findings =
        findings::of(&fitted, &fit, &labels, &train, cross_validation.as_ref(), &baseline, held_out.as_ref());
    if let Some(held_out) = held_out.as_ref().filter(|held_out| held_out.scheme == Scheme::LeaveOneOut) {
        findings.extend(held_out::beside_folds(data, &labels, held_out, &options, &fit_options)?);
    }
    findings.extend(findings::about_missing_cells(data, classifier.gaps()));
    findings.extend(summary::far_outside(data, melons));
    let (likeliest, n_combinations) = combinations::likeliest(data, classifier, &labels)?;
    let ask = |melon: &Melon| answer(&fitted, data, melon, options.threshold);
    let grown =
        matches!(fitted.model, Model::Tree(_)).then(|| tree::report(data, &labels, &fit_options)).transpose()?;
    Ok(Classification {
        model: options.model,
        engine: fitted.engine,
        data: DataSummary::new(data, &labels.classes),
        coefficients: coefficients::table(&fitted, data, options.standardize),
        reference: fitted.reference(),
        fit,
        train,
        cross_validation,
        baseline,
        predictions: melons.iter().map(ask).collect::<Result<_, TaskError>>()?,
        likeliest,
        n_combinations,
        findings,
        l2_path: None,
        naive_bayes: if let Model::NaiveBayes(model) = &fitted.model { Some(model.clone()) } else { None },
        tree: grown,
        samples: placed(data, &labels, &fitted),
        options: options.into_inner(),
        fitted: fitted.model,
    })
}

/// The answer for one melon, and why.
fn answer(fitted: &Fitted, data: &Dataset, melon: &Melon, threshold: f64) -> Result<ClassPrediction, TaskError> {
    let classifier = fitted.classifier();
    if classifier.gaps() == Gaps::Refused {
        melon::require_all(melon, &classifier.features())?;
    }
    let row = classifier.row(melon)?;
    let probabilities = classifier.predict_proba(&row)?;
    let p = probabilities.index_axis(Axis(0), 0);
    let classes = classifier.classes();
    let (contributions, explanation) = match classifier.explain(&row)? {
        Explanation::Scores { .. } if fitted.is_separated() => (Vec::new(), None),
        Explanation::Scores { shares } => (contributions(&shares, classes), None),
        other => (Vec::new(), Some(other.in_table(data))),
    };
    Ok(ClassPrediction {
        input: melon.iter().cloned().collect(),
        predicted: classes[classification::decide(p, threshold)].clone(),
        probabilities: classes.iter().cloned().zip(p.iter().copied()).collect(),
        contributions,
        explanation,
        generative: classifier.generative().map(|model| generative::of(model, data, &row)).transpose()?,
    })
}

/// Of two classes, shares of the log-odds; of more, of each class's score.
fn contributions(shares: &[Share], classes: &[String]) -> Vec<Contribution> {
    let of_class = |class: usize| {
        let name = (classes.len() > 2).then(|| classes[class].clone());
        shares.iter().map(move |share| Contribution {
            class: name.clone(),
            term: share.term.clone(),
            value: share.values[class],
        })
    };
    let first = if classes.len() == 2 { 1 } else { 0 };
    (first..classes.len()).flat_map(of_class).collect()
}

/// Every sample on the log-odds axis.
fn placed(data: &Dataset, labels: &Labels, fitted: &Fitted) -> Vec<PlacedSample> {
    let scores: &Array2<f64> = &fitted.scores;
    if labels.classes.len() != 2 || data.n_samples() > MOST_PLACED || !fitted.classifier().is_additive() {
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
