//! How good a model is on samples that it has not seen.
//!
//! The table is divided into folds. Each is held out once, everything (encoder included) is
//! fitted on the rest, and the held-out predictions are pooled; where the table is divided again
//! and again, those of each division for themselves. Levels of categorical
//! columns are taken from the whole table, so that a level that no training sample of a
//! fold has is a column of zeros there, and not an error.

use super::TaskError;
use super::classifiers::FittedClassifier;
use crate::data::{Column, Dataset, Folds, Labels, Split};
use crate::engine::patience::Patience;
use crate::eval::probability;
use ndarray::{Array1, Array2, ArrayView2};
use rayon::prelude::*;

/// Held-out probabilities of a classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldOutProbabilities {
    /// Of each division, `(n_samples, n_classes)`.
    pub divisions: Vec<Array2<f64>>,
    /// Folds whose fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
    /// Those classes, by index.
    pub lacking: Vec<usize>,
}

/// What was found out in one fold.
struct Fold {
    test: Vec<usize>,
    probabilities: Array2<f64>, // (n_test, n_classes)
    converged: bool,
    lacking: Vec<usize>,
}

/// Fits a classifier on each fold's training samples with `fit` and asks it about those
/// held out. Folds run in parallel; the result does not depend on how.
///
/// A class without a training sample in a fold gets probability 0 there; if one class alone
/// is left, it gets 1.
///
/// # Errors
/// Those of `fit` and of the prediction, with the fold in which they happened.
pub fn classify_held_out<F>(
    data: &Dataset,
    labels: &Labels,
    divisions: &[Folds],
    fit: F,
) -> Result<HeldOutProbabilities, TaskError>
where
    F: Fn(&Dataset, &Labels) -> Result<FittedClassifier, TaskError> + Sync,
{
    let done = each_fold(data, divisions, |split| one_fold(data, labels, split, &fit))?;
    let all = || done.iter().flatten();
    let mut held_out = HeldOutProbabilities {
        divisions: vec![Array2::zeros((labels.codes.len(), labels.classes.len())); divisions.len()],
        n_unconverged: all().filter(|fold| !fold.converged).count(),
        n_lacking: all().filter(|fold| !fold.lacking.is_empty()).count(),
        lacking: all().flat_map(|fold| fold.lacking.iter().copied()).collect(),
    };
    held_out.lacking.sort_unstable();
    held_out.lacking.dedup();
    for (probabilities, folds) in held_out.divisions.iter_mut().zip(&done) {
        folds.iter().for_each(|fold| pool(probabilities, &fold.test, &fold.probabilities));
    }
    Ok(held_out)
}

/// The classes' shares among the samples that each fold learned from: a guess that has not seen
/// the hidden ones either. Of each division, `(n_samples, n_classes)`.
pub fn shares_held_out(labels: &Labels, divisions: &[Folds]) -> Vec<Array2<f64>> {
    let of = |folds: &Folds| {
        let mut all = Array2::zeros((labels.codes.len(), labels.classes.len()));
        for split in folds.iter() {
            let weight = 1.0 / split.train.len() as f64;
            let mut shares = Array1::zeros(labels.classes.len());
            split.train.iter().for_each(|&sample| shares[labels.codes[sample]] += weight);
            split.test.iter().for_each(|&sample| all.row_mut(sample).assign(&shares));
        }
        all
    };
    divisions.iter().map(of).collect()
}

/// The log-loss of each sample, in the mean over the divisions: one figure a sample, however often
/// it was held out, so that an interval over them counts the samples.
pub fn log_losses(codes: &[usize], divisions: &[Array2<f64>]) -> Vec<f64> {
    mean_of(codes, divisions, probability::log_losses)
}

/// The Brier score of each sample, likewise.
pub fn briers(codes: &[usize], divisions: &[Array2<f64>]) -> Vec<f64> {
    mean_of(codes, divisions, probability::briers)
}

fn mean_of(codes: &[usize], divisions: &[Array2<f64>], score: fn(&[usize], ArrayView2<f64>) -> Vec<f64>) -> Vec<f64> {
    let mut mean = vec![0.0; codes.len()];
    for division in divisions {
        let losses = score(codes, division.view());
        mean.iter_mut().zip(losses).for_each(|(sum, loss)| *sum += loss / divisions.len() as f64);
    }
    mean
}

