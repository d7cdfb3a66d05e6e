//! The table of estimates with their standard errors.

use super::fit::ClassificationFit;
use super::{Coefficient, OddsStep};
use crate::data::{Column, Values};
use crate::eval::tail::{NORMAL_975, normal_two_sided};
use crate::model::logistic::LinearScore;
use crate::model::{INTERCEPT, Logistic};
use crate::task::classifiers::LogisticEstimate;

/// How a numeric column spreads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::task) struct Spread {
    /// The population standard deviation.
    pub deviation: f64,
    /// Whether all its cells are whole numbers.
    pub is_whole: bool,
}

impl Spread {
    /// Of the numbers of a column, missing ones left out; `None` for words.
    pub fn of(column: &Column) -> Option<Spread> {
        let Values::Numbers(cells) = &column.values else { return None };
        let present: Vec<f64> = cells.iter().copied().filter(|cell| !cell.is_nan()).collect();
        let mean = present.iter().sum::<f64>() / present.len() as f64;
        let deviation = (present.iter().map(|cell| (cell - mean).powi(2)).sum::<f64>() / present.len() as f64).sqrt();
        Some(Spread { deviation, is_whole: present.iter().all(|cell| cell.fract() == 0.0) })
    }

    /// The power of ten at or below the deviation, where that is below 1, or 10 and more. What counts in whole
    /// numbers (0 or 1, say) has no step below 1.
    fn step(self) -> Option<f64> {
        // A rounding error below a power of ten is not below.
        let power = (self.deviation.log10() + 1e-9).floor();
        let power = if self.is_whole { power.max(0.0) } else { power };
        // Exactly 0.1, as 10^-1 may not be.
        (power.is_finite() && power != 0.0).then(|| format!("1e{power}").parse().unwrap_or(1.0))
    }
}

/// One line a term, the intercept first; with more than two classes, class after class. The
/// reference class of an unpenalised fit has no parameters and no lines.
///
/// A change of 1 is far more than the whole range of some columns (a density) and next to nothing
/// in others (grams), so that their odds ratio is also given for a step that fits the column: `spread`
/// tells how it spreads, if it is numeric and has not such a step already, as a standardised one has.
pub(super) fn table(fitted: &ClassificationFit, spread: &dyn Fn(&str) -> Option<Spread>) -> Vec<Coefficient> {
    let Some((model, estimate)) = fitted.logistic() else { return Vec::new() };
    let first_free = usize::from(model.outputs.len() > 1 && estimate.l2 == 0.0);
    let free = model.outputs[first_free..].iter().enumerate();
    let lines = free.flat_map(|(at, output)| of_output(model, estimate, fitted.is_separated(), at, output));
    let step = |line: &Coefficient| {
        let estimate = line.estimate.filter(|_| line.odds_ratio.is_some())?;
        let size = spread(&line.term)?.step()?;
        Some(OddsStep { size, ratio: (estimate * size).exp() })
    };
    lines.map(|line| Coefficient { odds_step: step(&line), ..line }).collect()
}

/// The lines of the `at`-th free output.
fn of_output(
    model: &Logistic,
    estimate: &LogisticEstimate,
    is_separated: bool,
    at: usize,
    output: &LinearScore,
) -> Vec<Coefficient> {
    let dropped = &estimate.fit.dropped;
    let n_kept = model.terms.len() - dropped.len();
    let class = (model.classes.len() > 2).then(|| output.class.clone());
    let has_odds = model.classes.len() == 2 || estimate.l2 == 0.0;
    // Place in the covariance: intercept, then the kept terms, output after output.
    let mut place = at * (1 + n_kept);
    let mut line = |term: &str, value: f64, is_kept: bool, is_term: bool| {
        let exists = is_kept && !is_separated;
        let std_error = exists.then(|| std_error(estimate, place)).flatten();
        place += usize::from(is_kept);
        let odds_ratio = (exists && is_term && has_odds).then(|| value.exp());
        Coefficient { class: class.clone(), odds_ratio, ..wald(term, exists.then_some(value), std_error) }
    };
    let mut lines = vec![line(INTERCEPT, output.intercept, true, false)];
    for (column, (term, &value)) in model.terms.iter().zip(&output.coefficients).enumerate() {
        lines.push(line(term, value, !dropped.contains(&column), true));
    }
    lines
}

/// The root of a diagonal entry of the covariance; `None` if rounding left none.
fn std_error(estimate: &LogisticEstimate, place: usize) -> Option<f64> {
    let variance = estimate.fit.covariance.as_ref()?[[place, place]];
    (variance > 0.0).then(|| variance.sqrt())
}

/// `z = estimate / SE`, two-sided p-value and 95 % interval (Wald, 1943).
fn wald(term: &str, estimate: Option<f64>, std_error: Option<f64>) -> Coefficient {
    let both = estimate.zip(std_error);
    let z = both.map(|(estimate, se)| estimate / se);
    Coefficient {
        class: None,
        term: term.to_owned(),
        estimate,
        std_error,
        z,
        p_value: z.map(normal_two_sided),
        interval: both.map(|(estimate, se)| [estimate - NORMAL_975 * se, estimate + NORMAL_975 * se]),
        odds_ratio: None,
        odds_step: None,
    }
}
