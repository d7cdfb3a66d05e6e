//! A command line that cannot be meant, explained in the user's language.

use super::console::Console;
use super::failure::Failure;
use super::{localise, output};
use crate::data::catalogue::MOST_FIELD_ROWS;
use crate::report::words::usage as words;
use crate::report::{Lang, Say};
use crate::task::{Cv, TaskError};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// `melon help classify` means `melon classify --help`.
pub(super) fn help_as_flag(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|arg| arg == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// Help and version go to stdout; everything else is wrong usage. `root` is the whole command line.
pub(super) fn answer(
    error: clap::Error,
    root: &clap::Command,
    args: &[OsString],
    console: &Console,
) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::page(&error.render().ansi().to_string(), None, console)
        }
        _ => Err(Failure::Usage(explain(&error, root, &command_of(args, root), console.lang))),
    }
}

/// A value of an option that clap took but that makes no sense.
pub(super) fn bad_option(option: &str, value: &str, wanted: &str, lang: Lang) -> Failure {
    Failure::Usage(words::BadOption { option, value, wanted }.say(lang))
}

/// Whether a synthetic table can have so many rows.
pub(super) fn rows(rows: usize, lang: Lang) -> Result<(), Failure> {
    match rows {
        0 => Err(bad_option("rows", "0", words::WantedRows.text(lang), lang)),
        1..=MOST_FIELD_ROWS => Ok(()),
        _ => Err(bad_option(
            "rows",
            &rows.to_string(),
            &words::WantedFewerRows { most: MOST_FIELD_ROWS }.say(lang),
            lang,
        )),
    }
}

/// What `--cv` says.
pub(super) fn cv(text: &str, lang: Lang) -> Result<Cv, Failure> {
    text.parse().map_err(|error: TaskError| Failure::Usage(error.say(lang)))
}

fn explain(error: &clap::Error, root: &clap::Command, command: &str, lang: Lang) -> String {
    let context = |kind| error.get(kind).map(|value| context_text(value, lang)).unwrap_or_default();
    let arg = || context(ContextKind::InvalidArg);
    let value = || context(ContextKind::InvalidValue);
    let mut parts = match error.kind() {
        ErrorKind::UnknownArgument => unknown_argument(&arg(), root, command, lang),
        ErrorKind::InvalidSubcommand => {
            let commands = lang.names(below(root, command).get_subcommands().map(clap::Command::get_name));
            let found = context(ContextKind::InvalidSubcommand);
            vec![words::UnknownSubcommand { found }.say(lang), words::CommandsAre { list: commands }.say(lang)]
        }
        ErrorKind::InvalidValue if value().is_empty() => vec![words::EmptyValue { arg: arg() }.say(lang)],
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let seed = arg().starts_with("--seed ").then(|| words::WantedSeed.text(lang).to_owned());
            let means =
                seed.or_else(|| meaning(&arg(), root, command, lang).map(|help| words::ItMeans { help }.say(lang)));
            [Some(words::InvalidValue { arg: arg(), value: value() }.say(lang)), means].into_iter().flatten().collect()
        }
        ErrorKind::MissingRequiredArgument => vec![words::MissingArguments { list: arg() }.say(lang)],
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            vec![words::MissingSubcommand.text(lang).to_owned()]
        }
        ErrorKind::ArgumentConflict => {
            vec![words::Conflict { one: arg(), other: context(ContextKind::PriorArg) }.say(lang)]
        }
        ErrorKind::TooManyValues => vec![words::ExtraValue { value: value() }.say(lang)],
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            vec![words::EmptyValue { arg: arg() }.say(lang)]
        }
        ErrorKind::InvalidUtf8 => vec![words::NotUnicode.text(lang).to_owned()],
        other => vec![words::Other { message: other }.say(lang)],
    };
    let is_elsewhere = error.kind() == ErrorKind::UnknownArgument && is_of_others(&arg(), root);
    parts.extend(suggestion(error, lang).filter(|_| !is_elsewhere));
    let valid = context(ContextKind::ValidValue);
    if !valid.is_empty() {
        parts.push(words::MayBe { list: valid }.say(lang));
    }
    format!("{}\n{}", lang.sentences(parts), words::MoreHelp { command }.say(lang))
}

/// What is no option of this command: one of others, none at all, or a word too many.
fn unknown_argument(found: &str, root: &clap::Command, command: &str, lang: Lang) -> Vec<String> {
    if !found.starts_with('-') {
        return vec![words::ExtraValue { value: found }.say(lang)];
    }
    let commands = lang.names(having(root, found.trim_start_matches('-')));
    match found {
        "--script" => vec![words::NoScriptHere { command, commands }.say(lang)],
        _ if commands.is_empty() => vec![words::UnknownArgument { found }.say(lang)],
        "--memory" if command == "melon predict" => {
            let elsewhere = words::OptionElsewhere { command, option: found, commands }.say(lang);
            vec![elsewhere, words::Streams.text(lang).to_owned()]
        }
        _ => vec![words::OptionElsewhere { command, option: found, commands }.say(lang)],
    }
}

/// Whether other commands have this option.
fn is_of_others(found: &str, root: &clap::Command) -> bool {
    found.starts_with('-') && !having(root, found.trim_start_matches('-')).is_empty()
}

/// The commands that have this option, `data show` among them.
fn having(root: &clap::Command, option: &str) -> Vec<String> {
    let has = |command: &&clap::Command| command.get_arguments().any(|own| own.get_long() == Some(option));
    let with_those_below = |command: &clap::Command| {
        let name = command.get_name().to_owned();
        let below = command.get_subcommands().filter(has).map(|below| format!("{name} {}", below.get_name()));
        has(&command).then(|| name.clone()).into_iter().chain(below).collect::<Vec<_>>()
    };
    root.get_subcommands().flat_map(with_those_below).collect()
}

/// The command `melon data show`, as far as there is one.
fn below<'a>(root: &'a clap::Command, command: &str) -> &'a clap::Command {
    command
        .split(' ')
        .skip(1)
        .try_fold(root, |found, name| found.find_subcommand(name).ok_or(found))
        .unwrap_or_else(|last| last)
}

/// `melon data show`: the command as far as it was understood.
fn command_of(args: &[OsString], root: &clap::Command) -> String {
    let mut command = root;
    let mut path = vec!["melon"];
    for arg in args.iter().skip(1) {
        if let Some(below) = arg.to_str().and_then(|name| command.find_subcommand(name)) {
            command = below;
            path.push(below.get_name());
        }
    }
    path.join(" ")
}

fn suggestion(error: &clap::Error, lang: Lang) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let named = kinds.into_iter().find_map(|kind| error.get(kind)).map(|value| context_text(value, lang))?;
    Some(words::DidYouMean { name: named }.say(lang))
}

fn context_text(value: &ContextValue, lang: Lang) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => lang.names(texts),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The help of `--l2 <L2>` of this command: its key is not always the flag's name.
fn meaning(arg: &str, root: &clap::Command, command: &str, lang: Lang) -> Option<&'static str> {
    let flag = arg.split(' ').next()?.trim_start_matches('-');
    let last = command.split(' ').skip(1).last().unwrap_or_default();
    let id = below(root, command).get_arguments().find(|own| own.get_long() == Some(flag))?.get_id().as_str();
    localise::text_of(id, last, lang)
}
