//! `melon pretrain --model ngram`: text is counted, and there is nothing to wait for.

use super::failure::Failure;
use super::output::{Format, OutputArgs};
use super::progress::with_spinner;
use super::session::Session;
use super::train_args::program;
use crate::data::Corpus;
use crate::lm::LanguageModel;
use crate::report::errors::InNGramFolder;
use crate::report::text;
use crate::store::gpt;
use crate::store::ngram::{self, NGramRecord, SavedNGram};
use crate::task::ngram::{NGramOptions, ngram_from_corpus};
use crate::task::pretrain::VALIDATION_SHARE;
use serde_json::json;
use std::path::Path;

/// Counts, saves, reports.
pub(super) fn run(
    corpus: &Corpus,
    order: Option<usize>,
    folder: Option<&Path>,
    output: &OutputArgs,
    session: &Session,
) -> Result<(), Failure> {
    let usual = NGramOptions { validation_share: VALIDATION_SHARE, ..NGramOptions::default() };
    let options = NGramOptions { order: order.unwrap_or(usual.order), ..usual };
    let counted = with_spinner(session, || ngram_from_corpus(corpus, &options))?;
    let name = folder.map(|folder| folder.display().to_string());
    let done = json!({
        "done": true,
        "n_params": counted.model.n_params(),
        "val_loss_nats": counted.val_loss_nats,
        "saved": name,
    });
    let page = text::training::counted(&counted, corpus.n_chars(), name.as_deref(), &session.style());
    if let Some(folder) = folder {
        let record = NGramRecord {
            program: program(),
            corpus: gpt::Corpus::of(corpus, counted.n_train + counted.n_validation, options.validation_share),
            val_loss_nats: counted.val_loss_nats,
        };
        let saved = SavedNGram {
            tokenizer: counted.tokenizer,
            counts: Some(counted.counts),
            smoothing: Some(options.smoothing),
            model: counted.model,
            training: Some(record),
        };
        ngram::save(folder, &saved).map_err(|error| InNGramFolder { folder: folder.display().to_string(), error })?;
    }
    match output.format {
        Format::Text => output.write(&page, session),
        _ => output.write(&format!("{done}\n"), session),
    }
}
