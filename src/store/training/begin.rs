//! A run that begins.

use super::{BaseModel, Checkpoints, RunError, TrainingRun};
use crate::data::{Conversation, Corpus, Document};
use crate::store::ngram::{self, SavedNGram};
use crate::task::finetune::{self, Exam};
use crate::task::ngram::{CountedNGram, NGramOptions};
use crate::task::pretrain;
use crate::task::training::{CorpusRecord, SettingOverrides, Stage, TrainingRecord};
use crate::train::Preset;
use std::path::Path;

impl TrainingRun {
    /// A pre-training by `recipe`, with what is asked for instead.
    ///
    /// # Errors
    /// If there is too little text, or no such model.
    pub fn pretrain(
        corpus: &Corpus,
        recipe: Preset,
        asked: &SettingOverrides,
        checkpoints: Checkpoints,
    ) -> Result<TrainingRun, RunError> {
        let settings = asked.over(&recipe.into());
        let course = pretrain::course_before_finetuning(corpus, &settings)?;
        let n_tokens = course.n_train + course.n_validation;
        let n_stories = settings.n_stories;
        let text = CorpusRecord { n_stories, ..CorpusRecord::of(corpus, n_tokens, settings.validation_share) };
        let record = TrainingRecord::new(Stage::Pretrain, text, &course.options, settings.recipe.dropout);
        Ok(TrainingRun { state: course.fresh(), course, record, checkpoints })
    }

    /// A fine-tuning on the conversations of a `file`, or on the built-in ones; and what the
    /// model is to be asked before and after.
    ///
    /// # Errors
    /// If the model does not know turns, or no answer fits into its context.
    pub fn finetune(
        base: &BaseModel,
        file: Option<&str>,
        conversations: &[Conversation],
        asked: &SettingOverrides,
        checkpoints: Checkpoints,
    ) -> Result<(TrainingRun, Exam), RunError> {
        let settings = asked.over(&finetune::usual(base.model.gpt.config(), &base.tokenizer));
        let (options, share) = (finetune::options(&settings), settings.validation_share);
        let names = file.map(str::to_owned).into_iter().collect();
        let text = CorpusRecord { names, ..CorpusRecord::of(&text_of(conversations), 0, share) };
        let record = TrainingRecord::new(Stage::Finetune, text, &options, settings.recipe.dropout);
        let record = TrainingRecord { base: Some(base.record()), ..record };
        let (model, tokenizer) = (base.model.clone(), base.tokenizer.clone());
        let (course, exam) =
            finetune::course(model, tokenizer, conversations, options, settings.recipe.dropout, share)?;
        Ok((TrainingRun { state: course.fresh(), course, record, checkpoints }, exam))
    }
}

/// Keeps an n-gram model that was counted: there are no steps and no checkpoints.
///
/// # Errors
/// If it cannot be written.
pub fn keep_ngram(
    folder: &Path,
    counted: CountedNGram,
    corpus: &Corpus,
    options: &NGramOptions,
) -> Result<(), RunError> {
    let failed = |error| RunError::NGramFiles { folder: folder.display().to_string(), error };
    ngram::save(folder, &SavedNGram::of(counted, corpus, options)).map_err(failed)
}

/// Conversations as text, to be told apart by its fingerprint.
pub(super) fn text_of(conversations: &[Conversation]) -> Corpus {
    let texts = conversations.iter().flat_map(|chat| &chat.turns).map(|turn| turn.content.clone());
    Corpus { documents: vec![Document { name: String::new(), texts: texts.collect() }] }
}
