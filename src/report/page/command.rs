//! Commands as data: what the reader typed, and what she may type next.

use crate::report::words::{Lang, Say};
use serde::Serialize;
use std::fmt;

/// What every page needs to know of its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageContext {
    /// The language she reads.
    pub lang: Lang,
    /// The command that she typed.
    pub command: Command,
}

/// A command line: subcommand, arguments, options. `Display` quotes it for a shell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Command {
    /// `["classify"]`, or `["data", "show"]`.
    pub path: Vec<String>,
    /// What is named by its place, as a table's file.
    pub arguments: Vec<String>,
    /// Flags with their values, each as typed (`--l2` and `1`), in order.
    pub options: Vec<(String, Vec<String>)>,
}

/// A command to try, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// What to type.
    pub command: Command,
    /// What it is good for.
    pub why: String,
}

/// Options that ask for more than the usual page, or for another: a suggestion begins without them.
const NOT_AGAIN: [&str; 8] =
    ["--melon", "--save", "--output", "--format", "--overwrite", "--report", "--script", "--l2-path"];

/// Options about the data and the reader, which hold for every command on the same table.
const OF_THE_DATA: [&str; 18] = [
    "--lang",
    "--quiet",
    "--target",
    "--features",
    "--drop",
    "--categorical",
    "--numeric",
    "--delimiter",
    "--encoding",
    "--missing",
    "--rows",
    "--seed",
    "--header",
    "--decimal",
    "--missing-values",
    "--values",
    "--sheet",
    "--names",
];

impl PageContext {
    /// A page for the reader of `lang` who typed `command`.
    pub fn new(lang: Lang, command: Command) -> PageContext {
        PageContext { lang, command }
    }

    /// What is known of the reader, and the command with these flags too, each with its values:
    /// those of a run that goes on are not typed again.
    pub fn begun_with(mut self, flags: &[Vec<String>]) -> PageContext {
        for (flag, values) in flags.iter().filter_map(|flag| flag.split_first()) {
            self.command = self.command.set(flag, values.to_vec());
        }
        self
    }

    /// The command as typed, without what asks for more than the usual page.
    pub fn again(&self) -> Command {
        let is_picture = |(flag, values): &(String, Vec<String>)| flag == "--plot" && !values.is_empty();
        let kept = |option: &&(String, Vec<String>)| !NOT_AGAIN.contains(&option.0.as_str()) && !is_picture(option);
        Command { options: self.command.options.iter().filter(kept).cloned().collect(), ..self.command.clone() }
    }

    /// Another command on the same data, with the options that are about the data.
    pub fn switch(&self, name: &str) -> Command {
        let kept = |(flag, _): &&(String, Vec<String>)| OF_THE_DATA.contains(&flag.as_str());
        let options = self.command.options.iter().filter(kept).cloned().collect();
        Command { path: vec![name.to_owned()], arguments: self.command.arguments.clone(), options }
    }

    /// Another command that has nothing to do with the data; it keeps the language, and silence.
    pub fn other(&self, path: &str) -> Command {
        let kept = |(flag, _): &&(String, Vec<String>)| flag == "--lang" || flag == "--quiet";
        let options = self.command.options.iter().filter(kept).cloned().collect();
        Command { options, ..Command::new(path) }
    }

    /// A command that is complete but for the language, and silence, which it keeps.
    pub fn keeping(&self, command: Command) -> Command {
        let kept =
            self.other("").options.into_iter().filter(|(flag, _)| !command.options.iter().any(|own| own.0 == *flag));
        let options = command.options.iter().cloned().chain(kept).collect();
        Command { options, ..command }
    }

    /// Whether the command was typed with this flag.
    pub fn has(&self, flag: &str) -> bool {
        self.command.options.iter().any(|(typed, _)| typed == flag)
    }
}

/// Commands that have others below them.
const GROUPS: [&str; 2] = ["data", "lab"];

