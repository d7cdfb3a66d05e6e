//! A training that is kept in a folder: begun or resumed, saved at every evaluation and at its
//! end.
//!
//! ```text
//! TrainingRun::pretrain, ::finetune              a fresh run
//! Interrupted::open -> .pretrain, .finetune      one that goes on
//! run.train(time budget, observer) -> run.finish(ending)
//! ```

mod base;
mod begin;
mod checkpoints;
mod error;
mod resume;

pub use base::BaseModel;
pub use begin::keep_ngram;
pub use checkpoints::Checkpoints;
pub use error::RunError;
pub use resume::Interrupted;

use crate::task::training::{Course, Setup, Trained, TrainingRecord};
use crate::train::{Ending, Flow, Observer, StepEvent, TrainState};
use std::time::Duration;

/// A run between two steps, and where it is kept.
pub struct TrainingRun {
    /// What is trained on what, and how.
    pub course: Course,
    /// How it came about.
    pub record: TrainingRecord,
    state: TrainState,
    checkpoints: Checkpoints,
}

impl TrainingRun {
    /// What the run is about.
    pub fn setup(&self) -> Setup {
        self.course.setup(&self.state, None)
    }

    /// What the run is about, and how long the rest of it will take on this machine.
    ///
    /// # Errors
    /// If the settings make no sense.
    pub fn plan(&self) -> Result<Setup, RunError> {
        let estimate = self.course.estimate(&self.state).map_err(|error| RunError::Training(error.into()))?;
        Ok(self.course.setup(&self.state, Some(estimate)))
    }

    /// The folder where it is kept, if it is.
    pub fn folder(&self) -> Option<String> {
        self.checkpoints.folder()
    }

    /// Trains until all steps are done, the observer stops it or the time is up. The run is
    /// saved at every evaluation, before the observer is told of it.
    ///
    /// # Errors
    /// If training diverges or the run cannot be saved.
    pub fn train(&mut self, time_budget: Option<Duration>, observer: &mut dyn Observer) -> Result<Ending, RunError> {
        let TrainingRun { course, record, state, checkpoints } = self;
        let save = |state: &TrainState| checkpoints.save(course, record, state, None);
        let mut saving = Saving { save: &save, observer, failure: None };
        let ending = course.run(state, time_budget, &mut saving);
        match saving.failure {
            Some(failure) => Err(failure),
            None => ending.map_err(|error| checkpoints.failed(error, state)),
        }
    }

    /// Examines the model to keep, and saves what came of the run: complete, or to be resumed.
    ///
    /// # Errors
    /// If it cannot be saved.
    pub fn finish(&self, ending: Ending) -> Result<Trained, RunError> {
        let trained = self.course.finish(&self.state, ending);
        let complete = Some(&trained).filter(|_| ending == Ending::Finished);
        self.checkpoints.save(&self.course, &self.record, &self.state, complete)?;
        Ok(trained)
    }
}

/// Saves a run that `observer` watches. A failure stops the run.
struct Saving<'a> {
    save: &'a dyn Fn(&TrainState) -> Result<(), RunError>,
    observer: &'a mut dyn Observer,
    failure: Option<RunError>,
}

impl Observer for Saving<'_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.observer.on_step(event)
    }

    fn on_checkpoint(&mut self, state: &TrainState) -> Flow {
        match (self.save)(state) {
            Ok(()) => self.observer.on_checkpoint(state),
            Err(failure) => {
                self.failure = Some(failure);
                Flow::Stop
            }
        }
    }

    fn wants_end(&self) -> fn() -> bool {
        self.observer.wants_end()
    }
}

#[cfg(test)]
mod tests;
