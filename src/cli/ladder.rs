//! `melon ladder`: from guessing to a GPT, on one split, with one figure.

use super::console::Console;
use super::failure::Failure;
use super::interrupt;
use super::language_args::{self, corpus};
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::progress::StepBar;
use super::train_args::duration;
use crate::data::Corpus;
use crate::report::pages::{Origin, Repeat};
use crate::report::{Lang, grid, pages};
use crate::store::language::{self, Opened};
use crate::task::ladder::{GptOrigin, Ladder, Length, ladder};
use crate::task::ngram::NGramOptions;
use crate::task::training::VALIDATION_SHARE;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "ladder_corpus", long = "corpus", value_name = "FILE", num_args = 1..)]
    corpus: Vec<String>,
    #[arg(long, default_value_t = crate::task::ngram::ORDER, value_name = "N")]
    order: usize,
    #[arg(long, value_name = "MODEL", conflicts_with = "no_gpt")]
    gpt: Option<String>,
    #[arg(long)]
    no_gpt: bool,
    #[arg(id = "training_secs", long = "time-budget", value_name = "TIME", default_value = "30s")]
    #[arg(conflicts_with_all = ["no_gpt", "gpt"])]
    time_budget: String,
    #[arg(id = "training_steps", long = "iters", value_name = "N", conflicts_with_all = ["no_gpt", "gpt"])]
    iters: Option<usize>,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// Resolve, load, count, train or open, examine, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let corpus = corpus(&args.corpus, None, console)?;
    let mut result = ladder(&corpus, args.order, VALIDATION_SHARE)?;
    if !args.no_gpt {
        match args.given(&corpus)? {
            Some(opened) => with_opened(&mut result, &corpus, &opened),
            None => trained(&mut result, &corpus, &args, console)?,
        }
    }
    let context = console.context();
    let shown = Presentation::new(|| pages::ladder(&result, &context))
        .plots(&args.plot, || pages::ladder_plots(&result, &context));
    let shown = shown.origin(|lang| origin(&result, &corpus, args.iters.is_some(), lang));
    args.output.report(&result, &shown, grid::ladder, console)
}

/// Where the figures come from. Only a training has a seed, and a time.
fn origin(result: &Ladder, corpus: &Corpus, has_steps: bool, lang: Lang) -> Origin {
    let Some(GptOrigin::Trained { steps, seed, .. }) = result.gpt else { return Origin::text(corpus, None, lang) };
    let repeat = match (interrupt::asked(), has_steps) {
        (true, _) => Repeat::ByTheClock { iters: None },
        (false, false) => Repeat::ByTheClock { iters: Some(steps) },
        (false, true) => Repeat::Same,
    };
    Origin::text(corpus, Some(seed), lang).repeating(repeat)
}

impl Args {
    /// The GPT that was named, or the built-in one where it learned from the same split. Who asks
    /// for a training gets one.
    fn given(&self, corpus: &Corpus) -> Result<Option<Opened>, Failure> {
        if let Some(name) = &self.gpt {
            return Ok(Some(language_args::open(name, NGramOptions::for_generating())?));
        }
        if self.iters.is_some() {
            return Ok(None);
        }
        let builtin = language::open(language::DEFAULT).ok();
        Ok(builtin.filter(|opened| opened.held_out_the_same(corpus, VALIDATION_SHARE)))
    }
}

fn with_opened(result: &mut Ladder, corpus: &Corpus, opened: &Opened) {
    result.climb(corpus, opened.writer());
    let name = opened.name.clone();
    let same = opened.held_out_the_same(corpus, result.validation_share);
    let n_stories = opened.corpus().map_or(0, |record| record.n_stories);
    result.gpt = Some(if same { GptOrigin::SameSplit { name, n_stories } } else { GptOrigin::Other { name } });
}

/// Trains one on the same split for as long as was said. Ctrl-C ends the training, not the ladder.
fn trained(result: &mut Ladder, corpus: &Corpus, args: &Args, console: &Console) -> Result<(), Failure> {
    let length = match args.iters {
        Some(iters) => Length::Steps(iters),
        None => Length::Time(duration(&args.time_budget, console)?),
    };
    interrupt::listen();
    Ok(result.train_gpt(corpus, length, &mut StepBar::new(console))?)
}
