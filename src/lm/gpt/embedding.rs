//! A table of vectors, one for each token (or each position).
//!
//! ```text
//! forward     y_i = E[token_i]
//! backward    dE[token_i] += dy_i
//! ```
//!
//! GPT-2 uses its token table a second time, transposed, as the output layer (weight tying,
//! Press and Wolf, 2017): `logits = x E'`, `dx = dlogits E`, `dE += dlogits' x`.

use super::params::{ParamInit, ParamRole, ParamSpan, Plan};
use super::simd::{add_row, dot, vectorised};
use crate::lm::TokenId;
use crate::math::matrix::{Matrix, MatrixMut, add_product, product};

/// `(n_rows, width)`: the vector of token `i` is row `i`.
///
/// ```
/// use melon::lm::gpt::{Embedding, Plan, ParamRole};
/// let table = Embedding::new(&mut Plan::default(), "table", 3, 2, 0.02, ParamRole::Table);
/// let params = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]; // one row a token
/// let mut y = [100.0; 4];
/// table.add_rows(&params, [2, 0].into_iter(), &mut y);
/// assert_eq!(y, [104.0, 105.0, 100.0, 101.0]);
/// let mut logits = [0.0; 3];
/// table.logits(&params, &[1.0, 10.0], &mut logits);
/// assert_eq!(logits, [10.0, 32.0, 54.0]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Embedding {
    pub(crate) n_rows: usize,
    pub(crate) width: usize,
    table: ParamSpan,
}

impl Embedding {
    /// A table called `name`, drawn with standard deviation `std`: an embedding, or an output
    /// layer of its own.
    pub fn new(plan: &mut Plan, name: &str, n_rows: usize, width: usize, std: f32, role: ParamRole) -> Embedding {
        let table = plan.add(format!("{name}.weight"), &[n_rows, width], ParamInit::Normal(std), role);
        Embedding { n_rows, width, table }
    }

    /// The vector of one token.
    pub(crate) fn row<'a>(&self, params: &'a [f32], token: usize) -> &'a [f32] {
        &self.table.of(params)[token * self.width..][..self.width]
    }

    /// `y_i += E[token_i]`.
    pub fn add_rows(&self, params: &[f32], tokens: impl Iterator<Item = usize>, y: &mut [f32]) {
        let rows = tokens.zip(y.chunks_exact_mut(self.width)); // (B T) x (C)
        vectorised!(for (token, y) in rows {
            add_row(y, self.row(params, token));
        });
    }

    /// `dE[token_i] += dy_i`.
    pub fn add_rows_backward(&self, tokens: impl Iterator<Item = usize>, dy: &[f32], grads: &mut [f32]) {
        let table = self.table.of_mut(grads); // (V, C)
        let rows = tokens.zip(dy.chunks_exact(self.width)); // (B T) x (C)
        // y_i += E[token_i]
        vectorised!(for (token, dy) in rows {
            add_row(&mut table[token * self.width..][..self.width], dy);
        });
    }

    /// The output layer: `logits = x E'`.
    pub fn logits(&self, params: &[f32], x: &[f32], logits: &mut [f32]) {
        let n = x.len() / self.width;
        let table = Matrix::new(self.table.of(params), self.n_rows, self.width); // (V, C)
        let x = Matrix::new(x, n, self.width); // (B T, C)
        product(MatrixMut::new(logits, n, self.n_rows), 1.0, x, table.t()); // (B T, V)
    }

    /// The output layer's way back: `dx = dlogits E`, `dE += dlogits' x`.
    pub fn logits_backward(&self, params: &[f32], x: &[f32], d_logits: &[f32], dx: &mut [f32], grads: &mut [f32]) {
        let n = x.len() / self.width;
        let table = Matrix::new(self.table.of(params), self.n_rows, self.width); // (V, C)
        let d_logits = Matrix::new(d_logits, n, self.n_rows); // (B T, V)
        // logits = x E'
        product(MatrixMut::new(dx, n, self.width), 1.0, d_logits, table); // (B T, C)
        let d_table = MatrixMut::new(self.table.of_mut(grads), self.n_rows, self.width);
        add_product(d_table, 1.0, d_logits.t(), Matrix::new(x, n, self.width)); // (V, C)
    }

    /// `logits = x E'` for a single row.
    pub(crate) fn logits_one(&self, params: &[f32], x: &[f32], logits: &mut [f32]) {
        let rows = self.table.of(params).chunks_exact(self.width); // (V) x (C)
        vectorised!(for (logit, row) in logits.iter_mut().zip(rows) {
            *logit = dot(x, row);
        });
    }
}

/// A token as an index.
#[inline(always)]
pub(crate) fn index(token: &TokenId) -> usize {
    *token as usize
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals, weighted};
    use super::*;

    #[test]
    fn backward_is_the_slope_of_forward_both_ways() {
        let (n_rows, width, tokens) = (5, 6, [3, 0, 3, 4]);
        let mut plan = Plan::default();
        let layer = Embedding::new(&mut plan, "e", n_rows, width, 1.0, ParamRole::Table);
        let (params, x, dy, dz) =
            (normals("params", 30), normals("x", 4 * width), normals("dy", 4 * width), normals("dz", 4 * n_rows));

        let mut grads = vec![0.0; params.len()];
        layer.add_rows_backward(tokens.into_iter(), &dy, &mut grads);
        assert_gradient(&params, &grads, |params| {
            let mut y = x.clone();
            layer.add_rows(params, tokens.into_iter(), &mut y);
            weighted(&y, &dy)
        });

        let (mut dx, mut grads) = (vec![0.0; x.len()], vec![0.0; params.len()]);
        layer.logits_backward(&params, &x, &dz, &mut dx, &mut grads);
        let loss = |params: &[f32], x: &[f32]| {
            let mut logits = vec![0.0; dz.len()];
            layer.logits(params, x, &mut logits);
            weighted(&logits, &dz)
        };
        assert_gradient(&x, &dx, |x| loss(&params, x));
        assert_gradient(&params, &grads, |params| loss(params, &x));
    }
}
