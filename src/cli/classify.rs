//! `melon classify`: is it ripe?

use super::args::{DataArgs, EngineName, fingerprint, melons};
use super::classifier_args::{ClassifierArgs, model_name, refuse_unread};
use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::overwrite;
use super::progress::with_spinner;
use super::usage;
use crate::data::Goal;
use crate::report::words::classify as words;
use crate::report::{grid, pages};
use crate::store::SavedModel;
use crate::task::classifiers::ModelName;
use crate::task::classify::{ClassifyOptions, classify};
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(long, default_value = "logistic", value_parser = model_name(|entry| entry.is_saved), value_name = "MODEL")]
    model: ModelName,
    #[command(flatten)]
    of_model: ClassifierArgs,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    cv: String,
    #[arg(long, default_value_t = 0.5, allow_negative_numbers = true, value_name = "P")]
    threshold: f64,
    #[arg(long)]
    standardize: bool,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    melons: Vec<String>,
    #[arg(long, default_value = "auto", value_name = "ENGINE")]
    engine: EngineName,
    #[arg(long)]
    plot: bool,
    #[arg(long, value_name = "MODEL.json")]
    save: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    fn options(&self, console: &Console) -> Result<ClassifyOptions, Failure> {
        Ok(ClassifyOptions {
            model: self.model,
            engine: self.engine.into(),
            l2: self.of_model.l2,
            own: self.of_model.own(),
            threshold: self.threshold,
            standardize: self.standardize,
            cv: usage::cv(&self.cv, console.lang)?,
            seed: self.data.source.seed,
            ..ClassifyOptions::default()
        })
    }
}

/// Resolve, load, classify, report, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    refuse_unread(&[args.model], console)?;
    let options = args.options(console)?;
    overwrite::refuse(args.output.output.as_deref(), &args.data.data, &[args.save.as_deref()], console)?;
    let dataset = args.data.load(Goal::Classify, None, console)?;
    let melons = melons(&args.melons, &dataset)?;
    let result = with_spinner(console, || classify(&dataset, &options, &melons))?;
    if let Some(path) = &args.save {
        console.save(path, &SavedModel::of_classification(&result, fingerprint(&dataset)))?;
        if result.fit.is_separated() {
            console.note(words::SeparatedSaved.text(console.lang));
        }
    }
    let context = console.context();
    let page = || {
        let page = pages::classify(&result, &context);
        if args.plot { page.followed_by(pages::sigmoid(&result, &context)) } else { page }
    };
    let names = args.data.names(&args.output, console);
    args.output.report_in(names, &result, page, grid::classification, console)
}
