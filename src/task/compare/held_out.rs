//! All models on samples that they have not seen, in the same folds.

use super::result::{Baseline, Difference, LearnedFrom, LogProbs, ModelName, Scores};
use super::trained::Trained;
use super::{CompareOptions, melons};
use crate::data::{Dataset, Folds, Labels, Split};
use crate::eval::{classification, interval, probability};
use crate::task::TaskError;
use crate::task::checked::Checked;
use crate::task::classifiers::FitOptions;
use crate::task::classify::majority;
use crate::task::cross_validation::{each_fold, pool, spread};
use ndarray::{Array2, ArrayView1};
use std::collections::BTreeMap;

/// What all models said about samples that they had not seen.
pub(super) struct HeldOut {
    /// In the models' order.
    pub models: Vec<ModelHeldOut>,
    /// The classes' shares among the samples that each fold learned from, `(n_samples,
    /// n_classes)`: a guess that has not seen the hidden ones either.
    pub shares: Array2<f64>,
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
    /// `(n_samples, n_classes)`.
    pub probabilities: Array2<f64>,
    /// Of a language model, what it gives to the classes among everything that could come
    /// next, `(n_samples, n_classes)`.
    pub raw: Option<Array2<f64>>,
}

/// What was found out in one fold.
struct Fold {
    test: Vec<usize>,
    /// Over the test samples.
    models: Vec<ModelHeldOut>,
    /// `(n_classes)`: the classes' shares.
    shares: Vec<f64>,
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
    folds: &Folds,
    options: &CompareOptions,
    fits: &[Checked<FitOptions>],
) -> Result<HeldOut, TaskError> {
    let done = each_fold(data, folds, |split| one_fold(data, labels, split, options, fits))?;
    let shape = (labels.codes.len(), labels.classes.len());
    let mut models = nothing(fits, shape);
    let mut shares = Array2::zeros(shape);
    for fold in &done {
        let of_fold = ArrayView1::from(&fold.shares);
        fold.test.iter().for_each(|&sample| shares.row_mut(sample).assign(&of_fold));
        for (all, own) in models.iter_mut().zip(&fold.models) {
            pool(&mut all.probabilities, &fold.test, &own.probabilities);
            all.raw.iter_mut().zip(&own.raw).for_each(|(all, own)| pool(all, &fold.test, own));
        }
    }
    Ok(HeldOut {
        models,
        shares,
        log_probs: mean_log_probs(&done),
        n_unconverged: done.iter().filter(|fold| !fold.converged).count(),
        n_lacking: done.iter().filter(|fold| fold.lacks_class).count(),
    })
}

/// No model has said anything yet.
fn nothing(fits: &[Checked<FitOptions>], shape: (usize, usize)) -> Vec<ModelHeldOut> {
    let none = |fit: &Checked<FitOptions>| ModelHeldOut {
        name: fit.model,
        probabilities: Array2::zeros(shape),
        raw: (fit.model.entry().nature.learned_from == LearnedFrom::Sentences).then(|| Array2::zeros(shape)),
    };
    fits.iter().map(none).collect()
}

/// `None` where not a single melon could be weighed.
fn mean_log_probs(folds: &[Fold]) -> Option<LogProbs> {
    let mut all: BTreeMap<ModelName, Vec<f64>> = BTreeMap::new();
    for (name, logs) in folds.iter().flat_map(|fold| &fold.log_probs) {
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
) -> Result<Fold, TaskError> {
    let (known, present) = labels.among(&split.train);
    let mut shares = vec![0.0; labels.classes.len()];
    present.iter().zip(shares_of(&known)).for_each(|(&class, share)| shares[class] = share);
    let mut fold = Fold {
        models: nothing(fits, (split.test.len(), labels.classes.len())),
        test: split.test,
        shares,
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
    let trained = Trained::fit(&data.take(&split.train), &known, options, fits)?;
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
pub(super) fn scores(labels: &Labels, held_out: &HeldOut, model: ModelName) -> Scores {
    let said = held_out.models.iter().find(|said| said.name == model).expect("one of the models");
    let probabilities = said.probabilities.view();
    let not_below_zero = |[low, high]: [f64; 2]| [low.max(0.0), high];
    let of = |losses: Vec<f64>| (losses.len() > 1).then(|| not_below_zero(interval::mean(&losses, 0.05).1));
    Scores {
        metrics: classification::evaluate(&labels.classes, &labels.codes, probabilities, 0.5),
        log_loss_interval: of(probability::log_losses(&labels.codes, probabilities)),
        brier_interval: of(probability::briers(&labels.codes, probabilities)),
        raw_log_loss: said.raw.as_ref().map(|raw| probability::log_loss(&labels.codes, raw.view())),
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
/// together hold in 95 % of cases: among fifteen differences (of five models) one would else look clear by luck.
pub(super) fn differences(labels: &Labels, held_out: &HeldOut) -> Vec<Difference> {
    let losses = |p: &Array2<f64>| probability::log_losses(&labels.codes, p.view());
    let mut all: Vec<(Option<ModelName>, Vec<f64>)> =
        held_out.models.iter().map(|said| (Some(said.name), losses(&said.probabilities))).collect();
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
