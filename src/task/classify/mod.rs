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
pub(super) mod separators;
mod tree;

pub(super) use coefficients::Spread;
pub use combinations::MOST_COMBINATIONS;
pub(in crate::task) use findings::beside_guessing;
pub(super) use fit::ClassificationFit;
pub use freedom::{Freedom, L2Path, L2Point, PenaltyChange};
pub(super) use generative::is_less_usual;
pub(super) use held_out::AboutHeldOut;
pub(in crate::task) use held_out::differences;
pub use held_out::has_estimates;
pub use l2_path::l2_path;
pub use labels::labels_of;
pub(super) use labels::missing_answer;
pub(super) use majority::{majority, majority_of, shares_of_all};
pub use options::ClassifyOptions;
pub use plane::{MOST_CLASSES, Plane, plane};
pub use result::*;
pub use separator::{PureValue, Separator};
pub use tree::{OtherChoice, OtherTree, OtherTrees, TreeReport, equally_good_trees};

use super::checked::{Check, Checked};
use super::summary::{Contribution, CrossValidation, DataSummary};
use super::{Melon, Scheme, TaskError, summary};
use crate::data::{Dataset, Labels, melon};
use crate::eval::classification::{self, ClassificationMetrics};
use crate::model::{Explanation, Gaps, Model, Share};
use crate::rng::Seed;
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
    let (probabilities, threshold) = (fitted.probabilities.view(), options.threshold);
    let train = classification::evaluate(&labels.classes, &labels.codes, probabilities, threshold);
    let held_out = folds.map(|folds| held_out::hold_out(data, &labels, folds, &fit_options)).transpose()?;
    let alone = held_out.as_ref().filter(|held_out| held_out.scheme == Scheme::LeaveOneOut);
    let beside = alone.map(|alone| held_out::beside_folds(data, &labels, alone, &options, &fit_options)).transpose()?;
    let follows = held_out.as_ref().and_then(|all| held_out::follows_the_shares(all, &labels, threshold));
    let separators = separators::of(data, &labels, &fitted)?;
    let gaps = fitted.classifier().gaps();
    let (likeliest, n_combinations) = combinations::likeliest(data, fitted.classifier(), &labels)?;
    let grown =
        matches!(fitted.model, Model::Tree(_)).then(|| tree::report(data, &labels, &fit_options)).transpose()?;
    let samples = placed(data, &labels, &fitted);
    let feature = |name: &str| data.features.iter().find(|column| column.name == name);
    let spread = |name: &str| if options.standardize { None } else { Spread::of(feature(name)?) };
    let parts = ClassificationMeasures {
        data: DataSummary::new(data, &labels.classes),
        train,
        cross_validation: held_out.as_ref().map(|held_out| held_out.measured(&labels, threshold)),
        baseline: majority(&labels, held_out.as_ref().map(|held_out| held_out.shares.as_slice())),
        held_out: held_out.as_ref().map(|held_out| held_out.about(&labels)),
        spread: &spread,
        counts: labels.counts(),
        classes: labels.classes,
        separators,
    };
    let mut result = assembled(fitted, parts, data, melons, &options)?;
    result.findings.extend(beside.flatten());
    result.findings.extend(follows);
    result.findings.extend(findings::about_missing_cells(data, gaps));
    result.findings.extend(summary::far_outside(data, melons));
    Ok(Classification { likeliest, n_combinations, tree: grown, samples, ..result })
}

/// What was measured of a fit, wherever its samples lie.
pub(super) struct ClassificationMeasures<'a> {
    pub data: DataSummary,
    pub train: ClassificationMetrics,
    pub cross_validation: Option<CrossValidation<ClassificationMetrics>>,
    pub baseline: MajorityBaseline,
    pub held_out: Option<AboutHeldOut>,
    /// How a numeric feature spreads, where its odds ratio is given for a step that fits it.
    pub spread: &'a dyn Fn(&str) -> Option<Spread>,
    pub classes: Vec<String>,
    /// How many samples each class has.
    pub counts: Vec<usize>,
    pub separators: Vec<Separator>,
}

/// The fit with everything that follows from these; `data` has the columns, and of the samples
/// those that explanations speak of.
pub(super) fn assembled(
    fitted: ClassificationFit,
    parts: ClassificationMeasures,
    data: &Dataset,
    melons: &[Melon],
    options: &Checked<ClassifyOptions>,
) -> Result<Classification, TaskError> {
    let ClassificationMeasures {
        data: summary,
        train,
        cross_validation,
        baseline,
        held_out,
        spread,
        classes,
        counts,
        separators,
    } = parts;
    let coefficients = coefficients::table(&fitted, spread);
    let fit = fitted.summary(&counts, separators);
    let of = (&classes[..], &counts[..]);
    let findings = findings::of(&fitted, &fit, of, &train, cross_validation.as_ref(), &baseline, held_out.as_ref());
    let ask = |melon: &Melon| answer(&fitted, data, melon, options.threshold);
    Ok(Classification {
        model: options.model,
        engine: fitted.engine,
        data: summary,
        coefficients,
        reference: fitted.reference(),
        fit,
        train,
        cross_validation,
        baseline,
        predictions: melons.iter().map(ask).collect::<Result<_, TaskError>>()?,
        likeliest: Vec::new(),
        n_combinations: 0,
        findings,
        l2_path: None,
        naive_bayes: if let Model::NaiveBayes(model) = &fitted.model { Some(model.clone()) } else { None },
        tree: None,
        in_passes: None,
        samples: Vec::new(),
        options: options.clone().into_inner(),
        fitted: fitted.model,
    })
}

/// The answer for one melon, and why.
fn answer(
    fitted: &ClassificationFit,
    data: &Dataset,
    melon: &Melon,
    threshold: f64,
) -> Result<ClassPrediction, TaskError> {
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
fn placed(data: &Dataset, labels: &Labels, fitted: &ClassificationFit) -> Vec<PlacedSample> {
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
