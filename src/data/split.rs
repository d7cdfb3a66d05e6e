//! Which samples to fit on and which to hold out. Every sample is held out exactly once.

use crate::rng::{self, Seed, Stream};
use rand::seq::SliceRandom;

/// A table divided into folds; each fold is held out once while the rest is fitted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folds {
    /// The fold of each sample.
    fold_of: Vec<usize>,
    n_folds: usize,
}

/// Samples (from 0, ascending) to fit on and to test on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// To fit on.
    pub train: Vec<usize>,
    /// To test on.
    pub test: Vec<usize>,
}

/// Why samples could not be divided.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq)]
pub enum SplitError {
    /// Fewer than two folds, or more folds than samples.
    Folds {
        /// Folds asked for.
        n_folds: usize,
        /// Samples there are.
        n_samples: usize,
    },
    /// The share to be held out leaves one side empty.
    Fraction {
        /// The share asked for.
        fraction: f64,
        /// Samples there are.
        n_samples: usize,
    },
}

/// The fold of a sample that is never seen beside all others: by a hash of its number and the seed
/// (splitmix64; Steele, Lea and Flood, 2014). Folds are of nearly equal size, and need no memory.
pub fn hashed_fold(sample: usize, n_folds: usize, seed: Seed) -> usize {
    let mut z = (sample as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ seed.0.wrapping_mul(0xd134_2543_de82_ef95);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^= z >> 31;
    ((u128::from(z) * n_folds as u128) >> 64) as usize
}

impl Folds {
    /// The folds in which each sample is said to be, from 0: a division made elsewhere.
    ///
    /// # Errors
    /// Fewer than two folds, or more than samples.
    pub fn new(fold_of: Vec<usize>) -> Result<Folds, SplitError> {
        let n_folds = fold_of.iter().max().map_or(0, |last| last + 1);
        check(fold_of.len(), n_folds)?;
        Ok(Folds { fold_of, n_folds })
    }

    /// The number of folds.
    pub fn len(&self) -> usize {
        self.n_folds
    }

    /// Whether there are no folds; never, for folds made here.
    pub fn is_empty(&self) -> bool {
        self.n_folds == 0
    }

    /// The split that holds out `fold`.
    pub fn split(&self, fold: usize) -> Split {
        let (test, train) = (0..self.fold_of.len()).partition(|&sample| self.fold_of[sample] == fold);
        Split { train, test }
    }

    /// All splits in turn.
    pub fn iter(&self) -> impl Iterator<Item = Split> + '_ {
        (0..self.n_folds).map(|fold| self.split(fold))
    }
}

/// Each sample is a fold of its own.
///
/// # Errors
/// Fewer than two samples.
pub fn leave_one_out(n_samples: usize) -> Result<Folds, SplitError> {
    check(n_samples, n_samples)?;
    Ok(Folds { fold_of: (0..n_samples).collect(), n_folds: n_samples })
}

/// Folds of equal size, within one, drawn at random.
///
/// # Errors
/// Fewer than two folds, or more folds than samples.
pub fn k_fold(n_samples: usize, n_folds: usize, seed: Seed) -> Result<Folds, SplitError> {
    stratified_k_fold(&vec![0; n_samples], n_folds, seed)
}

/// Folds drawn at random so that each has its share of every class, within one sample, and
/// so that their sizes differ by one at most. `classes[i]` is the class of sample `i`.
///
/// The samples of each class in turn are shuffled and dealt out like cards; the next class
/// goes on where the last one stopped.
///
/// # Errors
/// Fewer than two folds, or more folds than samples.
pub fn stratified_k_fold(classes: &[usize], n_folds: usize, seed: Seed) -> Result<Folds, SplitError> {
    check(classes.len(), n_folds)?;
    Ok(dealt(classes, n_folds, &mut seed.stream("split/folds")))
}

fn dealt(classes: &[usize], n_folds: usize, random: &mut Stream) -> Folds {
    let mut fold_of = vec![0; classes.len()];
    let cards = by_class(classes, random).into_iter().flatten();
    cards.enumerate().for_each(|(card, sample)| fold_of[sample] = card % n_folds);
    Folds { fold_of, n_folds }
}

