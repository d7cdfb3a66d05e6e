//! Least squares and ridge regression.

use super::centre::{Centre, uncentre_covariance};
use super::cross_products::{CrossProducts, FOR_A_SOLUTION, WellConditioned, well_conditioned};
use super::qr::{IndependentColumns, Triangle};
use super::row_space::RowSpace;
use crate::engine::blocks::{CellStorage, Rows, Targets};
use crate::engine::{EngineError, LinearFit, check, dense};
use ndarray::{Array1, Array2, ArrayView2};

/// Minimises `sum_i (y_i - x_i w - b)^2 + l2 * |w|^2`.
///
/// Centred, the intercept drops out and the normal equations are `(C + l2 I) w = c` with
/// `C = (X - mean)'(X - mean)`, `c = (X - mean)'(y - mean)`; `b = mean y - mean x w`. They
/// are solved by Cholesky's method, or through a QR decomposition where the design is
/// ill-conditioned.
pub fn fit(cells: CellStorage, targets: Targets, l2: f64) -> Result<LinearFit, EngineError> {
    let columns: Vec<usize> = (0..cells.n_columns()).collect();
    let (centre, y_shift) = Centre::of_rows(&Rows { cells: cells.reborrow(), targets, columns: &[], shift: &[] });
    if let (CellStorage::Matrix(x), Targets::Numbers(y)) = (cells, targets)
        && l2 > 0.0
        && x.nrows() < x.ncols()
    {
        return fit_in_row_space(x, y, l2, &centre);
    }
    let rows = Rows { cells: cells.reborrow(), targets, columns: &columns, shift: &centre.shift };
    let products = CrossProducts::of(rows, y_shift)?;
    if let Some(equations) = well_conditioned(&products, &centre.shift, l2, FOR_A_SOLUTION) {
        return Ok(solve_normal(&products, &equations, &centre, y_shift, l2));
    }
    let mut triangle = Triangle::of(rows, y_shift);
    if l2 > 0.0 {
        triangle.add_penalty(l2);
    }
    Ok(solve_triangle(&triangle.select(&centre.shift, cells.n_samples()), cells.n_columns(), &centre, y_shift, l2))
}

/// Ridge of more columns than rows, in as many coordinates as there are rows.
fn fit_in_row_space(x: ArrayView2<f64>, y: &[f64], l2: f64, centre: &Centre) -> Result<LinearFit, EngineError> {
    check::finite(x)?;
    let space = RowSpace::of(x, centre);
    if let Some(row) = space.coordinates.rows().into_iter().position(|row| !row.sum().is_finite()) {
        let column = (0..x.ncols()).find(|&j| !(x[[row, j]] * x[[row, j]]).is_finite()).unwrap_or(0);
        return Err(EngineError::Overflow { column });
    }
    let there = fit(CellStorage::Matrix(space.coordinates.view()), Targets::Numbers(y), l2)?;
    let coefficients = Array1::from(space.weights(there.coefficients.as_slice().expect("contiguous")));
    let intercept = there.intercept - coefficients.dot(&Array1::from(centre.shift.clone()));
    Ok(LinearFit { coefficients, intercept, ..there })
}

fn solve_normal(
    products: &CrossProducts,
    equations: &WellConditioned,
    centre: &Centre,
    y_shift: f64,
    l2: f64,
) -> LinearFit {
    let (p, roots) = (products.means.len(), &equations.roots);
    let mut w: Vec<f64> = products.target_products.iter().zip(roots).map(|(c, root)| c / root).collect();
    dense::cholesky_solve(&equations.factor, p, &mut w);
    w.iter_mut().zip(roots).for_each(|(w, root)| *w /= root);
    // Means are added last: they may be far larger than what is left of them.
    let intercept =
        (products.target_mean - dense::dot(&products.means, &w)) + (y_shift - dense::dot(&centre.shift, &w));
    let unscaled_covariance = (l2 == 0.0).then(|| {
        let means: Vec<f64> = products.means.iter().zip(&centre.shift).map(|(m, s)| m + s).collect();
        let inverse = |i: usize, j: usize| equations.inverse[i * p + j] / (roots[i] * roots[j]);
        about_origin(p + 1, &means, |i, j| match (i, j) {
            (0, 0) => 1.0 / products.n,
            (0, _) | (_, 0) => 0.0,
            _ => inverse(i - 1, j - 1),
        })
    });
    LinearFit {
        coefficients: Array1::from(w),
        intercept,
        unscaled_covariance,
        dropped: Vec::new(),
        condition: equations.condition,
    }
}

fn solve_triangle(selection: &IndependentColumns, p: usize, centre: &Centre, y_shift: f64, l2: f64) -> LinearFit {
    let (solution, n) = (selection.solve(), selection.kept.len() + 1);
    let mut coefficients = Array1::zeros(p);
    selection.kept.iter().zip(&solution[1..]).for_each(|(&j, w)| coefficients[j] = *w);
    let intercept = solution[0] + (y_shift - dense::dot(&centre.shift, coefficients.as_slice().expect("contiguous")));
    // R'R = (L')'(L') for L = R': one inverse serves both.
    let lower: Vec<f64> = (0..n * n).map(|ij| selection.factor[(ij % n) * n + ij / n]).collect();
    let inverse = dense::cholesky_inverse(&lower, n);
    let offsets: Vec<f64> = selection.kept.iter().map(|&j| centre.shift[j]).collect();
    LinearFit {
        coefficients,
        intercept,
        unscaled_covariance: (l2 == 0.0).then(|| about_origin(n, &offsets, |i, j| inverse[i * n + j])),
        dropped: selection.dropped.clone(),
        condition: condition(&selection.factor, &inverse, n),
    }
}

/// The condition of the kept columns about their means and scaled to length 1: the root of
/// the 1-norm condition number of `R'R`, less its first row and column.
fn condition(factor: &[f64], inverse: &[f64], n: usize) -> f64 {
    let k = n - 1;
    let product = |i: usize, j: usize| (1..=i.min(j)).map(|r| factor[r * n + i] * factor[r * n + j]).sum::<f64>();
    let length: Vec<f64> = (1..n).map(|j| product(j, j).sqrt()).collect();
    let scaled = |entry: &dyn Fn(usize, usize) -> f64| (0..k * k).map(|ij| entry(ij / k, ij % k)).collect::<Vec<_>>();
    let matrix = scaled(&|i, j| product(i + 1, j + 1) / (length[i] * length[j]));
    let inverted = scaled(&|i, j| inverse[(i + 1) * n + j + 1] * (length[i] * length[j]));
    (dense::norm_1(&matrix, k) * dense::norm_1(&inverted, k)).sqrt().max(1.0)
}

/// The covariance with `entry` about `offsets`, carried over to the origin.
fn about_origin(n: usize, offsets: &[f64], entry: impl Fn(usize, usize) -> f64) -> Array2<f64> {
    let mut covariance: Vec<f64> = (0..n * n).map(|ij| entry(ij / n, ij % n)).collect();
    uncentre_covariance(&mut covariance, offsets);
    Array2::from_shape_vec((n, n), covariance).expect("n * n entries")
}
