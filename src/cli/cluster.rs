//! `melon cluster`: which belong together?

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
use crate::report::words::usage as words;
use crate::report::{grid, pages};
use crate::store::SavedModel;
use crate::task::cluster::{ClusterOptions, Clustering, cluster};
use crate::task::in_passes::cluster_in_passes;
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(long, default_value_t = 3, value_name = "K")]
    k: usize,
    #[arg(long, value_name = "FROM..TO")]
    k_range: Option<String>,
    #[arg(long, default_value = "k-means++", value_name = "START")]
    init: String,
    #[arg(long, value_name = "N")]
    n_init: Option<usize>,
    #[arg(long, default_value_t = 300, value_name = "N")]
    max_iter: usize,
    #[arg(long, default_value_t = 1e-4, value_name = "NUMBER")]
    tol: f64,
    #[arg(long)]
    standardize: bool,
    #[arg(long)]
    trace: bool,
    #[arg(long, value_name = "COLUMN")]
    labels: Option<String>,
    #[arg(long, default_value = "auto", value_name = "ENGINE")]
    engine: EngineName,
    #[arg(long, value_name = "MODEL.json")]
    save: Option<PathBuf>,
    #[command(flatten)]
    memory: MemoryArgs,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    script: ScriptArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    fn options(&self, console: &Console) -> Result<ClusterOptions, Failure> {
        let init = self.init.parse()?;
        Ok(ClusterOptions {
            engine: self.engine.into(),
            k: self.k,
            init,
            n_init: self.n_init,
            max_iter: self.max_iter,
            tol: self.tol,
            standardize: self.standardize,
            trace: self.trace,
            k_range: self.k_range.as_deref().map(|text| range(text, console)).transpose()?,
            seed: self.data.source.seed,
        })
    }
}

/// `2..8`, both ends meant.
fn range(text: &str, console: &Console) -> Result<[usize; 2], Failure> {
    let ends =
        text.split_once("..").map(|(low, high)| (low.trim().parse(), high.trim().trim_start_matches('=').parse()));
    match ends {
        Some((Ok(low), Ok(high))) if 0 < low && low <= high => Ok([low, high]),
        _ => Err(usage::bad_option("k-range", text, words::WantedRange.text(console.lang), console.lang)),
    }
}

/// Resolve, load, cluster, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let options = args.options(console)?;
    let unfit = [("--plot", args.plot.plot.is_some()), ("--script", args.script.script.is_some())];
    let labels = args.labels.as_deref();
    let asked =
        TableRequest { data: &args.data, engine: args.engine, goal: Goal::Cluster, labels, melons: &[], unfit: &unfit };
    let (result, dataset) = args.memory.fit(
        &asked,
        console,
        |dataset, _| Ok(with_spinner(console, || cluster(dataset, &options))?),
        |data, _, memory| cluster_in_passes(data, &options, memory),
    )?;
    show(&args, &result, &dataset, options.seed, console)
}

fn show(args: &Args, result: &Clustering, dataset: &Dataset, seed: u64, console: &Console) -> Result<(), Failure> {
    if let Some(path) = &args.save {
        let saved = SavedModel::of_clustering(result, fingerprint(dataset, result.in_passes.as_ref()));
        console.save(path, &saved.with_markers(args.data.source.markers()))?;
    }
    let names = args.data.names(&args.output, console);
    let english = args.data.source.names(&args.data.data, true, console) == OutputNames::English;
    script::write(&args.script, |typed| Ok(Recipe::of_clustering(result, dataset, typed, english)), console)?;
    let context = console.context();
    let shown = Presentation::new(|| pages::cluster(result, &context));
    let shown = shown.plots(&args.plot, || pages::cluster_plots(result, &context));
    let shown = shown.on_table(dataset, result.in_passes.as_ref(), seed);
    args.output.report_in(names, result, &shown, grid::clustering, console)
}
