//! The fit of all samples, and those of the folds, in the same passes.

use super::samples::Samples;
use crate::data::split::hashed_fold;
use crate::engine::{Source, together};
use crate::rng::Seed;
use crate::task::{Cv, TaskError, Wanted};

/// Folds that are made unless asked otherwise.
const FOLDS: usize = 5;

/// How samples are held out.
#[derive(Debug, Clone, Copy)]
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

/// What `fit` makes of all samples, and of those of each fold.
pub(super) fn fits<T: Send>(
    samples: &Samples,
    folds: Option<HashedFolds>,
    fit: &(dyn Fn(&dyn Source) -> Result<T, TaskError> + Sync),
) -> Result<(T, Vec<T>), TaskError> {
    let Some(folds) = folds else { return Ok((fit(samples)?, Vec::new())) };
    let is_in = |part: usize, sample: usize| part == 0 || folds.of(sample) != part - 1;
    let one = |part: usize, source: &dyn Source| {
        fit(source).map_err(|error| match part {
            0 => error,
            fold => TaskError::Fold { fold, source: Box::new(error) },
        })
    };
    let mut made = together(samples, &samples.lanes, folds.n_folds + 1, &is_in, &one).into_iter();
    let all = made.next().expect("the fit of all samples")?;
    Ok((all, made.collect::<Result<_, _>>()?))
}
