//! The same logistic regression with more freedom and with less.
//!
//! A model overfits if more freedom makes it worse on samples that it has not seen, and less makes
//! it better. Whether that is so is tried: the penalty is made smaller and larger step by step, in
//! the same folds.

use super::fit;
use super::freedom::{Freedom, L2Path, L2Point, PenaltyChange};
use super::held_out::{differences, hold_out, paired};
use super::labels::labels_of;
use super::majority::majority;
use super::options::ClassifyOptions;
use crate::data::{Dataset, Labels};
use crate::eval::{classification, exact};
use crate::rng::Seed;
use crate::task::checked::Check;
use crate::task::classifiers::{ModelOption, read_by};
use crate::task::cross_validation::log_losses;
use crate::task::{Scheme, TaskError, Wanted, summary};
use std::cmp::Ordering::{Greater, Less};

/// The penalties, as multiples of the one that was asked for: numerators and denominators, so that
/// a tenth is what division by ten gives.
const STEPS: [[f64; 2]; 9] = [
    [1.0, 100.0],
    [3.0, 100.0],
    [1.0, 10.0],
    [3.0, 10.0],
    [1.0, 1.0],
    [3.0, 1.0],
    [10.0, 1.0],
    [30.0, 1.0],
    [100.0, 1.0],
];
/// From the penalty that was asked for to the two that it is judged by.
const JUDGED_BY: f64 = 10.0;
/// Each of the two intervals misses with this probability, so that both hold in 95 % of cases.
const TAILS: f64 = 0.05 / 2.0;

/// Fits and tests a logistic regression with the penalty of `options` and around it.
///
/// # Errors
/// As [`classify`](super::classify); another model than a logistic regression; too few samples to
/// hold any out.
pub fn l2_path(data: &Dataset, options: &ClassifyOptions) -> Result<L2Path, TaskError> {
    read_by(ModelOption::L2Path, &[options.model])?;
    let options = options.resolved(data.n_samples())?.checked()?;
    let labels = labels_of(data)?;
    let folds = options.cv.stratified(&labels.codes, Seed(options.seed))?.ok_or_else(nothing_held_out)?;
    let (mut points, mut losses, mut baseline) = (Vec::new(), Vec::new(), 0.0);
    for l2 in penalties(options.l2) {
        let (point, of_samples, shares) = tried(data, &labels, &folds, &ClassifyOptions { l2, ..(*options).clone() })?;
        points.push(point);
        losses.push(of_samples);
        baseline = shares;
    }
    let at = |l2: f64| points.iter().position(|point: &L2Point| point.l2 == l2);
    let step = |l2: f64| {
        let (from, to) = (at(options.l2)?, at(l2)?);
        let each = differences(&losses[to], &losses[from]);
        let (change, interval) = paired(&each, TAILS)?;
        let exact_p = exact::randomisation(&each);
        let is_certain = exact::rules_out_zero(interval, exact_p, TAILS);
        Some(PenaltyChange { l2, change, interval, exact_p, is_certain })
    };
    let [more, less] = match options.l2 {
        0.0 => [None, Some(1.0)],
        l2 => [Some(l2 / JUDGED_BY), Some(l2 * JUDGED_BY)],
    };
    let (more_freedom, less_freedom) = (more.and_then(step), less.and_then(step));
    Ok(L2Path {
        scheme: folds.0,
        l2: options.l2,
        points,
        baseline_log_loss: baseline,
        more_freedom,
        less_freedom,
        verdict: verdict(options.l2, more_freedom, less_freedom),
    })
}

fn nothing_held_out() -> TaskError {
    TaskError::InvalidOption { option: "cv", value: "none".to_owned(), wanted: Wanted::SomeFolds }
}

/// Ascending. From none on, around 1.
fn penalties(l2: f64) -> Vec<f64> {
    let around = |middle: f64| STEPS.map(|[times, of]| middle * times / of);
    if l2 > 0.0 { around(l2).to_vec() } else { [vec![0.0], around(1.0).to_vec()].concat() }
}

