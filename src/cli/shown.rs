//! What a command found out, for whoever reads it: a page on the terminal, a picture, a report.
//! Each is made only if it is asked for.

use super::console::Console;
use super::failure::{Failure, failed};
use super::output::document;
use super::png;
use crate::data::Dataset;
use crate::report::page::{Block, Page};
use crate::report::pages::{self, Origin};
use crate::report::render::{self, svg};
use crate::report::words::report as words;
use crate::report::{Lang, Say};
use crate::store::file;
use std::path::{Path, PathBuf};

/// Whether and where plots are drawn.
#[derive(Debug, Default, clap::Args)]
pub(super) struct PlotArgs {
    #[arg(long, num_args = 0..=1, require_equals = true, value_name = "FILE")]
    pub plot: Option<Option<PathBuf>>,
}

/// A page and what belongs to it.
pub(super) struct Shown<'a> {
    page: Box<dyn Fn() -> Page + 'a>,
    plots: Box<dyn Fn() -> Page + 'a>,
    origin: Box<dyn Fn(Lang) -> Origin + 'a>,
    plot: Option<&'a Option<PathBuf>>,
}

impl<'a> Shown<'a> {
    /// A page whose plots all stand on it.
    pub fn new(page: impl Fn() -> Page + 'a) -> Shown<'a> {
        let plots = Box::new(|| Page::new(Lang::default()));
        Shown { page: Box::new(page), plots, origin: Box::new(|_| Origin::default()), plot: None }
    }

    /// Whether a picture is wanted, and the plots that the page does not show.
    pub fn plots(self, args: &'a PlotArgs, plots: impl Fn() -> Page + 'a) -> Shown<'a> {
        Shown { plots: Box::new(plots), plot: args.plot.as_ref(), ..self }
    }

    /// Where the figures come from.
    pub fn origin(self, origin: impl Fn(Lang) -> Origin + 'a) -> Shown<'a> {
        Shown { origin: Box::new(origin), ..self }
    }

    /// That they come from a table.
    pub fn on_table(self, data: &'a Dataset, seed: u64) -> Shown<'a> {
        self.origin(move |lang| Origin::table(data, Some(seed), super::args::fingerprint(data), lang))
    }

    /// The page; with its plots, where they were asked for and no file was named.
    pub fn page(&self) -> Page {
        let page = (self.page)();
        if matches!(self.plot, Some(None)) { page.followed_by((self.plots)()) } else { page }
    }

    /// Writes the picture and the report, each where it is wanted.
    ///
    /// # Errors
    /// There is nothing to draw, or a file cannot be written.
    pub fn keep(&self, report: Option<&Path>, console: &Console) -> Result<(), Failure> {
        if let Some(Some(path)) = self.plot {
            let plots = (self.plots)();
            let why = plots.blocks.iter().rev().find_map(said);
            let drawn = svg::file(&(self.page)().followed_by(plots));
            let drawn = drawn.ok_or_else(|| words::NothingToDraw { why: why.unwrap_or_default() })?;
            picture(&drawn, path, console)?;
        }
        let Some(path) = report else { return Ok(()) };
        let context = console.context();
        let whole = pages::report((self.page)(), (self.plots)(), &(self.origin)(console.lang), &context);
        let is_markdown =
            ["md", "markdown"].iter().any(|end| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(end)));
        document(&if is_markdown { render::markdown(&whole) } else { render::html(&whole) }, Some(path), console)
    }
}

/// What a page without plots says.
fn said(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(text) => Some(text.plain()),
        _ => None,
    }
}

/// Writes a picture as what its name says it is.
fn picture(drawn: &str, path: &Path, console: &Console) -> Result<(), Failure> {
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("svg")) {
        return document(drawn, Some(path), console);
    }
    let (bytes, missing) = png::of(drawn);
    let failed_write = |error| failed(&path.display().to_string(), error);
    file::write_with(path, failed_write, |out| out.write_all(&bytes).map_err(failed_write))?;
    console.note(&crate::report::words::predict::Written { path: path.display() }.say(console.lang));
    if !missing.is_empty() {
        console.note(&words::NoGlyphs { characters: missing }.say(console.lang));
    }
    Ok(())
}
