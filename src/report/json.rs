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
    fn only_names_change() {
        let own = r#"{"term": "色泽=乌黑", "好瓜": 0.1, "note": "a \"quoted\\\" 色泽"}"#;
        let english = r#"{"term": "color=dark", "ripe": 0.1, "note": "a \"quoted\\\" 色泽"}"#;
        assert_eq!(json_in_english(own), english);
    }
}
