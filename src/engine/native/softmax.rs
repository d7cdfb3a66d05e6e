//! The log-loss of more than two classes, as sums over rows.

use super::newton::ObjectiveEvaluation;
use super::problem::LogisticProblem;
use crate::engine::blocks::{BLOCK_ROWS, BlockAggregate, RowBlock, STRIDE, as_numbers};
use crate::engine::dense::{dot, mirror};
use crate::engine::kernels;
use crate::math;
use pulp::Arch;

/// One pass over the rows: the objective at `parameters`, one `(k weights, intercept)` for
/// each free class. With `p_c = softmax(x w + b)_c`:
///
/// ```text
/// loss     = sum  -ln p_y
/// d / dc   = sum  (p_c - [y = c]) (x, 1)
/// d2/dc dd = sum  p_c ([c = d] - p_d) (x, 1)(x, 1)'
/// ```
///
/// The symmetric form is the same for `b` and for `b + t`. Of all these it takes the one
/// whose intercepts sum to zero, by the term `n / 2 (sum_c b_c)^2`, which is 0 there.
pub fn evaluate(problem: &LogisticProblem, parameters: &[f64]) -> ObjectiveEvaluation {
    let n = parameters.len();
    let (n_classes, first_class) = (problem.n_classes, problem.first_class);
    let loss = SoftmaxLoss { parameters: parameters.to_vec(), n_classes, first_class };
    let ObjectiveEvaluation { mut value, mut gradient, mut hessian } = problem.rows.aggregate(&loss);
    mirror(&mut hessian, n);
    problem.add_penalty(parameters, &mut value, &mut gradient, &mut hessian);
    if problem.first_class == 0 {
        let (weight, group) = (problem.rows.n_samples() as f64, problem.group());
        let intercepts = || (0..problem.n_outputs()).map(|c| c * group + group - 1);
        let sum: f64 = intercepts().map(|j| parameters[j]).sum();
        value += weight / 2.0 * sum * sum;
        intercepts().for_each(|j| gradient[j] += weight * sum);
        intercepts().for_each(|i| intercepts().for_each(|j| hessian[i * n + j] += weight));
    }
    ObjectiveEvaluation { value, gradient, hessian }
}

/// The log-loss at `parameters`, its gradient and the upper triangle of its Hessian.
pub struct SoftmaxLoss {
    parameters: Vec<f64>,
    n_classes: usize,
    first_class: usize,
}

as_numbers!(SoftmaxLoss { parameters, n_classes, first_class });

impl BlockAggregate for SoftmaxLoss {
    const NAME: &'static str = "softmax-loss";
    type State = ObjectiveEvaluation;

    fn n_extra(&self) -> usize {
        1 + self.parameters.len() / (self.n_classes - self.first_class)
    }

    fn zero(&self, _n_columns: usize) -> ObjectiveEvaluation {
        ObjectiveEvaluation::zero(self.parameters.len())
    }

    fn add(&self, sums: &mut ObjectiveEvaluation, block: &mut RowBlock) {
        add_block(self, sums, block);
    }
}

fn add_block(loss: &SoftmaxLoss, sums: &mut ObjectiveEvaluation, block: &mut RowBlock) {
    let (k, group, first) = (block.n_columns, block.n_columns + 1, loss.first_class);
    let (rows, n_outputs) = (block.rows, loss.n_classes - first);
    block.column_mut(k)[..rows].fill(1.0);
    block.column_mut(k)[rows..].fill(0.0);
    let mut probabilities = vec![[0.0; BLOCK_ROWS]; loss.n_classes];
    add_logits(block, &loss.parameters, &mut probabilities[first..]);
    sums.value += losses(block, &mut probabilities);
    for (c, p) in probabilities[first..].iter().enumerate() {
        let labels = &block.targets[..rows];
        let class = (c + first) as f64;
        let residuals: Vec<f64> = p.iter().zip(labels).map(|(p, &y)| p - f64::from(u8::from(y == class))).collect();
        let gradient = &mut sums.gradient[c * group..][..group];
        gradient.iter_mut().enumerate().for_each(|(j, sum)| *sum += dot(block.column(j), &residuals));
    }
    let mut part = vec![0.0; group * group];
    for c in 0..n_outputs {
        for d in c..n_outputs {
            let (p, q) = (&probabilities[c + first], &probabilities[d + first]);
            let sign = if c == d { 1.0 } else { -1.0 };
            let weight = |r: usize| if c == d { p[r] * (1.0 - p[r]) } else { p[r] * q[r] };
            weighted_gram(block, weight, &mut part);
            add_part(&part, (c, d), group, sign, &mut sums.hessian);
        }
    }
}

/// `z_c = x w_c + b_c`.
fn add_logits(block: &RowBlock, parameters: &[f64], logits: &mut [[f64; BLOCK_ROWS]]) {
    for (logits, weights) in logits.iter_mut().zip(parameters.chunks(block.n_columns + 1)) {
        for (j, &weight) in weights.iter().enumerate() {
            logits.iter_mut().zip(block.column(j)).for_each(|(z, x)| *z += weight * x);
        }
    }
}

/// The loss of the block's rows; logits become probabilities.
fn losses(block: &RowBlock, logits: &mut [[f64; BLOCK_ROWS]]) -> f64 {
    let mut loss = 0.0;
    let mut row = vec![0.0; logits.len()];
    for r in 0..block.rows {
        row.iter_mut().zip(logits.iter()).for_each(|(z, column)| *z = column[r]);
        loss += math::log_sum_exp(&row) - row[block.targets[r] as usize];
        math::softmax(&mut row);
        row.iter().zip(logits.iter_mut()).for_each(|(p, column)| column[r] = *p);
    }
    loss
}

/// `sum_r weight_r (x, 1)(x, 1)'` for weights that are not negative: the Gram matrix of the
/// rows times the roots of their weights, in the block's spare columns.
fn weighted_gram(block: &mut RowBlock, weight: impl Fn(usize) -> f64, gram: &mut [f64]) {
    let (group, padded) = (block.n_columns + 1, block.padded_rows());
    let mut roots = [0.0; BLOCK_ROWS];
    (0..block.rows).for_each(|r| roots[r] = weight(r).max(0.0).sqrt());
    let (columns, spare) = block.cells_mut().split_at_mut(group * STRIDE);
    for (x, scaled) in columns.chunks(STRIDE).zip(spare.chunks_mut(STRIDE)) {
        scaled[..padded].iter_mut().zip(x.iter().zip(&roots)).for_each(|(cell, (x, root))| *cell = x * root);
    }
    gram.fill(0.0);
    kernels::add_gram(Arch::new(), &block.cells()[group * STRIDE..], group, padded, gram);
}

/// Adds the block of the Hessian for outputs `c <= d`; its own lower half mirrors its upper.
fn add_part(part: &[f64], (c, d): (usize, usize), group: usize, sign: f64, hessian: &mut [f64]) {
    let n = (hessian.len() as f64).sqrt() as usize;
    for i in 0..group {
        for j in 0..group {
            hessian[(c * group + i) * n + d * group + j] += sign * part[i.min(j) * group + i.max(j)];
        }
    }
}
