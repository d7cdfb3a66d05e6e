//! One token a character; a character without a token is spelt in its UTF-8 bytes.
//!
//! In `tokenizer.json` this is a BPE model without merges and with byte fallback, which
//! Python's `tokenizers` knows.

use super::character_table::byte_name;
use super::{MARKERS, Tokenizer, TokenizerError};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Markers, then bytes, then characters.
const N_FIXED: usize = MARKERS.len() + 256;

impl Tokenizer {
    /// A vocabulary of the characters of `texts`, by code point: all of them, or with
    /// `vocab_size` only the most frequent.
    ///
    /// # Errors
    /// If there is no text, or not as many characters as `vocab_size` asks for.
    pub fn characters<'t>(
        texts: impl IntoIterator<Item = &'t str>,
        vocab_size: Option<usize>,
    ) -> Result<Tokenizer, TokenizerError> {
        let mut counts: BTreeMap<char, u64> = BTreeMap::new();
        texts.into_iter().flat_map(str::chars).for_each(|c| *counts.entry(c).or_default() += 1);
        if counts.is_empty() {
            return Err(TokenizerError::EmptyCorpus);
        }
        let chosen = most_frequent(&counts, vocab_size.unwrap_or(N_FIXED + counts.len()))?;
        Tokenizer::from_json(&json(&chosen).to_string())
    }
}

/// The characters of a vocabulary of `vocab_size`, by code point; of equally frequent ones
/// the lower code point comes first.
fn most_frequent(counts: &BTreeMap<char, u64>, vocab_size: usize) -> Result<Vec<char>, TokenizerError> {
    let (least, most) = (N_FIXED + 1, N_FIXED + counts.len());
    if vocab_size < least {
        return Err(TokenizerError::VocabularyTooSmall { asked: vocab_size, least });
    }
    if vocab_size > most {
        return Err(TokenizerError::VocabularyTooLarge { asked: vocab_size, most });
    }
    let mut chosen: Vec<char> = counts.keys().copied().collect();
    chosen.sort_by_key(|c| std::cmp::Reverse(counts[c]));
    chosen.truncate(vocab_size - N_FIXED);
    chosen.sort_unstable();
    Ok(chosen)
}

fn json(characters: &[char]) -> Value {
    let names = MARKERS.map(String::from).into_iter().chain((0..256).map(byte_name));
    let names = names.chain(characters.iter().map(char::to_string));
    let vocab: Map<String, Value> = names.enumerate().map(|(id, name)| (name, json!(id))).collect();
    let marker = |(id, content): (usize, &&str)| {
        json!({"id": id, "content": content, "special": true, "normalized": false,
               "single_word": false, "lstrip": false, "rstrip": false})
    };
    json!({
        "version": "1.0",
        "added_tokens": MARKERS.iter().enumerate().map(marker).collect::<Vec<_>>(),
        "decoder": {"type": "Sequence", "decoders": [{"type": "ByteFallback"}, {"type": "Fuse"}]},
        "model": {"type": "BPE", "vocab": vocab, "merges": [], "byte_fallback": true, "fuse_unk": false},
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::TokenizerKind;

    #[test]
    fn the_vocabulary_is_the_corpus_characters_by_code_point() {
        let tokenizer = Tokenizer::characters(["ba", "瓜b"], None).unwrap();
        assert_eq!(tokenizer.vocab_size(), N_FIXED + 3);
        assert_eq!(tokenizer.encode("ab瓜"), [259, 260, 261]);
        assert_eq!(tokenizer.kind(), TokenizerKind::Characters);
    }

    #[test]
    fn a_limit_keeps_the_most_frequent() {
        let tokenizer = Tokenizer::characters(["aabbbc"], Some(N_FIXED + 2)).unwrap();
        assert_eq!(tokenizer.unknown_characters("abc"), ['c']);
        let too_large = Tokenizer::characters(["aabbbc"], Some(300)).unwrap_err();
        assert_eq!(too_large, TokenizerError::VocabularyTooLarge { asked: 300, most: 262 });
        let too_small = Tokenizer::characters(["aabbbc"], Some(65)).unwrap_err();
        assert_eq!(too_small, TokenizerError::VocabularyTooSmall { asked: 65, least: 260 });
        assert_eq!(Tokenizer::characters([""], None).unwrap_err(), TokenizerError::EmptyCorpus);
    }
}
