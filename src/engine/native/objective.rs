//! The objective of a logistic regression: the log-loss and its penalty.

use super::newton::ObjectiveEvaluation;
use super::problem::LogisticProblem;
use super::{binary, softmax};

/// The objective at `parameters`: one pass over the rows.
pub fn evaluate(problem: &LogisticProblem, parameters: &[f64]) -> ObjectiveEvaluation {
    if problem.n_classes == 2 { binary::evaluate(problem, parameters) } else { softmax::evaluate(problem, parameters) }
}
