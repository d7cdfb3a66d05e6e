//! Where a run is kept: its checkpoints on the way, and what came of it.

use super::RunError;
use crate::store::gpt::{self, GptFileError, Precision, SavedGpt};
use crate::store::lock::Lock;
use crate::store::{folder, pretrained};
use crate::task::training::{Course, Trained, TrainingRecord};
use crate::train::{TrainError, TrainState};
use std::path::PathBuf;

/// The folder of a run, which nobody else may write meanwhile, and how many bits a weight has there.
#[derive(Debug)]
pub struct Checkpoints {
    /// Nothing is kept without one.
    folder: Option<PathBuf>,
    precision: Precision,
    _lock: Option<Lock>,
}

impl Checkpoints {
    /// Takes the folder for a run, until the run is dropped.
    ///
    /// # Errors
    /// If another run has it, or nothing can be written there.
    pub fn claim(folder: Option<PathBuf>, precision: Precision) -> Result<Checkpoints, RunError> {
        let Some(path) = &folder else { return Ok(Checkpoints { folder, precision, _lock: None }) };
        let name = path.display().to_string();
        match folder::claim(path) {
            Ok(None) => Err(RunError::Busy { folder: name }),
            Ok(lock) => Ok(Checkpoints { folder, precision, _lock: lock }),
            Err(error) => Err(RunError::Files { folder: name, error: GptFileError::Folder(error) }),
        }
    }

    /// The folder as it is to be typed: `./chat` where `chat` alone is a built-in model.
    pub fn folder(&self) -> Option<String> {
        let name = self.folder.as_ref()?.display().to_string();
        Some(if pretrained::full_name(&name).is_some() { format!("./{name}") } else { name })
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
