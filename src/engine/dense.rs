//! Small dense matrices: Cholesky factors and what is solved with them.
//!
//! Square matrices lie row by row in a slice of `n * n`.

/// The lower triangle `L` of `A = L L'`, row by row, from the upper triangle of `a`.
///
/// `None` if a pivot is not above `floor` times its diagonal entry: `A` is then not
/// positive definite, or so close to singular that its last digits decide.
pub fn cholesky(a: &[f64], n: usize, floor: f64) -> Option<Vec<f64>> {
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
    for i in (0..n).rev() {
        let below: f64 = (i + 1..n).map(|k| l[k * n + i] * b[k]).sum();
        b[i] = (b[i] - below) / l[i * n + i];
    }
}

/// `(L L')^-1`, whole and exactly symmetric.
pub fn cholesky_inverse(l: &[f64], n: usize) -> Vec<f64> {
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

/// Copies the upper triangle over the lower one.
pub fn mirror(a: &mut [f64], n: usize) {
    for i in 0..n {
        for j in 0..i {
            a[i * n + j] = a[j * n + i];
        }
    }
}

/// `sum_i a_i b_i`.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
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

    #[test]
    fn a_singular_matrix_has_no_factor() {
        assert_eq!(cholesky(&[1.0, 1.0, 1.0, 1.0], 2, 0.0), None);
        assert_eq!(cholesky(&[1.0, 2.0, 2.0, 1.0], 2, 0.0), None);
    }
}
