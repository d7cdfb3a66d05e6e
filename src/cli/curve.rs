//! `melon curve`: how many melons does it take?

use super::args::DataArgs;
use super::classifier_args::{ClassifierLists, model_name, refuse_unread};
use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::presentation::{PlotArgs, Presentation};
use super::progress::with_bar;
use super::script::{self, ScriptArgs};
use crate::data::{Builtin, Goal};
use crate::report::page::Page;
use crate::report::script::{Splits, Tested};
use crate::report::{grid, pages};
use crate::task::TaskError;
use crate::task::classifiers::ModelName;
use crate::task::curve::{CurveModel, CurveOptions, FIELD_ROWS, curve, splits_of};

/// As typed.
#[derive(Debug, clap::Args)]
#[command(mut_arg("data_name", |arg| arg.default_value("melon-field")))]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(long, value_delimiter = ',', value_parser = model_name(|_| true), default_value = "logistic,naive-bayes", value_name = "MODELS")]
    models: Vec<ModelName>,
    #[command(flatten)]
    of_models: ClassifierLists,
    #[arg(long, value_delimiter = ',', value_name = "N,...")]
    sizes: Vec<usize>,
    #[arg(long, default_value_t = 100, value_name = "N")]
    splits: usize,
    #[arg(long, default_value_t = 0.3, value_name = "SHARE")]
    test_share: f64,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    script: ScriptArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    fn options(&self) -> Result<CurveOptions, TaskError> {
        let settings = self.of_models.all(&self.models)?;
        Ok(CurveOptions {
            models: self.models.iter().flat_map(|&name| CurveModel::each(name, &settings)).collect(),
            sizes: self.sizes.clone(),
            n_splits: self.splits,
            test_share: self.test_share,
            seed: self.data.source.seed,
        })
    }
}

/// Resolve, load, measure, report, write.
pub(super) fn run(mut args: Args, console: &Console) -> Result<(), Failure> {
    refuse_unread(&args.models, &[], console)?;
    let options = args.options()?;
    if args.data.data == Builtin::MelonField.entry().name {
        args.data.source.rows.get_or_insert(FIELD_ROWS);
    }
    let dataset = args.data.load(Goal::Classify, None, console)?;
    let result = with_bar(console, options.n_splits, |done| curve(&dataset, &options, done))?;
    script::write_any(
        &args.script,
        |typed| {
            let all = splits_of(&result)?.into_iter().map(|split| (split.test, split.train)).collect();
            let models = result.options.models.iter().map(|model| (model.to_string(), model.alone()));
            let names = args.data.source.names(&args.data.data, true, console);
            let splits = Splits { sizes: result.sizes.clone(), all };
            script::together(&typed, models, Tested::Splits(splits), (&dataset, names))
        },
        console,
    )?;
    let names = args.data.names(&args.output, console);
    let shown =
        Presentation::new(|| pages::curve(&result, &console.context())).plots(&args.plot, || Page::new(console.lang));
    args.output.report_in(names, &result, &shown.on_table(&dataset, None, options.seed), grid::curve, console)
}
