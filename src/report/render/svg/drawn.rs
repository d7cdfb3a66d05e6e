//! A plot with its axes, without a legend.

use super::frame::Frame;
use super::{axes, marks};
use crate::report::page::Plot;
use maud::{Markup, html};

/// The plot without its legend, to stand in a page that has the style of plots.
pub fn inline(plot: &Plot) -> Markup {
    let frame = Frame::of(plot);
    let label = format!("{} / {}", plot.y.label, plot.x.label);
    html! {
        svg viewBox=(format!("0 0 {} {}", frame.width, frame.height)) role="img" aria-label=(label) { (drawn(plot, &frame)) }
    }
}

pub(super) fn drawn(plot: &Plot, frame: &Frame) -> Markup {
    html! {
        (axes::axes(plot, frame))
        (marks::references(plot, frame))
        (marks::series(plot, frame))
    }
}
