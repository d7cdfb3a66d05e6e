//! Trainings of the page: each can be stopped, gone on with, asked and taken home.

use crate::store::archive;
use crate::store::gpt::{self, Precision, SavedGpt};
use crate::store::language::{Opened, Origin};
use crate::task::training::Course;
use crate::train::TrainState;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Trainings that are kept; beyond, the oldest is forgotten.
const MOST: usize = 6;

/// A training, between two steps or on its way.
pub(super) struct PageTraining {
    /// What it is called, as `run-3`.
    pub name: String,
    /// What does not change.
    pub course: Course,
    /// What does; held while it is trained.
    pub state: Mutex<TrainState>,
    /// The model as it was when it last stopped.
    model: Mutex<Option<Arc<Opened>>>,
}

/// All of them.
#[derive(Default)]
pub(super) struct Runs(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    n_begun: usize,
    runs: BTreeMap<usize, Arc<PageTraining>>,
}

impl Runs {
    /// Begins one.
    pub fn begin(&self, course: Course) -> Arc<PageTraining> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.n_begun += 1;
        let number = kept.n_begun;
        let state = Mutex::new(course.fresh());
        let run = Arc::new(PageTraining { name: format!("run-{number}"), course, state, model: Mutex::default() });
        kept.runs.insert(number, run.clone());
        if kept.runs.len() > MOST {
            kept.runs.pop_first();
        }
        run
    }

    /// The one called so.
    pub fn named(&self, name: &str) -> Option<Arc<PageTraining>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.runs.values().find(|run| run.name == name).cloned()
    }

    /// Its model, as it was when it last stopped.
    pub fn model(&self, name: &str) -> Option<Arc<Opened>> {
        self.named(name)?.model.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl PageTraining {
    /// Keeps the model of these parameters, to be asked.
    pub fn keep(&self, params: Vec<f32>) {
        let opened = self.opened(params);
        *self.model.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(opened));
    }

    /// The model of these parameters, ready to be asked.
    pub fn opened(&self, params: Vec<f32>) -> Opened {
        let model = Box::new(self.course.model(params));
        Opened { name: self.name.clone(), tokenizer: self.course.tokenizer.clone(), model, origin: Origin::Unknown }
    }

    /// The folder `name` in one file: `melon generate --model` reads it, and unpacked `transformers` does.
    pub fn archive(&self, name: &str) -> Vec<u8> {
        let params = self.state.lock().unwrap_or_else(PoisonError::into_inner).best_params().to_vec();
        let tokenizer_json = Some(self.course.tokenizer.to_json().into_bytes());
        let model = self.course.model(params);
        let saved = SavedGpt { model, tokenizer_json, training: None, checkpoint: None };
        archive::bytes(name, &gpt::files(&saved, Precision::F32))
    }
}
