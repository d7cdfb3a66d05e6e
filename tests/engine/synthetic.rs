//! Matrices without files: enough rows for many lanes, from a fixed recurrence.

use ndarray::{Array2, ShapeBuilder};

/// Numbers in `(-1, 1)` from a multiplicative congruence (Park and Miller, 1988).
pub fn uniform(n: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state * 48_271 % 2_147_483_647;
        state as f64 / 1_073_741_823.5 - 1.0
    };
    (0..n).map(|_| next()).collect()
}

/// `(n_samples, n_features)`, row by row.
pub fn matrix(n_samples: usize, n_features: usize, seed: u64) -> Array2<f64> {
    Array2::from_shape_vec((n_samples, n_features), uniform(n_samples * n_features, seed)).unwrap()
}

/// The same matrix, column by column in memory.
pub fn by_columns(x: &Array2<f64>) -> Array2<f64> {
    let mut columns = Array2::zeros(x.raw_dim().f());
    columns.assign(x);
    columns
}

/// `x w + 0.3` plus noise, for weights that alternate in sign.
pub fn targets(x: &Array2<f64>) -> Vec<f64> {
    let noise = uniform(x.nrows(), 99);
    let signal = |row: ndarray::ArrayView1<f64>| {
        row.iter().enumerate().map(|(j, v)| if j % 2 == 0 { *v } else { -2.0 * v }).sum::<f64>()
    };
    x.rows().into_iter().zip(noise).map(|(row, e)| signal(row) + 0.3 + 2.0 * e).collect()
}

/// `n_classes` labels cut from the targets.
pub fn labels(x: &Array2<f64>, n_classes: usize) -> Vec<usize> {
    let cut = |y: f64| ((y + 3.0) / 6.0 * n_classes as f64).clamp(0.0, n_classes as f64 - 1.0);
    targets(x).into_iter().map(|y| cut(y) as usize).collect()
}
