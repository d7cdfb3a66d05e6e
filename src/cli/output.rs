//! Where results go: stdout, or a file that is written whole or not at all.

use super::charset;
use super::console::Console;
use super::failure::{Failure, failed};
use super::harmless::Harmless;
use super::png;
use super::presentation::Presentation;
use crate::report::Say;
use crate::report::grid::{self, Grid};
use crate::report::render;
use crate::report::visible;
use crate::report::words::predict;
use crate::report::words::report::NoGlyphs;
use crate::report::{json_document, json_in_english};
use crate::store::file;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum OutputFormat {
    Text,
    Json,
    Csv,
    Markdown,
}

/// Whose names stand in what programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OutputNames {
    /// The data's own.
    Own,
    /// Those of the built-in tables in English.
    English,
}

/// The output options that commands share.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    pub format: OutputFormat,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

impl OutputArgs {
    /// Whether a document is made that is read as a whole, and not a screen.
    pub fn is_file(&self) -> bool {
        self.report.is_some() || self.output.is_some() || self.format != OutputFormat::Text
    }

    /// Writes a result in the format asked for: its page, itself as JSON, or its table; and what
    /// was asked for beside it.
    pub fn report<T: Serialize>(
        &self,
        result: &T,
        shown: &Presentation,
        table: impl FnOnce(&T) -> Grid,
        console: &Console,
    ) -> Result<(), Failure> {
        self.report_in(OutputNames::Own, result, shown, table, console)
    }

    /// The same about a table, with these names in what programs read.
    pub fn report_in<T: Serialize>(
        &self,
        names: OutputNames,
        result: &T,
        shown: &Presentation,
        table: impl FnOnce(&T) -> Grid,
        console: &Console,
    ) -> Result<(), Failure> {
        let text = match self.format {
            OutputFormat::Text => console.set(&shown.page()),
            OutputFormat::Json if names == OutputNames::English => json_in_english(&json_document(result)),
            OutputFormat::Json => json_document(result),
            OutputFormat::Csv if names == OutputNames::English => grid::csv(&table(result).in_english()),
            OutputFormat::Csv => grid::csv(&table(result)),
            OutputFormat::Markdown => render::markdown(&shown.page()),
        };
        self.write(&text, console)?;
        self.keep(shown, console)
    }

    /// Writes what was asked for beside the result: the picture, and the report.
    pub fn keep(&self, shown: &Presentation, console: &Console) -> Result<(), Failure> {
        keep(shown, self.report.as_deref(), console)
    }

    /// Writes a page for a reader, or a document for a program.
    pub fn write(&self, text: &str, console: &Console) -> Result<(), Failure> {
        match self.format {
            OutputFormat::Text => page(text, self.output.as_deref(), console),
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

/// Writes the report and the picture, each if it is wanted. A picture that cannot be drawn is an
/// error once the report is written.
pub(super) fn keep(shown: &Presentation, report: Option<&Path>, console: &Console) -> Result<(), Failure> {
    if let Some(path) = report {
        let whole = shown.report(&console.context());
        let is_page = path.extension().is_some_and(|end| end.to_string_lossy().to_lowercase().starts_with("htm"));
        document(&if is_page { render::html(&whole) } else { render::markdown(&whole) }, Some(path), console)?;
    }
    let Some((path, drawn)) = shown.picture() else { return Ok(()) };
    picture(&drawn?, path, console)
}

/// Writes a picture as what its name says it is.
fn picture(drawn: &str, path: &Path, console: &Console) -> Result<(), Failure> {
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg")) {
        return document(drawn, Some(path), console);
    }
    let (bytes, missing) = png::of(drawn);
    stream(Some(path), console, |out, failed_write| out.write_all(&bytes).map_err(failed_write))?;
    if !missing.is_empty() {
        console.note(&NoGlyphs { characters: missing }.say(console.lang));
    }
    Ok(())
}

/// Text as a model wrote it, which may hold anything: at a terminal, nothing of it is to move
/// the cursor. A file or a program gets it whole.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if !io::stdout().is_terminal() {
        return text.into();
    }
    visible::harmless(text).into()
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
        let out = io::stdout().lock();
        let mut out: Box<dyn Write> =
            if out.is_terminal() { Box::new(Harmless::new(out)) } else { Box::new(io::BufWriter::new(out)) };
        write(&mut *out, &failed_write)?;
        return out.flush().map_err(failed_write);
    };
    let failed_write = |error: io::Error| failed(&path.display().to_string(), error);
    file::write_with(path, failed_write, |out| write(out, &failed_write))?;
    console.note(&predict::Written { path: path.display() }.say(console.lang));
    Ok(())
}
