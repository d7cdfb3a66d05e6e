//! Causal self-attention with several heads (Vaswani et al., 2017).
//!
//! For one head of one sequence, with `Q, K, V` of shape `(T, D)` and `D = C / H`:
//!
//! ```text
//! forward     S  = Q K' / sqrt(D)          only columns j <= i of row i: nobody looks ahead
//!             P  = softmax of each row of S
//!             P~ = dropout(P)
//!             Y  = P~ V
//!
//! backward    dV  = P~' dY
//!             dP~ = dY V'
//!             dS  = P~ * dP~ - P rowsum(P~ * dP~)          (* entry by entry)
//!             dQ  = dS K / sqrt(D)
//!             dK  = dS' Q / sqrt(D)
//! ```
//!
//! Queries, keys and values come side by side in one row of `3C`; the heads stand side by
//! side within each.

use super::dropout::Dropout;
use super::simd::{dot, mul_add, softmax, vectorised};
use crate::math::matrix::{Matrix, MatrixMut, product};
use crate::rng::Stream;

/// The mixing of positions; the projections before and after it belong to the block.
///
/// ```
/// use melon::lm::gpt::{AttentionSaved, CausalSelfAttention, Dropout};
/// let attention = CausalSelfAttention { n_head: 1, head_size: 1, dropout: Dropout { p: 0.0 } };
/// let qkv = [5.0, 0.0, 4.0, 1.0, 3f32.ln(), 8.0]; // query, key and value of two positions
/// let (mut y, mut saved) = ([0.0; 2], AttentionSaved::default());
/// saved.fit(&attention, 2, 2);
/// attention.forward(&qkv, &mut y, &mut saved, None);
/// // The first sees itself alone. The second's scores are 0 and ln 3: it takes 1/4 of 4 and 3/4 of 8.
/// assert!(y[0] == 4.0 && (y[1] - 7.0).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CausalSelfAttention {
    /// Heads, `H`.
    pub n_head: usize,
    /// Width of a head, `D = C / H`.
    pub head_size: usize,
    /// Drops entries of `P`.
    pub dropout: Dropout,
}

/// What the backward pass needs to see again.
#[derive(Debug, Clone, Default)]
pub struct AttentionSaved {
    /// Positions in a sequence, `T`.
    pub(crate) t: usize,
    /// `P`: (B, H, T, T), zero above the diagonal.
    pub(crate) probs: Vec<f32>,
    /// `P~`, likewise; empty where nothing is dropped, and then `P~` is `P`.
    dropped: Vec<f32>,
}

impl AttentionSaved {
    /// Makes room for `n_rows = B T` rows in sequences of `t`.
    pub fn fit(&mut self, attention: &CausalSelfAttention, n_rows: usize, t: usize) {
        let len = attention.n_head * n_rows * t;
        self.t = t;
        self.probs.resize(len, 0.0);
        self.dropped.resize(if attention.dropout.is_off() { 0 } else { len }, 0.0);
    }

    /// `P~` of the last forward pass.
    fn kept(&self) -> &[f32] {
        if self.dropped.is_empty() { &self.probs } else { &self.dropped }
    }
}

/// Keys and values of the positions so far, head by head.
#[derive(Debug, Clone)]
pub(crate) struct AttentionCache {
    context_len: usize,
    keys: Vec<f32>,   // (H, D, T): transposed, so that scores are sums of rows too
    values: Vec<f32>, // (H, T, D)
    probs: Vec<f32>,  // (H, T): what the last position looked at
}

impl AttentionCache {
    /// Room for `context_len` positions.
    pub(crate) fn new(attention: &CausalSelfAttention, context_len: usize) -> AttentionCache {
        let room = || vec![0.0; context_len * attention.width()];
        AttentionCache { context_len, keys: room(), values: room(), probs: vec![0.0; attention.n_head * context_len] }
    }

    /// Keeps the key and the value of position `i`, out of its `qkv` (3C).
    fn store(&mut self, attention: &CausalSelfAttention, i: usize, qkv: &[f32]) {
        let (c, d) = (attention.width(), attention.head_size);
        for h in 0..attention.n_head {
            let keys = self.keys[h * self.context_len * d..].chunks_exact_mut(self.context_len); // (D, T)
            keys.zip(&qkv[c + h * d..][..d]).for_each(|(row, &k)| row[i] = k);
            let values = &mut self.values[h * self.context_len * d..]; // (T, D)
            values[i * d..][..d].copy_from_slice(&qkv[2 * c + h * d..][..d]);
        }
    }

    /// Keeps what one sequence has left behind: its `qkv` (T, 3C) and its last row of `P`.
    pub(crate) fn store_all(&mut self, attention: &CausalSelfAttention, qkv: &[f32], saved: &AttentionSaved) {
        qkv.chunks_exact(3 * attention.width()).enumerate().for_each(|(i, qkv)| self.store(attention, i, qkv));
        for h in 0..attention.n_head {
            let last = &saved.probs[attention.square(0, h, saved.t)][(saved.t - 1) * saved.t..]; // (T)
            self.probs[h * self.context_len..][..saved.t].copy_from_slice(last);
        }
    }

