//! Where results go: stdout, or a file that is written whole or not at all.

use super::charset;
use super::console::Console;
use super::failure::{Failure, failed};
use crate::report::Say;
use crate::report::grid::{self, Grid};
use crate::report::page::Page;
use crate::report::render;
use crate::report::words::predict;
use crate::report::{json, json_in_english};
use crate::store::file;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Markdown,
}

/// Whose names stand in what programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// The data's own.
    Own,
    /// Those of the built-in tables in English.
    English,
}

/// The output options that commands share.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: Format,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

impl OutputArgs {
    /// Writes a result in the format asked for: its page, itself as JSON, or its table.
    pub fn report<T: Serialize>(
        &self,
        result: &T,
        page: impl FnOnce() -> Page,
        table: impl FnOnce(&T) -> Grid,
        console: &Console,
    ) -> Result<(), Failure> {
        self.report_in(Names::Own, result, page, table, console)
    }

    /// The same about a table, with these names in what programs read.
    pub fn report_in<T: Serialize>(
        &self,
        names: Names,
        result: &T,
        page: impl FnOnce() -> Page,
        table: impl FnOnce(&T) -> Grid,
        console: &Console,
    ) -> Result<(), Failure> {
        let text = match self.format {
            Format::Text => console.set(&page()),
            Format::Json if names == Names::English => json_in_english(&json(result)),
            Format::Json => json(result),
            Format::Csv if names == Names::English => grid::csv(&table(result).in_english()),
            Format::Csv => grid::csv(&table(result)),
            Format::Markdown => render::markdown(&page()),
        };
        self.write(&text, console)
    }

    /// Writes a page for a reader, or a document for a program.
    pub fn write(&self, text: &str, console: &Console) -> Result<(), Failure> {
        match self.format {
            Format::Text => page(text, self.output.as_deref(), console),
            _ => document(text, self.output.as_deref(), console),
        }
    }
}

/// Writes a page: in colour where that is wanted, and never into a file.
pub(super) fn page(text: &str, output: Option<&Path>, console: &Console) -> Result<(), Failure> {
    match output {
        None => charset::print(text).map_err(|error| failed("stdout", error)),
        Some(_) => document(anstream::adapter::strip_str(text).to_string(), output, console),
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
pub(super) fn document(bytes: impl AsRef<[u8]>, output: Option<&Path>, console: &Console) -> Result<(), Failure> {
    stream(output, console, |out, failed_write| out.write_all(bytes.as_ref()).map_err(failed_write))
}

/// Words a failed write.
pub(super) type WriteFailed<'a> = &'a dyn Fn(io::Error) -> Failure;

/// Lets `write` write to stdout, or a file that is written whole or not at all. It is given
/// what words a failed write. A closed pipe ends quietly.
pub(super) fn stream(
    output: Option<&Path>,
    console: &Console,
    write: impl FnOnce(&mut dyn Write, WriteFailed) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Some(path) = output else {
        let failed_write = |error: io::Error| failed("stdout", error);
        let mut out = io::BufWriter::new(io::stdout().lock());
        write(&mut out, &failed_write)?;
        return out.flush().map_err(failed_write);
    };
    let failed_write = |error: io::Error| failed(&path.display().to_string(), error);
    file::write_with(path, failed_write, |out| write(out, &failed_write))?;
    console.note(&predict::Written { path: path.display() }.say(console.lang));
    Ok(())
}
