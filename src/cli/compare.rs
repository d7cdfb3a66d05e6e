//! `melon compare`: the same melon, seen by every model.

use super::args::{DataArgs, melons};
use super::classifier_args::{ClassifierArgs, model_name, refuse_unread};
use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_spinner;
use super::script::{self, ScriptArgs};
use super::usage;
use crate::data::Goal;
use crate::report::script::Tested;
use crate::report::{grid, pages};
use crate::task::classifiers::ModelName;
use crate::task::compare::{CompareOptions, MODELS, N_SAMPLES, compare};
use crate::task::sentences::Unit;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    melon: Option<String>,
    #[arg(id = "compared", long = "models", value_delimiter = ',', value_parser = model_name(|_| true), default_values_t = MODELS, value_name = "MODELS")]
    models: Vec<ModelName>,
    #[command(flatten)]
    of_model: ClassifierArgs,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    cv: String,
    #[arg(long, default_value_t = N_SAMPLES, value_name = "N")]
    samples: usize,
    #[arg(long, default_value = "clause", value_name = "UNIT")]
    tokens: Tokens,
    #[arg(long)]
    more: bool,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    script: ScriptArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Tokens {
    Clause,
    Char,
}

impl Args {
    fn options(&self, console: &Console) -> Result<CompareOptions, Failure> {
        Ok(CompareOptions {
            models: self.models.clone(),
            l2: self.of_model.l2,
            own: self.of_model.own(console.lang)?,
            cv: usage::cv(&self.cv, console.lang)?,
            n_samples: self.samples,
            tongue: console.lang.language().tongue,
            unit: if self.tokens == Tokens::Clause { Unit::Clause } else { Unit::Character },
            seed: self.data.source.seed,
        })
    }
}

/// Resolve, load, compare, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    refuse_unread(&args.models, &[], console)?;
    let options = args.options(console)?;
    let dataset = args.data.load(Goal::Classify, None, console)?;
    let typed: Vec<String> = args.melon.iter().cloned().collect();
    let asked = melons(&typed, &dataset)?.pop();
    let result = with_spinner(console, || compare(&dataset, asked.as_ref(), &options))?;
    script::write_any(
        &args.script,
        |typed| {
            let models = result.options.models.iter().map(|name| (name.to_string(), result.options.alone(*name)));
            let names = args.data.source.names(&args.data.data, true, console);
            script::together(&typed, models, Tested::Folds, (&dataset, names))
        },
        console,
    )?;
    let names = args.data.names(&args.output, console);
    let context = console.context();
    // Whoever reads it in a file reads all of it.
    let is_whole = args.more || args.output.is_file();
    let page = if is_whole { pages::compare } else { pages::compare_at_a_glance };
    let shown = Presentation::new(|| page(&result, &context));
    let shown = shown.plots(&args.plot, || pages::compare_plots(&result, &context));
    let shown = shown.on_table(&dataset, None, options.seed);
    args.output.report_in(names, &result, &shown, grid::comparison, console)
}
