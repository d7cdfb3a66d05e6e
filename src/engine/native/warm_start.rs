//! A start for Newton's method near the minimum, from some of the rows.

use super::centre::Centre;
use super::newton::{Stop, minimise};
use super::objective;
use super::problem::LogisticProblem;
use crate::engine::blocks::Rows;
use ndarray::{Array2, ShapeBuilder};

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
pub fn warm_start(problem: &LogisticProblem, centre: &Centre) -> Option<Vec<f64>> {
    let n_samples = problem.labels.len();
    if n_samples < SHARE * SAMPLE_ROWS {
        return None;
    }
    let spacing = n_samples * RUN / SAMPLE_ROWS;
    let picked: Vec<usize> = (0..SAMPLE_ROWS / RUN).flat_map(|i| i * spacing..i * spacing + RUN).collect();
    let labels: Vec<usize> = picked.iter().map(|&row| problem.labels[row]).collect();
    if (0..problem.n_classes).any(|class| !labels.contains(&class)) {
        return None;
    }
    let mut x = Array2::zeros((SAMPLE_ROWS, problem.rows.columns.len()).f());
    for (mut column, &from) in x.columns_mut().into_iter().zip(problem.rows.columns) {
        column.iter_mut().zip(&picked).for_each(|(cell, &row)| *cell = problem.rows.x[[row, from]]);
    }
    let columns: Vec<usize> = (0..x.ncols()).collect();
    let rows = Rows { x: x.view(), columns: &columns, shift: problem.rows.shift };
    let l2 = problem.l2 * SAMPLE_ROWS as f64 / n_samples as f64;
    let sample = LogisticProblem { rows, labels: &labels, l2, ..*problem };
    let scale = problem.scales(centre);
    let tolerances: Vec<f64> = scale.iter().map(|scale| 1e-4 * SAMPLE_ROWS as f64 * scale).collect();
    let stop = Stop { max_iter: 10, gradient: &tolerances, scale: &scale };
    let minimum = minimise(vec![0.0; tolerances.len()], &stop, |parameters| objective::evaluate(&sample, parameters));
    minimum.converged.then_some(minimum.parameters)
}
