//! A form that is YAML, or JSON, which is YAML too. Texts stay as they are written: `yes` is no
//! truth value here and `0.50` no number.

use super::written::{Field, MOST_DEPTH, Written};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A part that does not end yet.
enum Open {
    List(Vec<Written>),
    /// With the key whose value is to come, and its line.
    Fields(Vec<Field>, Option<(String, usize)>),
}

/// The documents of a file; `None` where it is no YAML, or has what a form does not need (anchors, tags).
pub(super) fn documents(source: &str) -> Option<Vec<Written>> {
    let (mut open, mut documents): (Vec<Open>, Vec<Written>) = (Vec::new(), Vec::new());
    for event in Parser::new_from_str(source) {
        let (event, span) = event.ok()?;
        let part = match event {
            Event::Scalar(text, style, 0, None) => Written::Text(as_written(&text, style, span, source)),
            Event::SequenceStart(0, None) if open.len() < MOST_DEPTH => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(0, None) if open.len() < MOST_DEPTH => {
                open.push(Open::Fields(Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop()?.closed(),
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) | Event::Alias(_) => return None,
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.take(part, span.start.line())?,
            None => documents.push(part),
        }
    }
    Some(documents)
}

impl Open {
    fn take(&mut self, part: Written, line: usize) -> Option<()> {
        match (self, part) {
            (Open::List(parts), part) => parts.push(part),
            (Open::Fields(_, key @ None), Written::Text(text)) => *key = Some((text, line)),
            (Open::Fields(_, None), _) => return None, // a key that is no text
            (Open::Fields(fields, key), value) => {
                let (key, line) = key.take()?;
                fields.push(Field { key, line, value });
            }
        }
        Some(())
    }

    fn closed(self) -> Written {
        match self {
            Open::List(parts) => Written::List(parts),
            Open::Fields(fields, _) => Written::Fields(fields),
        }
    }
}

/// A text without quotes over several lines, with its line ends: YAML has spaces there, but the
/// first line of an answer may be the figure and the others its reason.
fn as_written(text: &str, style: ScalarStyle, span: Span, source: &str) -> String {
    if style != ScalarStyle::Plain || span.start.line() == span.end.line() {
        return text.to_owned();
    }
    let written: String = source.chars().skip(span.start.index()).take(span.len()).collect();
    let is_same = written.split_whitespace().eq(text.split_whitespace());
    if is_same { written } else { text.to_owned() }
}
