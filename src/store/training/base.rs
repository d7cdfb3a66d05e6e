//! The model that a fine-tuning begins with.

use super::RunError;
use crate::data::Corpus;
use crate::lm::Tokenizer;
use crate::lm::gpt::GptModel;
use crate::store::gpt;
use crate::store::language::{self, OpenError};
use crate::task::training::{BaseRecord, TrainingRecord, VALIDATION_SHARE};
use std::sync::Arc;

/// A model that is to be fine-tuned.
pub struct BaseModel {
    /// As it was called.
    pub name: String,
    /// Its architecture and weights, as they are before the fine-tuning.
    pub model: Arc<GptModel>,
    /// Text to tokens and back.
    pub tokenizer: Tokenizer,
    training: Option<TrainingRecord>,
}

impl BaseModel {
    /// The model called `name`: a built-in one, or the one in the folder or archive of that name.
    ///
    /// # Errors
    /// If there is none, or it is damaged.
    pub fn open(name: &str) -> Result<BaseModel, RunError> {
        let saved = language::find_gpt(name)?.ok_or_else(|| RunError::NoBase { name: name.to_owned() })?;
        let failed = |error| OpenError::Gpt { name: name.to_owned(), error };
        let tokenizer = saved.tokenizer().map_err(failed)?;
        Ok(BaseModel { name: name.to_owned(), model: Arc::new(saved.model), tokenizer, training: saved.training })
    }

    /// What the model was pre-trained on, if it can be had, and the share of it that was held
    /// out: the text that is `given`, else the built-in one if it was that.
    pub fn pretraining(&self, given: Option<Corpus>) -> Option<(Corpus, f64)> {
        let record = self.training.as_ref().map(|record| &record.corpus);
        let share = record.map_or(VALIDATION_SHARE, |corpus| corpus.validation_share);
        let builtin = || record.is_some_and(|corpus| corpus.is_builtin()).then(Corpus::builtin);
        given.or_else(builtin).map(|corpus| (corpus, share))
    }

    pub(super) fn sha256(&self) -> String {
        gpt::sha256(&self.model.params)
    }

    pub(super) fn record(&self) -> BaseRecord {
        let corpus = self.training.as_ref().map(|record| record.corpus.clone());
        let base = self.training.as_ref().and_then(|record| record.base.clone()).map(Box::new);
        BaseRecord { name: self.name.clone(), sha256: self.sha256(), corpus, base }
    }
}
