//! Where a run is kept: its checkpoints on the way, and what came of it.

use super::RunError;
use crate::store::gpt::{self, Precision, SavedGpt};
use crate::store::pretrained;
use crate::task::training::{Course, Trained, TrainingRecord};
use crate::train::{TrainError, TrainState};
use std::path::PathBuf;

/// The folder of a run, and how many bits a weight has there.
#[derive(Debug, Clone)]
pub struct Checkpoints {
    /// The folder; nothing is kept without one.
    pub folder: Option<PathBuf>,
    /// How weights are stored.
    pub precision: Precision,
}

impl Checkpoints {
    /// The folder as it is to be typed: `./chat` where `chat` alone is a built-in model.
    pub fn folder(&self) -> Option<String> {
        let name = self.folder.as_ref()?.display().to_string();
        Some(if pretrained::known(&name).is_some() { format!("./{name}") } else { name })
    }

    /// Refuses to begin where a model is that would be lost.
    ///
    /// # Errors
    /// If there is one.
    pub fn refuse_existing(&self) -> Result<(), RunError> {
        match &self.folder {
            Some(folder) if gpt::exists(folder) => Err(RunError::Exists { folder: folder.display().to_string() }),
            _ => Ok(()),
        }
    }

    /// Saves the best model of a run so far, and its state; of one that is complete, which has
    /// come to `trained`, the model alone.
    pub(super) fn save(
        &self,
        course: &Course,
        record: &TrainingRecord,
        state: &TrainState,
        trained: Option<&Trained>,
    ) -> Result<(), RunError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let best = state.best.as_ref();
        let training = TrainingRecord {
            step: state.step,
            best_step: best.map(|best| best.step),
            val_loss_nats: trained.map_or(best.map(|best| best.val_loss_nats), |trained| trained.val_loss_nats),
            history: state.history.clone(),
            ..record.clone()
        };
        let saved = SavedGpt {
            model: course.model(state.best_params().to_vec()),
            tokenizer_json: Some(course.tokenizer.to_json().into_bytes()),
            training: Some(training),
            checkpoint: trained.is_none().then(|| state.clone()),
        };
        let failed = |error| RunError::Files { folder: folder.display().to_string(), error };
        gpt::save(folder, &saved, self.precision).map_err(failed)
    }

    /// What went wrong in a run, and where the best model so far is.
    pub(super) fn failed(&self, error: TrainError, state: &TrainState) -> RunError {
        match (self.folder(), &state.best) {
            (Some(folder), Some(best)) => RunError::Kept { error: error.into(), folder, step: best.step },
            _ => RunError::Training(error.into()),
        }
    }
}
