//! A form that is TOML. Figures stay as they are written: `0.50` keeps its digits.

use super::written::{FormField, FormValue, MOST_DEPTH};
use std::ops::Range;
use toml_edit::{Document, Item, TableLike, Value};

/// What a file says; `None` where it is no TOML.
pub(super) fn document(source: &str) -> Option<FormValue> {
    let document = Document::parse(source).ok()?;
    Source(source).fields(document.as_table(), 0)
}

/// The text from which spans are cut.
struct Source<'a>(&'a str);

impl Source<'_> {
    fn fields(&self, table: &dyn TableLike, depth: usize) -> Option<FormValue> {
        if depth > MOST_DEPTH {
            return None;
        }
        let field = |(key, item): (&str, &Item)| {
            let span = table.key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
            Some(FormField { key: key.to_owned(), line: self.line(span), value: self.item(item, depth + 1)? })
        };
        Some(FormValue::Fields(table.iter().map(field).collect::<Option<_>>()?))
    }

    fn item(&self, item: &Item, depth: usize) -> Option<FormValue> {
        match item {
            Item::None => None,
            Item::Value(value) => self.value(value, depth),
            Item::Table(table) => self.fields(table, depth),
            Item::ArrayOfTables(tables) => {
                let tables = tables.iter().map(|table| self.fields(table, depth));
                Some(FormValue::List(tables.collect::<Option<_>>()?))
            }
        }
    }

    fn value(&self, value: &Value, depth: usize) -> Option<FormValue> {
        match value {
            Value::String(text) => Some(FormValue::Text(text.value().clone())),
            Value::Array(_) | Value::InlineTable(_) if depth > MOST_DEPTH => None,
            Value::Array(values) => {
                let values = values.iter().map(|value| self.value(value, depth + 1));
                Some(FormValue::List(values.collect::<Option<_>>()?))
            }
            Value::InlineTable(table) => self.fields(table, depth),
            figure => self.0.get(figure.span()?).map(|text| FormValue::Text(text.to_owned())),
        }
    }

    /// The line on which something begins, from 1.
    fn line(&self, span: Option<Range<usize>>) -> usize {
        let before = span.and_then(|span| self.0.get(..span.start)).unwrap_or_default();
        1 + before.bytes().filter(|&byte| byte == b'\n').count()
    }
}
