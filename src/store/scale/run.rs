//! One run of the lab: begun or taken up, trained size by size, each kept as soon as it is done.

use super::cache::{self, CacheSettings, ScaleCache};
use crate::store::StoreError;
use crate::task::scale::{ModelShape, SIZES, Scale, ScaleError, iters_within, summarise, train_size};
use crate::train::Observer;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The time for all sizes where neither steps nor a time are given.
const USUAL_BUDGET: Duration = Duration::from_secs(300);

/// Why the lab cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ScaleRunError {
    /// The cache cannot be read or written.
    Cache(#[from] StoreError),
    /// A size cannot be trained.
    Training(#[from] ScaleError),
}

/// What is done, and where it is kept.
#[derive(Debug)]
pub struct ScaleRun {
    cache: ScaleCache,
    folder: Option<PathBuf>,
    /// A cache that could not be read, and is made again: no reason to stop.
    pub damaged: Option<PathBuf>,
}

impl ScaleRun {
    /// Takes up what `folder` has of these settings, or begins anew; without a folder nothing
    /// is kept. The number of steps is decided here, once for all sizes.
    ///
    /// # Errors
    /// A cache that cannot be read; those of training.
    pub fn begin(settings: CacheSettings, folder: Option<PathBuf>) -> Result<ScaleRun, ScaleRunError> {
        let known = folder.as_deref().map(|folder| cache::load(folder, &settings)).transpose();
        let (known, damaged) = match known {
            Err(StoreError::Damaged { path, .. }) => (None, Some(path)),
            other => (other?.flatten(), None),
        };
        let cache = match known {
            Some(cache) => cache,
            None => ScaleCache { iters: steps(&settings)?, settings, done: Vec::new() },
        };
        Ok(ScaleRun { cache, folder, damaged })
    }

    /// Sizes that are done.
    pub fn n_done(&self) -> usize {
        self.cache.done.len()
    }

    /// Where they are kept.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Optimiser steps that are left to take, of all sizes together.
    pub fn n_steps_left(&self) -> usize {
        self.missing().len().saturating_mul(self.cache.iters)
    }

    /// Trains the sizes that are missing, the smallest first. If the observer stops it, what is
    /// done until then stays done.
    ///
    /// # Errors
    /// Those of training, and a cache that cannot be written.
    pub fn train_missing(&mut self, observer: &mut dyn Observer) -> Result<(), ScaleRunError> {
        for shape in self.missing() {
            let trained = train_size(shape, &self.cache.settings.options, self.cache.iters, observer)?;
            let Some(result) = trained else { break };
            self.cache.done.push(result);
            if let Some(folder) = &self.folder {
                cache::save(folder, &self.cache)?;
            }
        }
        Ok(())
    }

    /// The sizes that are done, beside each other.
    pub fn result(&self) -> Scale {
        let settings = &self.cache.settings;
        summarise(&settings.options, self.cache.iters, settings.budget_secs, &self.cache.done)
    }

    fn missing(&self) -> Vec<ModelShape> {
        let is_missing = |shape: &ModelShape| self.cache.done.iter().all(|done| done.shape != *shape);
        SIZES.into_iter().filter(is_missing).collect()
    }
}

fn steps(settings: &CacheSettings) -> Result<usize, ScaleError> {
    let budget = settings.budget_secs.map_or(USUAL_BUDGET, Duration::from_secs_f64);
    settings.iters.map_or_else(|| iters_within(&settings.options, budget), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::scale::ScaleOptions;
    use crate::train::{Flow, StepEvent};

    /// Stops a run after so many steps.
    struct After(usize);

    impl Observer for After {
        fn on_step(&mut self, _event: &StepEvent) -> Flow {
            self.0 = self.0.saturating_sub(1);
            if self.0 == 0 { Flow::Stop } else { Flow::Continue }
        }
    }

    #[test]
    fn a_stopped_run_is_taken_up_where_it_was() {
        let room = tempfile::tempdir().unwrap();
        let settings = CacheSettings::new(ScaleOptions { n_test: 3, ..ScaleOptions::default() }, Some(2), None);
        let begin = || ScaleRun::begin(settings.clone(), Some(room.path().to_owned())).unwrap();
        let mut run = begin();
        assert_eq!((run.n_done(), run.n_steps_left()), (0, 2 * SIZES.len()));
        run.train_missing(&mut After(3)).unwrap();
        assert_eq!(run.n_done(), 1);
        let mut run = begin();
        assert_eq!((run.n_done(), run.n_steps_left()), (1, 2 * (SIZES.len() - 1)));
        run.train_missing(&mut ()).unwrap();
        assert_eq!((run.n_done(), run.result().sizes.len()), (SIZES.len(), SIZES.len()));
        std::fs::write(settings.file(room.path()), "{").unwrap();
        assert_eq!(begin().damaged, Some(settings.file(room.path())));
    }
}
