//! Loss, gradient and information of the two-class log-loss over one block.

use super::exp::exp_not_positive;
use super::{gram::add_gram_simd, registers};
use crate::engine::blocks::{BLOCK_ROWS, PAD_ROWS, STRIDE};
use pulp::{Arch, Simd, WithSimd};

/// One block, the parameters, and the sums to add to.
pub struct BinaryBlock<'a> {
    /// `n` columns and one more for the kernel's own use; overwritten.
    pub cells: &'a mut [f64],
    /// Columns with a weight, the kernel's own not counted.
    pub n: usize,
    /// Rows, without padding.
    pub rows: usize,
    /// 0 or 1 for each row, 0 behind the last one.
    pub targets: &'a [f64; BLOCK_ROWS],
    /// `(n + 1)`: a weight a column, then the intercept.
    pub parameters: &'a [f64],
    /// `(n + 1)`: the gradient in the order of the parameters.
    pub gradient: &'a mut [f64],
    /// `(n + 1, n + 1)`: the information; only the upper triangle is meant.
    pub information: &'a mut [f64],
}

/// Adds one block's gradient and information, and returns its loss in nats. With the logit
/// `z = x w + b` and `p = 1 / (1 + e^-z)`:
///
/// ```text
/// loss        = sum  max(z, 0) - y z + ln(1 + e^-|z|)
/// gradient    = sum  (p - y) (x, 1)
/// information = sum  p (1 - p) (x, 1)(x, 1)'
/// ```
pub fn add_binary(arch: Arch, block: BinaryBlock) -> f64 {
    arch.dispatch(block)
}

/// One row, `(x, 1)`, of three columns: adds to gradient and information, and returns the loss.
#[cfg(test)]
fn scalar_add_binary(row: [f64; 4], y: f64, parameters: &[f64; 4], sums: &mut ([f64; 4], [f64; 16])) -> f64 {
    let z: f64 = row.iter().zip(parameters).map(|(x, w)| x * w).sum();
    let p = crate::math::sigmoid(z);
    for i in 0..4 {
        sums.0[i] += (p - y) * row[i];
        for j in 0..4 {
            sums.1[i * 4 + j] += p * (1.0 - p) * row[i] * row[j];
        }
    }
    crate::math::log1p_exp(z) - y * z
}

impl WithSimd for BinaryBlock<'_> {
    type Output = f64;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> f64 {
        let BinaryBlock { cells, n, rows, targets, parameters, gradient, information } = self;
        let padded = rows.next_multiple_of(PAD_ROWS);
        let (mut logits, mut roots) = ([0.0; BLOCK_ROWS], [0.0; BLOCK_ROWS]);
        add_logits(simd, cells, parameters, padded, &mut logits);
        // Rows that are not there get a logit that adds nothing to the loss.
        logits[rows..].fill(-1e3);
        let (loss, mut residuals) = losses(&logits, targets, &mut roots);
        residuals[rows..padded].fill(0.0);
        roots[rows..padded].fill(0.0);
        add_gradient(simd, cells, &residuals, padded, gradient);
        // sqrt(p (1 - p)) times (x, 1): its Gram matrix is the information.
        cells[n * STRIDE..][..padded].fill(1.0);
        scale_rows(simd, cells, n + 1, &roots, padded);
        add_gram_simd(simd, cells, n + 1, padded, information);
        loss
    }
}

/// `z = x w + b` for every row.
#[inline(always)]
fn add_logits<S: Simd>(simd: S, cells: &[f64], parameters: &[f64], padded: usize, logits: &mut [f64; BLOCK_ROWS]) {
    let (weights, intercept) = parameters.split_at(parameters.len() - 1);
    let logits = S::as_mut_simd_f64s(&mut logits[..padded]).0;
    // Four registers of rows at a time hide the latency of the products.
    for (group, sums) in logits.chunks_mut(4).enumerate() {
        let mut z = [simd.splat_f64s(intercept[0]); 4];
        for (j, &weight) in weights.iter().enumerate() {
            let (weight, x) = (simd.splat_f64s(weight), &registers::<S>(cells, j, padded)[group * 4..]);
            z.iter_mut().zip(x).for_each(|(z, &x)| *z = simd.mul_add_e_f64s(weight, x, *z));
        }
        sums.copy_from_slice(&z[..sums.len()]);
    }
}

