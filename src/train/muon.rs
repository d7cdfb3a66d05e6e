//! Muon (Jordan et al., 2024): the running mean of a matrix's gradient, made orthogonal.
//!
//! ```text
//! M = mu M + (1 - mu) G                                 (r, c), as the matrix W
//! U = mu M + (1 - mu) G                                 one step ahead (Nesterov)
//! O = P Q'           where U = P S Q', the singular value decomposition
//! W = W - lr wd W - lr 0.2 sqrt(max(r, c)) O
//! ```
//!
//! A gradient points into few directions: a handful of singular values outweigh the others,
//! and what is rare in the data hardly moves. `O` has the same directions, all of equal
//! weight. The factor in front makes its entries as large as those of a step of AdamW, so that
//! one learning rate serves both (Liu et al., 2025).
//!
//! No decomposition is needed. An odd polynomial of `U` is one of its singular values, so one
//! that is applied again and again takes them towards 1 (Newton and Schulz):
//!
//! ```text
//! X = U / |U|
//! five times    X = (a I + b X X' + c (X X')^2) X       s -> a s + b s^3 + c s^5
//! ```
//!
//! All but the last product can be done with the small square `R = X X'` alone, since every
//! polynomial of `R` commutes with it. For a tall matrix it is `X' X` from the right.

use super::optimizer::{Pace, Stretch};
use crate::lm::gpt::simd::{dot, vectorised};
use crate::math::matrix::{Matrix, MatrixMut, add_product, product};

/// `a`, `b` and `c`: a steep slope at 0, and from there on between 0.7 and 1.2.
const COEFFICIENTS: [f32; 3] = [3.4445, -4.7750, 2.0315];
/// How often the polynomial is applied.
const N_ITERATIONS: usize = 5;
/// `mu`.
const MOMENTUM: f32 = 0.95;
/// The root of the mean square of a step of AdamW, by experience.
const STEP_OF_ADAMW: f32 = 0.2;
/// Keeps a gradient of zeros from being divided by its length.
const EPSILON: f32 = 1e-7;

/// The shape of a matrix, and room to work in.
#[derive(Debug, Clone)]
pub(super) struct Muon {
    rows: usize,
    columns: usize,
    /// `R`: (n, n), with `n` the shorter side.
    gram: Vec<f32>,
    /// `a I + b R + c R^2`.
    polynomial: Vec<f32>,
    /// The product of the polynomials so far.
    total: Vec<f32>,
    spare: Vec<f32>,
}

impl Muon {
    /// For a matrix of this shape.
    pub(super) fn new(rows: usize, columns: usize) -> Muon {
        let [gram, polynomial, total, spare] = [(); 4].map(|()| vec![0.0; rows.min(columns).pow(2)]);
        Muon { rows, columns, gram, polynomial, total, spare }
    }

    /// Updates the matrix. Its gradient is used up: it is zero afterwards.
    pub(super) fn update(&mut self, stretch: Stretch, pace: Pace) {
        let Stretch { params, grads, means, .. } = stretch;
        vectorised!(for ((w, g), m) in params.iter_mut().zip(&mut *grads).zip(means) {
            let new = (1.0 - MOMENTUM) * pace.scale * *g;
            *m = MOMENTUM * *m + new;
            *g = MOMENTUM * *m + new; // now U
            *w *= pace.shrink;
        });
        let length = vectorised!(dot(grads, grads)).sqrt() + EPSILON;
        let (rows, columns) = (self.rows, self.columns);
        let step = pace.learning_rate * STEP_OF_ADAMW * (rows.max(columns) as f32).sqrt() / length;
        let (w, u) = (MatrixMut::new(params, rows, columns), Matrix::new(grads, rows, columns));
        if rows <= columns {
            add_product(w, -step, self.orthogonaliser(length, u, u.t()), u);
        } else {
            add_product(w, -step, u, self.orthogonaliser(length, u.t(), u));
        }
        grads.fill(0.0);
    }

