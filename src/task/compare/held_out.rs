//! All five on samples that they have not seen, in the same folds.

use super::five::Five;
use super::result::{Baseline, Difference, LogProbs, ModelName, Scores};
use super::{CompareOptions, melons};
use crate::data::{Dataset, Folds, Labels, Split};
use crate::eval::{classification, interval, probability};
use crate::model::Classifier;
use crate::task::classify::majority;
use crate::task::cross_validation::each_fold;
use crate::task::{TaskError, summary};
use ndarray::{Array2, ArrayView1};

/// What all five said about samples that they had not seen.
pub(super) struct HeldOut {
    /// `(n_samples, n_classes)`, in the order of [`ModelName::ALL`].
    pub probabilities: Vec<Array2<f64>>,
    /// Raw probabilities of each language model, `(n_samples, n_classes)`.
    pub raw: [Array2<f64>; 2],
    /// The classes' shares among the samples that each fold learned from, `(n_samples,
    /// n_classes)`: a guess that has not seen the hidden ones either.
    pub shares: Array2<f64>,
    /// Mean `ln P(x, y)` of the held-out samples under each generative model.
    pub log_probs: Option<LogProbs>,
    /// Folds whose logistic fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
}

/// What was found out in one fold.
struct Fold {
    test: Vec<usize>,
    /// `(n_test, n_classes)` of each model.
    probabilities: Vec<Array2<f64>>,
    /// The raw ones of each language model.
    raw: [Array2<f64>; 2],
    /// `(n_classes)`: the classes' shares.
    shares: Vec<f64>,
    /// Of each generative model, one a sample whose class it has seen.
    log_probs: [Vec<f64>; 3],
    converged: bool,
    lacks_class: bool,
}

/// Trains all five on each fold's training samples: one split for all of them, so that no
/// model can have an easier test than another. Folds run in parallel; the result does not
/// depend on how.
///
/// # Errors
/// Those of the fits, with the fold in which they happened.
pub(super) fn hold_out(
    data: &Dataset,
    labels: &Labels,
    folds: &Folds,
    options: &CompareOptions,
) -> Result<HeldOut, TaskError> {
    let impute = summary::has_missing(data);
    let done = each_fold(folds, |split| one_fold(data, labels, split, options, impute))?;
    let shape = (labels.codes.len(), labels.classes.len());
    let mut probabilities = vec![Array2::zeros(shape); ModelName::ALL.len()];
    let mut raw = [Array2::zeros(shape), Array2::zeros(shape)];
    let mut shares = Array2::zeros(shape);
    for fold in &done {
        let of_fold = ArrayView1::from(&fold.shares);
        fold.test.iter().for_each(|&sample| shares.row_mut(sample).assign(&of_fold));
        let pooled = probabilities.iter_mut().chain(&mut raw);
        for (all, own) in pooled.zip(fold.probabilities.iter().chain(&fold.raw)) {
            fold.test.iter().zip(own.rows()).for_each(|(&sample, row)| all.row_mut(sample).assign(&row));
        }
    }
    let mean = |at: usize| {
        let logs: Vec<f64> = done.iter().flat_map(|fold| fold.log_probs[at].iter().copied()).collect();
        (!logs.is_empty()).then(|| logs.iter().sum::<f64>() / logs.len() as f64)
    };
    let named = ModelName::GENERATIVE.into_iter().enumerate().map(|(at, model)| Some((model, mean(at)?)));
    Ok(HeldOut {
        probabilities,
        raw,
        shares,
        log_probs: named.collect(),
        n_unconverged: done.iter().filter(|fold| !fold.converged).count(),
        n_lacking: done.iter().filter(|fold| fold.lacks_class).count(),
    })
}

