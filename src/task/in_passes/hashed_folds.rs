//! Which samples are held out together: by a hash of their numbers.

use crate::data::split::hashed_fold;
use crate::engine::AsNumbers;
use crate::rng::Seed;
use crate::task::{Cv, TaskError, Wanted};
use serde::{Deserialize, Serialize};

/// Folds that are made unless asked otherwise.
const FOLDS: usize = 5;

/// How samples are held out.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct HashedFolds {
    pub n_folds: usize,
    pub seed: Seed,
}

impl HashedFolds {
    /// As many as `cv` says; `None` for none. Rows that pass by cannot be held out one by one.
    pub fn asked(cv: Cv, n_samples: usize, seed: u64) -> Result<Option<Self>, TaskError> {
        let n_folds = match cv {
            Cv::None => return Ok(None),
            Cv::Auto if n_samples < 2 * FOLDS => return Ok(None),
            Cv::Auto => FOLDS,
            Cv::Folds(n_folds) if n_folds <= n_samples => n_folds,
            Cv::Folds(_) | Cv::LeaveOneOut | Cv::Repeated { .. } => {
                let wanted = Wanted::HashedFolds;
                return Err(TaskError::InvalidOption { option: "cv", value: cv.to_string(), wanted });
            }
        };
        Ok(Some(HashedFolds { n_folds, seed: Seed(seed) }))
    }

    /// How an option says so.
    pub fn cv(folds: Option<Self>) -> Cv {
        folds.map_or(Cv::None, |folds| Cv::Folds(folds.n_folds))
    }

    /// The fold in which a sample is held out.
    pub fn of(&self, sample: usize) -> usize {
        hashed_fold(sample, self.n_folds, self.seed)
    }
}

/// Whether a sample is in a part: 0 is all, others are all but those of a fold.
pub(super) fn is_in(part: usize, sample: usize, folds: Option<HashedFolds>) -> bool {
    part == 0 || folds.is_none_or(|folds| folds.of(sample) != part - 1)
}

impl AsNumbers for HashedFolds {
    fn put(&self, numbers: &mut Vec<f64>) {
        let (high, low) = ((self.seed.0 >> 32) as u32, self.seed.0 as u32);
        (self.n_folds, [high, low]).put(numbers);
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        let (n_folds, [high, low]) = <(usize, [u32; 2])>::take(numbers)?;
        Some(HashedFolds { n_folds, seed: Seed(u64::from(high) << 32 | u64::from(low)) })
    }
}
