//! The table of estimates with their standard errors.

use super::Coefficient;
use super::fit::Fitted;
use crate::eval::tail::{NORMAL_975, normal_two_sided};
use crate::model::logistic::Output;
use crate::model::{INTERCEPT, Logistic};
use crate::task::classifiers::Estimate;

/// One line a term, the intercept first; with more than two classes, class after class. The
/// reference class of an unpenalised fit has no parameters and no lines.
pub(super) fn table(fitted: &Fitted) -> Vec<Coefficient> {
    let Some((model, estimate)) = fitted.logistic() else { return Vec::new() };
    let first_free = usize::from(model.outputs.len() > 1 && estimate.l2 == 0.0);
    let free = model.outputs[first_free..].iter().enumerate();
    free.flat_map(|(at, output)| of_output(model, estimate, fitted.is_separated(), at, output)).collect()
}

/// The lines of the `at`-th free output.
fn of_output(
    model: &Logistic,
    estimate: &Estimate,
    is_separated: bool,
    at: usize,
    output: &Output,
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
fn std_error(estimate: &Estimate, place: usize) -> Option<f64> {
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
    }
}