    /// How the last of `n` positions shared its attention among them in head `h`; sums to 1.
    pub(crate) fn weights(&self, h: usize, n: usize) -> &[f32] {
        &self.probs[h * self.context_len..][..n]
    }
}

impl CausalSelfAttention {
    /// `C`.
    fn width(&self) -> usize {
        self.n_head * self.head_size
    }

    /// `1 / sqrt(D)`.
    fn scale(&self) -> f32 {
        1.0 / (self.head_size as f32).sqrt()
    }

    /// Mixes the positions of each sequence: `qkv` (B, T, 3C) -> `y` (B, T, C). Drops only
    /// where there is an `rng` to draw from.
    pub fn forward(&self, qkv: &[f32], y: &mut [f32], saved: &mut AttentionSaved, mut rng: Option<&mut Stream>) {
        let (t, c, d) = (saved.t, self.width(), self.head_size);
        for (b, (qkv, y)) in qkv.chunks_exact(t * 3 * c).zip(y.chunks_exact_mut(t * c)).enumerate() {
            for h in 0..self.n_head {
                let [q, k, v] = [0, 1, 2].map(|part| Matrix::strided(&qkv[part * c + h * d..], t, d, 3 * c)); // (T, D)
                let head = self.square(b, h, t);
                let probs = &mut saved.probs[head.clone()]; // (T, T)
                product(MatrixMut::new(probs, t, t), self.scale(), q, k.t());
                causal_softmax(t, probs);
                if !saved.dropped.is_empty() {
                    saved.dropped[head.clone()].copy_from_slice(probs);
                    self.dropout.apply(&mut saved.dropped[head.clone()], rng.as_deref_mut());
                }
                let kept = Matrix::new(&saved.kept()[head], t, t);
                product(MatrixMut::strided(&mut y[h * d..], t, d, c), 1.0, kept, v); // (T, D)
            }
        }
    }

    /// `dy` (B, T, C) -> `d_qkv` (B, T, 3C). `scratch` is room for one (T, T).
    pub fn backward(&self, qkv: &[f32], saved: &AttentionSaved, dy: &[f32], d_qkv: &mut [f32], scratch: &mut [f32]) {
        let (t, c, d) = (saved.t, self.width(), self.head_size);
        let sequences = qkv.chunks_exact(t * 3 * c).zip(dy.chunks_exact(t * c)).zip(d_qkv.chunks_exact_mut(t * 3 * c));
        for (b, ((qkv, dy), d_qkv)) in sequences.enumerate() {
            for h in 0..self.n_head {
                let [at_q, at_k, at_v] = [0, 1, 2].map(|part| part * c + h * d);
                let [q, k, v] = [at_q, at_k, at_v].map(|at| Matrix::strided(&qkv[at..], t, d, 3 * c)); // (T, D)
                let mut set = |at: usize, scale, a: Matrix<f32>, b: Matrix<f32>| {
                    product(MatrixMut::strided(&mut d_qkv[at..], t, d, 3 * c), scale, a, b); // (T, D)
                };
                let dy = Matrix::strided(&dy[h * d..], t, d, c); // (T, D)
                let (probs, kept) = (&saved.probs[self.square(b, h, t)], &saved.kept()[self.square(b, h, t)]); // (T, T)
                let ds = &mut scratch[..t * t]; // (T, T)

                // Y = P~ V
                set(at_v, 1.0, Matrix::new(kept, t, t).t(), dy);
                product(MatrixMut::new(ds, t, t), 1.0, dy, v.t()); // dP~
                // P~ = dropout(P), P = softmax(S)
                causal_softmax_backward(t, probs, kept, ds); // dS
                // S = Q K' / sqrt(D)
                set(at_q, self.scale(), Matrix::new(ds, t, t), k);
                set(at_k, self.scale(), Matrix::new(ds, t, t).t(), q);
            }
        }
    }

    /// Position `i` looks back at itself and all before it: its `qkv` (3C) -> `y` (C). Its
    /// key and value join the cache, and its `P` stays there to be looked at.
    pub(crate) fn forward_one(&self, i: usize, qkv: &[f32], cache: &mut AttentionCache, y: &mut [f32]) {
        let (d, n) = (self.head_size, i + 1);
        cache.store(self, i, qkv);
        let t = cache.context_len;
        for h in 0..self.n_head {
            let (q, y) = (&qkv[h * d..][..d], &mut y[h * d..][..d]); // (D)
            let keys = &cache.keys[h * t * d..][..t * d]; // (D, T)
            let values = &cache.values[h * t * d..][..n * d]; // (n, D)
            let probs = &mut cache.probs[h * t..][..n]; // (n)
            vectorised!({
                weighted_sum(probs, q, self.scale(), keys, t);
                softmax(probs);
                weighted_sum(y, probs, 1.0, values, d);
            });
        }
    }