fn one_fold<F>(data: &Dataset, labels: &Labels, split: Split, fit: &F) -> Result<Fold, TaskError>
where
    F: Fn(&Dataset, &Labels) -> Result<FittedClassifier, TaskError> + Sync,
{
    let n_classes = labels.classes.len();
    let (known, present) = labels.among(&split.train);
    let lacking = (0..n_classes).filter(|class| !present.contains(class)).collect();
    let mut probabilities = Array2::zeros((split.test.len(), n_classes));
    let mut converged = true;
    if let [only] = present.as_slice() {
        probabilities.column_mut(*only).fill(1.0);
    } else {
        let fitted = fit(&data.take(&split.train), &known)?;
        converged = fitted.converged();
        let predicted = fitted.classifier().predict_proba(&data.take(&split.test).features)?;
        spread(&mut probabilities, &present, &predicted);
    }
    Ok(Fold { test: split.test, probabilities, converged, lacking })
}

/// What a fold said of its `test` samples, put into their rows among all, `(n_samples, n_classes)`.
pub(super) fn pool(all: &mut Array2<f64>, test: &[usize], of_fold: &Array2<f64>) {
    test.iter().zip(of_fold.rows()).for_each(|(&sample, row)| all.row_mut(sample).assign(&row));
}

/// What a model said of the classes `present` when it was fitted, put into their columns among
/// all, `(n_test, n_classes)`.
pub(super) fn spread(all: &mut Array2<f64>, present: &[usize], of_present: &Array2<f64>) {
    present.iter().zip(of_present.columns()).for_each(|(&class, column)| all.column_mut(class).assign(&column));
}

/// Held-out predictions of a number, of each division: `fit_predict` gets the training samples' columns and
/// targets, and the columns to predict for.
///
/// # Errors
/// Those of `fit_predict`, with the fold in which they happened.
pub fn regress_held_out<F>(
    data: &Dataset,
    y: &[f64],
    divisions: &[Folds],
    fit_predict: F,
) -> Result<Vec<Vec<f64>>, TaskError>
where
    F: Fn(&[Column], &[f64], &[Column]) -> Result<Vec<f64>, TaskError> + Sync,
{
    let done = each_fold(data, divisions, |split| {
        let targets: Vec<f64> = split.train.iter().map(|&sample| y[sample]).collect();
        let (train, test) = (data.take(&split.train), data.take(&split.test));
        Ok((fit_predict(&train.features, &targets, &test.features)?, split.test))
    })?;
    let pooled = |folds: Vec<(Vec<f64>, Vec<usize>)>| {
        let mut predicted = vec![0.0; y.len()];
        let all = folds.into_iter().flat_map(|(values, test)| test.into_iter().zip(values));
        all.for_each(|(sample, value)| predicted[sample] = value);
        predicted
    };
    Ok(done.into_iter().map(pooled).collect())
}

/// Cells of a table up to which its folds are fitted at the same time. Each takes the room of a
/// copy or two of the table, and the fit of a large one keeps all cores busy by itself.
const MOST_AT_ONCE: usize = 4_000_000;

/// Runs `one` on every split of every division of `data`, in parallel where that helps; results in
/// the folds' order, a list a division, or the error of the first fold that has one.
pub(super) fn each_fold<T: Send>(
    data: &Dataset,
    divisions: &[Folds],
    one: impl Fn(Split) -> Result<T, TaskError> + Sync,
) -> Result<Vec<Vec<T>>, TaskError> {
    let patience = Patience::here();
    let run = |(folds, fold): (&Folds, usize)| {
        patience.check()?;
        patience.over(|| one(folds.split(fold))).map_err(|error| error.in_fold(fold + 1))
    };
    let all: Vec<(&Folds, usize)> =
        divisions.iter().flat_map(|folds| (0..folds.len()).map(move |fold| (folds, fold))).collect();
    let done: Vec<T> = if data.n_samples() * data.n_features() > MOST_AT_ONCE {
        all.into_iter().map(run).collect::<Result<_, _>>()?
    } else {
        let done: Vec<Result<T, TaskError>> = all.into_par_iter().map(run).collect();
        done.into_iter().collect::<Result<_, _>>()?
    };
    let mut done = done.into_iter();
    Ok(divisions.iter().map(|folds| done.by_ref().take(folds.len()).collect()).collect())
}
