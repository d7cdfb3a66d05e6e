//! Dense matrices: Cholesky factors and what is solved with them.
//!
//! Square matrices lie row by row in a slice of `n * n`. Large ones go block by block
//! (`large`), so that nearly all the work is matrix products.

mod large;
mod product;
mod sums;

pub use product::add_large_product;
pub use sums::{dot, mirror};

/// Rows from which a matrix is worth being cut into blocks.
const LARGE: usize = 128;

/// The lower triangle `L` of `A = L L'`, row by row, from the upper triangle of `a`.
///
/// `None` if a pivot is not above `floor` times its diagonal entry: `A` is then not
/// positive definite, or so close to singular that its last digits decide.
pub fn cholesky(a: &[f64], n: usize, floor: f64) -> Option<Vec<f64>> {
    if n > LARGE {
        return large::cholesky(a, n, floor);
    }
    let mut l = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            let (row_i, row_j) = (&l[i * n..i * n + j], &l[j * n..j * n + j]);
            let rest = a[j * n + i] - dot(row_i, row_j);
            if i != j {
                l[i * n + j] = rest / l[j * n + j];
            } else if rest > floor * a[i * n + i] && rest > 0.0 {
                l[i * n + i] = rest.sqrt();
            } else {
                return None;
            }
        }
    }
    Some(l)
}

/// Solves `L L' x = b` in place.
pub fn cholesky_solve(l: &[f64], n: usize, b: &mut [f64]) {
    for i in 0..n {
        b[i] = (b[i] - dot(&l[i * n..i * n + i], &b[..i])) / l[i * n + i];
    }
    solve_transposed(l, n, n, b);
}

/// Solves `L' x = b` in place, for the leading `(n, n)` of rows that are `stride` apart: along
/// the rows of `L`, as they lie in memory.
pub fn solve_transposed(l: &[f64], n: usize, stride: usize, b: &mut [f64]) {
    for i in (0..n).rev() {
        let (above, rest) = b.split_at_mut(i);
        rest[0] /= l[i * stride + i];
        above.iter_mut().zip(&l[i * stride..]).for_each(|(b, l)| *b -= l * rest[0]);
    }
}

/// `(L L')^-1`, whole and exactly symmetric.
pub fn cholesky_inverse(l: &[f64], n: usize) -> Vec<f64> {
    if n > LARGE {
        return large::cholesky_inverse(l, n);
    }
    let inverse = lower_inverse(l, n);
    let mut product = vec![0.0; n * n];
    for i in 0..n {
        for j in i..n {
            let sum: f64 = (j..n).map(|k| inverse[k * n + i] * inverse[k * n + j]).sum();
            (product[i * n + j], product[j * n + i]) = (sum, sum);
        }
    }
    product
}

/// `L^-1` of a lower triangle.
fn lower_inverse(l: &[f64], n: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; n * n];
    for j in 0..n {
        inverse[j * n + j] = 1.0 / l[j * n + j];
        for i in j + 1..n {
            let sum: f64 = (j..i).map(|k| l[i * n + k] * inverse[k * n + j]).sum();
            inverse[i * n + j] = -sum / l[i * n + i];
        }
    }
    inverse
}

/// The largest sum of absolute values in a row: the 1-norm, for a symmetric matrix.
pub fn norm_1(a: &[f64], n: usize) -> f64 {
    a.chunks(n.max(1)).map(|row| row.iter().map(|v| v.abs()).sum()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    const A: [f64; 9] = [4.0, 2.0, 1.0, 2.0, 5.0, 3.0, 1.0, 3.0, 6.0];

    #[test]
    fn a_solution_solves_and_an_inverse_inverts() {
        let l = cholesky(&A, 3, 0.0).unwrap();
        let mut x = [1.0, 2.0, 3.0];
        cholesky_solve(&l, 3, &mut x);
        let inverse = cholesky_inverse(&l, 3);
        for i in 0..3 {
            assert_relative_eq!(dot(&A[i * 3..][..3], &x), (i + 1) as f64, epsilon = 1e-14);
            for j in 0..3 {
                let expected = if i == j { 1.0 } else { 0.0 };
                assert_relative_eq!(dot(&A[i * 3..][..3], &inverse[j * 3..][..3]), expected, epsilon = 1e-14);
            }
        }
    }

    /// Symmetric, with a heavy diagonal: positive definite.
    fn large_matrix(n: usize) -> Vec<f64> {
        let entry = |i: usize, j: usize| ((i * j + i + j) % 11) as f64 / 11.0 + if i == j { n as f64 } else { 0.0 };
        (0..n * n).map(|ij| entry(ij / n, ij % n)).collect()
    }

    #[test]
    fn blocks_solve_and_invert_as_single_rows_do() {
        let n = 2 * LARGE + 37;
        let a = large_matrix(n);
        let l = cholesky(&a, n, 0.0).unwrap();
        let wanted: Vec<f64> = (0..n).map(|i| (i % 7) as f64 - 3.0).collect();
        let mut x: Vec<f64> = (0..n).map(|i| dot(&a[i * n..][..n], &wanted)).collect();
        cholesky_solve(&l, n, &mut x);
        x.iter().zip(&wanted).for_each(|(ours, wanted)| assert_relative_eq!(ours, wanted, epsilon = 1e-11));
        let inverse = cholesky_inverse(&l, n);
        for (i, j) in [(0, 0), (5, 200), (n - 1, n - 1), (n - 1, 3), (140, 139)] {
            let expected = if i == j { 1.0 } else { 0.0 };
            assert_relative_eq!(dot(&a[i * n..][..n], &inverse[j * n..][..n]), expected, epsilon = 1e-11);
            assert_eq!(inverse[i * n + j], inverse[j * n + i], "exactly symmetric");
        }
    }

    #[test]
    fn a_large_singular_matrix_has_no_factor() {
        let n = LARGE + 60;
        let mut a = large_matrix(n);
        // The last row and column repeat those before them.
        (0..n).for_each(|j| a[(n - 1) * n + j] = a[(n - 2) * n + j]);
        (0..n).for_each(|i| a[i * n + n - 1] = a[i * n + n - 2]);
        assert_eq!(cholesky(&a, n, 1e-12), None);
    }

    #[test]
    fn a_singular_matrix_has_no_factor() {
        assert_eq!(cholesky(&[1.0, 1.0, 1.0, 1.0], 2, 0.0), None);
        assert_eq!(cholesky(&[1.0, 2.0, 2.0, 1.0], 2, 0.0), None);
    }
}
