//! What a vocabulary from elsewhere must have to be used.

use super::TokenizerError;
use tokenizers as hf;

/// The largest id, ten times that of the largest vocabularies in use: there is a place in
/// memory for every id up to the largest, whether it is taken or not.
const MOST_ID: u32 = (1 << 22) - 1;

/// Whether every text has tokens, and no id is absurd.
pub(super) fn check(tokenizer: &hf::Tokenizer) -> Result<(), TokenizerError> {
    if let Some(id) = tokenizer.get_vocab(true).into_values().max().filter(|&id| id > MOST_ID) {
        return Err(TokenizerError::IdTooLarge { id, most: MOST_ID });
    }
    let probe: String = probes().collect();
    if tokenizer.encode_fast(probe.as_str(), false).is_ok() {
        return Ok(());
    }
    let unknown = |c: &char| tokenizer.encode_fast(c.to_string(), false).is_err();
    Err(TokenizerError::Unencodable { text: probes().find(unknown).unwrap_or(char::REPLACEMENT_CHARACTER) })
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

    #[test]
    fn an_absurd_id_is_refused_before_memory_is_asked_for() {
        let error = word_level("a", u32::MAX).unwrap_err();
        assert_eq!(error, TokenizerError::IdTooLarge { id: u32::MAX, most: MOST_ID });
    }
}
