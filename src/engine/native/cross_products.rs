//! Sums, squares and products of all columns in one pass.

use super::centre::CONSTANT;
use super::design::append_target_and_ones;
use crate::engine::blocks::{BlockAggregate, RowBlock, Rows, Sums, as_numbers};
use crate::engine::{EngineError, dense, kernels};
use pulp::Arch;

/// Condition number of the standardised design up to which the normal equations, which square
/// it, are solved: they lose at most 4 of 16 digits in the worst direction. Above it a QR
/// decomposition, which does not square it, loses half as many.
pub const FOR_A_SOLUTION: f64 = 1e2;
/// The same up to which they are trusted to tell that no column depends on others: that takes
/// no more than a digit or two of what is left.
pub const FOR_RANK: f64 = 1e4;

/// The means of the shifted columns and of a target, and the products about these means.
#[derive(Debug)]
pub struct CrossProducts {
    /// Rows.
    pub n: f64,
    /// `(p)`: the mean of each shifted column.
    pub means: Vec<f64>,
    /// The mean of the shifted target.
    pub target_mean: f64,
    /// `(p, p)`: `(X - mean)'(X - mean)`.
    pub products: Vec<f64>,
    /// `(p)`: `(X - mean)'(y - mean)`.
    pub target_products: Vec<f64>,
}

/// `(columns, y, 1)'(columns, y, 1)`: the upper triangle.
pub struct Gram(Vec<f64>);

/// X'X and X'y, about `y_shift`.
pub struct GramMatrix {
    y_shift: f64,
}

as_numbers!(GramMatrix { y_shift });

impl BlockAggregate for GramMatrix {
    const NAME: &'static str = "gram";
    type State = Gram;

    fn n_extra(&self) -> usize {
        2
    }

    fn zero(&self, n_columns: usize) -> Gram {
        Gram(vec![0.0; (n_columns + 2) * (n_columns + 2)])
    }

    fn add(&self, gram: &mut Gram, block: &mut RowBlock) {
        append_target_and_ones(block, self.y_shift);
        kernels::add_gram(Arch::new(), block.cells(), block.n_columns + 2, block.padded_rows(), &mut gram.0);
    }
}

as_numbers!(Gram { 0 });

impl Sums for Gram {
    fn absorb(&mut self, later: Self) {
        self.0.iter_mut().zip(&later.0).for_each(|(sum, v)| *sum += v);
    }
}

impl CrossProducts {
    /// One pass over the rows and their targets.
    ///
    /// # Errors
    /// A cell that is not finite, or a column or a target whose squares overflow. Where
    /// these are finite, so are all products.
    pub fn of(rows: Rows, y_shift: f64) -> Result<Self, EngineError> {
        let (p, q) = (rows.columns.len(), rows.columns.len() + 2);
        let Gram(gram) = rows.aggregate(&GramMatrix { y_shift });
        let n = rows.n_samples() as f64;
        let overflows = |i: usize, j: usize| !gram[i * q + j].is_finite();
        if let Some(j) = (0..p).find(|&j| overflows(j, j)) {
            return Err(rows.cells.explain_sum(rows.columns[j]));
        }
        if overflows(p, p) {
            return Err(EngineError::TargetOverflow);
        }
        let sum = |j: usize| gram[j * q + p + 1];
        let centred = |i: usize, j: usize| gram[i.min(j) * q + i.max(j)] - sum(i) * sum(j) / n;
        Ok(CrossProducts {
            n,
            means: (0..p).map(|j| sum(j) / n).collect(),
            target_mean: sum(p) / n,
            products: (0..p * p).map(|ij| centred(ij / p, ij % p)).collect(),
            target_products: (0..p).map(|j| centred(j, p)).collect(),
        })
    }
}

/// The standardised normal equations, where they are well-conditioned.
pub struct WellConditioned {
    /// `(p)`: the root of each diagonal entry.
    pub roots: Vec<f64>,
    /// `(p, p)`: the Cholesky factor of the matrix with a unit diagonal.
    pub factor: Vec<f64>,
    /// `(p, p)`: the inverse of that matrix.
    pub inverse: Vec<f64>,
    /// The root of that matrix's 1-norm condition number.
    pub condition: f64,
}

/// `C + l2 I = D A D` with a unit diagonal in `A`; `None` if a column is constant or `A` is
/// so ill-conditioned that its condition is above `most`.
pub fn well_conditioned(products: &CrossProducts, shift: &[f64], l2: f64, most: f64) -> Option<WellConditioned> {
    let p = products.means.len();
    let diagonal = |j: usize| products.products[j * p + j] + l2;
    let constant = |j: usize| is_constant(diagonal(j), products.n, shift[j] + products.means[j]);
    if (0..p).any(|j| diagonal(j) <= 0.0 || (l2 == 0.0 && constant(j))) {
        return None;
    }
    let roots: Vec<f64> = (0..p).map(|j| diagonal(j).sqrt()).collect();
    let entry = |i: usize, j: usize| if i == j { 1.0 } else { products.products[i * p + j] / (roots[i] * roots[j]) };
    let matrix: Vec<f64> = (0..p * p).map(|ij| entry(ij / p.max(1), ij % p.max(1))).collect();
    let factor = dense::cholesky(&matrix, p, 1.0 / (most * most))?;
    let inverse = dense::cholesky_inverse(&factor, p);
    let condition = (dense::norm_1(&matrix, p) * dense::norm_1(&inverse, p)).sqrt().max(1.0);
    (condition <= most).then_some(WellConditioned { roots, factor, inverse, condition })
}

/// Whether a sum of squares about the mean is no more than rounding of that mean.
pub fn is_constant(squares: f64, n: f64, mean: f64) -> bool {
    squares <= (CONSTANT * mean) * (CONSTANT * mean) * n
}
