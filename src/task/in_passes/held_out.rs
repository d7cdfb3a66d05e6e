//! The fit of all samples, and those of the folds, in the same passes.

use super::hashed_folds::{HashedFolds, is_in};
use super::samples::Samples;
use crate::engine::{RowSource, together};
use crate::task::TaskError;

/// What `fit` makes of all samples, and of those of each fold.
pub(super) fn fits<T: Send>(
    samples: &Samples,
    folds: Option<HashedFolds>,
    fit: &(dyn Fn(&dyn RowSource) -> Result<T, TaskError> + Sync),
) -> Result<(T, Vec<T>), TaskError> {
    let Some(HashedFolds { n_folds, .. }) = folds else { return Ok((fit(samples)?, Vec::new())) };
    let is_learned = |part: usize, sample: usize| is_in(part, sample, folds);
    let one = |part: usize, source: &dyn RowSource| {
        fit(source).map_err(|error| match part {
            0 => error,
            fold => error.in_fold(fold),
        })
    };
    let mut made = together(samples, &samples.lanes, n_folds + 1, &is_learned, &one).into_iter();
    let all = made.next().expect("the fit of all samples")?;
    Ok((all, made.collect::<Result<_, _>>()?))
}
