//! The command line: resolve options, load, call a task, report, write.
//!
//! One thin file a command. What is said comes from [`crate::report`]; only this room knows
//! the terminal.

mod args;
mod chat;
mod classify;
mod cluster;
mod compare;
mod completions;
mod count;
mod curve;
mod data;
mod failure;
mod finetune;
mod generate;
mod interrupt;
mod keeper;
mod ladder;
mod language;
mod language_args;
mod localise;
mod output;
mod overview;
mod overwrite;
mod predict;
mod pretrain;
mod progress;
mod regress;
mod sampling;
mod scale;
mod score;
mod session;
mod terminal;
mod tour;
mod train_args;
mod trainer;
mod typed;
mod usage;

use crate::report::page;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Failure;
use session::Session;
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
    Regress(regress::Args),
    Cluster(cluster::Args),
    Predict(predict::Args),
    #[command(subcommand)]
    Data(data::Command),
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
    Completions(completions::Args),
}

/// The command line in `lang`.
fn command(lang: crate::report::Lang) -> clap::Command {
    localise::localise(Cli::command(), lang)
}

/// Runs the program with these arguments, its own name first. Returns the exit code: 0
/// done, 1 failed, 2 wrong usage.
pub fn run(args: Vec<OsString>) -> u8 {
    let lang = language::choose(&args);
    let args = usage::help_as_flag(args);
    let mut root = command(lang);
    let parsed = root.try_get_matches_from_mut(&args).and_then(|matches| {
        let typed = typed::typed(&root, &matches);
        Ok((Cli::from_arg_matches(&matches)?, typed))
    });
    let outcome = match parsed {
        Ok((cli, typed)) => {
            let session = Session::new(lang, cli.quiet, &args, typed);
            dispatch(cli, &session)
        }
        Err(error) => usage::answer(error, &args, &Session::new(lang, false, &args, page::Command::new("help"))),
    };
    match outcome {
        Ok(()) => 0,
        Err(failure) => failure.say(lang),
    }
}

fn dispatch(cli: Cli, session: &Session) -> Result<(), Failure> {
    match cli.command {
        None => overview::run(session),
        Some(Command::Classify(args)) => classify::run(args, session),
        Some(Command::Regress(args)) => regress::run(args, session),
        Some(Command::Cluster(args)) => cluster::run(args, session),
        Some(Command::Predict(args)) => predict::run(args, session),
        Some(Command::Data(command)) => data::run(command, session),
        Some(Command::Generate(args)) => generate::run(args, session),
        Some(Command::Pretrain(args)) => pretrain::run(args, session),
        Some(Command::Finetune(args)) => finetune::run(args, session),
        Some(Command::Chat(args)) => chat::run(args, session),
        Some(Command::Score(args)) => score::run(args, session),
        Some(Command::Ladder(args)) => ladder::run(args, session),
        Some(Command::Compare(args)) => compare::run(args, session),
        Some(Command::Curve(args)) => curve::run(args, session),
        Some(Command::Scale(args)) => scale::run(args, session),
        Some(Command::Tour(args)) => tour::run(args, session),
        Some(Command::Completions(args)) => completions::run(args, session),
    }
}
