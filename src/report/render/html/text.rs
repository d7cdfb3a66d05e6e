//! Running text with emphasis as HTML.

pub(super) use crate::report::render::svg::class;

use crate::report::page::{Emphasis, Text};
use maud::{Markup, html};

/// Spans with their emphasis.
pub(super) fn inline(text: &Text) -> Markup {
    html! {
        @for span in &text.0 {
            @match span.emphasis {
                None => { (span.text) }
                Some(Emphasis::Strong) => { strong { (span.text) } }
                Some(Emphasis::Command) => { code { (span.text) } }
                Some(emphasis) => { span class=(class(emphasis)) { (span.text) } }
            }
        }
    }
}