/// One penalty: its figures, the held-out log-loss of each sample, and that of the classes' shares.
fn tried(
    data: &Dataset,
    labels: &Labels,
    folds: &(Scheme, Vec<crate::data::Folds>),
    options: &ClassifyOptions,
) -> Result<(L2Point, Vec<f64>, f64), TaskError> {
    let fit_options = options.fit(summary::has_missing(data)).checked()?;
    let fitted = fit::fit(data, labels, &fit_options)?;
    let train =
        classification::evaluate(&labels.classes, &labels.codes, fitted.probabilities.view(), options.threshold);
    let held_out = hold_out(data, labels, folds.clone(), &fit_options)?;
    let metrics = held_out.measured(labels, options.threshold).metrics;
    let point = L2Point {
        l2: options.l2,
        train_log_loss: train.log_loss,
        log_loss: metrics.log_loss,
        accuracy: metrics.accuracy,
        n_certainly_wrong: held_out.about(labels).n_certainly_wrong,
    };
    let shares = majority(labels, Some(&held_out.shares)).log_loss;
    Ok((point, log_losses(&labels.codes, &held_out.model.divisions), shares))
}

/// What two steps say. Without a penalty no more freedom can be tried: less of it decides alone.
fn verdict(l2: f64, more: Option<PenaltyChange>, less: Option<PenaltyChange>) -> Freedom {
    let signs = [more, less].map(|step| step.map(|step| step.change.total_cmp(&0.0)));
    let is_certain = [more, less].iter().flatten().all(|step| step.is_certain);
    match (signs, is_certain) {
        ([None, _], _) if l2 > 0.0 => Freedom::Unclear,
        ([Some(Greater) | None, Some(Less)], true) => Freedom::Overfits,
        ([Some(Greater) | None, Some(Less)], false) => Freedom::MayOverfit,
        ([Some(Less), Some(Greater)], true) => Freedom::Underfits,
        ([Some(Less), Some(Greater)], false) => Freedom::MayUnderfit,
        ([Some(Greater) | None, Some(Greater)], true) => Freedom::AboutRight,
        ([Some(Greater) | None, Some(Greater)], false) => Freedom::MayBeRight,
        _ => Freedom::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(change: f64, half: f64) -> Option<PenaltyChange> {
        let interval = [change - half, change + half];
        let is_certain = exact::rules_out_zero(interval, None, TAILS);
        Some(PenaltyChange { l2: 1.0, change, interval, exact_p: None, is_certain })
    }

    #[test]
    fn nothing_is_said_flatly_that_is_not_certain_of_both_steps() {
        for (more, less, certain, otherwise) in [
            (0.3, -0.2, Freedom::Overfits, Freedom::MayOverfit),
            (-0.3, 0.2, Freedom::Underfits, Freedom::MayUnderfit),
            (0.3, 0.2, Freedom::AboutRight, Freedom::MayBeRight),
            (-0.3, -0.2, Freedom::Unclear, Freedom::Unclear),
            (0.0, 0.2, Freedom::Unclear, Freedom::Unclear),
        ] {
            assert_eq!(verdict(1.0, step(more, 0.1), step(less, 0.1)), certain, "{more} {less}");
            assert_eq!(verdict(1.0, step(more, 0.4), step(less, 0.1)), otherwise, "{more} {less}");
            assert_eq!(verdict(1.0, step(more, 0.1), step(less, 0.4)), otherwise, "{more} {less}");
        }
    }

    #[test]
    fn without_a_penalty_a_little_of_it_decides() {
        assert_eq!(verdict(0.0, None, step(-0.2, 0.1)), Freedom::Overfits);
        assert_eq!(verdict(0.0, None, step(-0.2, 0.3)), Freedom::MayOverfit);
        assert_eq!(verdict(0.0, None, step(0.2, 0.1)), Freedom::AboutRight, "less than no penalty there is none");
        assert_eq!(verdict(0.0, None, step(0.2, 0.3)), Freedom::MayBeRight);
        assert_eq!(verdict(0.0, None, None), Freedom::Unclear);
        assert_eq!(verdict(1.0, None, step(0.2, 0.1)), Freedom::Unclear);
    }

    #[test]
    fn five_samples_cannot_show_it() {
        let five = [0.1, 0.12, 0.11, 0.13, 0.1];
        let (_, interval) = paired(&five, TAILS).unwrap();
        assert!(interval[0] > 0.0 && !exact::rules_out_zero(interval, exact::randomisation(&five), TAILS));
    }

    #[test]
    fn the_path_is_of_round_numbers_around_the_penalty() {
        assert_eq!(penalties(1.0), [0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0]);
        assert_eq!(penalties(0.0)[..3], [0.0, 0.01, 0.03]);
    }
}
