//! The held-out log-loss beside that of the classes' shares, from sums alone.

use crate::engine::{Sums, as_numbers};
use crate::eval::interval;
use ndarray::Array2;

/// Log-losses of held-out answers, added up for each fold and class: within one, the shares that the
/// fold learned from cost every sample the same.
#[derive(Debug, Clone)]
pub(super) struct Losses {
    n: Array2<usize>,  // (n_folds, n_classes)
    sums: Array2<f64>, // (n_folds, n_classes)
    /// Of their squares, over all.
    squares: f64,
}

/// What the shares would have cost, and what the model spares.
pub(super) struct BesideShares {
    /// Mean log-loss of the shares.
    pub log_loss: f64,
    /// The mean difference and its 95 % interval (paired, Student's, over the samples); `None` if the
    /// samples do not differ in it.
    pub gain: Option<(f64, [f64; 2])>,
}

as_numbers!(Losses { n, sums, squares });

impl Losses {
    /// Of no answer yet.
    pub fn none(n_folds: usize, n_classes: usize) -> Self {
        Losses { n: Array2::zeros((n_folds, n_classes)), sums: Array2::zeros((n_folds, n_classes)), squares: 0.0 }
    }

    /// Adds the log-loss of one answer, in nats, to those of its fold and true class.
    pub fn add(&mut self, fold: usize, class: usize, loss: f64) {
        self.n[[fold, class]] += 1;
        self.sums[[fold, class]] += loss;
        self.squares += loss * loss;
    }

    /// `counts` tells how many of all samples each class has.
    pub fn beside_shares(&self, counts: &[usize]) -> BesideShares {
        let n_samples: usize = counts.iter().sum();
        let (mut of_shares, mut difference, mut squares) = (0.0, 0.0, self.squares);
        for (held_out, sums) in self.n.rows().into_iter().zip(self.sums.rows()) {
            let n_learned = (n_samples - held_out.sum()) as f64;
            for ((&n, &sum), &count) in held_out.iter().zip(sums).zip(counts) {
                let share = (count - n) as f64 / n_learned;
                let loss = -share.clamp(f64::EPSILON, 1.0 - f64::EPSILON).ln();
                of_shares += n as f64 * loss;
                difference += n as f64 * loss - sum;
                squares += n as f64 * loss * loss - 2.0 * loss * sum;
            }
        }
        let (mean, interval) = interval::mean_of_sums(n_samples, difference, squares, 0.05);
        let gain = (n_samples > 1 && interval[0] < interval[1]).then_some((mean, interval));
        BesideShares { log_loss: of_shares / n_samples as f64, gain }
    }
}

impl Sums for Losses {
    fn absorb(&mut self, later: Self) {
        self.n += &later.n;
        self.sums += &later.sums;
        self.squares += later.squares;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Labels;
    use approx::assert_relative_eq;

    #[test]
    fn sums_tell_what_the_losses_of_each_sample_tell() {
        let codes = [0, 1, 1, 0, 1, 1, 0, 1];
        let losses = [0.2, 0.7, 0.1, 1.3, 0.4, 0.05, 0.9, 0.3];
        let mut sums = Losses::none(2, 2);
        codes.iter().zip(losses).enumerate().for_each(|(row, (&class, loss))| sums.add(row % 2, class, loss));
        let labels = Labels { target: "ripe".into(), classes: vec!["no".into(), "yes".into()], codes: codes.to_vec() };
        let share = |row: usize| {
            let learned: Vec<usize> = (0..8).filter(|other| other % 2 != row % 2).map(|other| codes[other]).collect();
            learned.iter().filter(|&&class| class == codes[row]).count() as f64 / learned.len() as f64
        };
        let of_shares: Vec<f64> = (0..8).map(|row| -share(row).ln()).collect();
        let each: Vec<f64> = of_shares.iter().zip(losses).map(|(shares, loss)| shares - loss).collect();
        let (mean, [low, high]) = interval::mean(&each, 0.05);
        let found = sums.beside_shares(&labels.counts());
        assert_relative_eq!(found.log_loss, of_shares.iter().sum::<f64>() / 8.0, epsilon = 1e-12);
        let (gain, [from, to]) = found.gain.unwrap();
        assert_relative_eq!(gain, mean, epsilon = 1e-12);
        assert_relative_eq!(from, low, epsilon = 1e-12);
        assert_relative_eq!(to, high, epsilon = 1e-12);
    }
}
