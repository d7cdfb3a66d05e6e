//! `melon scale`: the emergence lab.

use super::console::Console;
use super::failure::Failure;
use super::interrupt;
use super::output::OutputArgs;
use super::progress::with_bar;
use super::shown::{PlotArgs, Shown};
use super::train_args::duration;
use super::usage;
use crate::report::Say;
use crate::report::page::Page;
use crate::report::pages::Origin;
use crate::report::words::{scale as words, usage as usage_words};
use crate::report::{grid, pages};
use crate::store::StoreError;
use crate::store::scale_cache::{self, CacheSettings, ScaleCache};
use crate::task::scale::{ModelShape, SIZES, ScaleOptions, iters_within, summarise, train_size};
use crate::train::{Flow, Observer, StepEvent};
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    #[arg(long, default_value_t = 42, allow_negative_numbers = true, value_name = "N")]
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
    let settings = args.settings(console)?;
    let folder = args.cache.clone().or_else(usual_cache);
    let mut cache = begun(&settings, folder.as_deref(), console)?;
    if !cache.done.is_empty() {
        console.note(&words::TakenUp { done: cache.done.len(), all: SIZES.len() }.say(console.lang));
    }
    train_missing(&mut cache, folder.as_deref(), console)?;
    let result = summarise(&settings.options, cache.iters, settings.budget_secs, &cache.done);
    if result.sizes.len() < result.n_sizes && folder.is_some() {
        console.note(words::Interrupted.text(console.lang));
    }
    let shown = Shown::new(|| pages::scale(&result, &console.context())).plots(&args.plot, || Page::new(console.lang));
    let shown = shown.origin(|_| Origin { seed: Some(args.seed), is_text: true, ..Origin::default() });
    args.output.report(&result, &shown, grid::scale, console)
}

/// `$XDG_CACHE_HOME/melon`, or `~/.cache/melon`; none where there is no home.
fn usual_cache() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?;
    Some(cache.join("melon"))
}

/// What the cache has, or a new beginning with the number of steps decided.
fn begun(settings: &CacheSettings, folder: Option<&Path>, console: &Console) -> Result<ScaleCache, Failure> {
    let known = folder.map(|folder| scale_cache::load(folder, settings)).transpose();
    let known = match known {
        // A cache can be made again: a damaged one is no reason to stop.
        Err(StoreError::Damaged { path, .. }) => {
            console.note(&words::CacheDamaged { path: path.display() }.say(console.lang));
            None
        }
        other => other?.flatten(),
    };
    if let Some(cache) = known {
        return Ok(cache);
    }
    let iters = match (settings.iters, settings.budget_secs) {
        (Some(iters), _) => iters,
        (None, secs) => iters_within(&settings.options, Duration::from_secs_f64(secs.unwrap_or(300.0)))?,
    };
    Ok(ScaleCache { settings: settings.clone(), iters, done: Vec::new() })
}

/// Trains the sizes that are missing, the smallest first, and keeps each as soon as it is done.
fn train_missing(cache: &mut ScaleCache, folder: Option<&Path>, console: &Console) -> Result<(), Failure> {
    let is_missing = |shape: &ModelShape| cache.done.iter().all(|done| done.shape != *shape);
    let missing: Vec<ModelShape> = SIZES.into_iter().filter(is_missing).collect();
    interrupt::listen();
    with_bar(console, missing.len().saturating_mul(cache.iters), |done| {
        for shape in missing {
            let mut watch = Watch { done };
            let Some(result) = train_size(shape, &cache.settings.options, cache.iters, &mut watch)? else { break };
            cache.done.push(result);
            if let Some(folder) = folder {
                scale_cache::save(folder, cache)?;
            }
        }
        Ok(())
    })
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
