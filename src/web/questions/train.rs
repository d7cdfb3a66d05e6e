//! Train one: a GPT learns from a text while the reader watches, and may be stopped and go on.

use super::question::{Question, QueueLane};
use super::training::{AboutTraining, named};
use crate::data::Corpus;
use crate::lm::ModelKind;
use crate::lm::generate::Options;
use crate::lm::sampling::{Sampling, Strategy};
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::task::pretrain;
use crate::task::training::SettingOverrides;
use crate::task::training::Settings;
use crate::train::{Ending, Flow, Observer, Preset, StepEvent, TrainState};
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::{self, Typed};
use crate::web::request_context::RequestContext;
use crate::web::runs::{MODEL, PageTraining};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::{Arc, PoisonError};

/// Recipes of the page: a larger one takes hours.
const RECIPES: [Preset; 2] = [Preset::TINY, Preset::SMALL];
/// Steps, at most.
const MOST_ITERS: usize = 50_000;
/// Characters of the reader's own text, at most.
const LONGEST_TEXT: usize = 3_000_000;
/// Tokens of a sample on the way.
const SAMPLE_TOKENS: usize = 40;
/// Seconds between two events, and events of a run, at most.
const BETWEEN_SECS: f64 = 0.1;
const N_EVENTS: usize = 400;

/// What is learned, and how; or which training goes on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Train {
    /// The reader's own text; the built-in one without it.
    text: Option<String>,
    preset: String,
    iters: usize,
    /// A training that was stopped.
    resume: Option<String>,
    /// What a sample begins with.
    prompt: String,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum TrainingEvent<'a> {
    Begun {
        #[serde(flatten)]
        about: AboutTraining<'a>,
        commands: Vec<Typed>,
    },
    Step {
        step: usize,
        loss_nats: f64,
        tokens_per_sec: f64,
        elapsed_secs: f64,
    },
    Evaluated {
        step: usize,
        train_loss_nats: Option<f64>,
        val_loss_nats: Option<f64>,
        sample: String,
    },
}

#[derive(Serialize)]
pub(super) struct TrainingOutcome {
    run: String,
    step: usize,
    iters: usize,
    is_finished: bool,
    val_loss_nats: Option<f64>,
}

impl Question for Train {
    type Answer = TrainingOutcome;

    const LANE: QueueLane = QueueLane::Training;

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        self.kept(self.command(), asked)
    }

    fn answer(self, asked: &RequestContext) -> Result<TrainingOutcome, RequestFailure> {
        let run = match &self.resume {
            Some(name) => named(name, asked)?,
            None => self.begin(asked)?,
        };
        let mut state = run.state.lock().unwrap_or_else(PoisonError::into_inner);
        let course = &run.course;
        // One that goes on does so with its own settings, whatever has been chosen since.
        let commands = self.kept(run.command.clone(), asked);
        let begun = TrainingEvent::Begun { about: AboutTraining::of(&run, &state), commands };
        let _ = asked.progress(begun);
        let mut watch = TrainingWatch { asked, run: &run, prompt: &self.prompt, told_secs: 0.0, losses: Vec::new() };
        let ending = course.run(&mut state, None, &mut watch);
        run.keep(&state);
        let ending = ending.map_err(crate::task::training::TrainingError::from)?;
        Ok(TrainingOutcome {
            run: run.name.clone(),
            step: state.step,
            iters: course.options.iters,
            is_finished: ending == Ending::Finished,
            val_loss_nats: state.best.as_ref().map(|best| best.val_loss_nats),
        })
    }
}

impl Train {
    fn begin(&self, asked: &RequestContext) -> Result<Arc<PageTraining>, RequestFailure> {
        let recipe = RECIPES.into_iter().find(|recipe| recipe.name == self.preset);
        let recipe = recipe.ok_or_else(|| said(words::NoSuchModel { name: &self.preset }, asked.lang))?;
        let corpus = match &self.text {
            Some(text) if text.chars().count() > LONGEST_TEXT => {
                return Err(said(words::TextTooLong { most: LONGEST_TEXT }, asked.lang));
            }
            Some(text) => Corpus::of_text("text", text),
            None => Corpus::builtin(),
        };
        let wanted = SettingOverrides { iters: Some(self.iters.clamp(1, MOST_ITERS)), ..SettingOverrides::default() };
        let course = pretrain::course_before_finetuning(&corpus, &wanted.over(&Settings::from(recipe)))?;
        Ok(asked.room.runs.begin(course, self.command()))
    }

    fn command(&self) -> Command {
        let command = Command::new("pretrain");
        let command = if self.text.is_some() { command.with("--corpus", "my-text.txt") } else { command };
        let command = names_and_commands::with_unless(command, "--preset", self.preset.as_str(), Preset::SMALL.name);
        command.with("--iters", self.iters.clamp(1, MOST_ITERS))
    }

    /// `command`, whose model is kept, and then asked.
    fn kept(&self, command: Command, asked: &RequestContext) -> Vec<Typed> {
        let command = command.with("--save", MODEL);
        let next = Command::new("generate").argument(&self.prompt).with("--model", MODEL);
        vec![
            command.because(words::TryTrain.text(asked.lang), asked.lang).into(),
            next.because(words::TryTrained.text(asked.lang), asked.lang).into(),
        ]
    }
}

/// Tells the steps and shows samples, and stops when nobody listens.
struct TrainingWatch<'a, 'r> {
    asked: &'a RequestContext<'r>,
    run: &'a PageTraining,
    prompt: &'a str,
    told_secs: f64,
    /// Of the steps since the last event: what is told is their mean, as one batch says little.
    losses: Vec<f64>,
}

fn flow(told: ControlFlow<()>) -> Flow {
    if told.is_break() { Flow::Stop } else { Flow::Continue }
}

impl Observer for TrainingWatch<'_, '_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.losses.push(event.loss_nats);
        let is_time = event.elapsed_secs - self.told_secs >= BETWEEN_SECS;
        if !is_time && !event.step.is_multiple_of(event.iters.div_ceil(N_EVENTS)) {
            return Flow::Continue;
        }
        self.told_secs = event.elapsed_secs;
        let loss_nats = self.losses.iter().sum::<f64>() / self.losses.len() as f64;
        self.losses.clear();
        let StepEvent { step, tokens_per_sec, elapsed_secs, .. } = *event;
        flow(self.asked.progress(TrainingEvent::Step { step, loss_nats, tokens_per_sec, elapsed_secs }))
    }

    fn on_checkpoint(&mut self, state: &TrainState) -> Flow {
        let Some(last) = state.history.last() else { return Flow::Continue };
        let (train_loss_nats, val_loss_nats) = (last.train_loss_nats, last.val_loss_nats);
        let sample = self.sample(&state.params);
        flow(self.asked.progress(TrainingEvent::Evaluated { step: state.step, train_loss_nats, val_loss_nats, sample }))
    }
}

impl TrainingWatch<'_, '_> {
    /// What a model with these parameters writes.
    fn sample(&self, params: &[f32]) -> String {
        let opened = self.run.opened(params.to_vec());
        let sampling = Sampling { temperature: 0.8, ..Sampling::default() };
        let options = Options {
            max_tokens: SAMPLE_TOKENS,
            strategy: Strategy::Sample(sampling).usual_for(ModelKind::Gpt),
            end: opened.tokenizer.end(),
            ..Options::default()
        };
        let writer = opened.writer();
        let written = writer.write(&writer.read(self.prompt), &options, |_| ControlFlow::Continue(()));
        written.map_or(String::new(), |written| written.completion)
    }
}
