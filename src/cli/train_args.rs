//! Options of a training run, as typed; shared by pre-training and fine-tuning.

use super::failure::Failure;
use super::session::Session;
use super::usage;
use crate::report::words::train as words;
use crate::store::gpt::{Corpus, Precision, Setting, TrainingRecord};
use crate::train::TrainOptions;
use std::path::PathBuf;
use std::time::Duration;

/// How many bits a stored weight has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum PrecisionName {
    F32,
    F16,
}

/// The pace of a run, and where it is kept. What is not given is the recipe's.
#[derive(Debug, clap::Args)]
pub(super) struct TrainArgs {
    #[arg(long, value_name = "N")]
    pub batch_size: Option<usize>,
    #[arg(long, value_name = "N")]
    pub accumulation: Option<usize>,
    #[arg(long, value_name = "N")]
    pub iters: Option<usize>,
    #[arg(long, allow_negative_numbers = true, value_name = "NUMBER")]
    pub learning_rate: Option<f32>,
    #[arg(long, allow_negative_numbers = true, value_name = "P")]
    pub dropout: Option<f32>,
    #[arg(long, value_name = "N")]
    pub eval_interval: Option<usize>,
    #[arg(long, value_name = "TIME")]
    pub time_budget: Option<String>,
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    #[arg(id = "save_folder", long = "save", value_name = "DIR")]
    pub save: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
    #[arg(long, requires = "save_folder")]
    pub resume: bool,
    #[arg(long, default_value = "f32", value_name = "TYPE")]
    pub precision: PrecisionName,
}

/// `--time-budget`: `90`, `90s`, `15m` or `2h`.
pub(super) fn duration(text: &str, session: &Session) -> Result<Duration, Failure> {
    let (number, unit) = match text.char_indices().last() {
        Some((at, unit)) if unit.is_ascii_alphabetic() => (&text[..at], unit),
        _ => (text, 's'),
    };
    let factor = match unit {
        's' => 1.0,
        'm' => 60.0,
        'h' => 3600.0,
        _ => f64::NAN,
    };
    let secs = number.parse::<f64>().unwrap_or(f64::NAN) * factor;
    match Duration::try_from_secs_f64(secs) {
        Ok(budget) if secs > 0.0 => Ok(budget),
        _ => Err(usage::bad_option("time-budget", text, words::WantedTime.text(session.lang), session.lang)),
    }
}

impl TrainArgs {
    /// How weights are stored.
    pub fn precision(&self) -> Precision {
        match self.precision {
            PrecisionName::F32 => Precision::F32,
            PrecisionName::F16 => Precision::F16,
        }
    }

    /// Steps between two examinations: by the recipe, but at least eight in a short run.
    pub fn eval_interval(&self, usual: usize, iters: usize) -> usize {
        self.eval_interval.unwrap_or(usual.min((iters / 8).max(1)))
    }

    /// The time to train for, if one was given.
    pub fn time_budget(&self, session: &Session) -> Result<Option<Duration>, Failure> {
        self.time_budget.as_deref().map(|text| duration(text, session)).transpose()
    }

    /// The first of the flags that only a model with steps has.
    pub fn steps_flag(&self) -> Option<&'static str> {
        let given = [
            ("batch-size", self.batch_size.is_some()),
            ("accumulation", self.accumulation.is_some()),
            ("iters", self.iters.is_some()),
            ("learning-rate", self.learning_rate.is_some()),
            ("dropout", self.dropout.is_some()),
            ("eval-interval", self.eval_interval.is_some()),
            ("time-budget", self.time_budget.is_some()),
            ("resume", self.resume),
        ];
        given.into_iter().find(|&(_, is_given)| is_given).map(|(flag, _)| flag)
    }

    /// Settings that were given again, beside those that the run began with.
    pub fn settings(&self, was: &TrainOptions, dropout: f32) -> Vec<Setting> {
        vec![
            Setting::new("batch-size", was.batch_size, self.batch_size),
            Setting::new("accumulation", was.accumulation_steps, self.accumulation),
            Setting::new("iters", was.iters, self.iters),
            Setting::new("learning-rate", was.learning_rate, self.learning_rate),
            Setting::new("dropout", dropout, self.dropout),
            Setting::new("eval-interval", was.eval_interval, self.eval_interval),
            Setting::new("seed", was.seed.0, self.seed),
        ]
    }
}

/// A flag that was given: its value is not the usual one.
pub(super) fn differs<T: PartialEq + std::fmt::Display>(flag: &str, value: T, usual: T) -> Option<String> {
    (value != usual).then(|| format!("--{flag} {value}"))
}

/// The flags of the pace that such a run was begun with, where these are `usual`.
pub(super) fn steps_begun(
    options: &TrainOptions,
    dropout: f32,
    usual: &TrainOptions,
    usual_dropout: f32,
) -> Vec<Option<String>> {
    let usual_interval = usual.eval_interval.min((options.iters / 8).max(1));
    vec![
        differs("batch-size", options.batch_size, usual.batch_size),
        differs("accumulation", options.accumulation_steps, usual.accumulation_steps),
        differs("iters", options.iters, usual.iters),
        differs("learning-rate", options.learning_rate, usual.learning_rate),
        differs("dropout", dropout, usual_dropout),
        differs("eval-interval", options.eval_interval, usual_interval),
        differs("seed", options.seed.0, usual.seed.0),
    ]
}

/// The record of a run of `stage` that has not begun.
pub(super) fn record(stage: &str, options: &TrainOptions, dropout: f32, corpus: Corpus) -> TrainingRecord {
    TrainingRecord {
        program: program(),
        stage: stage.to_owned(),
        corpus,
        options: options.clone(),
        dropout,
        step: 0,
        best_step: None,
        val_loss_nats: None,
        history: Vec::new(),
        base: None,
    }
}

/// The program and its version.
pub(super) fn program() -> String {
    format!("melon {}", env!("CARGO_PKG_VERSION"))
}
