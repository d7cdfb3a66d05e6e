//! The minimum of a logistic problem, on the way that takes least work.

use super::centre::Centre;
use super::newton::{Minimum, ObjectiveEvaluation, StoppingRule, minimise};
use super::newton_cg::{Iterative, Reached};
use super::objective;
use super::problem::LogisticProblem;
use super::row_space::RowSpace;
use super::sparse::Sparse;
use super::warm_start::warm_start;
use crate::engine::blocks::{CellStorage, Rows};
use crate::engine::{EngineError, LogisticOptions};
use ndarray::{Array2, ArrayView2};

/// The minimum, or where the search for it ended.
///
/// # Errors
/// Nobody waits for it any more.
pub fn solve(problem: &LogisticProblem, centre: &Centre, options: &LogisticOptions) -> Result<Minimum, EngineError> {
    let mut found = found(problem, centre, options)?;
    if problem.first_class == 0 {
        centre_classes(&mut found.parameters, problem.group());
    }
    Ok(found)
}

/// Under a penalty the weights of a column sum to zero over the classes: a common part changes
/// no probability and costs. Where columns are so large that the penalty is beyond the last
/// digit of their curvature, the search leaves such a part behind.
fn centre_classes(parameters: &mut [f64], group: usize) {
    let n_outputs = parameters.len() / group;
    for j in 0..group {
        let mean = parameters.iter().skip(j).step_by(group).sum::<f64>() / n_outputs as f64;
        parameters.iter_mut().skip(j).step_by(group).for_each(|weight| *weight -= mean);
    }
}

fn found(problem: &LogisticProblem, centre: &Centre, options: &LogisticOptions) -> Result<Minimum, EngineError> {
    let found = match NewtonScheme::of(problem) {
        NewtonScheme::Direct => return minimise_directly(problem, centre, options),
        NewtonScheme::Iterative(x) => minimise_iteratively(problem, x, centre, options, None)?,
        NewtonScheme::RowSpace(x) => minimise_in_row_space(problem, x, centre, options)?,
    };
    // Where columns nearly repeat each other conjugate gradients may take too many steps.
    let affordable = problem.n_outputs() * problem.group() <= MOST_PARAMETERS;
    if found.converged || !affordable { Ok(found) } else { minimise_directly(problem, centre, options) }
}

/// Parameters up to which a Hessian may be written down where nothing else helps.
const MOST_PARAMETERS: usize = 3000;

