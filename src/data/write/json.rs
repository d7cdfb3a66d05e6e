//! Objects, one a row and a line, in a list or bare: numbers as numbers, missing cells as null.

use crate::data::table::{Column, Values};
use serde::Serializer;
use serde_json::{Number, Value};

/// A list of them.
pub(super) fn text(columns: &[Column]) -> String {
    format!("[\n{}\n]\n", objects(columns).join(",\n"))
}

/// JSON lines.
pub(super) fn lines(columns: &[Column]) -> String {
    objects(columns).join("\n") + "\n"
}

fn objects(columns: &[Column]) -> Vec<String> {
    (0..columns.first().map_or(0, Column::len)).map(|row| object(columns, row)).collect()
}

/// The columns stand in their order, which a map of serde_json would not keep.
fn object(columns: &[Column], row: usize) -> String {
    let cells = columns.iter().map(|column| (&column.name, value(column, row)));
    let mut out = Vec::new();
    serde_json::Serializer::new(&mut out).collect_map(cells).expect("memory takes any object");
    String::from_utf8(out).expect("JSON is text")
}

fn value(column: &Column, row: usize) -> Value {
    match (&column.values, column.text(row)) {
        (_, None) => Value::Null,
        (Values::Numbers(_), Some(text)) => {
            serde_json::from_str::<Number>(&text).map_or_else(|_| Value::from(&*text), Value::Number)
        }
        (Values::Words { .. }, Some(text)) => Value::from(&*text),
    }
}
