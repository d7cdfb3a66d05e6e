//! How samples are held out, as asked for and as done.

use super::{TaskError, Wanted};
use crate::data::split::{self, Folds, SplitError};
use crate::rng::Seed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Up to this many samples, five folds are drawn again and again unless asked otherwise: a single
/// division of a small table says as much of the luck of the draw as of the model.
pub const REPEATED_UP_TO: usize = 200;
/// Divisions into folds that are drawn for so few samples.
pub const N_REPEATS: usize = 20;
/// Folds unless asked otherwise.
const N_FOLDS: usize = 5;
/// Divisions that may be asked for, at most.
const MOST_REPEATS: usize = 1000;

/// How to hold out, as `--cv` has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Cv {
    /// Five folds, drawn twenty times for up to [`REPEATED_UP_TO`] samples, else once.
    #[default]
    Auto,
    /// Each sample is held out alone: `loo`.
    LeaveOneOut,
    /// This many folds, stratified by class.
    Folds(usize),
    /// The same, drawn anew so many times: `20x5`.
    Repeated {
        /// Divisions of the table.
        n_repeats: usize,
        /// Folds of each division.
        n_folds: usize,
    },
    /// Nothing is held out.
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
    /// So many divisions into so many folds with their share of every class:
    /// `20 x stratified 5-fold`.
    StratifiedRepeated(usize, usize),
    /// The same of what has no classes: `20 x 5-fold`.
    Repeated(usize, usize),
    /// Folds by a hash of each row's number: `hashed 5-fold`.
    Hashed(usize),
}

impl Cv {
    /// What is meant for a table of `n_samples`. A single sample cannot be held out.
    pub fn resolve(self, n_samples: usize) -> Cv {
        match self {
            Cv::Auto if n_samples < 2 => Cv::None,
            Cv::Auto => Cv::repeated(n_samples, N_REPEATS),
            other => other,
        }
    }

    /// Five folds, `n_repeats` times for few samples. So few that five folds hold out each alone are
    /// all divided in one way.
    pub(super) fn repeated(n_samples: usize, n_repeats: usize) -> Cv {
        match n_samples {
            0..2 => Cv::None,
            2..=N_FOLDS => Cv::LeaveOneOut,
            _ if n_samples <= REPEATED_UP_TO => Cv::Repeated { n_repeats, n_folds: N_FOLDS },
            _ => Cv::Folds(N_FOLDS),
        }
    }

    /// The folds of samples with these classes, a division each, and what they are; `None` if
    /// nothing is to be held out. `classes[i]` is the class of sample `i`.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn stratified(self, classes: &[usize], seed: Seed) -> Result<Option<(Scheme, Vec<Folds>)>, SplitError> {
        self.folds(classes, seed, Scheme::Stratified, Scheme::StratifiedRepeated)
    }

    /// The folds of `n_samples` without classes, likewise.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn plain(self, n_samples: usize, seed: Seed) -> Result<Option<(Scheme, Vec<Folds>)>, SplitError> {
        self.folds(&vec![0; n_samples], seed, Scheme::Folds, Scheme::Repeated)
    }

    fn folds(
        self,
        strata: &[usize],
        seed: Seed,
        once: fn(usize) -> Scheme,
        again: fn(usize, usize) -> Scheme,
    ) -> Result<Option<(Scheme, Vec<Folds>)>, SplitError> {
        Ok(match self.resolve(strata.len()) {
            Cv::LeaveOneOut => Some((Scheme::LeaveOneOut, vec![split::leave_one_out(strata.len())?])),
            Cv::Folds(n_folds) => Some((once(n_folds), vec![split::stratified_k_fold(strata, n_folds, seed)?])),
            Cv::Repeated { n_repeats, n_folds } => {
                Some((again(n_repeats, n_folds), split::repeated_k_fold(strata, n_folds, n_repeats, seed)?))
            }
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
            Scheme::StratifiedRepeated(_, n_folds) | Scheme::Repeated(_, n_folds) => Some(n_folds),
        }
    }

    /// How often the table was divided: so often was each sample held out.
    pub fn n_repeats(self) -> usize {
        match self {
            Scheme::StratifiedRepeated(n_repeats, _) | Scheme::Repeated(n_repeats, _) => n_repeats,
            Scheme::LeaveOneOut | Scheme::Stratified(_) | Scheme::Folds(_) | Scheme::Hashed(_) => 1,
        }
    }
}

