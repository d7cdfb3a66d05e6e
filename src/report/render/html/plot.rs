//! A plot and its legend.

use crate::report::page::Plot;
use crate::report::render::svg::{Entry, entries, inline, sample};
use maud::{Markup, html};

/// The legend is text of the page, so that it can be found and read aloud.
pub(super) fn figure(plot: &Plot) -> Markup {
    let entries = entries(plot);
    html! {
        figure {
            (inline(plot))
            @if !entries.is_empty() {
                figcaption { @for Entry { sample: shown, name } in entries {
                    span { svg viewBox="0 0 16 16" aria-hidden="true" { (sample(shown)) } (name) }
                } }
            }
        }
    }
}
