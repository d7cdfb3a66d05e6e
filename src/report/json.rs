//! Results as JSON: the data's own names, every figure in full precision.

use crate::data::names;
use serde::Serialize;

/// `result` indented by two, with a line end.
///
/// # Panics
/// Never for the results of this program: their map keys are strings.
pub fn json(result: &impl Serialize) -> String {
    serde_json::to_string_pretty(result).expect("results have string keys only") + "\n"
}

/// The version of the JSON that commands write with `--format json`. Keys are added without a new
/// one; it rises when a key goes or means something else. `docs/melon.schema.json` describes it.
pub const SCHEMA: u32 = 1;

/// `result` as a command writes it: an object begins with the version, unless it has one of its own.
pub fn json_document(result: &impl Serialize) -> String {
    let text = json(result);
    match text.strip_prefix("{\n") {
        Some(rest) if !rest.trim_start().starts_with("\"schema\":") => format!("{{\n  \"schema\": {SCHEMA},\n{rest}"),
        _ => text,
    }
}

/// The same JSON with the names and values of the built-in tables in English, wherever they
/// stand; not one figure is touched.
pub fn json_in_english(json: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(json.len()), json);
    while let Some(start) = rest.find('"') {
        let end = start + 1 + length_of_string(&rest[start + 1..]);
        out += &rest[..start];
        let text: String = serde_json::from_str(&rest[start..=end]).unwrap_or_default();
        out += &serde_json::Value::from(names::in_english(&text)).to_string();
        rest = &rest[end + 1..];
    }
    out + rest
}

/// How many bytes stand before the quote that ends a string.
fn length_of_string(text: &str) -> usize {
    let mut escaped = false;
    let ends = |byte: u8| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    };
    text.bytes().position(ends).unwrap_or(text.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_says_which_version_it_has_once() {
        let told = |text: &str| json_document(&serde_json::from_str::<serde_json::Value>(text).unwrap());
        assert_eq!(told(r#"{"a": 1}"#), "{\n  \"schema\": 1,\n  \"a\": 1\n}\n");
        assert_eq!(told(r#"{"schema": "own"}"#), "{\n  \"schema\": \"own\"\n}\n");
        assert_eq!(told("[1]"), "[\n  1\n]\n");
    }

    #[test]
    fn only_names_change() {
        let own = r#"{"term": "色泽=乌黑", "好瓜": 0.1, "note": "a \"quoted\\\" 色泽"}"#;
        let english = r#"{"term": "color=dark", "ripe": 0.1, "note": "a \"quoted\\\" 色泽"}"#;
        assert_eq!(json_in_english(own), english);
    }
}
