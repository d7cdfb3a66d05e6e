//! What a vocabulary from elsewhere must have to be used.

use super::guard::guarded;
use super::{TokenizerError, settings};
use crate::lm::TokenId;
use serde_json::Value;
use std::fmt::Display;
use tokenizers as hf;

/// The largest id, ten times that of the largest vocabularies in use: there is a place in
/// memory for every id up to the largest, whether it is taken or not.
const MOST_ID: u32 = (1 << 22) - 1;

/// Reads a `tokenizer.json` that this program can rely on: it spells every text, keeps all of it,
/// and asks for no more memory than that takes.
pub(super) fn read(json: &str) -> Result<hf::Tokenizer, TokenizerError> {
    let format = |error: &dyn Display| TokenizerError::Format(error.to_string());
    let mut file: Value = serde_json::from_str(json).map_err(|error| format(&error))?;
    settings::for_single_texts(&mut file);
    if let Some(setting) = settings::boundless(&file) {
        return Err(TokenizerError::Boundless { setting });
    }
    let read = guarded(|| serde_json::from_value::<hf::Tokenizer>(file));
    let tokenizer = read.map_err(|panic| format(&panic))?.map_err(|error| format(&error))?;
    check(&tokenizer)?;
    Ok(tokenizer)
}

/// The tokens of `text`, if it has any.
///
/// # Errors
/// What the library said where it gave up.
pub(super) fn encode(tokenizer: &hf::Tokenizer, text: &str) -> Result<Option<Vec<TokenId>>, String> {
    let encoding = guarded(|| tokenizer.encode_fast(text, false))?;
    Ok(encoding.ok().map(|encoding| encoding.get_ids().to_vec()))
}

/// Whether every text has tokens, and no id is absurd.
fn check(tokenizer: &hf::Tokenizer) -> Result<(), TokenizerError> {
    let last = tokenizer.get_vocab(true).into_values().max().unwrap_or(0);
    if last > MOST_ID {
        return Err(TokenizerError::IdTooLarge { id: last, most: MOST_ID });
    }
    let probe: String = probes().collect();
    match encode(tokenizer, &probe).map_err(TokenizerError::Format)? {
        Some(ids) => ids.into_iter().find(|&id| id > last).map_or(Ok(()), |id| Err(TokenizerError::IdOutside { id })),
        None => {
            let is_unknown = |c: &char| !matches!(encode(tokenizer, &c.to_string()), Ok(Some(_)));
            let text = probes().find(is_unknown).unwrap_or(char::REPLACEMENT_CHARACTER);
            Err(TokenizerError::Unencodable { text })
        }
    }
}

/// Characters in whose UTF-8 every byte occurs, most of which no vocabulary has: one that
/// spells these, by bytes or by a token for the unknown, spells all.
fn probes() -> impl Iterator<Item = char> {
    let two_bytes = 0..0x800;
    let three_bytes = (0x800..0x1_0000).step_by(0x7FF);
    let four_bytes = (0x1_0000..=0x10_FFFF).step_by(0x1_FFFF);
    two_bytes.chain(three_bytes).chain(four_bytes).filter_map(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::super::Tokenizer;
    use super::*;

    fn word_level(unk: &str, id: u32) -> Result<Tokenizer, TokenizerError> {
        let model = format!(r#"{{"type": "WordLevel", "vocab": {{"a": 0, "b": {id}}}, "unk_token": "{unk}"}}"#);
        Tokenizer::from_json(&format!(r#"{{"version": "1.0", "added_tokens": [], "model": {model}}}"#))
    }

    #[test]
    fn every_byte_is_probed() {
        let text: String = probes().collect();
        let never = |byte: &u8| matches!(byte, 0xC0 | 0xC1 | 0xF5..);
        assert!((0..=255u8).filter(|byte| !never(byte)).all(|byte| text.as_bytes().contains(&byte)));
    }

    #[test]
    fn a_vocabulary_without_a_token_for_the_unknown_is_refused() {
        assert_eq!(word_level("a", 1).unwrap().encode("zzz"), [0]);
        assert!(matches!(word_level("<unk>", 1), Err(TokenizerError::Unencodable { .. })));
    }

    /// A vocabulary of two letters with further settings.
    fn with(settings: &str) -> String {
        let model =
            r#""model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "<unk>": 2}, "merges": [], "unk_token": "<unk>""#;
        format!(r#"{{"version": "1.0", "added_tokens": [], {model}{settings}}}"#)
    }

    #[test]
    fn a_text_keeps_all_of_its_tokens_and_gets_no_others() {
        let cut = r#""truncation": {"max_length": 4, "strategy": "LongestFirst", "stride": 0, "direction": "Right"}"#;
        let fill = r#""padding": {"strategy": {"Fixed": 20}, "direction": "Right", "pad_to_multiple_of": null,
                      "pad_id": 400000, "pad_type_id": 0, "pad_token": "b"}"#;
        for settings in ["", cut, fill, &format!("{cut}, {fill}")] {
            let json = with(&if settings.is_empty() { "}".to_owned() } else { format!("}}, {settings}") });
            let tokenizer = Tokenizer::from_json(&json).unwrap();
            assert_eq!(tokenizer.encode("abababab"), [0, 1, 0, 1, 0, 1, 0, 1], "{settings}");
        }
    }

    #[test]
    fn what_the_library_panics_at_is_an_error() {
        let whole = Tokenizer::characters(["ab"], None).unwrap().to_json();
        for n in 0..60 {
            let at = whole.len() * n / 60;
            let error = Tokenizer::from_json(&whole[..at]).unwrap_err();
            assert!(matches!(error, TokenizerError::Format(_)), "{error}");
        }
        let pieces_of_none = r#"}, "pre_tokenizer": {"type": "FixedLength", "length": 0}"#;
        let prefix =
            with(r#", "continuing_subword_prefix": "瓜瓜瓜瓜"}"#).replace(r#""merges": []"#, r#""merges": ["a b"]"#);
        for json in [with(pieces_of_none), prefix] {
            assert!(Tokenizer::from_json(&json).is_err(), "{json}");
        }
        let endless = r#"}, "normalizer": {"type": "Precompiled", "precompiled_charsmap": "/////w=="}"#;
        assert!(matches!(Tokenizer::from_json(&with(endless)), Err(TokenizerError::Boundless { .. })));
    }

    #[test]
    fn markers_that_a_file_does_not_call_special_are_not_typed_either() {
        let json = Tokenizer::characters(["ab"], None).unwrap().to_json();
        let plain = Tokenizer::from_json(&json.replace(r#""special": true"#, r#""special": false"#)).unwrap();
        assert_eq!(plain.encode("<|user|>"), [1]);
        assert!(plain.encode_ordinary("<|user|>a").iter().all(|&token| token > 2));
    }

    #[test]
    fn an_absurd_id_is_refused_before_memory_is_asked_for() {
        let error = word_level("a", u32::MAX).unwrap_err();
        assert_eq!(error, TokenizerError::IdTooLarge { id: u32::MAX, most: MOST_ID });
    }
}
