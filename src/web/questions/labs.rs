//! How much data, how large a model: both labs, shown as far as they have come.

use super::question::{Lane, Question};
use crate::data::{Builtin, Goal, Selection, select};
use crate::report::page::{Command, Page, PageContext};
use crate::report::words::web as words;
use crate::report::{pages, render};
use crate::rng::Seed;
use crate::task::curve::{CurveOptions, FIELD_ROWS, curve};
use crate::task::scale::{SIZES, ScaleOptions, summarise, train_size};
use crate::train::{Flow, Observer, StepEvent};
use crate::web::failure::Failure;
use crate::web::request_context::RequestContext;
use crate::web::shown::{self, Typed};
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
    commands: Vec<Typed>,
}

fn shown(page: &Page, command: Command, asked: &RequestContext) -> LabPage {
    let why = words::TrySame.text(asked.lang);
    LabPage {
        html: render::html::fragment(page).into_string(),
        commands: vec![command.because(why, asked.lang).into()],
    }
}

impl Question for Curves {
    type Answer = LabPage;

    const LANE: Lane = Lane::Training;

    /// The first splits are the same whatever their number, so that each curve shown is one that
    /// the command draws, too.
    fn answer(self, asked: &RequestContext) -> Result<LabPage, Failure> {
        let lang = asked.lang;
        let table = Builtin::MelonField.table(Some(FIELD_ROWS), Seed(self.seed));
        let data = select(table, &Selection::default(), Goal::Classify)?;
        let command = shown::with_unless(Command::new("curve"), "--seed", self.seed, 42);
        let all = self.n_splits.min(MOST_SPLITS);
        let mut n_splits = FIRST_SPLITS.min(all);
        loop {
            let options = CurveOptions { n_splits, seed: self.seed, ..CurveOptions::default() };
            let result = curve(&data, &options, || {})?;
            let command = shown::with_unless(command.clone(), "--splits", n_splits, 100);
            let page = pages::curve(&result, &PageContext::new(lang, command.clone()));
            if n_splits == all {
                return Ok(shown(&page, command, asked));
            }
            let html = Some(render::html::fragment(&page).into_string());
            if asked.progress(SoFar { done: n_splits, all, html }).is_break() {
                return Err(Failure::Cancelled);
            }
            n_splits = (2 * n_splits).min(all);
        }
    }
}

impl Question for ScaleQuestion {
    type Answer = LabPage;

    const LANE: Lane = Lane::Training;

    fn answer(self, asked: &RequestContext) -> Result<LabPage, Failure> {
        let iters = self.iters.clamp(1, MOST_ITERS);
        let options = ScaleOptions { tasks: ScaleOptions::tasks_named(&self.task)?, ..ScaleOptions::default() };
        let command = shown::with_unless(Command::new("scale"), "--task", self.task.as_str(), "all");
        let command = command.with("--iters", iters);
        let context = PageContext::new(asked.lang, command.clone());
        let all = SIZES.len() * iters;
        let mut done = Vec::new();
        loop {
            let result = summarise(&options, iters, None, &done);
            let page = pages::scale(&result, &context);
            let Some(shape) = SIZES.get(done.len()) else { return Ok(shown(&page, command, asked)) };
            let html = (!done.is_empty()).then(|| render::html::fragment(&page).into_string());
            let before = done.len() * iters;
            if asked.progress(SoFar { done: before, all, html }).is_break() {
                return Err(Failure::Cancelled);
            }
            let mut watch = ScaleWatch { asked, before, all };
            done.push(train_size(*shape, &options, iters, &mut watch)?.ok_or(Failure::Cancelled)?);
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
