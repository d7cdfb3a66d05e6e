//! `melon export MODEL --to onnx|python`: a model for other programs.

use super::args::{NamesIn, names};
use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputNames};
use crate::data::catalogue;
use crate::report::export::{ModelSource, gpt_onnx, onnx, python};
use crate::report::words::export as words;
use crate::report::{Say, json, json_in_english};
use crate::store::gpt::SavedGpt;
use crate::store::{self, language};
use crate::task::Predictor;
use std::path::PathBuf;

/// What a model is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ExportFormat {
    Onnx,
    Python,
}

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(id = "model_file", value_name = "MODEL")]
    model: PathBuf,
    #[arg(id = "export_to", long = "to", value_name = "KIND")]
    to: ExportFormat,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long, value_name = "LANG")]
    names: Option<NamesIn>,
}

/// Load, put into the reader's words, write.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let name = args.model.display().to_string();
    if let Some(saved) = language::find_gpt(&name)? {
        return gpt(&args, &saved, name, console);
    }
    let saved = store::load(&args.model)?;
    let source =
        ModelSource { data: saved.data.name.clone(), n_samples: saved.data.n_samples, melon: saved.melon.clone() };
    let is_builtin = catalogue::find(&saved.data.name).is_some();
    let mut predictor = saved.into_predictor();
    if names(args.names, is_builtin, true, console) == OutputNames::English {
        predictor = in_english(predictor);
    }
    match args.to {
        ExportFormat::Onnx => output::document(onnx(&predictor, &source), Some(&args.output), console),
        ExportFormat::Python => {
            output::document(python(&predictor, &source, console.lang), Some(&args.output), console)
        }
    }
}

/// The model with the names of the built-in tables in English.
pub(super) fn in_english(predictor: Predictor) -> Predictor {
    predictor.renamed(|model| serde_json::from_str(&json_in_english(&json(model))).expect("names alone have changed"))
}

/// A GPT, built in or saved.
fn gpt(args: &Args, saved: &SavedGpt, name: String, console: &Console) -> Result<(), Failure> {
    if args.to == ExportFormat::Python {
        return Err(Failure::Usage(words::GptIsNoFunction { name }.say(console.lang)));
    }
    let file = gpt_onnx(&saved.model, name, env!("CARGO_PKG_VERSION").to_owned());
    output::document(file, Some(&args.output), console)
}
