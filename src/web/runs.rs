//! Trainings of the page: each can be stopped, gone on with, asked and taken home.

use super::shelf::Shelf;
use crate::report::page::Command;
use crate::store::archive;
use crate::store::gpt::{self, Precision, SavedGpt};
use crate::store::language::{ModelOrigin, Opened};
use crate::task::training::Course;
use crate::train::TrainState;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

/// What a trained model is called where it is taken.
pub(super) const MODEL: &str = "my-model";
/// The file that it is taken in.
pub(super) const ARCHIVE: &str = "my-model.zip";
/// Trainings that are kept.
const MOST: usize = 6;
/// How often it is seen whether somebody still trains one: a training that was stopped does its last step.
const MOST_LOOKS: usize = 250;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// A training, between two steps or on its way.
pub(super) struct PageTraining {
    /// What it is called, as `run-3`.
    pub name: String,
    /// The command that begins the same.
    pub command: Command,
    /// What does not change.
    pub course: Course,
    /// What does; held while it is trained.
    pub state: Mutex<TrainState>,
    /// The model as it was when it last stopped.
    model: Mutex<Option<Arc<Opened>>>,
}

/// The trainings begun on the page, of which the last few are kept.
#[derive(Default)]
pub(super) struct Runs(Shelf<PageTraining, MOST>);

impl Runs {
    /// Begins one.
    pub fn begin(&self, course: Course, command: Command) -> Arc<PageTraining> {
        self.0.put(|number| {
            let (name, state) = (format!("run-{number}"), Mutex::new(course.fresh()));
            PageTraining { name, command, course, state, model: Mutex::default() }
        })
    }

    /// The one called so.
    pub fn named(&self, name: &str) -> Option<Arc<PageTraining>> {
        self.0.find(|run| run.name == name)
    }

    /// Its model, as it was when it last stopped.
    pub fn model(&self, name: &str) -> Option<Arc<Opened>> {
        self.named(name)?.model.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl PageTraining {
    /// Keeps the model as it is now, to be asked. No command makes one that was stopped: it is the file that is taken.
    pub fn keep(&self, state: &TrainState) {
        let is_whole = state.step >= self.course.options.iters;
        let name = if is_whole { MODEL } else { ARCHIVE };
        let opened = Opened { name: name.to_owned(), ..self.opened(state.best_params().to_vec()) };
        *self.model.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(opened));
    }

    /// The model of these parameters, ready to be asked.
    pub fn opened(&self, params: Vec<f32>) -> Opened {
        let model = Box::new(self.course.model(params));
        Opened { name: MODEL.to_owned(), tokenizer: self.course.tokenizer.clone(), model, origin: ModelOrigin::Unknown }
    }

    /// What changes, once nobody trains it; `None` if it is still trained after a while.
    pub fn at_rest(&self) -> Option<MutexGuard<'_, TrainState>> {
        (0..MOST_LOOKS).find_map(|_| match self.state.try_lock() {
            Ok(state) => Some(state),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => {
                thread::sleep(BETWEEN_LOOKS);
                None
            }
        })
    }

    /// The folder `name` in one file: `melon generate --model` reads it, and unpacked `transformers` does.
    pub fn archive(&self, name: &str, state: &TrainState) -> Vec<u8> {
        let params = state.best_params().to_vec();
        let tokenizer_json = Some(self.course.tokenizer.to_json().into_bytes());
        let model = self.course.model(params);
        let saved = SavedGpt { model, tokenizer_json, training: None, checkpoint: None };
        archive::bytes(name, &gpt::files(&saved, Precision::F32))
    }
}
