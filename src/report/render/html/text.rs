//! Running text with emphasis as HTML.

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

/// The style's name for an emphasis.
pub(super) fn class(emphasis: Emphasis) -> String {
    match emphasis {
        Emphasis::Strong => "strong".to_owned(),
        Emphasis::Faint => "faint".to_owned(),
        Emphasis::For => "for".to_owned(),
        Emphasis::Against => "against".to_owned(),
        Emphasis::Command => "command".to_owned(),
        Emphasis::Group(group) => format!("group{}", group % 6),
    }
}