    /// Where the (T, T) square of head `h` of sequence `b` lies.
    fn square(&self, b: usize, h: usize, t: usize) -> std::ops::Range<usize> {
        let start = (b * self.n_head + h) * t * t;
        start..start + t * t
    }
}

/// `y = scale sum_i x_i row_i`: rows lie `stride` apart and may be longer than `y`.
#[inline(always)]
fn weighted_sum(y: &mut [f32], x: &[f32], scale: f32, rows: &[f32], stride: usize) {
    y.fill(0.0);
    for (x, row) in x.iter().zip(rows.chunks_exact(stride)) {
        let factor = scale * x;
        for (y, value) in y.iter_mut().zip(row) {
            *y = mul_add(factor, *value, *y);
        }
    }
}

#[cfg(test)]
fn scalar_weighted_sum(y: &mut [f32], x: &[f32], scale: f32, rows: &[f32], stride: usize) {
    for (j, y) in y.iter_mut().enumerate() {
        *y = scale * x.iter().enumerate().map(|(i, x)| x * rows[i * stride + j]).sum::<f32>();
    }
}

/// Turns the scores `S` into `P` in place: row `i` over its columns `0..=i`, the rest zero.
fn causal_softmax(t: usize, scores: &mut [f32]) {
    vectorised!(for (i, row) in scores.chunks_exact_mut(t).enumerate() {
        let (past, future) = row.split_at_mut(i + 1);
        softmax(past);
        future.fill(0.0);
    });
}

/// Turns `dP~` into `dS = P~ * dP~ - P rowsum(P~ * dP~)` in place, zero above the diagonal.
fn causal_softmax_backward(t: usize, probs: &[f32], kept: &[f32], gradient: &mut [f32]) {
    let rows = gradient.chunks_exact_mut(t).zip(probs.chunks_exact(t)).zip(kept.chunks_exact(t));
    vectorised!(for (i, ((row, probs), kept)) in rows.enumerate() {
        let (past, future) = row.split_at_mut(i + 1);
        let total = dot(past, &kept[..=i]);
        for j in 0..=i {
            past[j] = kept[j] * past[j] - probs[j] * total;
        }
        future.fill(0.0);
    });
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals, weighted};
    use super::*;
    use crate::rng::Seed;

    /// Two sequences of five positions, two heads of three channels.
    const T: usize = 5;
    const ROWS: usize = 2 * T;
    const WIDTH: usize = 6;

    fn run(attention: &CausalSelfAttention, qkv: &[f32]) -> (Vec<f32>, AttentionSaved) {
        let (mut y, mut saved) = (vec![0.0; ROWS * WIDTH], AttentionSaved::default());
        saved.fit(attention, ROWS, T);
        attention.forward(qkv, &mut y, &mut saved, Some(&mut Seed(3).stream("dropout")));
        (y, saved)
    }

    #[test]
    fn backward_is_the_slope_of_forward_with_and_without_dropout() {
        for p in [0.0, 0.3] {
            let attention = CausalSelfAttention { n_head: 2, head_size: 3, dropout: Dropout { p } };
            let (qkv, dy) = (normals("qkv", ROWS * 3 * WIDTH), normals("dy", ROWS * WIDTH));
            let (_, saved) = run(&attention, &qkv);
            let mut d_qkv = vec![0.0; qkv.len()];
            attention.backward(&qkv, &saved, &dy, &mut d_qkv, &mut [0.0; T * T]);
            assert_gradient(&qkv, &d_qkv, |qkv| weighted(&run(&attention, qkv).0, &dy));
        }
    }

    #[test]
    fn sums_of_rows_are_those_written_down_first() {
        let (x, rows) = (normals("x", 4), normals("rows", 4 * 7));
        let (mut fast, mut plain) = ([0.0; 5], [0.0; 5]);
        weighted_sum(&mut fast, &x, 0.5, &rows, 7);
        scalar_weighted_sum(&mut plain, &x, 0.5, &rows, 7);
        assert!(fast.iter().zip(plain).all(|(a, b)| (a - b).abs() < 1e-6), "{fast:?} {plain:?}");
    }

    #[test]
    fn nobody_looks_ahead() {
        let attention = CausalSelfAttention { n_head: 2, head_size: 3, dropout: Dropout { p: 0.0 } };
        let mut qkv = normals("qkv", ROWS * 3 * WIDTH);
        let (before, saved) = run(&attention, &qkv);
        qkv[(T - 1) * 3 * WIDTH..T * 3 * WIDTH].fill(9.0); // the last position of the first sequence
        let (after, _) = run(&attention, &qkv);
        assert_eq!(before[..(T - 1) * WIDTH], after[..(T - 1) * WIDTH]);
        assert_ne!(before[(T - 1) * WIDTH..T * WIDTH], after[(T - 1) * WIDTH..T * WIDTH]);
        for row in saved.probs.chunks(T) {
            assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        }
    }
}
