//! Text to tokens and back.
//!
//! Two vocabularies are trained here: [`Tokenizer::characters`], one token a character, and
//! [`Tokenizer::byte_level_bpe`], which merges frequent neighbours (Sennrich, Haddow and
//! Birch, 2016) over bytes, as GPT-2 does. Both are kept in the field's `tokenizer.json`:
//! Python's `tokenizers` reads it and finds the same ids.
//!
//! No text is beyond them. A character that was never seen is spelt in its UTF-8 bytes,
//! `<0x00>` to `<0xFF>`, each a token of its own, so that
//! `decode(encode(text)) == text` for every text.
//!
//! The ids 0, 1 and 2 are markers: [`END`] of a text, and the turns of a conversation.

mod bpe;
mod character_table;
mod characters;
mod error;
mod foreign;
mod guard;
mod markers;
mod pieces;
mod settings;
mod stream;
mod words;

pub use bpe::WordCut;
pub use error::TokenizerError;
pub use markers::{ASSISTANT, END, MARKERS, USER};
pub use stream::TextStream;

use super::TokenId;
use character_table::CharacterTable;
use markers::OTHER_ENDS;
use std::sync::OnceLock;
use tokenizers as hf;

/// A vocabulary, and how text is cut into it.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    hf: hf::Tokenizer,
    /// The same, with markers read as ordinary text.
    ordinary: OnceLock<Box<hf::Tokenizer>>,
    /// The short way, where every token is a character.
    characters: Option<CharacterTable>,
    /// What each token stands for, in UTF-8 bytes: `(V)`.
    pieces: Vec<Vec<u8>>,
}

/// What the tokens of a vocabulary are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenizerKind {
    /// Characters, and bytes to spell all others.
    Characters,
    /// Bytes, and runs of bytes that are frequent.
    Bpe,
    /// Something else: a vocabulary from elsewhere.
    Other,
}

impl Tokenizer {
    fn new(hf: hf::Tokenizer) -> Tokenizer {
        let pieces = pieces::of(&hf);
        let characters = CharacterTable::recognise(&hf);
        Tokenizer { hf, ordinary: OnceLock::new(), characters, pieces }
    }

    /// Reads a `tokenizer.json`. Settings in it that cut texts off or fill them up, as for a
    /// batch, do not count: a text has all of its tokens and no others.
    ///
    /// # Errors
    /// If it is not one, or cannot spell every text.
    pub fn from_json(json: &str) -> Result<Tokenizer, TokenizerError> {
        foreign::read(json).map(Tokenizer::new)
    }

    /// Writes a `tokenizer.json`.
    pub fn to_json(&self) -> String {
        self.hf.to_string(true).expect("a vocabulary of strings and numbers is JSON")
    }

    /// What its tokens are.
    pub fn kind(&self) -> TokenizerKind {
        match (&self.characters, self.hf.get_model()) {
            (Some(_), _) => TokenizerKind::Characters,
            (None, hf::ModelWrapper::BPE(_)) => TokenizerKind::Bpe,
            _ => TokenizerKind::Other,
        }
    }

    /// Whether it was made with [`WordCut::LoneHan`].
    pub fn keeps_han_alone(&self) -> bool {
        let cuts = self.hf.get_pre_tokenizer();
        self.kind() == TokenizerKind::Bpe && matches!(cuts, Some(hf::PreTokenizerWrapper::Sequence(_)))
    }

    /// Whether a token is a word, and blanks stand between two.
    fn is_of_words(&self) -> bool {
        pieces::are_words(&self.hf)
    }

    /// The number of tokens, `V`: ids are `0..vocab_size`.
    pub fn vocab_size(&self) -> usize {
        self.pieces.len()
    }

    /// The tokens of `text`. Markers such as [`END`] become their ids.
    pub fn encode(&self, text: &str) -> Vec<TokenId> {
        match &self.characters {
            Some(characters) => characters.encode(text),
            None => encode_with(&self.hf, text),
        }
    }

    /// The tokens of `text`, in which a marker is text like any other: what somebody typed
    /// can then never pass for the end of their turn.
    pub fn encode_ordinary(&self, text: &str) -> Vec<TokenId> {
        match &self.characters {
            Some(characters) => characters.encode_ordinary(text),
            None => encode_with(self.ordinary.get_or_init(|| Box::new(without_markers(&self.hf))), text),
        }
    }

