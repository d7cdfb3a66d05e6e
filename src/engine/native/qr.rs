//! The triangular factor of a tall matrix, block by block, and R's rule for its rank.

use super::centre::CONSTANT;
use super::design::append_target_and_ones;
use crate::engine::blocks::{BlockAggregate, RowBlock, Rows, STRIDE, Sums, as_numbers};
use crate::engine::dense::dot;

/// R's tolerance (`lm`, `dqrdc2`): a column is dependent if what is left of it beside the
/// columns before it is shorter than this share of it.
const DEPENDENT: f64 = 1e-7;

/// `R` of `[1 | X - shift | y - shift] = Q R`: upper triangular, column by column.
///
/// `Q` is never formed. Rows are folded in by Householder reflections that leave the
/// triangle a triangle (Golub and Van Loan, 2013, section 12.5), so that a matrix of any
/// height needs no second copy.
#[derive(Debug, Clone)]
pub struct Triangle {
    /// Columns: the intercept, the features, the target.
    q: usize,
    cells: Vec<f64>, // (q columns, q rows)
}

/// The columns that are kept, and the least-squares problem over them.
#[derive(Debug)]
pub struct IndependentColumns {
    /// Features (from 0) that are kept.
    pub kept: Vec<usize>,
    /// Features that are constant, or linear combinations of those kept before them.
    pub dropped: Vec<usize>,
    /// `(k + 1, k + 1)`, row by row: the triangular factor over intercept and kept features.
    pub factor: Vec<f64>,
    /// `(k + 1)`: the first entries of `Q'y`.
    rotated_target: Vec<f64>,
}

impl Sums for Triangle {
    fn absorb(&mut self, later: Self) {
        let q = self.q;
        let mut rows = later.cells;
        self.fold_in(&mut rows, q, q, |k| k);
    }
}

/// The triangle, about `y_shift`.
pub struct TriangularFactor {
    y_shift: f64,
}

as_numbers!(TriangularFactor { y_shift });

impl BlockAggregate for TriangularFactor {
    const NAME: &'static str = "triangle";
    type State = Triangle;

    fn n_extra(&self) -> usize {
        2
    }

    fn zero(&self, n_columns: usize) -> Triangle {
        Triangle::zero(n_columns + 2)
    }

    fn add(&self, triangle: &mut Triangle, block: &mut RowBlock) {
        append_target_and_ones(block, self.y_shift);
        let (n_rows, q) = (block.rows, block.n_columns + 2);
        // A block ends in the target and the ones; here the ones come first.
        triangle.fold_in(block.cells_mut(), STRIDE, n_rows, |k| (k + q - 1) % q);
    }
}

as_numbers!(Triangle { q, cells });

impl Triangle {
    fn zero(q: usize) -> Self {
        Triangle { q, cells: vec![0.0; q * q] }
    }

    /// One pass over the rows and their targets.
    pub fn of(rows: Rows, y_shift: f64) -> Self {
        rows.aggregate(&TriangularFactor { y_shift })
    }

    /// Adds the rows `sqrt(l2) e_j` for every feature: least squares over them is ridge.
    pub fn add_penalty(&mut self, l2: f64) {
        let (q, p) = (self.q, self.q - 2);
        let mut rows = vec![0.0; q * p];
        (0..p).for_each(|j| rows[(j + 1) * p + j] = l2.sqrt());
        self.fold_in(&mut rows, p, p, |k| k);
    }

    /// Reflects `n_rows` further rows into the triangle; column `k` of them begins at
    /// `position(k) * stride`. They are overwritten.
    fn fold_in(&mut self, rows: &mut [f64], stride: usize, n_rows: usize, position: impl Fn(usize) -> usize) {
        let q = self.q;
        for k in 0..q {
            let mut v = rows[position(k) * stride..][..n_rows].to_vec();
            let Some(reflection) = reflect(self.cells[k * q + k], &mut v) else { continue };
            self.cells[k * q + k] = reflection.diagonal;
            for j in k + 1..q {
                let below = &mut rows[position(j) * stride..][..n_rows];
                reflection.apply(&v, &mut self.cells[j * q + k], below);
            }
        }
    }