/// The loss, the residuals `p - y`, and in `roots` the values of `sqrt(p (1 - p))`.
///
/// `sum ln(1 + e^-|z|)` is the logarithm of a product of factors between 1 and 2: a block
/// is small enough for the product not to overflow, and one logarithm serves all its rows.
#[inline(always)]
fn losses(
    logits: &[f64; BLOCK_ROWS],
    targets: &[f64; BLOCK_ROWS],
    roots: &mut [f64; BLOCK_ROWS],
) -> (f64, [f64; BLOCK_ROWS]) {
    let (mut residuals, mut linear, mut factors) = ([0.0; BLOCK_ROWS], [0.0; BLOCK_ROWS], [1.0; BLOCK_ROWS]);
    for r in 0..BLOCK_ROWS {
        let (z, y) = (logits[r], targets[r]);
        let e = exp_not_positive(-z.abs());
        let larger = 1.0 / (1.0 + e);
        let p = if z >= 0.0 { larger } else { e * larger };
        residuals[r] = p - y;
        roots[r] = e.sqrt() * larger;
        linear[r] = z.max(0.0) - y * z;
        factors[r] = 1.0 + e;
    }
    let (mut sums, mut products) = ([0.0; PAD_ROWS], [1.0; PAD_ROWS]);
    for (linear, factors) in linear.chunks_exact(PAD_ROWS).zip(factors.chunks_exact(PAD_ROWS)) {
        for lane in 0..PAD_ROWS {
            sums[lane] += linear[lane];
            products[lane] *= factors[lane];
        }
    }
    (sums.iter().sum::<f64>() + products.iter().product::<f64>().ln(), residuals)
}

/// `sum (p - y) x` for every column, then `sum (p - y)`.
#[inline(always)]
fn add_gradient<S: Simd>(simd: S, cells: &[f64], residuals: &[f64], padded: usize, gradient: &mut [f64]) {
    let residuals = S::as_simd_f64s(&residuals[..padded]).0;
    let (intercept, columns) = gradient.split_last_mut().expect("an intercept");
    for (j, sum) in columns.iter_mut().enumerate() {
        let x = &registers::<S>(cells, j, padded)[..residuals.len()];
        let mut sums = [simd.splat_f64s(0.0); 2];
        for (i, (&x, &r)) in x.iter().zip(residuals).enumerate() {
            sums[i % 2] = simd.mul_add_e_f64s(x, r, sums[i % 2]);
        }
        *sum += simd.reduce_sum_f64s(simd.add_f64s(sums[0], sums[1]));
    }
    let total = residuals.iter().fold(simd.splat_f64s(0.0), |sum, &r| simd.add_f64s(sum, r));
    *intercept += simd.reduce_sum_f64s(total);
}

/// Multiplies every row of the first `n` columns by its factor.
#[inline(always)]
fn scale_rows<S: Simd>(simd: S, cells: &mut [f64], n: usize, factors: &[f64], padded: usize) {
    let factors = S::as_simd_f64s(&factors[..padded]).0;
    for column in cells.chunks_mut(STRIDE).take(n) {
        let column = S::as_mut_simd_f64s(&mut column[..padded]).0;
        column.iter_mut().zip(factors).for_each(|(x, &f)| *x = simd.mul_f64s(*x, f));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn agrees_with_the_formulas() {
        let (n, rows) = (3, 21);
        let x = |r: usize, j: usize| if j == n { 1.0 } else { ((r * 5 + j * 3) % 11) as f64 - 5.0 };
        let mut cells = vec![0.0; (n + 1) * STRIDE];
        (0..n).for_each(|j| (0..rows).for_each(|r| cells[j * STRIDE + r] = x(r, j)));
        let targets = std::array::from_fn(|r| if r < rows { (r % 2) as f64 } else { 0.0 });
        let parameters = [0.7, -1.3, 2.9, 0.25];
        let (mut gradient, mut information) = ([0.0; 4], [0.0; 16]);
        let (gradient, information) = (&mut gradient, &mut information);
        let parameters = &parameters;
        let block = BinaryBlock { cells: &mut cells, n, rows, targets: &targets, parameters, gradient, information };
        let loss = add_binary(Arch::new(), block);

        let mut expected = ([0.0; 4], [0.0; 16]);
        let row = |r: usize| std::array::from_fn(|j| x(r, j));
        let losses = (0..rows).map(|r| scalar_add_binary(row(r), targets[r], parameters, &mut expected));
        assert_relative_eq!(loss, losses.sum::<f64>(), max_relative = 1e-14);
        for i in 0..4 {
            assert_relative_eq!(gradient[i], expected.0[i], epsilon = 1e-12);
            for j in i..4 {
                assert_relative_eq!(information[i * 4 + j], expected.1[i * 4 + j], epsilon = 1e-12);
            }
        }
    }
}
