//! What a logistic regression is fitted on.

use super::centre::Centre;
use crate::engine::blocks::Rows;

/// A logistic regression to be fitted: its rows, centred, and its classes.
///
/// Parameters are `n_outputs` groups of `(k weights, intercept)`.
#[derive(Clone, Copy)]
pub struct LogisticProblem<'a> {
    /// Of the kept columns, with their classes.
    pub rows: Rows<'a>,
    /// At least two.
    pub n_classes: usize,
    /// The class of the first group of parameters: 1 where class 0 is the reference.
    pub first_class: usize,
    /// Weight of the penalty.
    pub l2: f64,
}

impl LogisticProblem<'_> {
    /// How many groups of parameters: one for each class, the reference not counted.
    pub fn n_outputs(&self) -> usize {
        self.n_classes - self.first_class
    }

    /// Parameters of a group.
    pub fn group(&self) -> usize {
        self.rows.columns.len() + 1
    }

    /// The scale of the column that each parameter weighs, 1 for an intercept.
    pub fn scales(&self, centre: &Centre) -> Vec<f64> {
        (0..self.n_outputs()).flat_map(|_| centre.scale.iter().copied().chain([1.0])).collect()
    }

    /// Adds `l2/2 |w|^2` to a value, its gradient and its Hessian.
    pub fn add_penalty(&self, parameters: &[f64], value: &mut f64, gradient: &mut [f64], hessian: &mut [f64]) {
        let (n, group) = (parameters.len(), self.group());
        for j in (0..n).filter(|j| j % group != group - 1) {
            *value += self.l2 / 2.0 * parameters[j] * parameters[j];
            gradient[j] += self.l2 * parameters[j];
            hessian[j * n + j] += self.l2;
        }
    }
}
