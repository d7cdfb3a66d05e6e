//! Plots as SVG: inside of an HTML page, where the colours follow the page's style, or as a
//! picture of their own. Every series has a shape or a dash of its own, so that it can be read
//! in grey and by those who see no colours.

mod axes;
mod crowd;
mod file;
mod frame;
mod heat;
mod legend;
mod marks;
mod shape;
mod style;

pub use file::file;
pub(super) use legend::{Entry, entries, sample};
use style::classes;
pub(super) use style::{PICTURE, class, variables};

use crate::report::page::Plot;
use frame::Frame;
use maud::{Markup, html};

/// The plot without its legend, to stand in a page that has the style of plots.
pub(super) fn inline(plot: &Plot) -> Markup {
    let frame = Frame::of(plot);
    let label = format!("{} / {}", plot.y.label, plot.x.label);
    html! {
        svg viewBox=(format!("0 0 {} {}", frame.width, frame.height)) role="img" aria-label=(label) { (drawn(plot, &frame)) }
    }
}

fn drawn(plot: &Plot, frame: &Frame) -> Markup {
    html! {
        (axes::axes(plot, frame))
        @for reference in &plot.references { (marks::reference(reference, frame)) }
        (marks::series(plot, frame))
    }
}

/// A hundredth of a unit is finer than any screen.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// About how wide a text is, in the units of the picture.
fn text_width(text: &str) -> f64 {
    const COLUMN: f64 = 7.4;
    unicode_width::UnicodeWidthStr::width(text) as f64 * COLUMN
}