    /// The text of `tokens`, markers included. Bytes that are not UTF-8 become `U+FFFD`, one
    /// for each maximal invalid run, as in [`String::from_utf8_lossy`].
    pub fn decode(&self, tokens: &[TokenId]) -> String {
        let bytes: Vec<u8> = tokens.iter().flat_map(|&token| self.bytes(token)).copied().collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The UTF-8 bytes that `token` stands for: perhaps only part of a character, and none
    /// for an id outside the vocabulary (a model may have room for more tokens than there are).
    pub fn bytes(&self, token: TokenId) -> &[u8] {
        self.pieces.get(token as usize).map_or(&[], Vec::as_slice)
    }

    /// `token` as it may be shown on its own: its text, or its bytes as `<0xE7><0x93>` where
    /// they are not whole characters.
    pub fn text(&self, token: TokenId) -> String {
        let bytes = self.bytes(token);
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| format!("<0x{byte:02X}>")).collect(),
        }
    }

    /// The name of `token` in the vocabulary: distinct for distinct tokens.
    pub fn name(&self, token: TokenId) -> String {
        self.hf.id_to_token(token).unwrap_or_else(|| format!("<unused{token}>"))
    }

    /// The token called `name` in the vocabulary.
    pub fn token(&self, name: &str) -> Option<TokenId> {
        self.hf.token_to_id(name)
    }

    /// The token that ends a text, if the vocabulary has one.
    pub fn end(&self) -> Option<TokenId> {
        std::iter::once(END).chain(OTHER_ENDS).find_map(|name| self.token(name))
    }

    /// The characters of `text` that have no token and are spelt in bytes, each once, in
    /// order of appearance. Only a vocabulary of characters has such.
    pub fn unknown_characters(&self, text: &str) -> Vec<char> {
        let mut unknown = Vec::new();
        if let Some(characters) = &self.characters {
            for c in text.chars().filter(|&c| characters.id(c).is_none()) {
                if !unknown.contains(&c) {
                    unknown.push(c);
                }
            }
        }
        unknown
    }
}

fn encode_with(hf: &hf::Tokenizer, text: &str) -> Vec<TokenId> {
    // Vocabularies that cannot spell everything are refused on reading. What is left is a
    // pattern of a foreign file that gives up on a text: that text has no tokens.
    foreign::encode(hf, text).ok().flatten().unwrap_or_default()
}

/// Special tokens are text there, and so are the markers of a file that does not call them special.
fn without_markers(hf: &hf::Tokenizer) -> hf::Tokenizer {
    let mut ordinary = hf.clone();
    let special = |name: &&str| hf::AddedToken::from(*name, true).normalized(false);
    let markers: Vec<_> = MARKERS.iter().filter(|name| hf.token_to_id(name).is_some()).map(special).collect();
    ordinary.add_special_tokens(markers).expect("every marker has its id already");
    ordinary.set_encode_special_tokens(true);
    ordinary
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORPUS: &str = "周一上班真的很丧。\nA melon, a melon!\r\n";
    /// Known and unknown characters, joined emoji, controls, markers and what looks like them.
    const TEXTS: [&str; 8] = [
        "",
        "周一上班真的很丧",
        "pêche 🍉👩‍🌾 \u{0}\u{7f}\u{feff}",
        "<|end|>a<|user|><|assistant|><|end|",
        "<0x41> <0xE7>",
        " two  spaces\t\r\n\u{3000}",
        "e\u{301}\u{202e}abc",
        "<|<|end|>|>",
    ];

    fn both() -> [Tokenizer; 2] {
        [
            Tokenizer::characters([CORPUS], None).unwrap(),
            Tokenizer::byte_level_bpe([CORPUS, "a melon a melon melon"], 262).unwrap(),
        ]
    }

    #[test]
    fn every_text_comes_back_and_streams_the_same() {
        for tokenizer in both() {
            for text in TEXTS {
                for tokens in [tokenizer.encode(text), tokenizer.encode_ordinary(text)] {
                    assert_eq!(tokenizer.decode(&tokens), text);
                    let mut stream = tokenizer.stream();
                    let mut streamed: String = tokens.iter().map(|&token| stream.push(token)).collect();
                    streamed += &stream.finish();
                    assert_eq!(streamed, text);
                }
            }
        }
    }

    #[test]
    fn the_short_way_and_the_library_agree() {
        let [characters, _] = both();
        assert!(characters.characters.is_some());
        for text in TEXTS {
            assert_eq!(characters.encode(text), encode_with(&characters.hf, text));
            assert_eq!(characters.encode_ordinary(text), encode_with(&without_markers(&characters.hf), text));
            assert_eq!(characters.hf.decode(&characters.encode(text), false).unwrap(), text);
        }
    }

    #[test]
    fn json_keeps_every_id() {
        for tokenizer in both() {
            let read = Tokenizer::from_json(&tokenizer.to_json()).unwrap();
            assert_eq!((read.kind(), read.vocab_size()), (tokenizer.kind(), tokenizer.vocab_size()));
            assert_eq!(read.to_json(), tokenizer.to_json());
            for text in TEXTS {
                assert_eq!(read.encode(text), tokenizer.encode(text));
            }
        }
        assert!(matches!(Tokenizer::from_json("{}"), Err(TokenizerError::Format(_))));
    }

    #[test]
    fn markers_come_first_and_only_unless_typed() {
        for tokenizer in both() {
            assert_eq!(tokenizer.encode(&MARKERS.concat()), [0, 1, 2]);
            assert_eq!(tokenizer.end(), Some(0));
            assert!(tokenizer.encode_ordinary(END).iter().all(|&token| token > 2));
        }
    }

    #[test]
    fn what_is_unknown_is_said() {
        let [characters, bpe] = both();
        assert_eq!(characters.unknown_characters("周瓜瓜!🍉"), ['瓜', '🍉']);
        assert_eq!(characters.text(characters.encode("瓜")[0]), "<0xE7>");
        assert!(bpe.unknown_characters("瓜").is_empty());
    }
}
