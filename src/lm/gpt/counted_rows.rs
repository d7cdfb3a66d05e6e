//! The rows that count: those whose next token is to be learned.
//!
//! The output layer is the widest of all, and in a conversation most rows (questions, padding)
//! have nothing to predict: it sees the others alone.
//!
//! ```text
//! forward     y_i = x_row(i)
//! backward    dx_row(i) = dy_i, and 0 in every other row
//! ```

use super::cross_entropy::IGNORE;
use crate::lm::TokenId;

/// Which rows of a batch count, and what follows each.
#[derive(Debug, Clone, Default)]
pub(super) struct CountedRows {
    rows: Vec<usize>,                 // (N)
    pub(super) targets: Vec<TokenId>, // (N)
}

impl CountedRows {
    /// Those of `targets` (B T) that are not [`IGNORE`].
    pub(super) fn choose(&mut self, targets: &[TokenId]) {
        self.rows.clear();
        self.rows.extend((0..targets.len()).filter(|&row| targets[row] != IGNORE));
        self.targets.clear();
        self.targets.extend(self.rows.iter().map(|&row| targets[row]));
    }

    /// Their rows of `x` (B T, C), as `y` (N, C).
    pub(super) fn gather(&self, x: &[f32], width: usize, y: &mut Vec<f32>) {
        y.clear();
        self.rows.iter().for_each(|row| y.extend_from_slice(&x[row * width..][..width]));
    }

    /// The way back: from `dy` (N, C) to `dx` (B T, C).
    pub(super) fn gather_backward(&self, dy: &[f32], width: usize, dx: &mut [f32]) {
        dx.fill(0.0);
        // y_i = x_row(i)
        for (row, dy) in self.rows.iter().zip(dy.chunks_exact(width)) {
            dx[row * width..][..width].copy_from_slice(dy);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_there_and_back() {
        let (mut counted, mut y, mut dx) = (CountedRows::default(), Vec::new(), [9.0; 6]);
        counted.choose(&[IGNORE, 4, 7]);
        counted.gather(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 2, &mut y);
        assert_eq!((&counted.targets[..], &y[..]), (&[4, 7][..], &[3.0, 4.0, 5.0, 6.0][..]));
        counted.gather_backward(&[0.5, 1.5, 2.5, 3.5], 2, &mut dx);
        assert_eq!(dx, [0.0, 0.0, 0.5, 1.5, 2.5, 3.5]);
    }
}