/// How a problem is solved: whichever takes least work.
enum NewtonScheme<'a> {
    /// Newton's method on all parameters, the Hessian written down.
    Direct,
    /// The same on as many parameters as there are rows.
    RowSpace(ArrayView2<'a, f64>),
    /// The same with steps by conjugate gradients.
    Iterative(ArrayView2<'a, f64>),
}

impl<'a> NewtonScheme<'a> {
    /// What a direct step may cost, in passes over the rows.
    const MOST_PASSES: usize = 500;
    /// What a pair of classes costs a row beside its products, in products.
    const OF_A_PAIR: usize = 30;
    /// Rows up to which their products with each other are worth writing down.
    const MOST_ROWS: usize = 3000;

    /// Rows that are not in memory leave one way only.
    fn of(problem: &LogisticProblem<'a>) -> NewtonScheme<'a> {
        let CellStorage::Matrix(x) = problem.rows.cells else { return NewtonScheme::Direct };
        let (n_samples, n_columns) = (x.nrows(), problem.rows.columns.len());
        let (n_outputs, group) = (problem.n_outputs(), problem.group());
        let n = n_outputs * group;
        // A pass is n products a row. The Hessian takes a block of products for each pair of
        // classes; its factor takes n^3 / 3 once.
        let hessian = n_outputs * (n_outputs + 1) / 2 * (group * group / 2 + NewtonScheme::OF_A_PAIR) / n;
        if problem.l2 == 0.0 || hessian + n * n / (3 * n_samples) <= NewtonScheme::MOST_PASSES {
            NewtonScheme::Direct
        } else if n_samples < n_columns && n_samples <= NewtonScheme::MOST_ROWS {
            NewtonScheme::RowSpace(x)
        } else {
            NewtonScheme::Iterative(x)
        }
    }
}

fn minimise_directly(
    problem: &LogisticProblem,
    centre: &Centre,
    options: &LogisticOptions,
) -> Result<Minimum, EngineError> {
    let n_samples = problem.rows.n_samples() as f64;
    let scale = problem.scales(centre);
    let tolerances: Vec<f64> = scale.iter().map(|scale| options.tolerance * n_samples * scale).collect();
    let stop = StoppingRule { max_iter: options.max_iter, gradient: &tolerances, scale: &scale };
    let start = warm_start(problem, centre)?.unwrap_or_else(|| vec![0.0; tolerances.len()]);
    minimise(start, &stop, |parameters| objective::evaluate(problem, parameters))
}

/// From `start`, or from nothing, by steps that never see the Hessian.
fn minimise_iteratively(
    problem: &LogisticProblem,
    x: ArrayView2<f64>,
    centre: &Centre,
    options: &LogisticOptions,
    start: Option<Vec<f64>>,
) -> Result<Minimum, EngineError> {
    let iterative = Iterative {
        design: Sparse::of_matrix(x.reborrow(), centre),
        labels: problem.rows.classes(),
        n_classes: problem.n_classes,
        l2: problem.l2,
        scale: &centre.scale,
    };
    let shape = (problem.group(), problem.n_outputs());
    let start = start.map_or_else(
        || Array2::zeros(shape),
        |groups| Array2::from_shape_fn(shape, |(j, output)| groups[output * shape.0 + j]),
    );
    Ok(iterative.minimise(start, options.tolerance, options.max_iter)?.into())
}

/// In the coordinates of the rows first, which is exact but for rounding; then, if rounding has
/// left something to do, from there on in the columns themselves.
fn minimise_in_row_space(
    problem: &LogisticProblem,
    columns_x: ArrayView2<f64>,
    centre: &Centre,
    options: &LogisticOptions,
) -> Result<Minimum, EngineError> {
    let space = RowSpace::of(columns_x, centre);
    let (x, columns) = (space.coordinates.view(), (0..space.coordinates.ncols()).collect::<Vec<_>>());
    let shift = vec![0.0; columns.len()];
    let centre_there = Centre { shift: shift.clone(), scale: Centre::of(x).scale };
    let rows = Rows { cells: CellStorage::Matrix(x), columns: &columns, shift: &shift, targets: problem.rows.targets };
    let there =
        LogisticProblem { rows, n_classes: problem.n_classes, first_class: problem.first_class, l2: problem.l2 };
    let minimum = match NewtonScheme::of(&there) {
        NewtonScheme::Direct => minimise_directly(&there, &centre_there, options)?,
        NewtonScheme::RowSpace(x) | NewtonScheme::Iterative(x) => {
            minimise_iteratively(&there, x, &centre_there, options, None)?
        }
    };
    let back = |group: &[f64]| {
        let (intercept, u) = group.split_last().expect("an intercept");
        space.weights(u).into_iter().chain([*intercept]).collect::<Vec<f64>>()
    };
    let start = minimum.parameters.chunks(there.group()).flat_map(back).collect();
    let here = minimise_iteratively(problem, columns_x, centre, options, Some(start))?;
    Ok(Minimum { iterations: minimum.iterations + here.iterations, ..here })
}

impl From<Reached> for Minimum {
    fn from(reached: Reached) -> Self {
        let Reached { parameters, gradient, iterations, converged } = reached;
        let value = if gradient.iter().all(|g| g.is_finite()) { 0.0 } else { f64::NAN };
        let at = ObjectiveEvaluation { value, gradient: Reached::grouped(&gradient), hessian: Vec::new() };
        Minimum { parameters: Reached::grouped(&parameters), at, iterations, converged }
    }
}
