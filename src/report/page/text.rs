//! Running text with emphasis.

use serde::Serialize;
use std::fmt;

/// Text in spans, each with one emphasis or none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Span>);

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The characters.
    pub text: String,
    /// How it stands out, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Emphasis>,
}

/// Why a stretch of text stands out; what that looks like is the renderer's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// What the eye should find first.
    Strong,
    /// What may be skipped.
    Faint,
    /// Speaks for, is good.
    For,
    /// Speaks against, is bad.
    Against,
    /// Something to type.
    Command,
    /// One of several groups, from 0.
    Group(usize),
}

// An emphasised argument travels through a message's placeholder between two marks, which
// `Text::from` turns into spans. The marks are Unicode tag characters, which no text needs.
const FIRST_MARK: u32 = 0xE0041;
const END_MARK: char = '\u{E0001}';
const PLAIN: [Emphasis; 5] = [Emphasis::Strong, Emphasis::Faint, Emphasis::For, Emphasis::Against, Emphasis::Command];
/// Groups are told apart up to here, then begin again.
const GROUPS: usize = 6;

impl Emphasis {
    fn mark(self) -> char {
        let index = match self {
            Emphasis::Group(group) => PLAIN.len() + group % GROUPS,
            plain => PLAIN.iter().position(|&emphasis| emphasis == plain).expect("a plain emphasis"),
        };
        char::from_u32(FIRST_MARK + index as u32).expect("a tag character")
    }

    fn of_mark(mark: char) -> Option<Emphasis> {
        let index = (mark as u32).checked_sub(FIRST_MARK)? as usize;
        PLAIN.into_iter().chain((0..GROUPS).map(Emphasis::Group)).nth(index)
    }
}

/// `text` with this emphasis, as the argument of a message. Emphases do not nest.
pub fn emphasise(emphasis: Emphasis, text: impl fmt::Display) -> String {
    let text = text.to_string();
    if text.is_empty() { text } else { format!("{}{text}{END_MARK}", emphasis.mark()) }
}

impl Text {
    /// Text of one emphasis.
    pub fn emphasised(emphasis: Emphasis, text: impl fmt::Display) -> Text {
        Text::from(emphasise(emphasis, text))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The characters without emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }
}

/// What begins behind this character, if it is a mark: an emphasis, or none.
pub(in crate::report) fn of_mark(c: char) -> Option<Option<Emphasis>> {
    if c == END_MARK { Some(None) } else { Emphasis::of_mark(c).map(Some) }
}

impl From<String> for Text {
    fn from(marked: String) -> Text {
        let mut spans: Vec<Span> = Vec::new();
        let mut emphasis = None;
        let mut text = String::new();
        for c in marked.chars() {
            match of_mark(c) {
                None => text.push(c),
                Some(next) => {
                    push(&mut spans, std::mem::take(&mut text), emphasis);
                    emphasis = next;
                }
            }
        }
        push(&mut spans, text, emphasis);
        Text(spans)
    }
}

fn push(spans: &mut Vec<Span>, text: String, emphasis: Option<Emphasis>) {
    if !text.is_empty() {
        spans.push(Span { text, emphasis });
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::from(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_survives_a_placeholder() {
        let text = Text::from(format!("a {} c", emphasise(Emphasis::Group(2), "b")));
        let span = |text: &str, emphasis| Span { text: text.to_owned(), emphasis };
        assert_eq!(text.0, [span("a ", None), span("b", Some(Emphasis::Group(2))), span(" c", None)]);
        assert_eq!(text.plain(), "a b c");
        let every = PLAIN.into_iter().chain((0..GROUPS).map(Emphasis::Group));
        every.for_each(|emphasis| assert_eq!(Emphasis::of_mark(emphasis.mark()), Some(emphasis)));
    }

    #[test]
    fn nothing_is_no_span() {
        assert!(Text::from("").is_empty() && Text::emphasised(Emphasis::Strong, "").is_empty());
    }
}
