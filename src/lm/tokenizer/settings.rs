//! What a `tokenizer.json` says beside its vocabulary, looked at before the library obeys it.

use serde_json::Value;

/// The most by which all replacements together may lengthen a text. Real files replace a blank
/// by a mark of three bytes; a chain of them that multiplies a text a thousandfold is an attack.
const MOST_GROWTH: f64 = 1000.0;

/// Settings for putting texts of a batch to one length. Here every text stands alone, and all of
/// its tokens count.
const OF_BATCHES: [&str; 2] = ["truncation", "padding"];

/// Takes out what would cut texts off or fill them up.
pub(super) fn for_single_texts(file: &mut Value) {
    for name in OF_BATCHES {
        if let Some(setting) = file.get_mut(name) {
            *setting = Value::Null;
        }
    }
}

/// The first setting that would ask for more memory than the file could ever need.
pub(super) fn boundless(file: &Value) -> Option<&'static str> {
    if ["normalizer", "decoder"].iter().any(|part| growth(&file[*part]) > MOST_GROWTH) {
        return Some("Replace");
    }
    let mut parts = Vec::new();
    collect(&file["normalizer"], &mut parts);
    let mut charsmaps = parts.iter().filter_map(|part| part["precompiled_charsmap"].as_str());
    charsmaps.any(|map| !is_whole(map)).then_some("precompiled_charsmap")
}

/// A part and those it is made of.
fn collect<'v>(part: &'v Value, parts: &mut Vec<&'v Value>) {
    parts.push(part);
    for list in ["normalizers", "decoders"] {
        part[list].as_array().into_iter().flatten().for_each(|inner| collect(inner, parts));
    }
}

/// By how much all replacements of a part, one after the other, may lengthen a text.
fn growth(part: &Value) -> f64 {
    let mut parts = Vec::new();
    collect(part, &mut parts);
    parts.into_iter().filter(|part| part["type"] == "Replace").map(of_replacement).product()
}

/// Every occurrence of a pattern becomes the content; an expression may match one byte, or none
/// before each.
fn of_replacement(part: &Value) -> f64 {
    let content = part["content"].as_str().map_or(0, str::len) as f64;
    match part["pattern"]["String"].as_str().map(str::len) {
        Some(length) if length > 0 => (content / length as f64).max(1.0),
        _ => content + 1.0,
    }
}

/// Whether a table of SentencePiece is as long as it says: four bytes that count those of its
/// tree, and the tree.
fn is_whole(charsmap: &str) -> bool {
    let n_bytes = charsmap.trim_end_matches('=').len() * 3 / 4;
    let n_tree = first_number(charsmap);
    n_tree.is_some_and(|n_tree| n_tree > 0 && n_tree % 4 == 0 && n_tree <= n_bytes.saturating_sub(4))
}

/// The first four bytes of a text in base64, as a number; the lowest byte comes first.
fn first_number(base64: &str) -> Option<usize> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits = base64.bytes().take(6).map(digit).collect::<Option<Vec<u8>>>()?;
    let bits = digits.iter().fold(0u64, |bits, &digit| bits << 6 | u64::from(digit)); // 36 of them
    (digits.len() == 6).then(|| ((bits >> 4) as u32).swap_bytes() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_in_base64_is_read() {
        // python: base64.b64encode(struct.pack("<I", 8) + bytes(8))
        assert_eq!(first_number("CAAAAAAAAAAAAAAA"), Some(8));
        assert_eq!(first_number("/////w=="), Some(u32::MAX as usize));
        assert_eq!((first_number("AAA"), first_number("A=====")), (None, None));
        assert!(is_whole("CAAAAAAAAAAAAAAA") && !is_whole("CAAAAAAA") && !is_whole("AAAAAA==") && !is_whole(""));
    }

    #[test]
    fn usual_replacements_pass_and_chains_that_multiply_do_not() {
        let replace = |from: &str, to: &str| json!({"type": "Replace", "pattern": {"String": from}, "content": to});
        let chain = |part: Value, n: usize| json!({"normalizer": {"type": "Sequence", "normalizers": vec![part; n]}});
        assert_eq!(boundless(&chain(replace(" ", "▁"), 2)), None);
        assert_eq!(boundless(&chain(replace("``", "\""), 40)), None);
        assert_eq!(boundless(&chain(replace("a", "aaaaaaaaaa"), 12)), Some("Replace"));
        let anything = json!({"type": "Replace", "pattern": {"Regex": ""}, "content": "x".repeat(2000)});
        assert_eq!(boundless(&json!({"decoder": anything})), Some("Replace"));
        let map = json!({"normalizer": {"type": "Precompiled", "precompiled_charsmap": "/////w=="}});
        assert_eq!(boundless(&map), Some("precompiled_charsmap"));
    }
}
