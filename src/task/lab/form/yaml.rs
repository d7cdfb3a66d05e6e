//! A form that is YAML, or JSON, which is YAML too. Texts stay as they are written: `yes` is no
//! truth value here and `0.50` no number.

use super::written::{FormField, FormValue, MOST_DEPTH};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A part that does not end yet.
enum Open {
    List(Vec<FormValue>),
    /// With the key whose value is to come, and its line.
    Fields(Vec<FormField>, Option<(String, usize)>),
}

/// The documents of a file; `None` where it is no YAML, or has what a form does not need (anchors, tags).
pub(super) fn documents(source: &str) -> Option<Vec<FormValue>> {
    let (mut open, mut documents): (Vec<Open>, Vec<FormValue>) = (Vec::new(), Vec::new());
    for event in Parser::new_from_str(source) {
        let (event, span) = event.ok()?;
        let part = match event {
            Event::Scalar(text, style, 0, None) => FormValue::Text(as_written(&text, style, span, source)),
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
    fn take(&mut self, part: FormValue, line: usize) -> Option<()> {
        match (self, part) {
            (Open::List(parts), part) => parts.push(part),
            (Open::Fields(_, key @ None), FormValue::Text(text)) => *key = Some((text, line)),
            (Open::Fields(_, None), _) => return None, // a key that is no text
            (Open::Fields(fields, key), value) => {
                let (key, line) = key.take()?;
                fields.push(FormField { key, line, value });
            }
        }
        Some(())
    }

    fn closed(self) -> FormValue {
        match self {
            Open::List(parts) => FormValue::List(parts),
            Open::Fields(fields, _) => FormValue::Fields(fields),
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
