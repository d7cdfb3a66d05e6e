//! A table as JSON: a list of objects, or an object a line, as `melon data export` and pandas write
//! them.

use super::unpacked::{Unpacked, csv_of, own};
use crate::data::read::{Fault, FileFormat, ReadOptions};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Whether these are the first bytes of a list of objects, or of an object.
pub(super) fn begins(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let within = |open: u8| text.strip_prefix(&[open]).map(<[u8]>::trim_ascii_start);
    within(b'[').is_some_and(|rest| rest.starts_with(b"{")) || within(b'{').is_some_and(|rest| rest.starts_with(b"\""))
}

/// The objects as rows, below the names of their fields in the order in which they first occur.
///
/// # Errors
/// What is no list of objects, and objects with more than words, numbers, true, false and null.
pub(super) fn unpack(bytes: &[u8], options: &ReadOptions) -> Result<Unpacked, Fault> {
    let no_table = || Fault::NoTable { format: FileFormat::Json };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let objects = objects(bytes).ok_or_else(no_table)?;
    let mut names: Vec<&str> = Vec::new();
    let mut places = BTreeMap::new();
    for (name, _) in objects.iter().flat_map(|object| &object.0) {
        places.entry(name.as_str()).or_insert_with(|| {
            names.push(name);
            names.len() - 1
        });
    }
    let row = |object: &Object| {
        let mut cells = vec![String::new(); names.len()];
        for (name, value) in &object.0 {
            cells[places[name.as_str()]] = cell(value)?;
        }
        Some(cells)
    };
    let rows: Vec<Vec<String>> = objects.iter().map(row).collect::<Option<_>>().ok_or_else(no_table)?;
    let header = names.iter().map(|&name| name.to_owned()).collect();
    let text = csv_of(0, std::iter::once(header).chain(rows));
    Ok(Unpacked { text, options: ReadOptions { header: Some(true), ..own(options) }, notices: Vec::new() })
}

/// The objects of a list, or of lines.
fn objects(bytes: &[u8]) -> Option<Vec<Object>> {
    if let Ok(list) = serde_json::from_slice(bytes) {
        return Some(list);
    }
    serde_json::Deserializer::from_slice(bytes).into_iter().collect::<Result<Vec<Object>, _>>().ok()
}

/// `None` for what does not fit into a cell.
fn cell(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(word) => Some(word.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Fields in their order, which a map of serde_json would not keep.
struct Object(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Object, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Object;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Object(fields))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str) -> Result<String, Fault> {
        assert!(begins(json.as_bytes()), "{json}");
        unpack(json.as_bytes(), &ReadOptions::default()).map(|unpacked| String::from_utf8(unpacked.text).unwrap())
    }

    #[test]
    fn objects_are_rows_in_the_order_of_their_fields() {
        let csv = "z,a,b\n1,\"x, y\",\n-2.5e3,,true\n";
        assert_eq!(
            text("[\n{\"z\": 1, \"a\": \"x, y\"},\n{\"z\": -2.5e3, \"a\": null, \"b\": true}]").as_deref(),
            Ok(csv).map(|csv| csv.replace("-2.5e3", "-2500.0")).as_deref()
        );
        assert_eq!(text("{\"x\": \"一\"}\n{\"x\": \"二\"}\n").as_deref(), Ok("x\n一\n二\n"));
    }

    #[test]
    fn what_is_no_table_is_told() {
        let fault = Err(Fault::NoTable { format: FileFormat::Json });
        for json in ["[{\"x\": [1, 2]}]", "[{\"x\": 1}, 2]", "[{\"x\": 1}", "{\"x\": {\"y\": 1}}"] {
            assert_eq!(text(json), fault, "{json}");
        }
        assert!(!begins(b"[1, 2]") && !begins(b"x,y\n{\"a\"") && !begins(b"{x},y"));
    }
}
