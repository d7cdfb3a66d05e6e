//! From characters to ids, the short way.
//!
//! The library looks each character up as a string of its own; a table leads to the same ids
//! and is faster.

use crate::lm::TokenId;
use std::collections::HashMap;
use tokenizers as hf;

/// Marks a code point of the first plane without a token.
const NONE: TokenId = TokenId::MAX;

/// The name of a byte's token.
pub(super) fn byte_name(byte: usize) -> String {
    format!("<0x{byte:02X}>")
}

/// The table from characters to ids.
#[derive(Debug, Clone)]
pub(super) struct CharacterTable {
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

impl CharacterTable {
    /// The table of a tokenizer of this kind; `None` for one of another kind.
    pub(super) fn recognise(tokenizer: &hf::Tokenizer) -> Option<CharacterTable> {
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
        let mut table = CharacterTable { plane, beyond, bytes, markers: Vec::new(), openers: Vec::new() };
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
