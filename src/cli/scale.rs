//! `melon scale`: the emergence lab.

use super::console::Console;
use super::failure::Failure;
use super::interrupt;
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_bar;
use super::train_args::duration;
use super::usage;
use crate::report::Say;
use crate::report::page::Page;
use crate::report::pages::{Origin, Repeat};
use crate::report::words::{scale as words, usage as usage_words};
use crate::report::{grid, pages};
use crate::store::scale::ScaleRun;
use crate::store::scale::cache::CacheSettings;
use crate::task::scale::{SIZES, ScaleOptions};
use crate::train::{Flow, Observer, StepEvent};
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, default_value = "all", value_name = "TASK")]
    task: String,
    #[arg(long, default_value = "5m", value_name = "TIME")]
    time_budget: String,
    #[arg(long, value_name = "N")]
    iters: Option<usize>,
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    #[arg(long, default_value_t = 42, value_name = "N")]
    seed: u64,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    fn settings(&self, console: &Console) -> Result<CacheSettings, Failure> {
        let lang = console.lang;
        if self.iters == Some(0) {
            return Err(usage::bad_option("iters", "0", usage_words::WantedRows.text(lang), lang));
        }
        let budget = duration(&self.time_budget, console)?;
        let budget_secs = if self.iters.is_some() { None } else { Some(budget.as_secs_f64()) };
        let options =
            ScaleOptions { tasks: ScaleOptions::tasks_named(&self.task)?, seed: self.seed, ..ScaleOptions::default() };
        Ok(CacheSettings::new(options, self.iters, budget_secs))
    }
}

/// Resolve, take up what is done, train what is missing, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let mut run = ScaleRun::begin(args.settings(console)?, args.cache.clone().or_else(usual_cache))?;
    if let Some(path) = &run.damaged {
        console.note(&words::CacheDamaged { path: path.display() }.say(console.lang));
    }
    if run.n_done() > 0 {
        console.note(&words::TakenUp { done: run.n_done(), all: SIZES.len() }.say(console.lang));
    }
    interrupt::listen();
    with_bar(console, run.n_steps_left(), |done| run.train_missing(&mut Watch { done }))?;
    let result = run.result();
    if result.sizes.len() < result.n_sizes && run.folder().is_some() {
        console.note(words::Interrupted.text(console.lang));
    }
    let shown =
        Presentation::new(|| pages::scale(&result, &console.context())).plots(&args.plot, || Page::new(console.lang));
    let repeat = match (args.iters, result.sizes.len() < result.n_sizes) {
        (_, true) => Repeat::ByTheClock { iters: None },
        (Some(_), false) => Repeat::Same,
        (None, false) => Repeat::ByTheClock { iters: Some(result.iters) },
    };
    let shown = shown.origin(|_| Origin::made(args.seed).repeating(repeat));
    args.output.report(&result, &shown, grid::scale, console)
}

/// `$XDG_CACHE_HOME/melon`, or `~/.cache/melon`; none where there is no home.
fn usual_cache() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?;
    Some(cache.join("melon"))
}

/// Counts steps, and stops on Ctrl-C.
struct Watch<'a> {
    done: &'a (dyn Fn() + Sync),
}

impl Observer for Watch<'_> {
    fn on_step(&mut self, _event: &StepEvent) -> Flow {
        (self.done)();
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    }
}
