//! The log-loss of two classes, as sums over rows.

use super::newton::Evaluation;
use super::problem::LogisticProblem;
use crate::engine::blocks::{Block, Sums};
use crate::engine::dense;
use crate::engine::kernels::{self, BinaryBlock};
use pulp::Arch;

impl Sums for Evaluation {
    fn absorb(&mut self, later: Self) {
        self.value += later.value;
        self.gradient.iter_mut().zip(&later.gradient).for_each(|(sum, v)| *sum += v);
        self.hessian.iter_mut().zip(&later.hessian).for_each(|(sum, v)| *sum += v);
    }
}

impl Evaluation {
    /// All sums at 0, for `n` parameters.
    pub fn zero(n: usize) -> Self {
        Evaluation { value: 0.0, gradient: vec![0.0; n], hessian: vec![0.0; n * n] }
    }
}

/// One pass over the rows: the objective at `parameters`, `(k weights, intercept)`.
pub fn evaluate(problem: &LogisticProblem, parameters: &[f64]) -> Evaluation {
    let (n, arch) = (parameters.len(), Arch::new());
    let add = |sums: &mut Evaluation, block: &mut Block| {
        let targets = block.targets;
        let (rows, gradient, information) = (block.rows, &mut sums.gradient, &mut sums.hessian);
        let cells = block.cells_mut();
        let block = BinaryBlock { cells, n: n - 1, rows, targets: &targets, parameters, gradient, information };
        sums.value += kernels::add_binary(arch, block);
    };
    let Evaluation { mut value, mut gradient, mut hessian } = problem.rows.fold(1, || Evaluation::zero(n), add);
    dense::mirror(&mut hessian, n);
    problem.add_penalty(parameters, &mut value, &mut gradient, &mut hessian);
    Evaluation { value, gradient, hessian }
}
