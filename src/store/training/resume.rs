//! A run that goes on: only where it stopped, and as it began.

use super::begin::text_of;
use super::{BaseModel, Checkpoints, RunError, TrainingRun};
use crate::data::{Conversation, Corpus};
use crate::lm::Tokenizer;
use crate::lm::gpt::GptConfig;
use crate::store::folder::FolderError;
use crate::store::gpt::{self, GptFileError, Precision};
use crate::store::paths::folder_of;
use crate::task::finetune::{self, Exam};
use crate::task::pretrain;
use crate::task::training::{ResumeError, SettingOverrides, Settings, Stage, TrainingRecord, Vocabulary};
use crate::train::TrainState;
use std::io::ErrorKind;
use std::path::Path;

/// A run that was interrupted, as it is kept.
pub struct Interrupted {
    /// How it came about.
    pub record: TrainingRecord,
    /// The settings with which it was begun.
    pub settings: Settings,
    tokenizer: Tokenizer,
    config: GptConfig,
    state: TrainState,
    checkpoints: Checkpoints,
}

impl Interrupted {
    /// The run of this `stage` in a folder; what is asked for now must be what it began with.
    ///
    /// # Errors
    /// If there is none, it is damaged, complete, or would have to go on otherwise.
    pub fn open(
        folder: &Path,
        precision: Precision,
        stage: Stage,
        asked: &SettingOverrides,
    ) -> Result<Interrupted, RunError> {
        let name = folder.display().to_string();
        let failed = |error| match error {
            GptFileError::Folder(FolderError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => {
                RunError::NoRun { folder: name.clone() }
            }
            error => RunError::Files { folder: name.clone(), error },
        };
        if !folder_of(folder).is_dir() {
            return Err(RunError::NoRun { folder: name });
        }
        let checkpoints = Checkpoints::claim(Some(folder.to_owned()), precision)?;
        let saved = gpt::load(folder).map_err(&failed)?;
        let record = saved.training.as_ref().ok_or(ResumeError::NoRecord)?.clone();
        record.check_resumable(stage, saved.checkpoint.is_some())?;
        let tokenizer = saved.tokenizer().map_err(failed)?;
        let config = saved.model.gpt.config().clone();
        let share = record.corpus.validation_share;
        let settings = Settings::of_run(&config, Vocabulary::of(&tokenizer), share, &record.options, record.dropout);
        let settings = Settings { n_stories: record.corpus.n_stories, ..settings };
        asked.check_unchanged(&settings)?;
        let state = saved.checkpoint.expect("it was checked above");
        Ok(Interrupted { record, settings, tokenizer, config, state, checkpoints })
    }

    /// Goes on with a pre-training on the text that it began with.
    ///
    /// # Errors
    /// If it is another text.
    pub fn pretrain(self, corpus: &Corpus) -> Result<TrainingRun, RunError> {
        let Interrupted { record, tokenizer, config, state, checkpoints, .. } = self;
        record.check_text(corpus)?;
        let config = GptConfig { dropout: record.dropout, ..config };
        let (options, made) = (record.options.clone(), (record.corpus.validation_share, record.corpus.n_stories));
        let course = pretrain::course_of(corpus, tokenizer, config, options, made)?;
        Ok(TrainingRun { course, record, state, checkpoints })
    }

    /// Goes on with a fine-tuning of the model and on the conversations that it began with.
    ///
    /// # Errors
    /// If they are others.
    pub fn finetune(self, base: &BaseModel, conversations: &[Conversation]) -> Result<(TrainingRun, Exam), RunError> {
        let Interrupted { record, state, checkpoints, .. } = self;
        record.check_base(&base.name, &base.sha256())?;
        record.check_text(&text_of(conversations))?;
        let (model, tokenizer) = (base.model.clone(), base.tokenizer.clone());
        let (options, share) = (record.options.clone(), record.corpus.validation_share);
        let (course, exam) = finetune::course(model, tokenizer, conversations, options, record.dropout, share)?;
        Ok((TrainingRun { course, record, state, checkpoints }, exam))
    }
}
