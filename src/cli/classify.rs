//! `melon classify`: is it ripe?

use super::args::{DataArgs, EngineName, Missing, fingerprint};
use super::classifier_args::{ClassifierArgs, model_name, refuse_unread};
use super::console::Console;
use super::failure::Failure;
use super::in_passes::{MemoryArgs, TableRequest};
use super::output::{OutputArgs, OutputNames};
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_spinner;
use super::script::{self, ScriptArgs};
use super::tree_args::TreeShow;
use super::usage;
use crate::data::{Dataset, Goal};
use crate::report::script::Recipe;
use crate::report::words::{classify as words, usage as usage_words};
use crate::report::{Say, grid, pages};
use crate::store::SavedModel;
use crate::task::Melon;
use crate::task::classifiers::{ModelName, ModelOption};
use crate::task::classify::{Classification, ClassifyOptions, classify, equally_good_trees, l2_path, plane};
use crate::task::in_passes::classify_in_passes;
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub data: DataArgs,
    #[arg(long, default_value = "logistic", value_parser = model_name(|entry| entry.is_saved), value_name = "MODEL")]
    pub model: ModelName,
    #[command(flatten)]
    pub of_model: ClassifierArgs,
    #[command(flatten)]
    pub show: TreeShow,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    pub cv: String,
    #[arg(long, default_value_t = 0.5, value_name = "P")]
    pub threshold: f64,
    #[arg(long)]
    pub l2_path: bool,
    #[arg(long)]
    pub standardize: bool,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    pub melons: Vec<String>,
    #[arg(long, default_value = "auto", value_name = "ENGINE")]
    pub engine: EngineName,
    #[command(flatten)]
    pub memory: MemoryArgs,
    #[command(flatten)]
    pub plot: PlotArgs,
    #[command(flatten)]
    pub script: ScriptArgs,
    #[arg(long, value_name = "MODEL.json")]
    pub save: Option<PathBuf>,
    #[command(flatten)]
    pub output: OutputArgs,
}

impl Args {
    fn options(&self, console: &Console) -> Result<ClassifyOptions, Failure> {
        Ok(ClassifyOptions {
            model: self.model,
            engine: self.engine.into(),
            l2: self.of_model.l2,
            own: self.of_model.own(console.lang)?,
            threshold: self.threshold,
            standardize: self.standardize,
            cv: usage::cv(&self.cv, console.lang)?,
            seed: self.data.source.seed,
            ..ClassifyOptions::default()
        })
    }
}

/// Resolve, load, classify, report, write.
pub(super) fn run(mut args: Args, console: &Console) -> Result<(), Failure> {
    if args.model == ModelName::Tree && !console.flags().any(|flag| flag == "--missing") {
        // A tree sends what it does not know down every branch: nothing need be filled in.
        args.data.missing = Missing::Impute;
    }
    // DataFusion reads the rows of any model that is fitted in passes.
    let reads_rows = [ModelOption::Engine];
    let by_datafusion = args.engine == EngineName::Datafusion;
    refuse_unread(&[args.model], if by_datafusion { &reads_rows } else { &[] }, console)?;
    let options = args.options(console)?;
    if let Some(option) = args.show.given().filter(|_| args.model != ModelName::Tree) {
        return Err(Failure::Usage(usage_words::OnlyOfTrees { option }.say(console.lang)));
    }
    let (plot, script) = (args.plot.plot.is_some(), args.script.script.is_some());
    let unfit = [("--plot", plot), ("--script", script), ("--l2-path", args.l2_path)];
    let asked = TableRequest {
        data: &args.data,
        engine: args.engine,
        goal: Goal::Classify,
        labels: None,
        melons: &args.melons,
        unfit: &unfit,
    };
    let (result, dataset) = args.memory.fit(
        &asked,
        console,
        |dataset, melons| in_memory(&args, dataset, melons, options.clone(), console),
        |data, melons, memory| classify_in_passes(data, &options, melons, memory),
    )?;
    show(&args, &result, &dataset, options.seed, console)
}

/// The classification of a table in memory, with what is looked for there alone.
fn in_memory(
    args: &Args,
    dataset: &Dataset,
    melons: &[Melon],
    mut options: ClassifyOptions,
    console: &Console,
) -> Result<Classification, Failure> {
    options.own.tree.prefer = args.show.preferred(dataset, console.lang)?;
    let mut result = with_spinner(console, || classify(dataset, &options, melons))?;
    if let Some(tree) = &mut result.tree {
        tree.others = args.show.ties.then(|| equally_good_trees(dataset, &options)).transpose()?;
        tree.splits.retain(|_| args.show.trace);
    }
    if args.l2_path {
        result.l2_path = Some(with_spinner(console, || l2_path(dataset, &options))?);
    }
    Ok(result)
}

fn show(args: &Args, result: &Classification, dataset: &Dataset, seed: u64, console: &Console) -> Result<(), Failure> {
    if let Some(path) = &args.save {
        let saved = SavedModel::of_classification(result, fingerprint(dataset, result.in_passes.as_ref()));
        console.save(path, &saved.with_markers(args.data.source.markers()))?;
        if result.fit.is_separated() {
            console.note(words::SeparatedSaved.text(console.lang));
        } else if !result.fit.converged {
            console.note(words::UnfinishedSaved.text(console.lang));
        }
    }
    let english = args.data.source.names(&args.data.data, true, console) == OutputNames::English;
    script::write(&args.script, |typed| Recipe::of_classification(result, dataset, typed, english), console)?;
    let context = console.context();
    let page = || {
        let mut page = pages::classify(result, &context);
        if args.show.rules {
            page = page.followed_by(pages::tree::rules(result, &context));
        }
        if args.show.ties { page.followed_by(pages::tree::others(result, &context)) } else { page }
    };
    let names = args.data.names(&args.output, console);
    let plots = || pages::classify_plots(result, plane(dataset, result).as_ref(), &context);
    let shown = Presentation::new(page).plots(&args.plot, plots);
    let shown = shown.on_table(dataset, result.in_passes.as_ref(), seed);
    args.output.report_in(names, result, &shown, grid::classification, console)
}
