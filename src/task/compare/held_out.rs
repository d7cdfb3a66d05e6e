//! All models on samples that they have not seen, in the same folds.

use super::result::{Baseline, ComparedScores, Difference, LearnedFrom, LogProbs, ModelName};
use super::trained::TrainedModels;
use super::{CompareOptions, melons};
use crate::data::{Dataset, Folds, Labels, Split};
use crate::eval::{classification, exact, interval, probability};
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::classifiers::FitOptions;
use crate::task::classify::{self, majority, shares_of_all};
use crate::task::cross_validation::{briers, each_fold, log_losses, pool, shares_held_out, spread};
use ndarray::Array2;
use std::collections::BTreeMap;

/// What all models said about samples that they had not seen.
pub(super) struct ComparedHeldOut {
    /// In the models' order.
    pub models: Vec<ModelHeldOut>,
    /// The classes' shares among the samples that each fold learned from, of each division
    /// `(n_samples, n_classes)`: a guess that has not seen the hidden ones either.
    pub shares: Vec<Array2<f64>>,
    /// Mean `ln P(x, y)` of the held-out samples under each generative model.
    pub log_probs: Option<LogProbs>,
    /// Folds in which a fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
}

/// What one model said.
#[derive(Clone)]
pub(super) struct ModelHeldOut {
    pub name: ModelName,
    /// Of each division, `(n_samples, n_classes)`.
    pub probabilities: Vec<Array2<f64>>,
    /// Of a language model, what it gives to the classes among everything that could come
    /// next, likewise.
    pub raw: Option<Vec<Array2<f64>>>,
}

/// What one model said in one fold, `(n_test, n_classes)`.
#[derive(Clone)]
struct FoldAnswers {
    probabilities: Array2<f64>,
    raw: Option<Array2<f64>>,
}

/// What was found out in one fold.
struct ComparedFold {
    test: Vec<usize>,
    /// In the models' order.
    models: Vec<FoldAnswers>,
    /// Of each generative model, one a sample whose class it has seen.
    log_probs: BTreeMap<ModelName, Vec<f64>>,
    converged: bool,
    lacks_class: bool,
}

/// Trains all models on each fold's training samples: one split for all of them, so that no
/// model can have an easier test than another. Folds run in parallel; the result does not
/// depend on how.
///
/// # Errors
/// Those of the fits, with the fold in which they happened.
pub(super) fn hold_out(
    data: &Dataset,
    labels: &Labels,
    divisions: &[Folds],
    options: &CompareOptions,
    fits: &[Checked<FitOptions>],
) -> Result<ComparedHeldOut, TaskError> {
    let done = each_fold(data, divisions, |split| one_fold(data, labels, split, options, fits))?;
    let shape = (labels.codes.len(), labels.classes.len());
    let of_model = |(at, fit): (usize, &Checked<FitOptions>)| {
        let pooled = |of: fn(&FoldAnswers) -> Option<&Array2<f64>>| -> Option<Vec<Array2<f64>>> {
            done.iter().map(|folds| pooled(folds, at, of, shape)).collect()
        };
        let probabilities = pooled(|said| Some(&said.probabilities)).expect("every model has said something");
        ModelHeldOut { name: fit.model, probabilities, raw: pooled(|said| said.raw.as_ref()) }
    };
    let all = || done.iter().flatten();
    Ok(ComparedHeldOut {
        models: fits.iter().enumerate().map(of_model).collect(),
        shares: shares_held_out(labels, divisions),
        log_probs: mean_log_probs(all()),
        n_unconverged: all().filter(|fold| !fold.converged).count(),
        n_lacking: all().filter(|fold| fold.lacks_class).count(),
    })
}

/// What the model at `at` said in the folds of one division, `(n_samples, n_classes)`.
fn pooled(
    folds: &[ComparedFold],
    at: usize,
    of: fn(&FoldAnswers) -> Option<&Array2<f64>>,
    shape: (usize, usize),
) -> Option<Array2<f64>> {
    let mut all = Array2::zeros(shape);
    for fold in folds {
        pool(&mut all, &fold.test, of(&fold.models[at])?);
    }
    Some(all)
}

/// No model has said anything yet.
fn nothing(fits: &[Checked<FitOptions>], shape: (usize, usize)) -> Vec<FoldAnswers> {
    let none = |fit: &Checked<FitOptions>| FoldAnswers {
        probabilities: Array2::zeros(shape),
        raw: (fit.model.entry().nature.learned_from == LearnedFrom::Sentences).then(|| Array2::zeros(shape)),
    };
    fits.iter().map(none).collect()
}

/// `None` where not a single melon could be weighed.
fn mean_log_probs<'a>(folds: impl Iterator<Item = &'a ComparedFold>) -> Option<LogProbs> {
    let mut all: BTreeMap<ModelName, Vec<f64>> = BTreeMap::new();
    for (name, logs) in folds.flat_map(|fold| &fold.log_probs) {
        all.entry(*name).or_default().extend(logs);
    }
    let means = melons::means(&all);
    (!means.is_empty() && means.len() == all.len()).then_some(means)
}

