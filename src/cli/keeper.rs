//! Keeps a run on disk: its checkpoints on the way, and what came of it.

use super::failure::Failure;
use super::session::Session;
use super::train_args::TrainArgs;
use crate::lm::Tokenizer;
use crate::lm::gpt::{Gpt, GptModel};
use crate::report::Say;
use crate::report::errors::{InFolder, Kept, NoRun, Tell};
use crate::report::words::gpt_errors as words;
use crate::store::folder::FolderError;
use crate::store::gpt::{self, GptFileError, Precision, SavedGpt, TrainingRecord};
use crate::store::pretrained;
use crate::train::{Ending, TrainState};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where and as what a run is kept.
pub(super) struct Keeper {
    folder: Option<PathBuf>,
    /// The folder as it is shown.
    name: Option<String>,
    precision: Precision,
    /// The architecture as it is saved.
    gpt: Gpt,
    tokenizer_json: Vec<u8>,
    record: TrainingRecord,
}

/// The run in `folder` that is to go on, with all that was saved.
///
/// # Errors
/// If there is none, or it is damaged.
pub(super) fn load(folder: &Path) -> Result<SavedGpt, Failure> {
    gpt::load(folder).map_err(|error| match error {
        GptFileError::Folder(FolderError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
            NoRun { folder: folder.display().to_string() }.into()
        }
        error => in_folder(folder, error),
    })
}

/// A model that is ready for use.
pub(super) struct Loaded {
    pub model: GptModel,
    pub tokenizer: Tokenizer,
    pub training: Option<TrainingRecord>,
}

/// The model called `name`: a built-in one, or the one in the folder of that name.
///
/// # Errors
/// If there is none, or it is damaged.
pub(super) fn open(name: &str) -> Result<Loaded, Failure> {
    let saved = match pretrained::find(name) {
        Some(saved) => saved,
        None => gpt::load_model(Path::new(name)).map_err(|error| in_folder(Path::new(name), error))?,
    };
    Ok(Loaded { tokenizer: saved.tokenizer()?, model: saved.model, training: saved.training })
}

/// A folder as it is to be typed: `./chat` where `chat` alone is a built-in model.
fn shown(folder: &str) -> String {
    if pretrained::known(folder).is_some() { format!("./{folder}") } else { folder.to_owned() }
}

/// Refuses to begin where a model is that would be lost.
///
/// # Errors
/// If there is one.
pub(super) fn refuse_existing(args: &TrainArgs, session: &Session) -> Result<(), Failure> {
    match &args.save {
        Some(folder) if !args.overwrite && gpt::exists(folder) => {
            Err(Failure::Usage(words::Exists { path: folder.display() }.say(session.lang)))
        }
        _ => Ok(()),
    }
}

impl Keeper {
    pub fn new(args: &TrainArgs, gpt: &Gpt, tokenizer_json: Vec<u8>, record: TrainingRecord) -> Keeper {
        let folder = args.save.clone();
        let name = folder.as_ref().map(|folder| shown(&folder.display().to_string()));
        Keeper { folder, name, precision: args.precision(), gpt: gpt.clone(), tokenizer_json, record }
    }

    /// Where it is kept, if anywhere.
    pub fn folder(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// A run that failed: what went wrong, and where the best model so far is.
    pub fn failed(&self, error: impl Tell + 'static, state: &TrainState) -> Failure {
        let best_step = state.best.as_ref().map(|best| best.step);
        match (&self.name, best_step) {
            (Some(folder), Some(step)) => Kept { error: Box::new(error), folder: folder.clone(), step }.into(),
            _ => error.into(),
        }
    }

    /// Saves a run that can go on: its best model, and its state.
    pub fn checkpoint(&self, state: &TrainState) -> Result<(), Failure> {
        let best = state.best.as_ref().map(|best| best.val_loss_nats);
        self.write(state.best_params().to_vec(), state, best, Some(state.clone()))
    }

    /// Saves what came of a run: complete, or to be resumed.
    pub fn end(&self, state: &TrainState, ending: Ending, val_loss_nats: Option<f64>) -> Result<(), Failure> {
        match ending {
            Ending::Finished => self.write(state.best_params().to_vec(), state, val_loss_nats, None),
            Ending::Stopped | Ending::OutOfTime => self.checkpoint(state),
        }
    }

    fn write(
        &self,
        params: Vec<f32>,
        state: &TrainState,
        val_loss_nats: Option<f64>,
        checkpoint: Option<TrainState>,
    ) -> Result<(), Failure> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let training = TrainingRecord {
            step: state.step,
            best_step: state.best.as_ref().map(|best| best.step),
            val_loss_nats,
            history: state.history.clone(),
            ..self.record.clone()
        };
        let saved = SavedGpt {
            model: GptModel::new(self.gpt.clone(), params).expect("the state is this architecture's"),
            tokenizer_json: Some(self.tokenizer_json.clone()),
            training: Some(training),
            checkpoint,
        };
        gpt::save(folder, &saved, self.precision).map_err(|error| in_folder(folder, error))
    }
}

fn in_folder(folder: &Path, error: GptFileError) -> Failure {
    InFolder { folder: folder.display().to_string(), error }.into()
}
