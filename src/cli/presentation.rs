//! What a command found out, for whoever reads it: a page on the terminal, a picture, a report.
//! Each is made only if it is asked for.

use super::fingerprint::fingerprint;
use crate::data::Dataset;
use crate::report::Lang;
use crate::report::page::{Block, Page, PageContext};
use crate::report::pages::{self, Origin};
use crate::report::render::svg;
use crate::report::words::report::NothingToDraw;
use crate::task::in_passes::PassesMade;
use std::path::{Path, PathBuf};

/// Whether and where plots are drawn.
#[derive(Debug, Default, clap::Args)]
pub(super) struct PlotArgs {
    #[arg(long, num_args = 0..=1, require_equals = true, value_name = "FILE")]
    pub plot: Option<Option<PathBuf>>,
}

/// A page and what belongs to it.
pub(super) struct Presentation<'a> {
    page: Box<dyn Fn() -> Page + 'a>,
    plots: Box<dyn Fn() -> Page + 'a>,
    origin: Box<dyn Fn(Lang) -> Origin + 'a>,
    plot: Option<&'a Option<PathBuf>>,
}

impl<'a> Presentation<'a> {
    /// A page whose plots all stand on it.
    pub fn new(page: impl Fn() -> Page + 'a) -> Presentation<'a> {
        let plots = Box::new(|| Page::new(Lang::default()));
        Presentation { page: Box::new(page), plots, origin: Box::new(|_| Origin::default()), plot: None }
    }

    /// Whether a picture is wanted, and the plots that the page does not show.
    pub fn plots(self, args: &'a PlotArgs, plots: impl Fn() -> Page + 'a) -> Presentation<'a> {
        Presentation { plots: Box::new(plots), plot: args.plot.as_ref(), ..self }
    }

    /// Where the figures come from.
    pub fn origin(self, origin: impl Fn(Lang) -> Origin + 'a) -> Presentation<'a> {
        Presentation { origin: Box::new(origin), ..self }
    }

    /// That they come from a table, or from one read in passes, of which `data` has some rows.
    pub fn on_table(self, data: &'a Dataset, made: Option<&'a PassesMade>, seed: u64) -> Presentation<'a> {
        self.origin(move |lang| match made {
            Some(made) => Origin::in_passes(data, made, seed, lang),
            None => Origin::table(data, Some(seed), fingerprint(data, None), lang),
        })
    }

    /// The page; with its plots, where they were asked for and no file was named.
    pub fn page(&self) -> Page {
        let page = (self.page)();
        if matches!(self.plot, Some(None)) { page.followed_by((self.plots)()) } else { page }
    }

    /// The file for a picture, if one is wanted, and the picture.
    ///
    /// # Errors
    /// There is nothing to draw.
    pub fn picture(&self) -> Option<(&Path, Result<String, NothingToDraw<String>>)> {
        let path = self.plot?.as_deref()?;
        let plots = (self.plots)();
        let why = plots.blocks.iter().rev().find_map(said).unwrap_or_default();
        Some((path, svg::file(&(self.page)().followed_by(plots)).ok_or(NothingToDraw { why })))
    }

    /// Everything as a report to hand in. Why nothing is drawn, it says only to those who asked.
    pub fn report(&self, context: &PageContext) -> Page {
        let (page, plots) = ((self.page)(), (self.plots)());
        let is_missed = self.plot.is_some() && !page.is_drawn();
        let plots = if is_missed || plots.is_drawn() { plots } else { Page::new(context.lang) };
        pages::report(page, plots, &(self.origin)(context.lang), context)
    }
}

/// What a page without plots says.
fn said(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(text) => Some(text.plain()),
        _ => None,
    }
}