fn one_fold(
    data: &Dataset,
    labels: &Labels,
    split: Split,
    options: &CompareOptions,
    impute: bool,
) -> Result<Fold, TaskError> {
    let (known, present) = labels.among(&split.train);
    let lacks_class = present.len() < labels.classes.len();
    let mut shares = vec![0.0; labels.classes.len()];
    present.iter().zip(shares_of(&known)).for_each(|(&class, share)| shares[class] = share);
    let nothing = || Array2::zeros((split.test.len(), labels.classes.len()));
    let mut probabilities = vec![nothing(); ModelName::ALL.len()];
    let mut raw = [nothing(), nothing()];
    if let [only] = present.as_slice() {
        probabilities.iter_mut().chain(&mut raw).for_each(|p| p.column_mut(*only).fill(1.0));
        return Ok(Fold {
            test: split.test,
            probabilities,
            raw,
            shares,
            log_probs: Default::default(),
            converged: true,
            lacks_class,
        });
    }
    let five = Five::fit(&data.take(&split.train).features, &known, options, impute)?;
    let test = data.take(&split.test).features;
    for (model, all) in ModelName::ALL.into_iter().zip(&mut probabilities) {
        let predicted = five.predict_proba(model, &test)?;
        present.iter().zip(predicted.columns()).for_each(|(&class, p)| all.column_mut(class).assign(&p));
    }
    for (reader, all) in [&five.ngram, &five.gpt].into_iter().zip(&mut raw) {
        let logs = reader.log_scores(&test)?;
        present.iter().zip(logs.columns()).for_each(|(&class, log)| all.column_mut(class).assign(&log.mapv(f64::exp)));
    }
    let classes = split.test.iter().map(|&sample| present.binary_search(&labels.codes[sample]).ok());
    let rows: Vec<_> = five.ngram.tokenizer.codes(&test)?.into_iter().zip(classes).collect();
    let told = rows.into_iter().filter_map(|(codes, class)| Some((codes, class?))).collect::<Vec<_>>();
    let log_probs = melons::log_probs(&five, &told)?;
    Ok(Fold { test: split.test, probabilities, raw, shares, log_probs, converged: five.converged, lacks_class })
}

/// Figures with their intervals.
pub(super) fn scores(labels: &Labels, held_out: &HeldOut, model: ModelName) -> Scores {
    let at = ModelName::ALL.iter().position(|&other| other == model).expect("one of the five");
    let probabilities = held_out.probabilities[at].view();
    let raw = match model {
        ModelName::NGram => Some(&held_out.raw[0]),
        ModelName::Gpt => Some(&held_out.raw[1]),
        _ => None,
    };
    let not_below_zero = |[low, high]: [f64; 2]| [low.max(0.0), high];
    let of = |losses: Vec<f64>| (losses.len() > 1).then(|| not_below_zero(interval::mean(&losses, 0.05).1));
    Scores {
        metrics: classification::evaluate(&labels.classes, &labels.codes, probabilities, 0.5),
        log_loss_interval: of(probability::log_losses(&labels.codes, probabilities)),
        brier_interval: of(probability::briers(&labels.codes, probabilities)),
        raw_log_loss: raw.map(|raw| probability::log_loss(&labels.codes, raw.view())),
    }
}

/// The classes' shares, `(n_classes)`.
fn shares_of(labels: &Labels) -> Vec<f64> {
    labels.counts().into_iter().map(|count| count as f64 / labels.codes.len() as f64).collect()
}

/// What there is to beat: the shares of what each fold learned from, as the models are; of all
/// samples where nothing was held out.
pub(super) fn baseline(labels: &Labels, held_out: Option<&HeldOut>) -> Baseline {
    let of_all = || {
        let shares = shares_of(labels);
        Array2::from_shape_fn((labels.codes.len(), shares.len()), |(_, class)| shares[class])
    };
    let shares = held_out.map_or_else(of_all, |held_out| held_out.shares.clone());
    Baseline {
        majority: majority(labels),
        log_loss: probability::log_loss(&labels.codes, shares.view()),
        brier: probability::brier(&labels.codes, shares.view()),
    }
}

/// Every two models, and every model against the baseline, on the same samples. Each interval
/// misses with probability 0.05 divided by their number (Bonferroni), so that all of them
/// together hold in 95 % of cases: among fifteen differences one would else look clear by luck.
pub(super) fn differences(labels: &Labels, held_out: &HeldOut) -> Vec<Difference> {
    let losses = |p: &Array2<f64>| probability::log_losses(&labels.codes, p.view());
    let mut all: Vec<(Option<ModelName>, Vec<f64>)> =
        ModelName::ALL.into_iter().map(Some).zip(held_out.probabilities.iter().map(losses)).collect();
    all.push((None, losses(&held_out.shares)));
    let tails = 0.05 / (all.len() * (all.len() - 1) / 2) as f64;
    let mut differences = Vec::new();
    for (at, (a, of_a)) in all.iter().enumerate() {
        for (b, of_b) in &all[at + 1..] {
            let each: Vec<f64> = of_a.iter().zip(of_b).map(|(a, b)| a - b).collect();
            let Some(a) = *a else { continue };
            let (log_loss, interval) = interval::mean(&each, tails);
            let is_clear = interval[0] > 0.0 || interval[1] < 0.0;
            differences.push(Difference { a, b: *b, log_loss, interval, is_clear });
        }
    }
    differences
}
