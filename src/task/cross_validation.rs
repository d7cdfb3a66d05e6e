//! How good a model is on samples that it has not seen.
//!
//! The table is divided into folds. Each is held out once, everything (encoder included) is
//! fitted on the rest, and the held-out predictions are pooled. Levels of categorical
//! columns are taken from the whole table, so that a level that no training sample of a
//! fold has is a column of zeros there, and not an error.

use super::TaskError;
use crate::data::split::{self, Folds, Split, SplitError};
use crate::data::{Column, Dataset, Labels};
use crate::model::Classifier;
use crate::rng::Seed;
use ndarray::Array2;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Up to this many samples, each is held out alone unless asked otherwise.
pub const LEAVE_ONE_OUT_UP_TO: usize = 200;

/// How to hold out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Cv {
    /// Each sample alone for up to [`LEAVE_ONE_OUT_UP_TO`] samples, else five folds.
    #[default]
    Auto,
    /// Each sample alone.
    LeaveOneOut,
    /// This many folds, stratified by class.
    Folds(usize),
    /// Not at all.
    None,
}

impl Cv {
    /// What is meant for a table of `n_samples`. A single sample cannot be held out.
    pub fn resolve(self, n_samples: usize) -> Cv {
        match self {
            Cv::Auto if n_samples < 2 => Cv::None,
            Cv::Auto if n_samples <= LEAVE_ONE_OUT_UP_TO => Cv::LeaveOneOut,
            Cv::Auto => Cv::Folds(5),
            other => other,
        }
    }

    /// The folds, `None` if nothing is to be held out. `strata[i]` is the class of sample
    /// `i`; all the same if there are none.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn folds(self, strata: &[usize], seed: Seed) -> Result<Option<Folds>, SplitError> {
        match self.resolve(strata.len()) {
            Cv::LeaveOneOut => split::leave_one_out(strata.len()).map(Some),
            Cv::Folds(n_folds) => split::stratified_k_fold(strata, n_folds, seed).map(Some),
            Cv::Auto | Cv::None => Ok(None),
        }
    }

    /// `leave-one-out`, `5-fold` or `none`.
    pub fn scheme(self) -> String {
        match self {
            Cv::LeaveOneOut => "leave-one-out".to_owned(),
            Cv::Folds(k) => format!("{k}-fold"),
            Cv::Auto => "auto".to_owned(),
            Cv::None => "none".to_owned(),
        }
    }
}

impl fmt::Display for Cv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cv::Auto => f.write_str("auto"),
            Cv::LeaveOneOut => f.write_str("loo"),
            Cv::Folds(k) => write!(f, "{k}"),
            Cv::None => f.write_str("none"),
        }
    }
}

impl FromStr for Cv {
    type Err = TaskError;

    fn from_str(text: &str) -> Result<Self, TaskError> {
        let wanted = "`loo`, a number of folds from 2, `none` or `auto`";
        let invalid = || TaskError::InvalidOption { option: "cv", value: text.to_owned(), wanted };
        match text {
            "auto" => Ok(Cv::Auto),
            "loo" | "leave-one-out" => Ok(Cv::LeaveOneOut),
            "none" => Ok(Cv::None),
            number => number.parse().ok().filter(|&k| k >= 2).map(Cv::Folds).ok_or_else(invalid),
        }
    }
}

impl From<Cv> for String {
    fn from(cv: Cv) -> String {
        cv.to_string()
    }
}

impl TryFrom<String> for Cv {
    type Error = TaskError;

    fn try_from(text: String) -> Result<Self, TaskError> {
        text.parse()
    }
}

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

/// A classifier fitted on a fold, and whether the fit converged.
pub type FoldFit = (Box<dyn Classifier>, bool);

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
    F: Fn(&[Column], &Labels) -> Result<FoldFit, TaskError> + Sync,
{
    let done = each_fold(folds, |split| one_fold(data, labels, split, &fit))?;
    let mut held_out = HeldOut {
        probabilities: Array2::zeros((labels.codes.len(), labels.classes.len())),
        n_unconverged: done.iter().filter(|fold| !fold.converged).count(),
        n_lacking: done.iter().filter(|fold| !fold.lacking.is_empty()).count(),
        lacking: done.iter().flat_map(|fold| fold.lacking.iter().copied()).collect(),
    };
    held_out.lacking.sort_unstable();
    held_out.lacking.dedup();
    for fold in &done {
        for (row, &sample) in fold.probabilities.rows().into_iter().zip(&fold.test) {
            held_out.probabilities.row_mut(sample).assign(&row);
        }
    }
    Ok(held_out)
}

fn one_fold<F>(data: &Dataset, labels: &Labels, split: Split, fit: &F) -> Result<Fold, TaskError>
where
    F: Fn(&[Column], &Labels) -> Result<FoldFit, TaskError> + Sync,
{
    let n_classes = labels.classes.len();
    let (known, present) = labels.among(&split.train);
    let lacking = (0..n_classes).filter(|class| !present.contains(class)).collect();
    let mut probabilities = Array2::zeros((split.test.len(), n_classes));
    let mut converged = true;
    if let [only] = present.as_slice() {
        probabilities.column_mut(*only).fill(1.0);
    } else {
        let train = data.take(&split.train);
        let (model, did_converge) = fit(&train.features, &known)?;
        converged = did_converge;
        let predicted = model.predict_proba(&data.take(&split.test).features)?;
        for (column, &class) in predicted.columns().into_iter().zip(&present) {
            probabilities.column_mut(class).assign(&column);
        }
    }
    Ok(Fold { test: split.test, probabilities, converged, lacking })
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
    let done = each_fold(folds, |split| {
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

/// Runs `one` on every split, in parallel; results in the folds' order, or the error of the
/// first fold that has one.
pub(super) fn each_fold<T: Send>(
    folds: &Folds,
    one: impl Fn(Split) -> Result<T, TaskError> + Sync,
) -> Result<Vec<T>, TaskError> {
    let run = |fold: usize| {
        one(folds.split(fold)).map_err(|error| TaskError::Fold { fold: fold + 1, source: Box::new(error) })
    };
    let done: Vec<Result<T, TaskError>> = (0..folds.len()).into_par_iter().map(run).collect();
    done.into_iter().collect()
}
