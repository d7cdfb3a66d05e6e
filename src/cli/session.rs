//! What every command needs: the language, the page, and a voice on stderr.

use super::failure::Failure;
use super::output;
use super::terminal;
use crate::data::Notice;
use crate::report::page::{Command, Page, PageContext};
use crate::report::render::Terminal;
use crate::report::words::{notices as words, predict};
use crate::report::{Lang, Say, Style, notices};
use crate::store::{self, SavedModel, StoreError};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

/// One run of the program.
#[derive(Debug)]
pub(super) struct Session {
    pub lang: Lang,
    quiet: bool,
    again: String,
    typed: Command,
}

impl Session {
    pub fn new(lang: Lang, quiet: bool, args: &[OsString], typed: Command) -> Session {
        Session { lang, quiet, again: again(args), typed }
    }

    /// What a page is to know of its reader.
    pub fn context(&self) -> PageContext {
        PageContext::new(self.lang, self.typed.clone())
    }

    /// The page as it is set on this terminal.
    pub fn set(&self, page: &Page) -> String {
        self.terminal().render(page)
    }

    /// The terminal that pages are shown on.
    pub fn terminal(&self) -> Terminal {
        terminal::stdout()
    }

    /// A page as wide as the terminal.
    pub fn style(&self) -> Style {
        Style::new(self.lang, self.terminal().width, &self.again)
    }

    /// A page whose suggestions continue the command with these flags too: those of a run that
    /// goes on are not typed again.
    pub fn style_with(&self, flags: &[String]) -> Style {
        let continued = |style: Style, flag: &String| Style { again: style.again_with(flag), ..style };
        flags.iter().fold(self.style(), continued)
    }

    /// Says something on stderr, unless quiet. A closed stderr is no failure.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(anstream::stderr(), "\u{1b}[2m{}{text}\u{1b}[0m", words::Note.text(self.lang));
        }
    }

    /// Shows a page on stderr, unless quiet: what is about to happen, and no result.
    pub fn page(&self, page: &str) {
        if !self.quiet {
            let _ = write!(anstream::stderr(), "{page}");
        }
    }

    /// Says what was noticed about the data.
    pub fn notices(&self, noticed: &[Notice]) {
        noticed.iter().for_each(|notice| self.note(&notices::notice(self.lang, notice)));
    }

    /// Saves a model, whole or not at all.
    pub fn save(&self, path: &Path, model: &SavedModel) -> Result<(), Failure> {
        store::save(path, model).map_err(|error| match error {
            StoreError::Io { path, source } => output::failed(&path.display().to_string(), source),
            other => other.into(),
        })?;
        self.note(&predict::Saved { path: path.display() }.say(self.lang));
        Ok(())
    }

    /// Whether a progress bar may be drawn.
    pub fn may_draw(&self) -> bool {
        !self.quiet && std::io::IsTerminal::is_terminal(&std::io::stderr())
    }
}

/// The command as typed, without what asks for more than the usual page, so that further
/// flags may be put behind it.
fn again(args: &[OsString]) -> String {
    let mut words = vec!["melon".to_owned()];
    let mut rest = args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned());
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--melon" | "--save" | "-o" | "--output" => drop(rest.next()),
            long if ["--melon=", "--save=", "--output="].iter().any(|flag| long.starts_with(flag)) => {}
            _ => words.push(quoted(&word)),
        }
    }
    words.join(" ")
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_=.,/:+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_can_be_continued() {
        let again = |line: &[&str]| again(&line.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(again(&["melon", "classify", "--melon", "a=b", "--l2", "0"]), "melon classify --l2 0");
        assert_eq!(again(&["x/melon", "classify", "my file.csv", "--plot"]), "melon classify 'my file.csv' --plot");
    }
}
