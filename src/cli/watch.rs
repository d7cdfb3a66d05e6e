//! Watches a run from the terminal: a progress bar or lines of JSON, and Ctrl-C.

use super::console::Console;
use super::failure::Failure;
use super::interrupt;
use super::output::{self, OutputArgs, OutputFormat};
use super::presentation::Presentation;
use super::progress::show_step;
use crate::report::page::Page;
use crate::report::pages::training;
use crate::report::{grid, render};
use crate::task::training::Trained;
use crate::train::{Ending, Evaluation, Flow, Observer, StepEvent, TrainState};
use indicatif::ProgressBar;

/// The last line of JSON of a run that trained a GPT.
pub(super) fn done(result: &Trained, n_params: usize, saved: Option<&str>) -> serde_json::Value {
    serde_json::json!({
        "done": result.ending == Ending::Finished,
        "n_params": n_params,
        "val_loss_nats": result.val_loss_nats,
        "saved": saved,
        "step": result.step,
        "best_step": result.best_step,
    })
}

/// One run, watched.
pub(super) struct Watch<'a> {
    console: &'a Console,
    output: &'a OutputArgs,
    bar: Option<ProgressBar>,
    /// Lines for a file, which is written at the end.
    lines: String,
    last_step: Option<StepEvent>,
    failure: Option<Failure>,
}

impl<'a> Watch<'a> {
    /// Begins to watch; from now on Ctrl-C ends the run, not the program.
    pub fn new(console: &'a Console, output: &'a OutputArgs) -> Watch<'a> {
        interrupt::listen();
        Watch { console, output, bar: None, lines: String::new(), last_step: None, failure: None }
    }

    /// What went wrong while the run went well: a closed pipe.
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
        self.output.format == OutputFormat::Text
    }

    /// Says something before the run; it is no result.
    pub fn say(&self, page: &Page) {
        self.console.page(page);
    }

    /// The result: a page, the lines of JSON and a last one, or a table of the measurements.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn report(
        &mut self,
        history: &[Evaluation],
        shown: &Presentation,
        last_line: impl FnOnce() -> serde_json::Value,
    ) -> Result<(), Failure> {
        let text = match self.output.format {
            OutputFormat::Text => self.console.set(&shown.page()),
            OutputFormat::Csv => grid::csv(&grid::losses(history)),
            OutputFormat::Markdown => render::markdown(&shown.page()),
            OutputFormat::Json => {
                self.line(&last_line())?;
                std::mem::take(&mut self.lines)
            }
        };
        if !text.is_empty() {
            self.output.write(&text, self.console)?;
        }
        self.output.keep(shown, self.console)
    }

    /// One line of JSON: on stdout at once, or into a file at the end.
    fn line(&mut self, value: &serde_json::Value) -> Result<(), Failure> {
        let line = format!("{value}\n");
        if self.output.output.is_some() {
            self.lines += &line;
            return Ok(());
        }
        output::document(&line, None, self.console)
    }

    fn draw(&mut self, event: &StepEvent) {
        if self.console.may_draw() {
            show_step(&mut self.bar, event, self.console);
        }
    }

    /// Tells what was measured.
    fn tell(&mut self, state: &TrainState) -> Result<(), Failure> {
        let Some(evaluation) = state.history.last() else { return Ok(()) };
        if self.output.format == OutputFormat::Json {
            return self.line(&serde_json::json!({
                "step": evaluation.step,
                "train_loss_nats": evaluation.train_loss_nats,
                "val_loss_nats": evaluation.val_loss_nats,
                "tokens_per_sec": self.last_step.as_ref().map(|event| event.tokens_per_sec),
                "elapsed_secs": self.last_step.as_ref().map_or(0.0, |event| event.elapsed_secs),
            }));
        }
        let measured = training::measured(self.console.lang, evaluation);
        match &self.bar {
            Some(bar) => bar.suspend(|| self.console.note(&measured)),
            None => self.console.note(&measured),
        }
        Ok(())
    }
}

impl Observer for Watch<'_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        self.draw(event);
        self.last_step = Some(event.clone());
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    }

    fn on_checkpoint(&mut self, state: &TrainState) -> Flow {
        self.failure = self.tell(state).err();
        if self.failure.is_some() { Flow::Stop } else { Flow::Continue }
    }
    fn wants_end(&self) -> fn() -> bool {
        interrupt::asked
    }
}
