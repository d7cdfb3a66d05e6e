//! How samples are held out, as asked for and as done.

use super::{TaskError, Wanted};
use crate::data::split::{self, Folds, SplitError};
use crate::rng::Seed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Up to this many samples, each is held out alone unless asked otherwise.
pub const LEAVE_ONE_OUT_UP_TO: usize = 200;

/// How to hold out, as `--cv` has it.
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

/// How samples were held out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Scheme {
    /// Each sample alone: `leave-one-out`.
    LeaveOneOut,
    /// Folds with their share of every class: `stratified 5-fold`.
    Stratified(usize),
    /// Folds of what has no classes: `5-fold`.
    Folds(usize),
    /// Folds by a hash of each row's number: `hashed 5-fold`.
    Hashed(usize),
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

    /// The folds of samples with these classes, and what they are; `None` if nothing is to
    /// be held out. `classes[i]` is the class of sample `i`.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn stratified(self, classes: &[usize], seed: Seed) -> Result<Option<(Scheme, Folds)>, SplitError> {
        self.folds(classes, seed, Scheme::Stratified)
    }

    /// The folds of `n_samples` without classes, likewise.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn plain(self, n_samples: usize, seed: Seed) -> Result<Option<(Scheme, Folds)>, SplitError> {
        self.folds(&vec![0; n_samples], seed, Scheme::Folds)
    }

    fn folds(
        self,
        strata: &[usize],
        seed: Seed,
        of: fn(usize) -> Scheme,
    ) -> Result<Option<(Scheme, Folds)>, SplitError> {
        Ok(match self.resolve(strata.len()) {
            Cv::LeaveOneOut => Some((Scheme::LeaveOneOut, split::leave_one_out(strata.len())?)),
            Cv::Folds(n_folds) => Some((of(n_folds), split::stratified_k_fold(strata, n_folds, seed)?)),
            Cv::Auto | Cv::None => None,
        })
    }
}

impl Scheme {
    /// The number of folds; `None` for leave-one-out, which has one a sample.
    pub fn n_folds(self) -> Option<usize> {
        match self {
            Scheme::LeaveOneOut => None,
            Scheme::Stratified(n_folds) | Scheme::Folds(n_folds) | Scheme::Hashed(n_folds) => Some(n_folds),
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

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scheme::LeaveOneOut => f.write_str("leave-one-out"),
            Scheme::Stratified(n_folds) => write!(f, "stratified {n_folds}-fold"),
            Scheme::Folds(n_folds) => write!(f, "{n_folds}-fold"),
            Scheme::Hashed(n_folds) => write!(f, "hashed {n_folds}-fold"),
        }
    }
}

impl FromStr for Cv {
    type Err = TaskError;

    fn from_str(text: &str) -> Result<Self, TaskError> {
        let invalid = || TaskError::InvalidOption { option: "cv", value: text.to_owned(), wanted: Wanted::Cv };
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

impl From<Scheme> for String {
    fn from(scheme: Scheme) -> String {
        scheme.to_string()
    }
}

impl TryFrom<String> for Scheme {
    type Error = String;

    /// Reads what [`Display`](fmt::Display) writes, for saved models.
    fn try_from(text: String) -> Result<Self, String> {
        let n_folds = |text: &str| text.strip_suffix("-fold")?.parse().ok();
        let parsed = match text.strip_prefix("stratified ") {
            Some(rest) => n_folds(rest).map(Scheme::Stratified),
            None if text.starts_with("hashed ") => text.strip_prefix("hashed ").and_then(n_folds).map(Scheme::Hashed),
            None if text == "leave-one-out" => Some(Scheme::LeaveOneOut),
            None => n_folds(&text).map(Scheme::Folds),
        };
        parsed.ok_or_else(|| format!("`{text}` is no way to hold out"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_read_as_it_is_written() {
        let schemes = [Scheme::LeaveOneOut, Scheme::Stratified(5), Scheme::Folds(10), Scheme::Hashed(3)];
        assert_eq!(
            schemes.map(|scheme| scheme.to_string()),
            ["leave-one-out", "stratified 5-fold", "10-fold", "hashed 3-fold"]
        );
        schemes.iter().for_each(|scheme| assert_eq!(Scheme::try_from(scheme.to_string()), Ok(*scheme)));
        assert!(Scheme::try_from("stratified".to_owned()).is_err());
    }
}
