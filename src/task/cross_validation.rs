//! How good a model is on samples that it has not seen.
//!
//! The table is divided into folds. Each is held out once, everything (encoder included) is
//! fitted on the rest, and the held-out predictions are pooled. Levels of categorical
//! columns are taken from the whole table, so that a level that no training sample of a
//! fold has is a column of zeros there, and not an error.

use super::TaskError;
use super::classifiers::Fitted;
use crate::data::{Column, Dataset, Folds, Labels, Split};
use ndarray::Array2;
use rayon::prelude::*;

/// Held-out probabilities of a classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldOut {
    /// `(n_samples, n_classes)`.
    pub probabilities: Array2<f64>,
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
pub fn classify_held_out<F>(data: &Dataset, labels: &Labels, folds: &Folds, fit: F) -> Result<HeldOut, TaskError>
where
    F: Fn(&Dataset, &Labels) -> Result<Fitted, TaskError> + Sync,
{
    let done = each_fold(data, folds, |split| one_fold(data, labels, split, &fit))?;
    let mut held_out = HeldOut {
        probabilities: Array2::zeros((labels.codes.len(), labels.classes.len())),
        n_unconverged: done.iter().filter(|fold| !fold.converged).count(),
        n_lacking: done.iter().filter(|fold| !fold.lacking.is_empty()).count(),
        lacking: done.iter().flat_map(|fold| fold.lacking.iter().copied()).collect(),
    };
    held_out.lacking.sort_unstable();
    held_out.lacking.dedup();
    for fold in &done {
        pool(&mut held_out.probabilities, &fold.test, &fold.probabilities);
    }
    Ok(held_out)
}

fn one_fold<F>(data: &Dataset, labels: &Labels, split: Split, fit: &F) -> Result<Fold, TaskError>
where
    F: Fn(&Dataset, &Labels) -> Result<Fitted, TaskError> + Sync,
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

/// Held-out predictions of a number: `fit_predict` gets the training samples' columns and
/// targets, and the columns to predict for.
///
/// # Errors
/// Those of `fit_predict`, with the fold in which they happened.
pub fn regress_held_out<F>(data: &Dataset, y: &[f64], folds: &Folds, fit_predict: F) -> Result<Vec<f64>, TaskError>
where
    F: Fn(&[Column], &[f64], &[Column]) -> Result<Vec<f64>, TaskError> + Sync,
{
    let done = each_fold(data, folds, |split| {
        let targets: Vec<f64> = split.train.iter().map(|&sample| y[sample]).collect();
        let (train, test) = (data.take(&split.train), data.take(&split.test));
        Ok((fit_predict(&train.features, &targets, &test.features)?, split.test))
    })?;
    let mut predicted = vec![0.0; y.len()];
    for (values, test) in done {
        test.into_iter().zip(values).for_each(|(sample, value)| predicted[sample] = value);
    }
    Ok(predicted)
}

/// Cells of a table up to which its folds are fitted at the same time. Each takes the room of a
/// copy or two of the table, and the fit of a large one keeps all cores busy by itself.
const MOST_AT_ONCE: usize = 4_000_000;

/// Runs `one` on every split of `data`, in parallel where that helps; results in the folds'
/// order, or the error of the first fold that has one.
pub(super) fn each_fold<T: Send>(
    data: &Dataset,
    folds: &Folds,
    one: impl Fn(Split) -> Result<T, TaskError> + Sync,
) -> Result<Vec<T>, TaskError> {
    let run = |fold: usize| {
        one(folds.split(fold)).map_err(|error| TaskError::Fold { fold: fold + 1, source: Box::new(error) })
    };
    if data.n_samples() * data.n_features() > MOST_AT_ONCE {
        return (0..folds.len()).map(run).collect();
    }
    let done: Vec<Result<T, TaskError>> = (0..folds.len()).into_par_iter().map(run).collect();
    done.into_iter().collect()
}