fn one_fold(
    data: &Dataset,
    labels: &Labels,
    split: Split,
    options: &CompareOptions,
    fits: &[Checked<FitOptions>],
) -> Result<ComparedFold, TaskError> {
    let (known, present) = labels.among(&split.train);
    let mut fold = ComparedFold {
        models: nothing(fits, (split.test.len(), labels.classes.len())),
        test: split.test,
        log_probs: BTreeMap::new(),
        converged: true,
        lacks_class: present.len() < labels.classes.len(),
    };
    if let [only] = present.as_slice() {
        let all =
            fold.models.iter_mut().flat_map(|model| std::iter::once(&mut model.probabilities).chain(&mut model.raw));
        all.for_each(|p| p.column_mut(*only).fill(1.0));
        return Ok(fold);
    }
    let trained = TrainedModels::fit(&data.take(&split.train), &known, options, fits)?;
    let test = data.take(&fold.test).features;
    for (model, said) in trained.models.iter().zip(&mut fold.models) {
        spread(&mut said.probabilities, &present, &model.classifier().predict_proba(&test)?);
        if let Some(raw) = &mut said.raw {
            spread(raw, &present, &model.classifier().log_scores(&test)?.mapv(f64::exp));
        }
    }
    let classes = fold.test.iter().map(|&sample| present.binary_search(&labels.codes[sample]).ok());
    let rows: Vec<_> = trained.tokenizer.codes(&test)?.into_iter().zip(classes).collect();
    let labelled: Vec<_> = rows.into_iter().filter_map(|(codes, class)| Some((codes, class?))).collect();
    fold.log_probs = melons::log_probs(&trained, &labelled)?;
    fold.converged = trained.models.iter().all(|model| model.fitted.converged());
    Ok(fold)
}

/// Figures with their intervals.
pub(super) fn scores(labels: &Labels, held_out: &ComparedHeldOut, model: ModelName) -> ComparedScores {
    let said = held_out.models.iter().find(|said| said.name == model).expect("one of the models");
    let not_below_zero = |[low, high]: [f64; 2]| [low.max(0.0), high];
    let of = |losses: Vec<f64>| (losses.len() > 1).then(|| not_below_zero(interval::mean(&losses, 0.05).1));
    let mean = |losses: Vec<f64>| losses.iter().sum::<f64>() / losses.len() as f64;
    ComparedScores {
        metrics: classification::evaluate_repeats(&labels.classes, &labels.codes, &said.probabilities, 0.5),
        log_loss_interval: of(log_losses(&labels.codes, &said.probabilities)),
        brier_interval: of(briers(&labels.codes, &said.probabilities)),
        raw_log_loss: said.raw.as_ref().map(|raw| mean(log_losses(&labels.codes, raw))),
    }
}

/// What there is to beat: the shares of what each fold learned from, as the models are; of all
/// samples where nothing was held out.
pub(super) fn baseline(labels: &Labels, held_out: Option<&ComparedHeldOut>) -> Baseline {
    let shares = held_out.map_or_else(|| vec![shares_of_all(labels)], |held_out| held_out.shares.clone());
    let briers = briers(&labels.codes, &shares);
    Baseline { majority: majority(labels, Some(&shares)), brier: briers.iter().sum::<f64>() / briers.len() as f64 }
}

/// Every two models, and every model against the baseline, on the same samples. Each interval
/// misses with probability 0.05 divided by their number (Bonferroni), so that all of them
/// together hold in 95 % of cases: among fifteen differences (of five models) one would else look clear by luck.
pub(super) fn differences(labels: &Labels, held_out: &ComparedHeldOut) -> Vec<Difference> {
    let of = |name: Option<ModelName>, divisions: &[Array2<f64>]| ComparedLosses {
        name,
        losses: log_losses(&labels.codes, divisions),
        is_clipped: divisions.iter().any(|one| probability::n_certainly_wrong(&labels.codes, one.view()) > 0),
    };
    let mut all: Vec<ComparedLosses> =
        held_out.models.iter().map(|said| of(Some(said.name), &said.probabilities)).collect();
    all.push(of(None, &held_out.shares));
    let tails = 0.05 / (all.len() * (all.len() - 1) / 2) as f64;
    let mut found = Vec::new();
    for (at, a) in all.iter().enumerate() {
        for b in &all[at + 1..] {
            let Some(name) = a.name else { continue };
            let each = classify::differences(&a.losses, &b.losses);
            let (log_loss, interval) = interval::mean(&each, tails);
            let rests_on_clip = a.is_clipped || b.is_clipped;
            let is_clear = !rests_on_clip && exact::rules_out_zero(interval, exact::randomisation(&each), tails);
            found.push(Difference { a: name, b: b.name, log_loss, interval, is_clear, rests_on_clip });
        }
    }
    found
}

/// The log-losses of one model, or of the classes' shares, sample by sample.
struct ComparedLosses {
    name: Option<ModelName>,
    losses: Vec<f64>,
    is_clipped: bool,
}
