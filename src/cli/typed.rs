//! What the reader typed, as data, so that suggestions can continue it.

use crate::report::page::Command;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches};

/// The command that `matches` of `root` came from. Defaults are not part of it.
pub(super) fn typed(root: &clap::Command, matches: &ArgMatches) -> Command {
    let (mut command, mut matches, mut path) = (root, matches, Vec::new());
    while let Some((name, below)) = matches.subcommand() {
        path.push(name.to_owned());
        (command, matches) = (command.find_subcommand(name).unwrap_or(command), below);
    }
    let is_typed = |arg: &&Arg| matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    let (positional, flags): (Vec<&Arg>, Vec<&Arg>) =
        command.get_arguments().filter(is_typed).partition(|arg| arg.is_positional());
    let arguments = positional.into_iter().flat_map(|arg| values(arg, matches)).collect();
    let options = flags.into_iter().filter_map(|arg| Some((format!("--{}", arg.get_long()?), values(arg, matches))));
    Command { path, arguments, options: options.collect() }
}

/// The values of an argument as typed; none for a switch.
fn values(arg: &Arg, matches: &ArgMatches) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    let raw = matches.get_raw(arg.get_id().as_str()).into_iter().flatten();
    let values: Vec<String> = raw.map(|value| value.to_string_lossy().into_owned()).collect();
    match arg.get_value_delimiter() {
        Some(delimiter) => vec![values.join(&delimiter.to_string())],
        None => values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;

    fn typed_line(line: &str) -> String {
        let mut root = super::super::command(Lang::En);
        let matches = root.try_get_matches_from_mut(line.split(' ')).unwrap();
        typed(&root, &matches).to_string()
    }

    #[test]
    fn what_was_typed_is_kept_and_defaults_are_not_added() {
        let line = "melon classify melons.csv --l2 0 --features color,root --lang zh";
        assert_eq!(typed_line(line), "melon classify melons.csv --features color,root --l2 0 --lang zh");
        assert_eq!(typed_line("melon data show melons"), "melon data show melons");
        assert_eq!(typed_line("melon classify --l2=0 --plot"), "melon classify --l2 0 --plot");
        assert_eq!(typed_line("melon generate --model m -- --x"), "melon generate --model m -- --x");
    }

    #[test]
    fn an_argument_that_looks_like_a_flag_is_none() {
        for word in ["-5 isn't", "-5", "-na.csv", "--lang", "-"] {
            let generate = Command::new("generate").argument(word).with("--model", "m");
            let classify = Command::new("classify").on(word).with("--l2", 0).with_flag("--plot");
            for command in [generate, classify] {
                let mut root = super::super::command(Lang::En);
                let matches = root.try_get_matches_from_mut(command.argv()).unwrap();
                assert_eq!(typed(&root, &matches), command);
            }
        }
    }
}
