//! The log-loss of two classes, as sums over rows.

use super::newton::ObjectiveEvaluation;
use super::problem::LogisticProblem;
use crate::engine::blocks::{BlockAggregate, RowBlock, Sums, as_numbers};
use crate::engine::dense;
use crate::engine::kernels::{self, BinaryBlock};
use pulp::Arch;

impl Sums for ObjectiveEvaluation {
    fn absorb(&mut self, later: Self) {
        self.value += later.value;
        self.gradient.iter_mut().zip(&later.gradient).for_each(|(sum, v)| *sum += v);
        self.hessian.iter_mut().zip(&later.hessian).for_each(|(sum, v)| *sum += v);
    }
}

impl ObjectiveEvaluation {
    /// All sums at 0, for `n` parameters.
    pub fn zero(n: usize) -> Self {
        ObjectiveEvaluation { value: 0.0, gradient: vec![0.0; n], hessian: vec![0.0; n * n] }
    }
}

as_numbers!(ObjectiveEvaluation { value, gradient, hessian });

/// The log-loss at `parameters`, its gradient and the upper triangle of its Hessian.
pub struct BinaryLoss {
    parameters: Vec<f64>,
}

as_numbers!(BinaryLoss { parameters });

impl BlockAggregate for BinaryLoss {
    const NAME: &'static str = "log-loss";
    type State = ObjectiveEvaluation;

    fn n_extra(&self) -> usize {
        1
    }

    fn zero(&self, _n_columns: usize) -> ObjectiveEvaluation {
        ObjectiveEvaluation::zero(self.parameters.len())
    }

    fn add(&self, sums: &mut ObjectiveEvaluation, block: &mut RowBlock) {
        let (targets, n) = (block.targets, self.parameters.len());
        let (rows, gradient, information) = (block.rows, &mut sums.gradient, &mut sums.hessian);
        let (cells, parameters) = (block.cells_mut(), &self.parameters[..]);
        let block = BinaryBlock { cells, n: n - 1, rows, targets: &targets, parameters, gradient, information };
        sums.value += kernels::add_binary(Arch::new(), block);
    }
}

/// One pass over the rows: the objective at `parameters`, `(k weights, intercept)`.
pub fn evaluate(problem: &LogisticProblem, parameters: &[f64]) -> ObjectiveEvaluation {
    let n = parameters.len();
    let loss = BinaryLoss { parameters: parameters.to_vec() };
    let ObjectiveEvaluation { mut value, mut gradient, mut hessian } = problem.rows.aggregate(&loss);
    dense::mirror(&mut hessian, n);
    problem.add_penalty(parameters, &mut value, &mut gradient, &mut hessian);
    ObjectiveEvaluation { value, gradient, hessian }
}
