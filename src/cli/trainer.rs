//! Watches a run from the terminal: a progress bar or lines of JSON, checkpoints, Ctrl-C.

use super::failure::Failure;
use super::interrupt;
use super::output::{self, Format, OutputArgs};
use super::session::Session;
use crate::report::Say;
use crate::report::grid;
use crate::report::text::training;
use crate::report::words::train as words;
use crate::train::{Evaluation, Flow, Observer, StepEvent, TrainState};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Write;

/// Frames of the bar a second: more would cost time and show nothing.
const FRAMES_PER_SEC: u8 = 5;

/// Saves the state of a run.
type Save<'a> = &'a dyn Fn(&TrainState) -> Result<(), Failure>;

/// One run, watched.
pub(super) struct Trainer<'a> {
    session: &'a Session,
    output: &'a OutputArgs,
    save: Save<'a>,
    bar: Option<ProgressBar>,
    /// Lines for a file, which is written at the end.
    lines: String,
    last_step: Option<StepEvent>,
    failure: Option<Failure>,
}

impl<'a> Trainer<'a> {
    /// Begins to watch; from now on Ctrl-C ends the run, not the program.
    pub fn new(session: &'a Session, output: &'a OutputArgs, save: Save<'a>) -> Trainer<'a> {
        interrupt::listen();
        Trainer { session, output, save, bar: None, lines: String::new(), last_step: None, failure: None }
    }

    /// What went wrong while the run went well: a full disk, a closed pipe.
    ///
    /// # Errors
    /// If something did.
    pub fn finish(&mut self) -> Result<(), Failure> {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Whether somebody reads along, and not a program.
    pub fn has_reader(&self) -> bool {
        self.output.format == Format::Text
    }

    /// Says something before the run; it is no result.
    pub fn say(&self, page: &str) {
        self.session.page(page);
    }

    /// The result: a page, the lines of JSON and a last one, or a table of the measurements.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn report(
        &mut self,
        history: &[Evaluation],
        page: impl FnOnce() -> String,
        last_line: impl FnOnce() -> serde_json::Value,
    ) -> Result<(), Failure> {
        let text = match self.output.format {
            Format::Text => page(),
            Format::Csv => grid::csv(&grid::losses(history)),
            Format::Markdown => grid::markdown(&grid::losses(history)),
            Format::Json => {
                self.line(&last_line())?;
                std::mem::take(&mut self.lines)
            }
        };
        if text.is_empty() { Ok(()) } else { self.output.write(&text, self.session) }
    }

    /// One line of JSON: on stdout at once, or into a file at the end.
    fn line(&mut self, value: &serde_json::Value) -> Result<(), Failure> {
        let line = format!("{value}\n");
        if self.output.output.is_some() {
            self.lines += &line;
            return Ok(());
        }
        let mut out = std::io::stdout().lock();
        out.write_all(line.as_bytes()).and_then(|()| out.flush()).map_err(|error| output::failed("stdout", error))
    }

    fn draw(&mut self, event: &StepEvent) {
        if self.session.may_draw() {
            show_step(&mut self.bar, event, self.session);
        }
    }

    /// Tells what was measured.
    fn tell(&mut self, state: &TrainState) -> Result<(), Failure> {
        let Some(evaluation) = state.history.last() else { return Ok(()) };
        if self.output.format == Format::Json {
            return self.line(&serde_json::json!({
                "step": evaluation.step,
                "train_loss_nats": evaluation.train_loss_nats,
                "val_loss_nats": evaluation.val_loss_nats,
                "tokens_per_sec": self.last_step.as_ref().map(|event| event.tokens_per_sec),
                "elapsed_secs": self.last_step.as_ref().map_or(0.0, |event| event.elapsed_secs),
            }));
        }
        let measured = training::measured(self.session.lang, evaluation);
        match &self.bar {
            Some(bar) => bar.suspend(|| self.session.note(&measured)),
            None => self.session.note(&measured),
        }
        Ok(())
    }

    fn keep(&mut self, outcome: Result<(), Failure>) -> Flow {
        match outcome {
            Ok(()) => Flow::Continue,
            Err(failure) => {
                self.failure = Some(failure);
                Flow::Stop
            }
        }
    }
}

impl Observer for Trainer<'_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.draw(event);
        self.last_step = Some(event.clone());
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    }

    fn on_checkpoint(&mut self, state: &TrainState) -> Flow {
        let outcome = (self.save)(state).and_then(|()| self.tell(state));
        self.keep(outcome)
    }
}

/// Moves the bar of a run to this step; the first one draws it.
pub(super) fn show_step(bar: &mut Option<ProgressBar>, event: &StepEvent, session: &Session) {
    let bar = bar.get_or_insert_with(|| fresh_bar(event));
    bar.set_position(event.step as u64);
    bar.set_message(words::Running { loss: format!("{:.3}", event.loss_nats) }.say(session.lang));
}

/// The bar of a run, as far as it is.
fn fresh_bar(event: &StepEvent) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(FRAMES_PER_SEC);
    let bar = ProgressBar::with_draw_target(Some(event.iters as u64), target).with_position(event.step as u64);
    bar.reset_eta();
    let template = "{bar:30.green} {pos}/{len}  {elapsed} < {eta}  {msg}";
    bar.with_style(ProgressStyle::with_template(template).expect("a template of known keys").progress_chars("━╸ "))
}
