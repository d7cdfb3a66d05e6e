//! Which samples teach and which test, in every split.

use super::{CurveOptions, MOST_TESTED, N_SIZES};
use crate::data::SplitError;
use crate::rng::Seed;
use crate::task::TaskError;
use rand::seq::SliceRandom;

/// The fewest training samples of the usual sizes.
const FEWEST: usize = 5;
/// The most training samples of the usual sizes.
const MOST: usize = 3000;

/// Sizes and seeds: what all splits have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitPlan {
    /// Training samples at each point, ascending.
    pub sizes: Vec<usize>,
    /// Samples that test.
    pub n_test: usize,
    /// Samples in the table.
    pub n_samples: usize,
    seed: Seed,
}

/// One split: the first `n` of `train` teach.
#[derive(Debug, Clone, PartialEq)]
pub struct Nested {
    /// As many as the largest size, in random order.
    pub train: Vec<usize>,
    /// The samples that test, by index: never among `train`.
    pub test: Vec<usize>,
}

impl SplitPlan {
    /// The plan for a table of `n_samples`.
    ///
    /// # Errors
    /// A share that leaves one side empty; a size that the training side cannot give.
    pub fn new(n_samples: usize, options: &CurveOptions) -> Result<SplitPlan, TaskError> {
        let n_test = ((options.test_share * n_samples as f64).round() as usize).min(MOST_TESTED);
        if n_test == 0 || n_test >= n_samples {
            return Err(SplitError::Fraction { fraction: options.test_share, n_samples }.into());
        }
        let most = n_samples - n_test;
        let mut sizes = if options.sizes.is_empty() { usual_sizes(most) } else { options.sizes.clone() };
        sizes.sort_unstable();
        sizes.dedup();
        match sizes.iter().find(|size| !(1..=most).contains(*size)) {
            Some(&size) => Err(TaskError::TrainingSize { size, most, n_test, n_samples }),
            None => Ok(SplitPlan { sizes, n_test, n_samples, seed: Seed(options.seed) }),
        }
    }

    /// The split with this number: a simple random sample, whatever the classes.
    pub fn split(&self, number: usize) -> Nested {
        let mut order: Vec<usize> = (0..self.n_samples).collect();
        let n_train = self.sizes.last().copied().unwrap_or(0);
        let mut random = self.seed.numbered_stream("curve/split", number);
        let (chosen, _) = order.partial_shuffle(&mut random, self.n_test + n_train);
        Nested { test: chosen[..self.n_test].to_vec(), train: chosen[self.n_test..].to_vec() }
    }
}

/// At most [`N_SIZES`] sizes, evenly spaced on a logarithmic axis, without repetition.
fn usual_sizes(most: usize) -> Vec<usize> {
    let (low, high) = (FEWEST.min(most) as f64, MOST.min(most) as f64);
    let at = |i: usize| (low * (high / low).powf(i as f64 / (N_SIZES - 1) as f64)).round() as usize;
    (0..N_SIZES).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(n_samples: usize, sizes: &[usize]) -> Result<SplitPlan, TaskError> {
        SplitPlan::new(n_samples, &CurveOptions { sizes: sizes.to_vec(), ..CurveOptions::default() })
    }

    #[test]
    fn training_sets_are_nested_and_never_meet_the_test() {
        let plan = plan(50, &[]).unwrap();
        assert_eq!((plan.n_test, plan.sizes.first(), plan.sizes.last()), (15, Some(&5), Some(&35)));
        for number in 0..20 {
            let split = plan.split(number);
            let mut all: Vec<usize> = split.train.iter().chain(&split.test).copied().collect();
            all.sort_unstable();
            assert_eq!(all, (0..50).collect::<Vec<_>>());
        }
        assert_ne!(plan.split(0), plan.split(1));
    }

    #[test]
    fn tables_too_small_for_fifteen_sizes_have_fewer() {
        assert_eq!(plan(17, &[]).unwrap().sizes, [5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(plan(100_000, &[]).unwrap().sizes.len(), N_SIZES);
        assert_eq!(plan(100_000, &[]).unwrap().n_test, MOST_TESTED);
    }

    #[test]
    fn what_the_table_cannot_give_is_refused() {
        assert!(matches!(plan(17, &[3, 13]), Err(TaskError::TrainingSize { size: 13, most: 12, .. })));
        assert!(matches!(plan(17, &[0]), Err(TaskError::TrainingSize { size: 0, .. })));
        assert!(matches!(plan(1, &[]), Err(TaskError::Split(_))));
    }
}
