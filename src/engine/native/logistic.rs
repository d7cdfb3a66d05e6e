//! Logistic regression by Newton's method.

use super::centre::{Centre, uncentre_covariance};
use super::dependent_columns::dependent_columns;
use super::newton::Minimum;
use super::newton_cg::Iterative;
use super::overlap_proof::{Most, proves_overlap};
use super::problem::LogisticProblem;
use super::solve::solve;
use super::sparse::{Sparse, centre_of_table};
use crate::data::encode::OneHot;
use crate::engine::blocks::{BlockAggregate, CellStorage, RowBlock, Rows, Targets, as_numbers};
use crate::engine::{EngineError, LogisticFit, LogisticOptions, check, dense};
use ndarray::{Array1, Array2, s};

/// Minimises `sum_i log_loss_i + l2/2 |w|^2`; input has been checked but for its cells.
pub fn fit(
    cells: CellStorage,
    targets: Targets,
    n_classes: usize,
    options: &LogisticOptions,
) -> Result<LogisticFit, EngineError> {
    let (centre, _) = Centre::of_rows(&Rows { cells: cells.reborrow(), targets, columns: &[], shift: &[] });
    let dropped = if options.l2 == 0.0 { dependent_columns(cells.reborrow(), &centre)? } else { Vec::new() };
    let kept: Vec<usize> = (0..cells.n_columns()).filter(|j| !dropped.contains(j)).collect();
    let centre = centre.select(&kept);
    let rows = Rows { cells: cells.reborrow(), targets, columns: &kept, shift: &centre.shift };
    // Without a penalty only differences between classes are determined: class 0 is fixed.
    let first_class = usize::from(n_classes == 2 || options.l2 == 0.0);
    let problem = LogisticProblem { rows, n_classes, first_class, l2: options.l2 };
    let minimum = solve(&problem, &centre, options)?;
    if let Some(column) = minimum.at.overflowing() {
        return Err(cells.explain_sum(kept.get(column % problem.group()).copied().unwrap_or(0)));
    }
    let unpenalised = options.l2 == 0.0;
    let covariance = if unpenalised { covariance(&minimum, &problem, &centre.shift) } else { None };
    let overlap_proven = unpenalised && proves_overlap(&problem, &minimum, &centre.scale);
    let (coefficients, intercepts) = spread(&minimum.parameters, &problem, &centre.shift);
    Ok(LogisticFit {
        coefficients,
        intercepts,
        iterations: Some(minimum.iterations),
        converged: minimum.converged,
        covariance,
        overlap_proven,
        next_step: (unpenalised && !overlap_proven).then(|| largest_move(&problem, &minimum.next_step())),
        dropped,
    })
}

/// The same on an encoded table whose indicators are not written out; `l2` is above 0.
pub fn fit_table(
    table: &OneHot,
    labels: &[usize],
    n_classes: usize,
    options: &LogisticOptions,
) -> Result<LogisticFit, EngineError> {
    let centre = centre_of_table(table);
    let iterative =
        Iterative { design: Sparse::of_table(table, &centre), labels, n_classes, l2: options.l2, scale: &centre.scale };
    let start = Array2::zeros((table.n_terms + 1, iterative.n_outputs()));
    let reached = iterative.minimise(start, options.tolerance, options.max_iter)?;
    if let Some((column, _)) = reached.gradient.rows().into_iter().enumerate().find(|(_, row)| !row.sum().is_finite()) {
        let numeric = table.numeric_terms.iter().position(|&term| term == column).unwrap_or(0);
        return Err(match check::explain_sum(table.numeric.view(), numeric) {
            EngineError::NotFinite { row, column } => {
                EngineError::NotFinite { row, column: table.numeric_terms[column] }
            }
            _ => EngineError::Overflow { column },
        });
    }
    let coefficients = reached.parameters.slice(s![..-1, ..]).t().to_owned();
    let shifts = coefficients.dot(&Array1::from(centre.shift));
    Ok(LogisticFit {
        intercepts: &reached.parameters.row(table.n_terms) - &shifts,
        coefficients,
        iterations: Some(reached.iterations),
        converged: reached.converged,
        covariance: None,
        overlap_proven: false,
        next_step: None,
        dropped: Vec::new(),
    })
}