    /// What makes `U / length` orthogonal: the product of five polynomials of `R = A B / length^2`.
    fn orthogonaliser(&mut self, length: f32, a: Matrix<f32>, b: Matrix<f32>) -> Matrix<'_, f32> {
        let n = self.rows.min(self.columns);
        product(MatrixMut::new(&mut self.gram, n, n), length.powi(-2), a, b);
        self.evaluate_polynomial(n);
        self.total.copy_from_slice(&self.polynomial);
        for _ in 1..N_ITERATIONS {
            // R = P R P
            product(MatrixMut::new(&mut self.spare, n, n), 1.0, square(&self.polynomial, n), square(&self.gram, n));
            product(MatrixMut::new(&mut self.gram, n, n), 1.0, square(&self.spare, n), square(&self.polynomial, n));
            self.evaluate_polynomial(n);
            // T = P T
            product(MatrixMut::new(&mut self.spare, n, n), 1.0, square(&self.polynomial, n), square(&self.total, n));
            std::mem::swap(&mut self.total, &mut self.spare);
        }
        Matrix::new(&self.total, n, n)
    }

    /// `P = a I + b R + c R^2`.
    fn evaluate_polynomial(&mut self, n: usize) {
        let ([a, b, c], gram) = (COEFFICIENTS, square(&self.gram, n));
        self.polynomial.iter_mut().zip(&self.gram).for_each(|(p, r)| *p = b * r);
        self.polynomial.iter_mut().step_by(n + 1).for_each(|p| *p += a);
        add_product(MatrixMut::new(&mut self.polynomial, n, n), c, gram, gram);
    }
}

fn square(x: &[f32], n: usize) -> Matrix<'_, f32> {
    Matrix::new(x, n, n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// One step of a matrix of zeros: what stands there afterwards, `-lr 0.2 sqrt(max(r, c)) O`.
    fn step(rows: usize, columns: usize, grads: &[f32]) -> Vec<f32> {
        let n = rows * columns;
        let (mut params, mut grads, mut means) = (vec![0.0; n], grads.to_vec(), vec![0.0; n]);
        let stretch = Stretch { params: &mut params, grads: &mut grads, means: &mut means, squares: &mut [] };
        Muon::new(rows, columns).update(stretch, Pace { learning_rate: 0.1, shrink: 0.5, scale: 2.0 });
        assert!(grads.iter().all(|&g| g == 0.0), "they are used up");
        params
    }

    #[test]
    fn each_singular_value_goes_its_way_to_one() {
        let values = [3.0, -1.0, 0.3, 0.02]; // of a diagonal matrix, with its signs
        let length = values.iter().map(|s| s * s).sum::<f64>().sqrt();
        let towards_one = |s: f64| {
            (0..5).fold(s / length, |s, _| {
                let [a, b, c] = COEFFICIENTS.map(f64::from);
                a * s + b * s.powi(3) + c * s.powi(5)
            })
        };
        assert!(values.iter().all(|&s| (0.65..1.25).contains(&towards_one(s).abs())));
        for (rows, columns) in [(4, 4), (4, 7), (7, 4)] {
            let mut grads = vec![0.0; rows * columns];
            (0..4).for_each(|i| grads[i * columns + i] = values[i] as f32);
            for (at, &w) in step(rows, columns, &grads).iter().enumerate() {
                let (i, j) = (at / columns, at % columns);
                let o = if i == j { towards_one(values[i]) } else { 0.0 };
                let expected = -0.1 * 0.2 * (rows.max(columns) as f64).sqrt() * o;
                assert_relative_eq!(f64::from(w), expected, epsilon = 2e-6);
            }
        }
    }

    #[test]
    fn a_matrix_and_its_transpose_step_alike() {
        let (rows, columns) = (5, 9);
        let wide: Vec<f32> = (0..45).map(|i| ((i * i * 7 % 31) as f32 - 15.0) / 9.0).collect();
        let tall: Vec<f32> = (0..45).map(|at| wide[at % rows * columns + at / rows]).collect();
        let (of_wide, of_tall) = (step(rows, columns, &wide), step(columns, rows, &tall));
        for (at, &w) in of_tall.iter().enumerate() {
            assert_relative_eq!(w, of_wide[at % rows * columns + at / rows], epsilon = 1e-6);
        }
    }

    #[test]
    fn a_gradient_of_zeros_moves_nothing() {
        assert!(step(3, 5, &[0.0; 15]).iter().all(|&w| w == 0.0));
    }
}
