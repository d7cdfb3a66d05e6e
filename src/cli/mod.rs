//! The command line: resolve options, load, call a task, report, write.
//!
//! One thin file a command. What is said comes from [`crate::report`]; only this room knows
//! the terminal.

mod args;
mod browser;
mod charset;
mod chat;
mod classifier_args;
mod classify;
mod cluster;
mod compare;
mod completions;
mod console;
mod curve;
mod data;
mod data_file;
mod distributed;
mod doctor;
mod explain;
mod export;
mod failure;
mod files;
mod finetune;
mod fingerprint;
mod generate;
mod harmless;
mod in_passes;
mod interrupt;
mod lab;
mod lab_run;
mod ladder;
mod language;
mod language_args;
mod localise;
mod manual;
mod output;
mod overview;
mod png;
mod predict;
mod presentation;
mod pretrain;
mod pretrain_ngram;
mod progress;
mod regress;
mod sampling;
mod scale;
mod score;
mod script;
mod serve;
mod teach;
mod terminal;
mod tour;
mod train_args;
mod tree;
mod tree_args;
mod typed;
mod usage;
mod watch;

use crate::report::page;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use console::Console;
use failure::Failure;
use std::ffi::OsString;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "melon", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, args_override_self = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[arg(long, global = true, value_parser = ["zh", "en"], value_name = "LANG")]
    lang: Option<String>,
    #[arg(short, long, global = true)]
    quiet: bool,
}

/// One variant a command, in the order of the help.
#[derive(Debug, Subcommand)]
enum Command {
    Classify(classify::Args),
    Tree(tree::Args),
    Regress(regress::Args),
    Cluster(cluster::Args),
    Predict(predict::Args),
    Export(export::Args),
    #[command(subcommand)]
    Data(data::DataCommand),
    Generate(generate::Args),
    Pretrain(pretrain::Args),
    Finetune(finetune::Args),
    Chat(chat::Args),
    Score(score::Args),
    Ladder(ladder::Args),
    Compare(compare::Args),
    Curve(curve::Args),
    Scale(scale::Args),
    Tour(tour::Args),
    #[command(subcommand)]
    Lab(lab::LabCommand),
    Explain(explain::Args),
    Teach(teach::Args),
    Serve(serve::Args),
    Doctor(doctor::Args),
    #[cfg(feature = "cluster")]
    ClusterScheduler(distributed::processes::SchedulerArgs),
    #[cfg(feature = "cluster")]
    ClusterExecutor(distributed::processes::ExecutorArgs),
    Completions(completions::Args),
    #[command(hide = true)]
    Manual(manual::Args),
}

/// Whether these arguments make a server, whose main thread only waits.
pub fn serves(args: &[OsString]) -> bool {
    args.iter().skip(1).any(|arg| arg == "serve")
}

/// The command line in `lang`.
fn command(lang: crate::report::Lang) -> clap::Command {
    localise::localise(Cli::command(), lang)
}

/// Runs the program with these arguments, its own name first. Returns the exit code: 0
/// done, 1 failed, 2 wrong usage.
pub fn run(args: Vec<OsString>) -> u8 {
    let lang = language::choose(&args);
    let args = files::plot_as_one_word(files::without_stdout(usage::help_as_flag(args)));
    let mut root = command(lang);
    let parsed = root.try_get_matches_from_mut(&args).and_then(|matches| {
        let typed = typed::typed(&root, &matches);
        Ok((Cli::from_arg_matches(&matches)?, typed))
    });
    let outcome = match parsed {
        Ok((cli, typed)) => {
            let named_well = files::check(&typed, lang);
            let console = Console::new(lang, cli.quiet, typed);
            named_well.and_then(|()| dispatch(cli, &mut root, &console))
        }
        Err(error) => {
            let console = Console::new(lang, false, page::Command::new("help"));
            usage::answer(error, &root, &args, &console)
        }
    };
    match outcome {
        Ok(()) => 0,
        Err(failure) => failure.say(lang),
    }
}

fn dispatch(cli: Cli, root: &mut clap::Command, console: &Console) -> Result<(), Failure> {
    match cli.command {
        None => overview::run(console),
        Some(Command::Classify(args)) => classify::run(args, console),
        Some(Command::Tree(args)) => tree::run(args, console),
        Some(Command::Regress(args)) => regress::run(args, console),
        Some(Command::Cluster(args)) => cluster::run(args, console),
        Some(Command::Predict(args)) => predict::run(args, console),
        Some(Command::Export(args)) => export::run(args, console),
        Some(Command::Data(command)) => data::run(command, console),
        Some(Command::Generate(args)) => generate::run(args, console),
        Some(Command::Pretrain(args)) => pretrain::run(args, console),
        Some(Command::Finetune(args)) => finetune::run(args, console),
        Some(Command::Chat(args)) => chat::run(args, console),
        Some(Command::Score(args)) => score::run(args, console),
        Some(Command::Ladder(args)) => ladder::run(args, console),
        Some(Command::Compare(args)) => compare::run(args, console),
        Some(Command::Curve(args)) => curve::run(args, console),
        Some(Command::Scale(args)) => scale::run(args, console),
        Some(Command::Lab(command)) => lab::run(command, console),
        Some(Command::Explain(args)) => explain::run(args, console),
        Some(Command::Teach(args)) => teach::run(args, console),
        Some(Command::Tour(args)) => tour::run(args, console),
        Some(Command::Serve(args)) => serve::run(args, console),
        Some(Command::Doctor(args)) => doctor::run(args, console),
        #[cfg(feature = "cluster")]
        Some(Command::ClusterScheduler(args)) => distributed::processes::scheduler(args, console),
        #[cfg(feature = "cluster")]
        Some(Command::ClusterExecutor(args)) => distributed::processes::executor(args, console),
        Some(Command::Manual(args)) => manual::run(args, root, console),
        Some(Command::Completions(args)) => completions::run(args, root, console),
    }
}
