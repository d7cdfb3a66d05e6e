//! `melon regress`: how sweet is it?

use super::args::{DataArgs, EngineName, fingerprint};
use super::console::Console;
use super::failure::Failure;
use super::in_passes::{MemoryArgs, TableRequest};
use super::output::{OutputArgs, OutputNames};
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_spinner;
use super::script::{self, ScriptArgs};
use super::usage;
use crate::data::{Dataset, Goal};
use crate::report::script::Recipe;
use crate::report::{grid, pages};
use crate::store::SavedModel;
use crate::task::in_passes::regress_in_passes;
use crate::task::regress::{RegressOptions, Regression, line, regress};
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(long, default_value_t = 0.0, value_name = "NUMBER")]
    l2: f64,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    cv: String,
    #[arg(long)]
    standardize: bool,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    melons: Vec<String>,
    #[arg(long, default_value = "auto", value_name = "ENGINE")]
    engine: EngineName,
    #[command(flatten)]
    memory: MemoryArgs,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    script: ScriptArgs,
    #[arg(long, value_name = "MODEL.json")]
    save: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Resolve, load, regress, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let options = RegressOptions {
        engine: args.engine.into(),
        l2: args.l2,
        standardize: args.standardize,
        cv: usage::cv(&args.cv, console.lang)?,
        seed: args.data.source.seed,
    };
    let unfit = [("--plot", args.plot.plot.is_some()), ("--script", args.script.script.is_some())];
    let asked = TableRequest {
        data: &args.data,
        engine: args.engine,
        goal: Goal::Regress,
        labels: None,
        melons: &args.melons,
        unfit: &unfit,
    };
    let (result, dataset) = args.memory.fit(
        &asked,
        console,
        |dataset, melons| Ok(with_spinner(console, || regress(dataset, &options, melons))?),
        |data, melons, memory| regress_in_passes(data, &options, melons, memory),
    )?;
    show(&args, &result, &dataset, options.seed, console)
}

fn show(args: &Args, result: &Regression, dataset: &Dataset, seed: u64, console: &Console) -> Result<(), Failure> {
    if let Some(path) = &args.save {
        let saved = SavedModel::of_regression(result, fingerprint(dataset, result.in_passes.as_ref()));
        console.save(path, &saved.with_markers(args.data.source.markers()))?;
    }
    let english = args.data.source.names(&args.data.data, true, console) == OutputNames::English;
    script::write(&args.script, |typed| Ok(Recipe::of_regression(result, dataset, typed, english)), console)?;
    let context = console.context();
    let names = args.data.names(&args.output, console);
    let plots = || pages::regress_plots(result, line(dataset, result).as_ref(), &context);
    let shown = Presentation::new(|| pages::regress(result, &context)).plots(&args.plot, plots);
    let shown = shown.on_table(dataset, result.in_passes.as_ref(), seed);
    args.output.report_in(names, result, &shown, grid::regression, console)
}
