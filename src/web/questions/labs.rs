//! How much data, how large a model: both labs, shown as far as they have come.

use super::question::{Question, QueueLane};
use crate::data::{Builtin, Goal, Selection, select};
use crate::report::page::{Command, Page, PageContext};
use crate::report::words::web as words;
use crate::report::{pages, render};
use crate::rng::Seed;
use crate::task::curve::{CurveOptions, FIELD_ROWS, curve};
use crate::task::scale::{SIZES, ScaleOptions, summarise, train_size};
use crate::train::{Flow, Observer, StepEvent};
use crate::web::failure::RequestFailure;
use crate::web::names_and_commands::{self, Typed};
use crate::web::request_context::RequestContext;
use serde::{Deserialize, Serialize};

/// Splits after which a first curve is shown; each next one has twice as many.
const FIRST_SPLITS: usize = 4;
/// Splits, at most.
const MOST_SPLITS: usize = 400;
/// Steps of each size, at most.
const MOST_ITERS: usize = 5000;
/// Steps of a size between two events.
const STEPS_BETWEEN: usize = 20;

/// Learning curves of both families.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Curves {
    n_splits: usize,
    seed: u64,
}

/// GPTs of several sizes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleQuestion {
    /// `all`, or one task.
    task: String,
    iters: usize,
}

/// How far it has come, and the page so far.
#[derive(Serialize)]
struct SoFar {
    done: usize,
    all: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
}

#[derive(Serialize)]
pub(super) struct LabPage {
    html: String,
}

fn lab_page(page: &Page) -> LabPage {
    LabPage { html: render::html::fragment(page).into_string() }
}

fn same(command: Command, asked: &RequestContext) -> Vec<Typed> {
    vec![command.because(words::TrySame.text(asked.lang), asked.lang).into()]
}

impl Question for Curves {
    type Answer = LabPage;

    const LANE: QueueLane = QueueLane::Training;

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        same(self.command(self.n_splits.min(MOST_SPLITS)), asked)
    }

    /// The first splits are the same whatever their number, so that each curve shown is one that
    /// the command draws, too.
    fn answer(self, asked: &RequestContext) -> Result<LabPage, RequestFailure> {
        let lang = asked.lang;
        let table = Builtin::MelonField.table(Some(FIELD_ROWS), Seed(self.seed));
        let data = select(table, &Selection::default(), Goal::Classify)?;
        let all = self.n_splits.min(MOST_SPLITS);
        let mut n_splits = FIRST_SPLITS.min(all);
        loop {
            let options = CurveOptions { n_splits, seed: self.seed, ..CurveOptions::default() };
            let result = curve(&data, &options, || {})?;
            let page = pages::curve(&result, &PageContext::new(lang, self.command(n_splits)));
            if n_splits == all {
                return Ok(lab_page(&page));
            }
            let html = Some(render::html::fragment(&page).into_string());
            if asked.progress(SoFar { done: n_splits, all, html }).is_break() {
                return Err(RequestFailure::Cancelled);
            }
            n_splits = (2 * n_splits).min(all);
        }
    }
}

impl Curves {
    fn command(&self, n_splits: usize) -> Command {
        let command = names_and_commands::with_unless(Command::new("curve"), "--seed", self.seed, 42);
        names_and_commands::with_unless(command, "--splits", n_splits, 100)
    }
}

impl ScaleQuestion {
    fn iters(&self) -> usize {
        self.iters.clamp(1, MOST_ITERS)
    }

    fn command(&self) -> Command {
        let command = names_and_commands::with_unless(Command::new("scale"), "--task", self.task.as_str(), "all");
        command.with("--iters", self.iters())
    }
}

impl Question for ScaleQuestion {
    type Answer = LabPage;

    const LANE: QueueLane = QueueLane::Training;

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        same(self.command(), asked)
    }

    fn answer(self, asked: &RequestContext) -> Result<LabPage, RequestFailure> {
        let iters = self.iters();
        let options = ScaleOptions { tasks: ScaleOptions::tasks_named(&self.task)?, ..ScaleOptions::default() };
        let context = PageContext::new(asked.lang, self.command());
        let all = SIZES.len() * iters;
        let mut done = Vec::new();
        loop {
            let result = summarise(&options, iters, None, &done);
            let page = pages::scale(&result, &context);
            let Some(shape) = SIZES.get(done.len()) else { return Ok(lab_page(&page)) };
            let html = (!done.is_empty()).then(|| render::html::fragment(&page).into_string());
            let before = done.len() * iters;
            if asked.progress(SoFar { done: before, all, html }).is_break() {
                return Err(RequestFailure::Cancelled);
            }
            let mut watch = ScaleWatch { asked, before, all };
            done.push(train_size(*shape, &options, iters, &mut watch)?.ok_or(RequestFailure::Cancelled)?);
        }
    }
}

/// Tells the steps, and stops when nobody listens.
struct ScaleWatch<'a, 'r> {
    asked: &'a RequestContext<'r>,
    before: usize,
    all: usize,
}

impl Observer for ScaleWatch<'_, '_> {
    fn on_step(&mut self, event: &StepEvent) -> Flow {
        if !event.step.is_multiple_of(STEPS_BETWEEN) {
            return Flow::Continue;
        }
        let so_far = SoFar { done: self.before + event.step, all: self.all, html: None };
        if self.asked.progress(so_far).is_break() { Flow::Stop } else { Flow::Continue }
    }
}
