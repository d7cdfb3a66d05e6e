//! A start for Newton's method near the minimum, from some of the rows.

use super::centre::Centre;
use super::newton::{StoppingRule, minimise};
use super::objective;
use super::problem::LogisticProblem;
use crate::engine::EngineError;
use crate::engine::blocks::{CellStorage, Rows, Targets};

/// Rows in the sample.
const SAMPLE_ROWS: usize = 1 << 15;
/// The sample is taken where it is at most this share of the rows.
const SHARE: usize = 8;
/// Rows that are taken together: a cache line of a column.
const RUN: usize = 8;

/// The minimum over evenly spaced runs of rows, found roughly. It lies some standard errors
/// of a small sample from that over all rows, which is close enough for Newton's method to
/// converge quadratically at once: it spares full passes, and does not change where the fit
/// ends. `None` for a table that is not large, or whose sample lacks a class.
///
/// # Errors
/// Nobody waits for it any more.
pub fn warm_start(problem: &LogisticProblem, centre: &Centre) -> Result<Option<Vec<f64>>, EngineError> {
    let n_samples = problem.rows.n_samples();
    if n_samples < SHARE * SAMPLE_ROWS {
        return Ok(None);
    }
    let spacing = n_samples * RUN / SAMPLE_ROWS;
    let picked: Vec<usize> = (0..SAMPLE_ROWS / RUN).flat_map(|i| i * spacing..i * spacing + RUN).collect();
    let sample = problem.rows.pick(&picked);
    let labels: Vec<usize> = sample.y.iter().map(|&class| class as usize).collect();
    if (0..problem.n_classes).any(|class| !labels.contains(&class)) {
        return Ok(None);
    }
    let Rows { columns, shift, .. } = problem.rows;
    let rows = Rows { cells: CellStorage::Matrix(sample.x.view()), targets: Targets::Classes(&labels), columns, shift };
    let l2 = problem.l2 * SAMPLE_ROWS as f64 / n_samples as f64;
    let sample = LogisticProblem { rows, l2, n_classes: problem.n_classes, first_class: problem.first_class };
    let scale = problem.scales(centre);
    let tolerances: Vec<f64> = scale.iter().map(|scale| 1e-4 * SAMPLE_ROWS as f64 * scale).collect();
    let stop = StoppingRule { max_iter: 10, gradient: &tolerances, scale: &scale };
    let minimum = minimise(vec![0.0; tolerances.len()], &stop, |parameters| objective::evaluate(&sample, parameters))?;
    Ok(minimum.converged.then_some(minimum.parameters))
}
