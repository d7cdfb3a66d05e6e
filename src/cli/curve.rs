//! `melon curve`: how many melons does it take?

use super::args::DataArgs;
use super::failure::Failure;
use super::output::OutputArgs;
use super::overwrite;
use super::progress::with_bar;
use super::session::Session;
use crate::data::{Builtin, Goal};
use crate::report::{grid, text};
use crate::task::curve::{CurveModel, CurveOptions, curve};

/// Rows of `melon-field` unless the user says otherwise: enough for splits that overlap little.
const FIELD_ROWS: usize = 20_000;

/// As typed.
#[derive(Debug, clap::Args)]
#[command(mut_arg("data_name", |arg| arg.default_value("melon-field")))]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[arg(long, value_delimiter = ',', default_value = "logistic,naive-bayes", value_name = "MODELS")]
    models: Vec<Kind>,
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "0,1,10",
        allow_negative_numbers = true,
        value_name = "NUMBERS"
    )]
    l2: Vec<f64>,
    #[arg(long, value_delimiter = ',', value_name = "N,...")]
    sizes: Vec<usize>,
    #[arg(long, default_value_t = 100, value_name = "N")]
    splits: usize,
    #[arg(long, default_value_t = 0.3, allow_negative_numbers = true, value_name = "SHARE")]
    test_share: f64,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Logistic,
    NaiveBayes,
    #[value(name = "ngram")]
    NGram,
    Gpt,
}

impl Args {
    fn options(&self) -> CurveOptions {
        let mut models = Vec::new();
        for kind in &self.models {
            match kind {
                Kind::Logistic => models.extend(self.l2.iter().map(|&l2| CurveModel::Logistic { l2 })),
                Kind::NaiveBayes => models.push(CurveModel::NaiveBayes),
                Kind::NGram => models.push(CurveModel::NGram),
                Kind::Gpt => models.push(CurveModel::Gpt),
            }
        }
        CurveOptions {
            models,
            sizes: self.sizes.clone(),
            n_splits: self.splits,
            test_share: self.test_share,
            seed: self.data.source.seed,
        }
    }
}

/// Resolve, load, measure, report, write.
pub(super) fn run(mut args: Args, session: &Session) -> Result<(), Failure> {
    let options = args.options();
    if args.data.data == Builtin::MelonField.entry().name {
        args.data.source.rows.get_or_insert(FIELD_ROWS);
    }
    overwrite::refuse(args.output.output.as_deref(), &args.data.data, &[], session)?;
    let dataset = args.data.load(Goal::Classify, None, session)?;
    let result = with_bar(session, options.n_splits, |done| curve(&dataset, &options, done))?;
    args.output.report(&result, || text::curve(&result, &session.context()), grid::curve, session)
}