impl fmt::Display for Cv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cv::Auto => f.write_str("auto"),
            Cv::LeaveOneOut => f.write_str("loo"),
            Cv::Folds(k) => write!(f, "{k}"),
            Cv::Repeated { n_repeats, n_folds } => write!(f, "{n_repeats}x{n_folds}"),
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
            Scheme::StratifiedRepeated(n_repeats, n_folds) => write!(f, "{n_repeats} x stratified {n_folds}-fold"),
            Scheme::Repeated(n_repeats, n_folds) => write!(f, "{n_repeats} x {n_folds}-fold"),
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
            number => folds_of(number).ok_or_else(invalid),
        }
    }
}

/// `5`, or `20x5`.
fn folds_of(text: &str) -> Option<Cv> {
    let n_folds = |text: &str| text.parse().ok().filter(|&k: &usize| k >= 2);
    let Some((n_repeats, folds)) = text.split_once(['x', '×', '*']) else { return n_folds(text).map(Cv::Folds) };
    let n_repeats: usize = n_repeats.trim().parse().ok().filter(|n| (1..=MOST_REPEATS).contains(n))?;
    let n_folds = n_folds(folds.trim())?;
    Some(if n_repeats == 1 { Cv::Folds(n_folds) } else { Cv::Repeated { n_repeats, n_folds } })
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
        scheme_of(&text).ok_or_else(|| format!("`{text}` is no way to hold out"))
    }
}

fn scheme_of(text: &str) -> Option<Scheme> {
    if let Some(folds) = text.strip_prefix("hashed ") {
        return folds.strip_suffix("-fold")?.parse().ok().map(Scheme::Hashed);
    }
    if text == "leave-one-out" {
        return Some(Scheme::LeaveOneOut);
    }
    let (n_repeats, folds) = match text.split_once(" x ") {
        Some((n_repeats, folds)) => (Some(n_repeats.parse().ok()?), folds),
        None => (None, text),
    };
    let n_folds = |text: &str| text.strip_suffix("-fold")?.parse().ok();
    Some(match (folds.strip_prefix("stratified "), n_repeats) {
        (Some(folds), None) => Scheme::Stratified(n_folds(folds)?),
        (Some(folds), Some(n_repeats)) => Scheme::StratifiedRepeated(n_repeats, n_folds(folds)?),
        (None, None) => Scheme::Folds(n_folds(folds)?),
        (None, Some(n_repeats)) => Scheme::Repeated(n_repeats, n_folds(folds)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_read_as_it_is_written() {
        let once = [Scheme::LeaveOneOut, Scheme::Stratified(5), Scheme::Folds(10), Scheme::Hashed(3)];
        assert_eq!(
            once.map(|scheme| scheme.to_string()),
            ["leave-one-out", "stratified 5-fold", "10-fold", "hashed 3-fold"]
        );
        let again = [Scheme::StratifiedRepeated(20, 5), Scheme::Repeated(3, 10)];
        assert_eq!(again.map(|scheme| scheme.to_string()), ["20 x stratified 5-fold", "3 x 10-fold"]);
        let schemes = [&once[..], &again].concat();
        schemes.iter().for_each(|scheme| assert_eq!(Scheme::try_from(scheme.to_string()), Ok(*scheme)));
        assert!(Scheme::try_from("stratified".to_owned()).is_err());
    }

    #[test]
    fn what_is_asked_for_is_read_as_it_is_written() {
        for text in ["auto", "loo", "none", "7", "20x5"] {
            assert_eq!(text.parse::<Cv>().unwrap().to_string(), text);
        }
        assert_eq!("1x5".parse::<Cv>().unwrap(), Cv::Folds(5));
        for text in ["1", "0x5", "5x1", "x5", "5x", "99999x5"] {
            assert!(text.parse::<Cv>().is_err(), "{text}");
        }
    }

    #[test]
    fn few_samples_are_divided_many_times() {
        let of = |n| Cv::Auto.resolve(n).to_string();
        assert_eq!([1, 2, 5, 6, 200, 201].map(of), ["none", "loo", "loo", "20x5", "20x5", "5"]);
    }
}
