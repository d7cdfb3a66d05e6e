//! `melon tree`: twenty questions about a melon.

use super::args::{DataArgs, EngineName};
use super::classifier_args::ClassifierArgs;
use super::classify;
use super::console::Console;
use super::failure::Failure;
use super::output::OutputArgs;
use super::presentation::PlotArgs;
use super::script::ScriptArgs;
use super::tree_args::{TreeArgs, TreeShow};
use crate::task::classifiers::ModelName;
use std::path::PathBuf;

/// As typed: `classify --model tree`, on the table of the book's example.
#[derive(Debug, clap::Args)]
#[command(mut_arg("data_name", |arg| arg.default_value("watermelon-2.0")))]
pub(super) struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    tree: TreeArgs,
    #[command(flatten)]
    show: TreeShow,
    #[arg(long, default_value = "auto", value_name = "SCHEME")]
    cv: String,
    #[arg(long, default_value_t = 0.5, value_name = "P")]
    threshold: f64,
    #[arg(id = "melon_input", long = "melon", value_name = "NAME=VALUE,...")]
    melons: Vec<String>,
    #[arg(long, value_name = "MODEL.json")]
    save: Option<PathBuf>,
    #[command(flatten)]
    plot: PlotArgs,
    #[command(flatten)]
    script: ScriptArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// A classification by a tree.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let Args { data, tree, show, cv, threshold, melons, save, plot, script, output } = args;
    let (model, of_model) = (ModelName::Tree, ClassifierArgs::of_tree(tree));
    let (standardize, engine) = (false, EngineName::Auto);
    let args = classify::Args {
        l2_path: false,
        data,
        model,
        of_model,
        show,
        memory: Default::default(),
        cv,
        threshold,
        standardize,
        melons,
        engine,
        plot,
        script,
        save,
        output,
    };
    classify::run(args, console)
}
