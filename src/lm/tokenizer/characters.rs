//! One token a character; a character without a token is spelt in its UTF-8 bytes.
//!
//! In `tokenizer.json` this is a BPE model without merges and with byte fallback, which
//! Python's `tokenizers` knows. It looks each character up as a string of its own, so
//! encoding here goes a shorter way, through a table, to the same ids.

use super::{MARKERS, Tokenizer, TokenizerError};
use crate::lm::TokenId;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use tokenizers as hf;

/// Markers, then bytes, then characters.
const N_FIXED: usize = MARKERS.len() + 256;

/// Marks a code point of the first plane without a token.
const NONE: TokenId = TokenId::MAX;

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

/// The name of a byte's token.
fn byte_name(byte: usize) -> String {
    format!("<0x{byte:02X}>")
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

/// The table from characters to ids.
#[derive(Debug, Clone)]
pub(super) struct Characters {
    /// By code point, of the first 65,536.
    plane: Vec<TokenId>,
    /// The characters beyond.
    beyond: HashMap<char, TokenId>,
    /// By byte.
    bytes: Vec<TokenId>,
    /// Texts with ids of their own, the longest first.
    markers: Vec<(String, TokenId)>,
    /// The characters that these begin with.
    openers: Vec<char>,
}

impl Characters {
    /// The table of a tokenizer of this kind; `None` for one of another kind.
    pub(super) fn recognise(tokenizer: &hf::Tokenizer) -> Option<Characters> {
        let hf::ModelWrapper::BPE(model) = tokenizer.get_model() else { return None };
        let bare = tokenizer.get_normalizer().is_none() && tokenizer.get_pre_tokenizer().is_none();
        let added: Vec<_> = tokenizer.get_added_tokens_decoder().into_iter().collect();
        let plain = |token: &hf::AddedToken| {
            token.special && !(token.normalized || token.single_word || token.lstrip || token.rstrip)
        };
        if !bare || !model.byte_fallback || !added.iter().all(|(_, token)| plain(token)) {
            return None;
        }
        let vocab = model.get_vocab();
        let bytes = (0..256).map(|byte| vocab.get(&byte_name(byte)).copied()).collect::<Option<_>>()?;
        let (plane, beyond) = (vec![NONE; 1 << 16], HashMap::new());
        let mut table = Characters { plane, beyond, bytes, markers: Vec::new(), openers: Vec::new() };
        table.markers = added.into_iter().map(|(id, token)| (token.content, id)).collect();
        table.markers.sort_by_key(|(text, id)| (std::cmp::Reverse(text.len()), *id));
        table.openers = table.markers.iter().filter_map(|(text, _)| text.chars().next()).collect();
        table.openers.dedup();
        let others = table.markers.len() + 256;
        let n_characters = vocab.iter().filter(|(name, id)| table.insert(name, **id)).count();
        (n_characters + others == vocab.len()).then_some(table)
    }

    /// Enters a token, if it is one character.
    fn insert(&mut self, name: &str, id: TokenId) -> bool {
        let mut chars = name.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return false };
        match self.plane.get_mut(c as usize) {
            Some(place) => *place = id,
            None => drop(self.beyond.insert(c, id)),
        }
        true
    }

    /// The token of a character, if it has one.
    pub(super) fn id(&self, c: char) -> Option<TokenId> {
        match self.plane.get(c as usize) {
            Some(&id) => (id != NONE).then_some(id),
            None => self.beyond.get(&c).copied(),
        }
    }

    /// With markers as their ids.
    pub(super) fn encode(&self, text: &str) -> Vec<TokenId> {
        let mut tokens = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let mut markers = self.markers.iter().filter(|_| self.openers.contains(&c));
            if let Some((marker, id)) = markers.find(|(marker, _)| rest.starts_with(marker.as_str())) {
                tokens.push(*id);
                rest = &rest[marker.len()..];
            } else {
                self.push(c, &mut tokens);
                rest = &rest[c.len_utf8()..];
            }
        }
        tokens
    }

    /// With markers as ordinary text.
    pub(super) fn encode_ordinary(&self, text: &str) -> Vec<TokenId> {
        let mut tokens = Vec::with_capacity(text.len());
        text.chars().for_each(|c| self.push(c, &mut tokens));
        tokens
    }

    fn push(&self, c: char, tokens: &mut Vec<TokenId>) {
        match self.id(c) {
            Some(id) => tokens.push(id),
            None => {
                let mut utf8 = [0; 4];
                tokens.extend(c.encode_utf8(&mut utf8).bytes().map(|byte| self.bytes[byte as usize]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_the_corpus_characters_by_code_point() {
        let tokenizer = Tokenizer::characters(["ba", "瓜b"], None).unwrap();
        assert_eq!(tokenizer.vocab_size(), N_FIXED + 3);
        assert_eq!(tokenizer.encode("ab瓜"), [259, 260, 261]);
        assert_eq!(tokenizer.kind(), "char");
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
