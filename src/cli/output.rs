//! Where results go: stdout, or a file that is written whole or not at all.

use super::failure::Failure;
use super::session::Session;
use crate::report::errors::{self, Tell};
use crate::report::grid::{self, Grid};
use crate::report::json;
use crate::report::page::Page;
use crate::report::render;
use crate::report::words::predict;
use crate::report::{Lang, Say};
use crate::store::file;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Markdown,
}

/// The output options that commands share.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: Format,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A page: as data, or already set.
pub(super) enum Shown {
    /// Already set for a terminal.
    Set(String),
    /// As data.
    Page(Page),
}

impl From<String> for Shown {
    fn from(text: String) -> Shown {
        Shown::Set(text)
    }
}

impl From<Page> for Shown {
    fn from(page: Page) -> Shown {
        Shown::Page(page)
    }
}

/// The disk or a pipe said no.
#[derive(Debug)]
pub(super) struct IoError {
    pub path: String,
    pub error: io::Error,
}

impl Tell for IoError {
    fn tell(&self, lang: Lang) -> String {
        errors::unwritable(lang, Path::new(&self.path), &self.error)
    }
}

impl OutputArgs {
    /// Writes a result in the format asked for: its page, itself as JSON, or its table.
    pub fn report<T: Serialize, P: Into<Shown>>(
        &self,
        result: &T,
        page: impl FnOnce() -> P,
        table: impl FnOnce(&T) -> Grid,
        session: &Session,
    ) -> Result<(), Failure> {
        let text = match self.format {
            Format::Text => match page().into() {
                Shown::Set(text) => text,
                Shown::Page(page) => session.set(&page),
            },
            Format::Json => json(result),
            Format::Csv => grid::csv(&table(result)),
            Format::Markdown => match page().into() {
                Shown::Set(_) => grid::markdown(&table(result)),
                Shown::Page(page) => render::markdown(&page),
            },
        };
        self.write(&text, session)
    }

    /// Writes a page for a reader, or a document for a program.
    pub fn write(&self, text: &str, session: &Session) -> Result<(), Failure> {
        match self.format {
            Format::Text => page(text, self.output.as_deref(), session),
            _ => document(text, self.output.as_deref(), session),
        }
    }
}

/// Writes a page: in colour where that is wanted, and never into a file.
pub(super) fn page(text: &str, output: Option<&Path>, session: &Session) -> Result<(), Failure> {
    match output {
        None => {
            let mut out = anstream::stdout().lock();
            out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| failed("stdout", error))
        }
        Some(_) => document(&anstream::adapter::strip_str(text).to_string(), output, session),
    }
}

/// Text as a model wrote it, which may hold anything: at a terminal, nothing of it is to move
/// the cursor. A file or a program gets it whole.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if !io::stdout().is_terminal() {
        return text.into();
    }
    text.chars().filter(|&c| c == '\n' || c == '\t' || !c.is_control()).collect()
}

/// Writes a document byte for byte.
pub(super) fn document(text: &str, output: Option<&Path>, session: &Session) -> Result<(), Failure> {
    stream(output, session, |out, told| out.write_all(text.as_bytes()).map_err(told))
}

/// Words a failed write.
pub(super) type Told<'a> = &'a dyn Fn(io::Error) -> Failure;

/// Lets `write` write to stdout, or a file that is written whole or not at all. It is given
/// what words a failed write. A closed pipe ends quietly.
pub(super) fn stream(
    output: Option<&Path>,
    session: &Session,
    write: impl FnOnce(&mut dyn Write, Told) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Some(path) = output else {
        let told = |error: io::Error| failed("stdout", error);
        let mut out = io::BufWriter::new(io::stdout().lock());
        write(&mut out, &told)?;
        return out.flush().map_err(told);
    };
    let told = |error: io::Error| failed(&path.display().to_string(), error);
    file::write_with(path, told, |out| write(out, &told))?;
    session.note(&predict::Written { path: path.display() }.say(session.lang));
    Ok(())
}

/// A failed write as a failure of the command.
pub(super) fn failed(path: &str, error: io::Error) -> Failure {
    if error.kind() == ErrorKind::BrokenPipe {
        return Failure::ClosedPipe;
    }
    IoError { path: path.to_owned(), error }.into()
}
