//! Puts the help of every command and flag onto the clap tree, in the user's language.

use crate::report::render::terminal::{pad, width};
use crate::report::words::{help, usage as words};
use crate::report::{Lang, Say};
use clap::{Arg, ArgAction, Command};

/// Flags that every command has: they stand at the end.
const LAST: [&str; 4] = ["lang", "quiet", "help", "version"];

/// Help is no wider than this.
const WIDTH: usize = 80;
/// A longer command does not push the others' explanations to the right.
const LONG_COMMAND: usize = 48;

/// The tree with all its words. A missing word is found by the test below.
pub(super) fn localise(root: Command, lang: Lang) -> Command {
    let root = root.arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    walk(root, "", lang)
}

/// One command and those below it; `path` is empty for the root, then `data` or `data list`.
fn walk(command: Command, path: &str, lang: Lang) -> Command {
    let key = if path.is_empty() { "melon" } else { path };
    let help_flag = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .about(help(lang, key).unwrap_or_default())
        .arg(help_flag)
        .subcommand_help_heading(words::Commands.text(lang))
        .args_override_self(true)
        .max_term_width(WIDTH)
        .help_template(template(lang));
    if let Some(examples) = help(lang, &format!("{key}!")) {
        command = command.after_help(set_examples(examples, lang));
    }
    if path.is_empty() {
        let codes = words::ExitCodes.text(lang);
        command = command.after_help(format!(
            "\u{1b}[1m{}{}\u{1b}[0m\n{codes}",
            words::ExitCode.text(lang),
            lang.language().colon
        ));
    }
    let last = path.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut place = 0..;
    command = command.mut_args(|arg| flag(arg, &last, lang).display_order(place.next().unwrap_or_default()));
    command = command.mut_args(last_of_all);
    let usage = usage_line(&command, path, lang);
    command = command.override_usage(usage);
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in below {
        let path = if path.is_empty() { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(name, |sub| walk(sub, &path, lang));
    }
    command
}

/// `melon classify [options] [DATA]`, in the user's language.
fn usage_line(command: &Command, path: &str, lang: Lang) -> String {
    let mut line = format!("melon {path}").trim_end().to_owned();
    line += &format!(" [{}]", words::Options.text(lang));
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        line += &if arg.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") };
    }
    if command.has_subcommands() {
        line += &format!(" <{}>", words::Command.text(lang));
    }
    line
}

fn template(lang: Lang) -> String {
    let usage = words::Usage.text(lang);
    let colon = lang.language().colon;
    format!("{{about}}\n\n\u{1b}[1m{usage}{colon}\u{1b}[0m {{usage}}\n\n{{all-args}}{{after-help}}")
}

fn set_examples(examples: &str, lang: Lang) -> String {
    let examples: Vec<(&str, &str)> =
        examples.lines().map(|line| line.split_once("  ").unwrap_or((line, ""))).collect();
    let widths = examples.iter().map(|(command, _)| width(command));
    let column = widths.filter(|&width| width <= LONG_COMMAND).max().unwrap_or(0);
    let lines: Vec<String> = examples.iter().map(|(command, what)| set_example(command, what.trim(), column)).collect();
    format!("\u{1b}[1m{}{}\u{1b}[0m\n{}", words::Examples.text(lang), lang.language().colon, lines.join("\n"))
}

/// A command and what it is for, which goes below it where one line is too short for both.
fn set_example(command: &str, what: &str, column: usize) -> String {
    if width(command) <= column && 2 + column + 3 + width(what) <= WIDTH {
        return format!("  {}   {what}", pad(command, column)).trim_end().to_owned();
    }
    format!("  {command}\n      {what}").trim_end().to_owned()
}

/// A flag's help, with its default and what it may be. `-1` behind it is its value, right or wrong, and no other flag.
fn flag(arg: Arg, command: &str, lang: Lang) -> Arg {
    let is_valued = arg.get_action().takes_values() && !arg.is_positional();
    let arg = if is_valued { arg.allow_negative_numbers(true) } else { arg };
    let text = text_of(arg.get_id().as_str(), command, lang).unwrap_or_default();
    let takes_value = arg.get_action().takes_values();
    let mut help = text.to_owned();
    let possible: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes_value && !possible.is_empty() {
        help += &format!(" {}", words::PossibleValues { values: possible.join(" | ") }.say(lang));
    }
    let defaults: Vec<String> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into()).collect();
    if takes_value && !defaults.is_empty() {
        help += &format!(" {}", words::DefaultValue { value: defaults.join(",") }.say(lang));
    }
    let heading = if arg.is_positional() { words::Arguments.text(lang) } else { words::Options.text(lang) };
    let arg = arg.help(help).help_heading(heading);
    if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// What every command has stands behind what is its own.
fn last_of_all(arg: Arg) -> Arg {
    match LAST.iter().position(|id| arg.get_id() == id) {
        Some(place) => arg.display_order(1000 + place),
        None => arg,
    }
}

/// The words for a flag, those particular to the command first.
pub(super) fn text_of(id: &str, command: &str, lang: Lang) -> Option<&'static str> {
    help(lang, &format!("{command}.{id}")).or_else(|| help(lang, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every(command: &Command, see: &mut impl FnMut(&Command)) {
        see(command);
        command.get_subcommands().for_each(|sub| every(sub, see));
    }

    #[test]
    fn every_command_and_flag_has_help_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let root = super::super::command(lang);
            every(&root, &mut |command| {
                let name = command.get_name();
                assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{name}");
                for arg in command.get_arguments() {
                    let id = arg.get_id();
                    assert!(arg.get_help().is_some_and(|help| !help.to_string().trim().is_empty()), "{name} {id}");
                }
                let leaf = command.get_subcommands().next().is_none();
                assert!(!leaf || command.get_after_help().is_some(), "{name} has no examples");
            });
        }
    }

    #[test]
    fn help_fits_eighty_columns() {
        for lang in [Lang::Zh, Lang::En] {
            let root = super::super::command(lang).term_width(80);
            every(&root, &mut |command| {
                let help = command.clone().term_width(80).render_help().to_string();
                let is_command = |line: &str| line.trim().starts_with("melon ") && !line.trim().contains("  ");
                for line in help.lines().filter(|line| !is_command(line)) {
                    assert!(width(line) <= WIDTH, "{}: {line}", command.get_name());
                }
            });
        }
    }
}