impl Command {
    /// A command as it is written in a text: `melon classify ten-melons --l2 1 --melon 'a=b c'`. What
    /// stands in single quotes is one word; what stands behind a flag is its value, and behind `--` no flag.
    pub fn read(line: &str) -> Command {
        let mut words = words(line).into_iter().peekable();
        words.next_if(|word| word == "melon");
        let mut path: Vec<String> = words.next().into_iter().collect();
        if path.first().is_some_and(|name| GROUPS.contains(&name.as_str())) {
            path.extend(words.next());
        }
        let (mut arguments, mut options): (Vec<String>, Vec<(String, Vec<String>)>) = (Vec::new(), Vec::new());
        while let Some(word) = words.next() {
            match options.last_mut() {
                _ if word == "--" => arguments.extend(words.by_ref()),
                _ if word.starts_with("--") => options.push(match word.split_once('=') {
                    Some((flag, value)) => (flag.to_owned(), vec![value.to_owned()]),
                    None => (word, Vec::new()),
                }),
                Some((_, values)) => values.push(word),
                None => arguments.push(word),
            }
        }
        Command { path, arguments, options }
    }

    /// A command without arguments: `classify`, or `data show`.
    pub fn new(path: &str) -> Command {
        let path = path.split(' ').map(str::to_owned).collect();
        Command { path, arguments: Vec::new(), options: Vec::new() }
    }

    /// The command with a further argument.
    pub fn argument(mut self, argument: impl Into<String>) -> Command {
        self.arguments.push(argument.into());
        self
    }

    /// The command on other data.
    pub fn on(mut self, data: &str) -> Command {
        self.arguments = vec![data.to_owned()];
        self
    }

    /// The command with `flag` set to `value`, in place of an earlier one like it.
    pub fn with(self, flag: &str, value: impl fmt::Display) -> Command {
        self.set(flag, vec![value.to_string()])
    }

    /// The command with a flag that takes no value.
    pub fn with_flag(self, flag: &str) -> Command {
        self.set(flag, Vec::new())
    }

    /// The command without a flag.
    pub fn without(mut self, flag: &str) -> Command {
        self.options.retain(|(typed, _)| typed != flag);
        self
    }

    fn set(self, flag: &str, values: Vec<String>) -> Command {
        let mut command = self.without(flag);
        command.options.push((flag.to_owned(), values));
        command
    }

    /// What it is good for, in the reader's language.
    pub fn because(self, why: impl Say, lang: Lang) -> Suggestion {
        Suggestion { command: self, why: why.say(lang) }
    }

    /// The words of the command line, its program first. Arguments that could be taken for flags
    /// stand last, behind `--`; values that could be are one word with theirs: `--target=-1`.
    pub fn argv(&self) -> Vec<String> {
        let options = self.options.iter().flat_map(|(flag, values)| option(flag, values));
        let (path, arguments) = (self.path.iter().cloned(), self.arguments.iter().cloned());
        let start = std::iter::once("melon".to_owned()).chain(path);
        if self.arguments.iter().any(|argument| argument.len() > 1 && argument.starts_with('-')) {
            start.chain(options).chain(["--".to_owned()]).chain(arguments).collect()
        } else {
            start.chain(arguments).chain(options).collect()
        }
    }
}

/// The words of an option.
fn option(flag: &str, values: &[String]) -> Vec<String> {
    let mut words: Vec<String> = values.is_empty().then(|| flag.to_owned()).into_iter().collect();
    // A value that is tied to its flag is the last one of it.
    let mut is_open = false;
    for value in values {
        match (value.starts_with('-'), is_open) {
            (true, _) => words.push(format!("{flag}={value}")),
            (false, true) => words.push(value.clone()),
            (false, false) => words.extend([flag.to_owned(), value.clone()]),
        }
        is_open = !value.starts_with('-');
    }
    words
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<String> = self.argv().iter().map(|word| quoted(word)).collect();
        f.write_str(&words.join(" "))
    }
}

