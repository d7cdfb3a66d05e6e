//! What every command needs: the language, the page, and a voice on stderr.

use super::charset;
use super::failure::{Failure, failed};
use super::terminal;
use crate::data::Notice;
use crate::report::page::{Command, Page, PageContext};
use crate::report::render::Terminal;
use crate::report::words::{notices as words, predict};
use crate::report::{Lang, Say, notices, visible};
use crate::store::{self, SavedModel, StoreError};
use std::path::Path;

/// Who reads along while a command runs.
#[derive(Debug)]
pub(super) struct Console {
    pub lang: Lang,
    quiet: bool,
    typed: Command,
}

impl Console {
    pub fn new(lang: Lang, quiet: bool, typed: Command) -> Console {
        Console { lang, quiet, typed }
    }

    /// The flags as typed, with their dashes.
    pub fn flags(&self) -> impl Iterator<Item = &str> {
        self.typed.options.iter().map(|(flag, _)| flag.as_str())
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

    /// Says something on stderr, unless quiet. A closed stderr is no failure.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            let label = words::Note.text(self.lang);
            let _ = charset::eprint(&format!("\u{1b}[2m{label}{}\u{1b}[0m\n", visible::message(text)));
        }
    }

    /// Shows a page on stderr, unless quiet: what is about to happen, and no result.
    pub fn page(&self, page: &Page) {
        if !self.quiet {
            let _ = charset::eprint(&self.set(page));
        }
    }

    /// Says what was noticed about the data.
    pub fn notices(&self, noticed: &[Notice]) {
        noticed
            .iter()
            .filter(|notice| notice.is_news())
            .for_each(|notice| self.note(&notices::notice(self.lang, notice)));
    }

    /// Saves a model, whole or not at all.
    pub fn save(&self, path: &Path, model: &SavedModel) -> Result<(), Failure> {
        store::save(path, model).map_err(|error| match error {
            StoreError::Io { path, source } => failed(&path.display().to_string(), source),
            other => other.into(),
        })?;
        let data = predict::Data.text(self.lang);
        let command = self.context().other("predict").argument(path.display().to_string()).argument(data);
        self.note(&predict::Saved { path: path.display(), command }.say(self.lang));
        Ok(())
    }

    /// Whether a progress bar may be drawn.
    pub fn may_draw(&self) -> bool {
        !self.quiet && std::io::IsTerminal::is_terminal(&std::io::stderr())
    }
}
