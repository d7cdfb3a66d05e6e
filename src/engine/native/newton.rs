//! Newton's method with step halving, for a convex objective that is a sum over rows.

use crate::engine::patience::Patience;
use crate::engine::{EngineError, dense};

/// A step counts as none where no entry, times the scale of its column, moves by more than this
/// share of the largest entry (of 1, if all are smaller).
const STEADY: f64 = 1e-9;
/// Further steps, at most, once the gradient is small: near separation a gradient of 1e-10 still
/// leaves the estimate some digits to gain, and a step or two of a method that doubles the right
/// digits gains them.
const LAST_STEPS: usize = 2;

/// An objective at one point.
#[derive(Debug, Clone)]
pub struct ObjectiveEvaluation {
    /// In nats, penalty included.
    pub value: f64,
    /// `(n)`.
    pub gradient: Vec<f64>,
    /// `(n, n)`, symmetric: the second derivatives; empty where they are never written down.
    pub hessian: Vec<f64>,
}

impl ObjectiveEvaluation {
    /// The first parameter whose derivatives, first or second, are not finite numbers.
    pub fn overflowing(&self) -> Option<usize> {
        let n = self.gradient.len();
        let curvature = |j: usize| self.hessian.get(j * n + j).copied().unwrap_or(0.0);
        (0..n).find(|&j| !(self.gradient[j].is_finite() && curvature(j).is_finite()))
    }
}

/// Where a minimisation stopped.
#[derive(Debug)]
pub struct Minimum {
    /// `(n)`.
    pub parameters: Vec<f64>,
    /// The objective at these parameters.
    pub at: ObjectiveEvaluation,
    /// Evaluations but the first: one pass over the rows each.
    pub iterations: usize,
    /// Whether the gradient came below its tolerance.
    pub converged: bool,
}

impl Minimum {
    /// `(n)`: by how much one more Newton step would lower each parameter.
    pub fn next_step(&self) -> Vec<f64> {
        newton_step(&self.at)
    }
}

/// When a minimisation has converged, and when it is given up.
pub struct StoppingRule<'a> {
    /// Evaluations after which it stops unconverged.
    pub max_iter: usize,
    /// `(n)`: converged when no entry of the gradient is larger in size than its own.
    pub gradient: &'a [f64],
    /// `(n)`: the deviation of the column that a parameter weighs, 1 for an intercept.
    pub scale: &'a [f64],
}

impl StoppingRule<'_> {
    fn is_reached(&self, at: &ObjectiveEvaluation) -> bool {
        at.gradient.iter().zip(self.gradient).all(|(g, tolerance)| g.abs() <= *tolerance)
    }

    /// Whether `step` moves nothing worth speaking of.
    fn is_steady(&self, parameters: &[f64], step: &[f64]) -> bool {
        let largest = |of: &[f64]| of.iter().zip(self.scale).map(|(v, scale)| (v * scale).abs()).fold(0.0, f64::max);
        largest(step) <= STEADY * largest(parameters).max(1.0)
    }
}

/// Minimises from `start`: `x <- x - t H^-1 g`, with `t` halved until the objective falls.
///
/// Objectives of separated classes have no minimum. The Hessian then fades with the
/// gradient, so that what is returned may look converged: that is for the caller to tell.
/// An objective that is not finite at the start is returned as it is.
///
/// # Errors
/// Nobody waits for it any more.
pub fn minimise(
    start: Vec<f64>,
    stop: &StoppingRule,
    evaluate: impl Fn(&[f64]) -> ObjectiveEvaluation,
) -> Result<Minimum, EngineError> {
    let patience = Patience::here();
    let mut at = evaluate(&start);
    let (mut parameters, mut iterations, mut last_steps) = (start, 0, 0);
    loop {
        let converged = stop.is_reached(&at);
        let done = if converged { last_steps >= LAST_STEPS } else { iterations >= stop.max_iter };
        if done || !at.value.is_finite() {
            return Ok(Minimum { parameters, at, iterations, converged });
        }
        let step = newton_step(&at);
        let nowhere_to_go = step.iter().all(|s| *s == 0.0);
        if nowhere_to_go || converged && stop.is_steady(&parameters, &step) {
            return Ok(Minimum { parameters, at, iterations, converged });
        }
        last_steps += usize::from(converged);
        let mut fraction = 1.0;
        loop {
            patience.check()?;
            let candidate: Vec<f64> = parameters.iter().zip(&step).map(|(x, s)| x - fraction * s).collect();
            let there = evaluate(&candidate);
            iterations += 1;
            // Near the minimum the value moves by less than its rounding: allow for that.
            if there.value <= at.value + 1e-13 * at.value.abs() {
                (parameters, at) = (candidate, there);
                break;
            }
            fraction /= 2.0;
            if converged || fraction < 1e-9 || iterations >= stop.max_iter {
                return Ok(Minimum { parameters, at, iterations, converged });
            }
        }
    }
}

/// `H^-1 g`. A Hessian that is singular to rounding gets a share of its diagonal added.
fn newton_step(at: &ObjectiveEvaluation) -> Vec<f64> {
    let n = at.gradient.len();
    let mut hessian = at.hessian.clone();
    let mut share = 0.0;
    loop {
        if let Some(factor) = dense::cholesky(&hessian, n, 1e-15) {
            let mut step = at.gradient.clone();
            dense::cholesky_solve(&factor, n, &mut step);
            return step;
        }
        share = if share == 0.0 { 1e-12 } else { share * 100.0 };
        for i in 0..n {
            let diagonal = at.hessian[i * n + i];
            hessian[i * n + i] = diagonal + share * diagonal + f64::MIN_POSITIVE;
        }
        if share > 1e6 {
            return vec![0.0; n]; // nothing is left of the Hessian: stay
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn a_curvature_without_bounds_ends_at_once() {
        let evaluate =
            |_: &[f64]| ObjectiveEvaluation { value: 1.0, gradient: vec![1.0], hessian: vec![f64::INFINITY] };
        let minimum =
            minimise(vec![0.0], &StoppingRule { max_iter: 100, gradient: &[1e-12], scale: &[1.0] }, evaluate).unwrap();
        assert_eq!((minimum.converged, minimum.at.overflowing()), (false, Some(0)));
        assert!(minimum.iterations <= 1, "{}", minimum.iterations);
    }

    #[test]
    fn a_steep_valley_needs_halved_steps_and_still_ends_at_its_floor() {
        // sqrt(1 + x^2): from |x| > 1 a full Newton step overshoots and would diverge.
        let evaluate = |x: &[f64]| {
            let root = x[0].hypot(1.0);
            ObjectiveEvaluation { value: root, gradient: vec![x[0] / root], hessian: vec![root.powi(-3)] }
        };
        let minimum =
            minimise(vec![3.0], &StoppingRule { max_iter: 100, gradient: &[1e-12], scale: &[1.0] }, evaluate).unwrap();
        assert!(minimum.converged);
        assert_relative_eq!(minimum.parameters[0], 0.0, epsilon = 1e-12);
    }
}