    /// Goes through the features in order and keeps those that are not dependent on the
    /// intercept and the features kept so far. `shift` holds what was subtracted from each.
    ///
    /// R measures a column from 0; here it is measured from its mean, so that a column far
    /// from 0 is judged by its spread.
    pub fn select(&self, shift: &[f64], n_samples: usize) -> IndependentColumns {
        let q = self.q;
        let mut work = self.cells.clone();
        let mut positions = vec![0];
        let mut dropped = Vec::new();
        reflect_column(&mut work, q, 0, 0);
        for j in 1..q - 1 {
            let spread = norm(&self.cells[j * q + 1..(j + 1) * q]);
            let mean = shift[j - 1] + self.cells[j * q] / self.cells[0];
            let left = norm(&work[j * q + positions.len()..(j + 1) * q]);
            let noise = CONSTANT * mean.abs() * (n_samples as f64).sqrt();
            if left <= DEPENDENT * spread || left <= noise {
                dropped.push(j - 1);
            } else {
                reflect_column(&mut work, q, j, positions.len());
                positions.push(j);
            }
        }
        let n = positions.len();
        IndependentColumns {
            kept: positions[1..].iter().map(|j| j - 1).collect(),
            dropped,
            factor: (0..n * n)
                .map(|ij| if ij / n <= ij % n { work[positions[ij % n] * q + ij / n] } else { 0.0 })
                .collect(),
            rotated_target: work[(q - 1) * q..][..n].to_vec(),
        }
    }
}

/// Turns column `j` of the square `work` into zeros below row `k`, and reflects the
/// columns behind it likewise.
fn reflect_column(work: &mut [f64], q: usize, j: usize, k: usize) {
    let mut v = work[j * q + k + 1..(j + 1) * q].to_vec();
    let Some(reflection) = reflect(work[j * q + k], &mut v) else { return };
    work[j * q + k] = reflection.diagonal;
    work[j * q + k + 1..(j + 1) * q].fill(0.0);
    for column in work.chunks_mut(q).skip(j + 1) {
        let (head, below) = column[k..].split_first_mut().expect("row k");
        reflection.apply(&v, head, below);
    }
}

/// A Householder reflection `I - tau (1, v)(1, v)'` that turns a column into `(diagonal, 0)`.
struct Reflection {
    diagonal: f64,
    tau: f64,
}

/// The reflection for the column `(head, v)`; `v` becomes that of the formula. `None` if
/// there is nothing below the head.
fn reflect(head: f64, v: &mut [f64]) -> Option<Reflection> {
    let below = norm(v);
    if below == 0.0 {
        return None;
    }
    let diagonal = -head.hypot(below).copysign(head);
    let first = head - diagonal;
    v.iter_mut().for_each(|cell| *cell /= first);
    Some(Reflection { diagonal, tau: -first / diagonal })
}

impl Reflection {
    fn apply(&self, v: &[f64], head: &mut f64, below: &mut [f64]) {
        let step = self.tau * (*head + dot(v, below));
        *head -= step;
        below.iter_mut().zip(v).for_each(|(cell, v)| *cell -= step * v);
    }
}

fn norm(v: &[f64]) -> f64 {
    dot(v, v).sqrt()
}

impl IndependentColumns {
    /// Solves `R x = Q'y`: the intercept, then the kept features.
    pub fn solve(&self) -> Vec<f64> {
        let n = self.rotated_target.len();
        let mut x = self.rotated_target.clone();
        for i in (0..n).rev() {
            let right = dot(&self.factor[i * n + i + 1..(i + 1) * n], &x[i + 1..]);
            x[i] = (x[i] - right) / self.factor[i * n + i];
        }
        x
    }
}
