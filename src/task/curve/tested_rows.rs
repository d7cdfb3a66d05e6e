//! How far a mean over splits may be off because all of them test samples of one table.
//!
//! In split `s` the difference of two models on a tested sample `i` is taken for
//! `d_si = m + t_s + r_i + e_si`: `t_s` is the luck of the training samples, `r_i` that of the sample itself. More
//! splits make the mean of `t` and `e` smaller, but not that of `r`: with other samples in the table it would be
//! another. So the mean of the splits has the variance
//!
//! `S² / J + var(r) / N`
//!
//! with `S²` the variance between the `J` splits and `N` samples in the table. `var(r)` is estimated by analysis of
//! variance, since most samples are tested in several splits (Searle, Casella, McCulloch, Variance Components, 1992,
//! 3.6). That large training sets share samples, too, is not counted.

use super::splits::SplitPlan;

/// Where each sample of the table is tested: `(split, place in its test)`.
pub(super) struct TestedRows {
    places: Vec<Vec<(usize, usize)>>,
    n_samples: usize,
}

impl TestedRows {
    /// Those of the first `n_splits` splits.
    pub fn of(plan: &SplitPlan, n_splits: usize) -> TestedRows {
        let mut places = vec![Vec::new(); plan.n_samples];
        for split in 0..n_splits {
            for (place, row) in plan.split(split).test.into_iter().enumerate() {
                places[row].push((split, place));
            }
        }
        places.retain(|row| !row.is_empty());
        TestedRows { places, n_samples: plan.n_samples }
    }

    /// `var(r) / N` of the differences `of(split, place in its test)`. Where no sample is tested twice, nothing
    /// tells `r` from `e`, and all of the variance counts as that of `r`.
    pub fn variance_of_mean(&self, of: impl Fn(usize, usize) -> f64) -> f64 {
        // Within rows, between rows, and of all together: n and sums.
        let (mut n, mut sum, mut squares_within, mut squares_between, mut n_squared) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for row in &self.places {
            let each = || row.iter().map(|&(split, place)| of(split, place));
            let (n_row, sum_row) = (row.len() as f64, each().sum::<f64>());
            let mean = sum_row / n_row;
            squares_within += each().map(|one| (one - mean).powi(2)).sum::<f64>();
            squares_between += sum_row * mean;
            (n, sum, n_squared) = (n + n_row, sum + sum_row, n_squared + n_row * n_row);
        }
        let n_rows = self.places.len() as f64;
        if n_rows < 2.0 {
            return f64::INFINITY;
        }
        let between = (squares_between - sum * sum / n) / (n_rows - 1.0);
        let within = if n > n_rows { squares_within / (n - n_rows) } else { 0.0 };
        // So often is a row tested, in the mean that counts here.
        let often = (n - n_squared / n) / (n_rows - 1.0);
        ((between - within) / often).max(0.0) / self.n_samples as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn tested(places: &[&[(usize, usize)]], n_samples: usize) -> TestedRows {
        TestedRows { places: places.iter().map(|row| row.to_vec()).collect(), n_samples }
    }

    #[test]
    fn the_variance_between_samples_by_hand() {
        // Two samples, each tested twice: 1 and 3, 5 and 7. Means 2 and 6 about 4: between = 2 (4 + 4) / 1 = 16,
        // within = (1 + 1 + 1 + 1) / 2 = 2, each tested twice: var(r) = (16 - 2) / 2 = 7.
        let rows = tested(&[&[(0, 0), (1, 0)], &[(0, 1), (1, 1)]], 10);
        let values = [[1.0, 5.0], [3.0, 7.0]];
        assert_relative_eq!(rows.variance_of_mean(|split, place| values[split][place]), 0.7, epsilon = 1e-12);
        assert_eq!(rows.variance_of_mean(|split, _| split as f64), 0.0, "the samples are alike");
    }

    #[test]
    fn samples_that_are_tested_once_count_in_full() {
        // 1, 3 and 5 have the variance 4.
        let rows = tested(&[&[(0, 0)], &[(0, 1)], &[(1, 0)]], 8);
        let values = [[1.0, 3.0], [5.0, 0.0]];
        assert_relative_eq!(rows.variance_of_mean(|split, place| values[split][place]), 0.5, epsilon = 1e-12);
        assert!(tested(&[&[(0, 0), (1, 0)]], 2).variance_of_mean(|_, _| 1.0).is_infinite(), "one sample tells nothing");
    }
}
