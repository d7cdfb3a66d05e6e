//! From how many samples on a curve is near its end, and how far that depends on the splits.
//!
//! Other splits would give other means, and the size at which a curve settles jumps with them. So
//! the splits are drawn again from themselves, with replacement (Efron's bootstrap, 1979), and the
//! size is found anew in each draw.

use super::ahead::Ahead;
use crate::rng::Seed;
use rand::Rng;

/// A model has settled when its mean error stays within this of the one at the largest size.
pub const SETTLED_WITHIN: f64 = 0.01;
/// Draws of the splits.
const N_DRAWS: usize = 1000;
/// A draw this extreme on either side is left out of a 95 % interval.
const TAIL: f64 = 0.025;

/// The place of the least size from which on the mean error stays within [`SETTLED_WITHIN`] of the last one.
pub(super) fn settles(errors: &[f64]) -> usize {
    let last = errors.last().copied().unwrap_or(0.0);
    // A rounding error beyond is not beyond.
    let near = |error: &&f64| (**error - last).abs() <= SETTLED_WITHIN + 1e-12;
    errors.len() - errors.iter().rev().take_while(near).count()
}

/// Where every model settles in every draw, by place: `[model][draw]`.
pub(super) struct Draws(Vec<Vec<usize>>);

impl Draws {
    /// `error(split, size, model)`, all by index.
    pub fn new(
        [n_models, n_sizes, n_splits]: [usize; 3],
        seed: Seed,
        error: impl Fn(usize, usize, usize) -> f64,
    ) -> Draws {
        let mut random = seed.stream("curve/settled");
        let mut all = vec![Vec::with_capacity(N_DRAWS); n_models];
        for _ in 0..N_DRAWS {
            let drawn: Vec<usize> = (0..n_splits).map(|_| random.gen_range(0..n_splits)).collect();
            for (model, places) in all.iter_mut().enumerate() {
                let mean = |size| drawn.iter().map(|&split| error(split, size, model)).sum::<f64>() / n_splits as f64;
                places.push(settles(&(0..n_sizes).map(mean).collect::<Vec<_>>()));
            }
        }
        Draws(all)
    }

    /// Between which sizes a model settles in 95 % of the draws.
    pub fn interval(&self, model: usize, sizes: &[usize]) -> [usize; 2] {
        let mut places = self.0[model].clone();
        places.sort_unstable();
        let out = (TAIL * N_DRAWS as f64) as usize;
        [sizes[places[out]], sizes[places[N_DRAWS - 1 - out]]]
    }

    /// Which of two models settles with fewer samples, where the draws agree.
    pub fn sooner(&self, reference: usize, other: usize) -> Ahead {
        let share = |is_sooner: fn(&usize, &usize) -> bool| {
            let n = self.0[reference].iter().zip(&self.0[other]).filter(|(a, b)| is_sooner(a, b)).count();
            n as f64 / N_DRAWS as f64
        };
        if share(|a, b| a < b) >= 1.0 - TAIL {
            Ahead::Reference
        } else if share(|a, b| b < a) >= 1.0 - TAIL {
            Ahead::Other
        } else {
            Ahead::Unsure
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One model that falls at the second size and one at the fourth; every split agrees, or half
    /// of them have it the other way round.
    fn draws(n_splits: usize, agree: bool) -> Draws {
        let falls =
            |model: usize, split: usize| if agree || split.is_multiple_of(2) { [1, 3][model] } else { [3, 1][model] };
        Draws::new([2, 5, n_splits], Seed(1), |split, size, model| if size < falls(model, split) { 0.4 } else { 0.2 })
    }

    #[test]
    fn splits_that_agree_leave_no_doubt() {
        let draws = draws(10, true);
        let sizes = [5, 10, 20, 40, 80];
        assert_eq!((draws.interval(0, &sizes), draws.interval(1, &sizes)), ([10, 10], [40, 40]));
        assert_eq!((draws.sooner(0, 1), draws.sooner(1, 0)), (Ahead::Reference, Ahead::Other));
    }

    #[test]
    fn splits_that_disagree_give_no_verdict() {
        assert_eq!(draws(10, false).sooner(0, 1), Ahead::Unsure);
    }
}
