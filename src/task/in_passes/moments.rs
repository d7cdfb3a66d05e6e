//! Sums over numbers that pass by.

use crate::engine::{Sums, as_numbers};

/// How many there are, their sum and their squares about a shift, the least and the largest.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColumnMoments {
    shift: f64,
    n: f64,
    sum: f64,
    squares: f64,
    low: f64,
    high: f64,
}

as_numbers!(ColumnMoments { shift, n, sum, squares, low, high });

impl ColumnMoments {
    /// Of no number yet. A shift near their mean keeps the digits of their squares.
    pub fn about(shift: f64) -> Self {
        ColumnMoments { shift, n: 0.0, sum: 0.0, squares: 0.0, low: f64::INFINITY, high: f64::NEG_INFINITY }
    }

    /// One more; a missing one is passed over.
    #[inline]
    pub fn add(&mut self, x: f64) {
        if x.is_nan() {
            return;
        }
        let d = x - self.shift;
        (self.n, self.sum, self.squares) = (self.n + 1.0, self.sum + d, self.squares + d * d);
        (self.low, self.high) = (self.low.min(x), self.high.max(x));
    }

    /// `None` without a number.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0.0).then(|| self.shift + self.sum / self.n)
    }

    /// `sum (x - mean)²`.
    pub fn about_mean(&self) -> f64 {
        if self.is_constant() { 0.0 } else { (self.squares - self.sum * self.sum / self.n).max(0.0) }
    }

    /// `sum (x - point)²`.
    pub fn about_point(&self, point: f64) -> f64 {
        let d = point - self.shift;
        (self.squares - 2.0 * d * self.sum + self.n * d * d).max(0.0)
    }

    /// The mean of those that are not in `part`.
    pub fn mean_without(&self, part: &ColumnMoments) -> f64 {
        self.shift + (self.sum - part.sum) / (self.n - part.n)
    }

    /// The number of values that were added.
    pub fn n(&self) -> f64 {
        self.n
    }

    /// The population standard deviation.
    pub fn deviation(&self) -> f64 {
        (self.about_mean() / self.n).sqrt()
    }

    /// The sample standard deviation; `None` without two different numbers.
    pub fn sample_deviation(&self) -> Option<f64> {
        (!self.is_constant()).then(|| (self.about_mean() / (self.n - 1.0)).sqrt()).filter(|sd| *sd > 0.0)
    }

    /// Whether no two of them differ.
    pub fn is_constant(&self) -> bool {
        self.low >= self.high
    }
}

impl Sums for ColumnMoments {
    fn absorb(&mut self, later: Self) {
        (self.n, self.sum, self.squares) = (self.n + later.n, self.sum + later.sum, self.squares + later.squares);
        (self.low, self.high) = (self.low.min(later.low), self.high.max(later.high));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::mean_and_deviation;
    use approx::assert_relative_eq;

    #[test]
    fn sums_tell_what_the_numbers_tell() {
        let numbers = [3.5, f64::NAN, 1e3, 998.25, 1001.0];
        let (mut sums, mut later) = (ColumnMoments::about(990.0), ColumnMoments::about(990.0));
        numbers[..2].iter().for_each(|&x| sums.add(x));
        numbers[2..].iter().for_each(|&x| later.add(x));
        assert!(sums.is_constant() && sums.sample_deviation().is_none());
        sums.absorb(later);
        let (mean, deviation) = mean_and_deviation(numbers.into_iter()).unwrap();
        assert_relative_eq!(sums.mean().unwrap(), mean, max_relative = 1e-14);
        assert_relative_eq!(sums.deviation(), deviation, max_relative = 1e-14);
        assert_relative_eq!(sums.sample_deviation().unwrap(), deviation * (4f64 / 3.0).sqrt(), max_relative = 1e-14);
        assert_relative_eq!(sums.about_point(999.0), 995.5f64.powi(2) + 1.0 + 0.5625 + 4.0, max_relative = 1e-14);
        let mut part = ColumnMoments::about(990.0);
        part.add(3.5);
        assert_relative_eq!(sums.mean_without(&part), (1e3 + 998.25 + 1001.0) / 3.0, max_relative = 1e-14);
        assert_eq!(ColumnMoments::about(1.0).mean(), None);
    }
}
