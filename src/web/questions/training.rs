//! A training of before: what it is about, how far it has come, and its model to be taken home.

use super::question::Question;
use crate::report::words::web as words;
use crate::train::TrainState;
use crate::web::failure::{RequestFailure, said};
use crate::web::request_context::RequestContext;
use crate::web::runs::{ARCHIVE, MODEL, PageTraining};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, MutexGuard};

/// Which training; it is shown where it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrainingStatus {
    run: String,
}

/// A trained model, to be taken home.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TakeHome {
    run: String,
}

/// What a training is about, and how far it has come.
#[derive(Serialize)]
pub(super) struct AboutTraining<'a> {
    run: &'a str,
    step: usize,
    iters: usize,
    n_params: usize,
    vocab_size: usize,
    n_train: usize,
    uniform_loss_nats: f64,
}

impl<'a> AboutTraining<'a> {
    /// Of this one, which has come so far.
    pub fn of(run: &'a PageTraining, state: &TrainState) -> AboutTraining<'a> {
        let vocab_size = run.course.tokenizer.vocab_size();
        AboutTraining {
            run: &run.name,
            step: state.step,
            iters: run.course.options.iters,
            n_params: run.course.gpt.n_params(),
            vocab_size,
            n_train: run.course.n_train,
            uniform_loss_nats: (vocab_size as f64).ln(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct TrainingSoFar {
    #[serde(flatten)]
    about: serde_json::Value,
    is_finished: bool,
    /// Steps, and the loss then on text that it has not seen.
    history: Vec<(usize, f64)>,
}

/// A folder in one file.
#[derive(Serialize)]
pub(super) struct ModelArchive {
    name: String,
    base64: String,
}

impl Question for TrainingStatus {
    type Answer = TrainingSoFar;

    fn answer(self, asked: &RequestContext) -> Result<TrainingSoFar, RequestFailure> {
        let run = named(&self.run, asked)?;
        let state = at_rest(&run, asked)?;
        let history = state.history.iter().filter_map(|one| Some((one.step, one.val_loss_nats?))).collect();
        let is_finished = state.step >= run.course.options.iters;
        let about = serde_json::to_value(AboutTraining::of(&run, &state)).expect("answers have string keys only");
        Ok(TrainingSoFar { about, is_finished, history })
    }
}

impl Question for TakeHome {
    type Answer = ModelArchive;

    fn answer(self, asked: &RequestContext) -> Result<ModelArchive, RequestFailure> {
        let run = named(&self.run, asked)?;
        let archive = run.archive(MODEL, &*at_rest(&run, asked)?);
        Ok(ModelArchive { name: ARCHIVE.to_owned(), base64: STANDARD.encode(archive) })
    }
}

/// The training called so.
pub(super) fn named(name: &str, asked: &RequestContext) -> Result<Arc<PageTraining>, RequestFailure> {
    asked.room.runs.named(name).ok_or_else(|| said(words::NoSuchModel { name }, asked.lang))
}

fn at_rest<'r>(run: &'r PageTraining, asked: &RequestContext) -> Result<MutexGuard<'r, TrainState>, RequestFailure> {
    run.at_rest().ok_or_else(|| said(words::StillTrained, asked.lang))
}
