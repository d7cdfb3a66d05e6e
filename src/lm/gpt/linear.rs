//! A linear layer.
//!
//! ```text
//! forward     y  = x W + b
//! backward    dx = dy W',   dW += x' dy,   db += sum over rows of dy
//! ```
//!
//! `W` is stored `(n_in, n_out)`, as GPT-2 stores it (its "Conv1D"); `'` is the transpose.

use super::params::{ParamInit, ParamRole, ParamSpan, Plan};
use super::simd::{add_row, mul_add, vectorised};
use crate::math::matrix::{Matrix, MatrixMut, add_product, product};

/// `n_in` numbers in, `n_out` out, for each row.
///
/// ```
/// use melon::lm::gpt::{LinearLayer, Plan};
/// let layer = LinearLayer::new(&mut Plan::default(), "layer", 2, 3, 0.02);
/// let params = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.5, 0.0, -0.5]; // W = [[1, 2, 3], [4, 5, 6]], then b
/// let mut y = [0.0; 3];
/// layer.forward(&params, &[1.0, 10.0], &mut y);
/// assert_eq!(y, [41.5, 52.0, 62.5]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct LinearLayer {
    pub(crate) n_in: usize,
    pub(crate) n_out: usize,
    weight: ParamSpan,
    bias: ParamSpan,
}

impl LinearLayer {
    /// A layer called `name`, its weights drawn with standard deviation `std`.
    pub fn new(plan: &mut Plan, name: &str, n_in: usize, n_out: usize, std: f32) -> LinearLayer {
        let weight = plan.add(format!("{name}.weight"), &[n_in, n_out], ParamInit::Normal(std), ParamRole::Matrix);
        let bias = plan.add(format!("{name}.bias"), &[n_out], ParamInit::Zeros, ParamRole::Vector);
        LinearLayer { n_in, n_out, weight, bias }
    }

    /// `y = x W + b`.
    pub fn forward(&self, params: &[f32], x: &[f32], y: &mut [f32]) {
        let n_rows = x.len() / self.n_in;
        let bias = self.bias.of(params);
        y.chunks_exact_mut(self.n_out).for_each(|row| row.copy_from_slice(bias));
        let x = Matrix::new(x, n_rows, self.n_in); // (B T, n_in)
        let weight = Matrix::new(self.weight.of(params), self.n_in, self.n_out); // (n_in, n_out)
        add_product(MatrixMut::new(y, n_rows, self.n_out), 1.0, x, weight); // (B T, n_out)
    }

    /// `dx = dy W'`, and adds `dW` and `db` to `grads`.
    pub fn backward(&self, params: &[f32], x: &[f32], dy: &[f32], dx: &mut [f32], grads: &mut [f32]) {
        let n_rows = x.len() / self.n_in;
        let weight = Matrix::new(self.weight.of(params), self.n_in, self.n_out); // (n_in, n_out)
        let x = Matrix::new(x, n_rows, self.n_in); // (B T, n_in)
        let dy_rows = Matrix::new(dy, n_rows, self.n_out); // (B T, n_out)
        // y = x W
        product(MatrixMut::new(dx, n_rows, self.n_in), 1.0, dy_rows, weight.t()); // (B T, n_in)
        let d_weight = MatrixMut::new(self.weight.of_mut(grads), self.n_in, self.n_out);
        add_product(d_weight, 1.0, x.t(), dy_rows); // (n_in, n_out)
        // y += b, in every row
        let d_bias = self.bias.of_mut(grads); // (n_out)
        vectorised!(for row in dy.chunks_exact(self.n_out) {
            add_row(d_bias, row);
        });
    }

    /// `y = x W + b` for a single row, as a sum of the rows of `W`: one pass over the weights.
    pub(crate) fn forward_one(&self, params: &[f32], x: &[f32], y: &mut [f32]) {
        y.copy_from_slice(self.bias.of(params));
        vectorised!(add_vector_product(y, x, self.weight.of(params)));
    }
}

/// `y += x W`, eight rows of `W` at a time so that `y` is read and written eight times less.
///
/// The eight lie far apart, an eighth of `W` each: the weights come from a distant cache, and
/// eight reads keep more of them on their way than one.
#[inline(always)]
fn add_vector_product(y: &mut [f32], x: &[f32], weight: &[f32]) {
    let (n, eighth) = (y.len(), x.len() / 8);
    for i in 0..eighth {
        let (mut rows, mut factors) = ([&weight[..0]; 8], [0.0; 8]);
        for part in 0..8 {
            rows[part] = &weight[(part * eighth + i) * n..][..n];
            factors[part] = x[part * eighth + i];
        }
        for j in 0..n {
            let (mut low, mut high) = (y[j], 0.0f32);
            for part in 0..4 {
                low = mul_add(factors[part], rows[part][j], low);
                high = mul_add(factors[part + 4], rows[part + 4][j], high);
            }
            y[j] = low + high;
        }
    }
    for (x, row) in x.iter().zip(weight.chunks_exact(n)).skip(8 * eighth) {
        for (y, w) in y.iter_mut().zip(row) {
            *y += x * w;
        }
    }
}

#[cfg(test)]
fn scalar_add_vector_product(y: &mut [f32], x: &[f32], weight: &[f32]) {
    let n = y.len();
    for (i, x) in x.iter().enumerate() {
        for j in 0..n {
            y[j] += x * weight[i * n + j];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals, weighted};
    use super::*;
    use approx::assert_relative_eq;

    /// Three rows through a layer of 10 x 7.
    fn example() -> (LinearLayer, Vec<f32>, Vec<f32>, Vec<f32>) {
        let mut plan = Plan::default();
        let layer = LinearLayer::new(&mut plan, "l", 10, 7, 1.0);
        (layer, normals("params", plan.n_params()), normals("x", 3 * 10), normals("dy", 3 * 7))
    }

    #[test]
    fn backward_is_the_slope_of_forward() {
        let (layer, params, x, dy) = example();
        let (mut dx, mut grads) = (vec![0.0; x.len()], vec![0.0; params.len()]);
        layer.backward(&params, &x, &dy, &mut dx, &mut grads);
        let loss = |params: &[f32], x: &[f32]| {
            let mut y = vec![0.0; dy.len()];
            layer.forward(params, x, &mut y);
            weighted(&y, &dy)
        };
        assert_gradient(&x, &dx, |x| loss(&params, x));
        assert_gradient(&params, &grads, |params| loss(params, &x));
    }

    #[test]
    fn eight_rows_at_a_time_are_as_good_as_one() {
        for (n_in, n_out) in [(3, 5), (8, 1), (27, 10)] {
            let (x, weight) = (normals("x", n_in), normals("w", n_in * n_out));
            let (mut fast, mut plain) = (vec![1.0; n_out], vec![1.0; n_out]);
            add_vector_product(&mut fast, &x, &weight);
            scalar_add_vector_product(&mut plain, &x, &weight);
            fast.iter().zip(&plain).for_each(|(a, b)| assert_relative_eq!(a, b, epsilon = 1e-5));
        }
    }

    #[test]
    fn one_row_is_as_good_as_many() {
        let (layer, params, x, _) = example();
        let (mut many, mut one) = (vec![0.0; 21], vec![0.0; 7]);
        layer.forward(&params, &x, &mut many);
        layer.forward_one(&params, &x[10..20], &mut one);
        for (a, b) in one.iter().zip(&many[7..14]) {
            assert_relative_eq!(a, b, epsilon = 1e-5);
        }
    }
}