/// The words of a line; what stands in single quotes is one.
fn words(line: &str) -> Vec<String> {
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        1 => vec![part.to_owned()],
        _ => part.split_whitespace().map(str::to_owned).collect(),
    };
    line.split('\'').enumerate().flat_map(quoted).collect()
}

/// A word as a shell takes it.
pub fn quoted(word: &str) -> String {
    let quoted = if cfg!(windows) { for_windows } else { for_posix };
    quoted(word)
}

/// Within single quotes a POSIX shell takes everything as it is.
fn for_posix(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_=.,/:+@%".contains(c);
    let is_plain = !word.is_empty() && word.chars().all(plain);
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// Both shells of Windows take double quotes, and paths with backslashes as they are.
fn for_windows(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || r"-_=./:\+@".contains(c);
    let is_plain = !word.is_empty() && word.chars().all(plain);
    if is_plain { word.to_owned() } else { format!("\"{}\"", word.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> PageContext {
        let command =
            Command::new("classify").on("my file.csv").with("--l2", 0).with("--lang", "zh").with_flag("--plot");
        PageContext::new(Lang::Zh, command.with("--melon", "a=b"))
    }

    #[test]
    fn what_was_typed_is_continued() {
        let again = typed().again();
        assert_eq!(again.clone().to_string(), "melon classify 'my file.csv' --l2 0 --lang zh --plot");
        assert_eq!(again.with("--l2", 1).to_string(), "melon classify 'my file.csv' --lang zh --plot --l2 1");
    }

    #[test]
    fn words_are_quoted_as_the_shell_takes_them() {
        let folder = r"C:\课程\西瓜.csv";
        assert_eq!(for_windows(folder), folder);
        assert_eq!(for_windows(r"C:\my files\a.csv"), "\"C:\\my files\\a.csv\"");
        assert_eq!(for_posix(r"a\b.csv"), r"'a\b.csv'");
        assert_eq!(for_posix("课程/西瓜.csv"), "课程/西瓜.csv");
        assert_eq!(for_posix("it's"), r"'it'\''s'");
    }

    #[test]
    fn a_command_in_a_text_is_read() {
        for line in [
            "melon data show ten-melons",
            "melon cluster watermelon-4.0 --init rows:6,12,24 --trace --k 3",
            "melon generate 'a word' --model ngram",
            "melon generate --model ngram -- '-5 degrees'",
        ] {
            assert_eq!(Command::read(line).to_string(), line);
        }
        assert_eq!(Command::read("melon data show ten-melons").path, ["data", "show"]);
        let kept = typed().keeping(Command::read("melon tree --trace --lang en"));
        assert_eq!(kept.to_string(), "melon tree --trace --lang en");
        assert_eq!(typed().keeping(Command::read("melon tree")).to_string(), "melon tree --lang zh");
    }

    #[test]
    fn a_value_that_looks_like_a_flag_is_tied_to_its_own() {
        let command = Command::new("classify").on("a.csv").with("--target", "-1 x").with("--missing-values", "-");
        let line = "melon classify a.csv '--target=-1 x' --missing-values=-";
        assert_eq!(command.argv()[3..], ["--target=-1 x", "--missing-values=-"]);
        assert_eq!(Command::read(line), command);
        let files = ["a", "b", "-c", "d"].map(str::to_owned).to_vec();
        let tied = ["melon", "pretrain", "--corpus", "a", "b", "--corpus=-c", "--corpus", "d"];
        assert_eq!(Command::new("pretrain").set("--corpus", files).argv(), tied);
    }

    #[test]
    fn another_command_keeps_the_data_and_the_language() {
        assert_eq!(typed().switch("compare").to_string(), "melon compare 'my file.csv' --lang zh");
        assert_eq!(typed().other("ladder").to_string(), "melon ladder --lang zh");
    }
}
