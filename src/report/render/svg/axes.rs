//! The axes, their ticks and what they measure.

use super::frame::Frame;
use super::measure::{round, text_width};
use crate::report::page::Plot;
use maud::{Markup, html};

/// Lines, ticks and labels: that of y above its axis, where it can be read without turning.
pub(super) fn axes(plot: &Plot, frame: &Frame) -> Markup {
    let Frame { left, right, top, bottom, .. } = *frame;
    let at_y = |at: f64| round(frame.at_y(at));
    html! {
        g.rule {
            @if !plot.y.is_named { @for (at, _) in &frame.y_ticks { path.grid d=(format!("M{left} {}H{right}", at_y(*at))) {} } }
            path.axis d=(format!("M{} {top}V{bottom}H{right}", round(left))) {}
        }
        g.faint {
            @for (at, label) in apart(frame) {
                text x=(round(frame.at_x(at))) y=(bottom + 18.0) text-anchor="middle" { (label) }
            }
            @for (at, label) in &frame.y_ticks {
                text x=(round(left - 7.0)) y=(round(frame.at_y(*at) + 5.0)) text-anchor="end" { (label) }
            }
            text x=(round((left + right) / 2.0)) y=(bottom + 40.0) text-anchor="middle" { (plot.x.label) }
            text x="4" y="16" { (plot.y.label) }
        }
    }
}

/// The ticks of x, without those that would touch their neighbour.
fn apart(frame: &Frame) -> Vec<(f64, &str)> {
    let mut kept: Vec<(f64, &str)> = Vec::new();
    let mut taken = f64::NEG_INFINITY;
    for (at, label) in &frame.x_ticks {
        let half = text_width(label) / 2.0;
        if frame.at_x(*at) - half > taken {
            taken = frame.at_x(*at) + half + 6.0;
            kept.push((*at, label));
        }
    }
    kept
}