/// [`stratified_k_fold`] again and again, each time drawn anew; the first time as that draws it.
///
/// # Errors
/// Fewer than two folds, or more folds than samples.
pub fn repeated_k_fold(
    classes: &[usize],
    n_folds: usize,
    n_repeats: usize,
    seed: Seed,
) -> Result<Vec<Folds>, SplitError> {
    check(classes.len(), n_folds)?;
    let again = (1..n_repeats).map(|repeat| seed.numbered_stream("split/folds", repeat));
    let streams = std::iter::once(seed.stream("split/folds")).chain(again);
    Ok(streams.map(|mut random| dealt(classes, n_folds, &mut random)).collect())
}

/// Holds out a random share of the samples, of every class its share within one sample:
/// `round(test_fraction * n_samples)` in all. `classes` may be all zeros.
///
/// # Errors
/// A share that leaves nothing to fit on or nothing to test on.
pub fn hold_out(classes: &[usize], test_fraction: f64, seed: Seed) -> Result<Split, SplitError> {
    let n_samples = classes.len();
    let n_test = (test_fraction * n_samples as f64).round();
    if !(1.0..n_samples as f64).contains(&n_test) {
        return Err(SplitError::Fraction { fraction: test_fraction, n_samples });
    }
    let mut random = seed.stream("split/hold-out");
    let dealt: Vec<usize> = by_class(classes, &mut random).into_iter().flatten().collect();
    // Along the dealt samples, the i-th is held out where i * n_test / n_samples passes a
    // whole number: every run of neighbours, and so every class, gets its share.
    let offset = rng::index(&mut random, n_samples);
    let n_test = n_test as usize;
    let passed = |i: usize| (i as u64 * n_test as u64 + offset as u64) / n_samples as u64; // too much for 32 bits
    let passes = |i: usize| passed(i + 1) > passed(i);
    let (mut test, mut train) = (Vec::with_capacity(n_test), Vec::with_capacity(n_samples - n_test));
    for (i, &sample) in dealt.iter().enumerate() {
        if passes(i) { test.push(sample) } else { train.push(sample) }
    }
    train.sort_unstable();
    test.sort_unstable();
    Ok(Split { train, test })
}

fn check(n_samples: usize, n_folds: usize) -> Result<(), SplitError> {
    if (2..=n_samples).contains(&n_folds) { Ok(()) } else { Err(SplitError::Folds { n_folds, n_samples }) }
}

/// The samples of each class, shuffled.
fn by_class(classes: &[usize], random: &mut Stream) -> Vec<Vec<usize>> {
    let n_classes = classes.iter().max().map_or(0, |last| last + 1);
    let mut samples = vec![Vec::new(); n_classes];
    classes.iter().enumerate().for_each(|(sample, &class)| samples[class].push(sample));
    samples.iter_mut().for_each(|class| class.shuffle(random));
    samples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leave_one_out_holds_out_each_sample_alone() {
        let folds = leave_one_out(3).unwrap();
        let splits: Vec<Split> = folds.iter().collect();
        assert_eq!(splits[1], Split { train: vec![0, 2], test: vec![1] });
        assert_eq!(folds.len(), 3);
        assert_eq!(leave_one_out(1), Err(SplitError::Folds { n_folds: 1, n_samples: 1 }));
    }

    #[test]
    fn folds_are_a_function_of_the_seed() {
        assert_eq!(k_fold(20, 5, Seed(1)), k_fold(20, 5, Seed(1)));
        assert_ne!(k_fold(20, 5, Seed(1)), k_fold(20, 5, Seed(2)));
    }

    #[test]
    fn the_first_division_of_many_is_the_only_one_of_one() {
        let classes = [0, 0, 0, 1, 1, 1, 1];
        let all = repeated_k_fold(&classes, 3, 4, Seed(1)).unwrap();
        assert_eq!((all.len(), &all[0]), (4, &stratified_k_fold(&classes, 3, Seed(1)).unwrap()));
        assert!(all.iter().skip(1).all(|folds| folds != &all[0]));
    }

    #[test]
    fn impossible_splits_are_refused() {
        assert_eq!(k_fold(4, 5, Seed(1)), Err(SplitError::Folds { n_folds: 5, n_samples: 4 }));
        assert_eq!(k_fold(4, 1, Seed(1)), Err(SplitError::Folds { n_folds: 1, n_samples: 4 }));
        for fraction in [0.0, 1.0, -1.0, f64::NAN] {
            assert!(hold_out(&[0; 4], fraction, Seed(1)).is_err(), "{fraction}");
        }
    }
}