/// The most by which `step` moves a logit of any row.
fn largest_move(problem: &LogisticProblem, step: &[f64]) -> f64 {
    problem.rows.aggregate(&LargestMove { step: step.to_vec() }).0
}

/// The most by which the step moves a logit.
pub struct LargestMove {
    step: Vec<f64>,
}

as_numbers!(LargestMove { step });

impl BlockAggregate for LargestMove {
    const NAME: &'static str = "largest-move";
    type State = Most;

    fn zero(&self, _n_columns: usize) -> Most {
        Most(0.0)
    }

    fn add(&self, most: &mut Most, block: &mut RowBlock) {
        for group in self.step.chunks(block.n_columns + 1) {
            let (intercept, weights) = group.split_last().expect("an intercept");
            let mut moves = vec![*intercept; block.rows];
            for (j, weight) in weights.iter().enumerate() {
                moves.iter_mut().zip(block.column(j)).for_each(|(sum, x)| *sum += weight * x);
            }
            most.0 = moves.into_iter().fold(most.0, |most, moved| most.max(moved.abs()));
        }
    }
}

/// From groups of `(weights, intercept)` about `shift` to `(n_outputs, n_features)`
/// coefficients and intercepts at the origin, zeros where nothing was fitted.
fn spread(parameters: &[f64], problem: &LogisticProblem, shift: &[f64]) -> (Array2<f64>, Array1<f64>) {
    let n_rows = if problem.n_classes == 2 { 1 } else { problem.n_classes };
    let first_row = n_rows - problem.n_outputs();
    let mut coefficients = Array2::zeros((n_rows, problem.rows.cells.n_columns()));
    let mut intercepts = Array1::zeros(n_rows);
    for (i, group) in parameters.chunks(problem.group()).enumerate() {
        let (weights, intercept) = (&group[..shift.len()], group[shift.len()]);
        problem.rows.columns.iter().zip(weights).for_each(|(&j, w)| coefficients[[first_row + i, j]] = *w);
        intercepts[first_row + i] = intercept - dense::dot(shift, weights);
    }
    (coefficients, intercepts)
}

/// The inverse of the information, over `(intercept, weights)` of each output in turn.
fn covariance(minimum: &Minimum, problem: &LogisticProblem, shift: &[f64]) -> Option<Array2<f64>> {
    let (n, group) = (minimum.parameters.len(), problem.group());
    let factor = dense::cholesky(&minimum.at.hessian, n, 1e-14)?;
    let inverse = Array2::from_shape_vec((n, n), dense::cholesky_inverse(&factor, n)).ok()?;
    // Intercepts to the front of their groups.
    let order: Vec<usize> = (0..n).map(|i| i / group * group + (i % group + group - 1) % group).collect();
    let mut ordered = Array2::from_shape_fn((n, n), |(i, j)| inverse[[order[i], order[j]]]);
    uncentre_groups(&mut ordered, group, shift);
    Some(ordered)
}

/// Carries every pair of groups from `shift` to the origin: both its intercepts move.
fn uncentre_groups(covariance: &mut Array2<f64>, group: usize, shift: &[f64]) {
    let n_groups = covariance.nrows() / group;
    for (a, b) in (0..n_groups).flat_map(|a| (0..n_groups).map(move |b| (a, b))) {
        let mut part = covariance.slice_mut(s![a * group..(a + 1) * group, b * group..(b + 1) * group]);
        let mut cells: Vec<f64> = part.iter().copied().collect();
        uncentre_covariance(&mut cells, shift);
        part.iter_mut().zip(cells).for_each(|(cell, v)| *cell = v);
    }
}
