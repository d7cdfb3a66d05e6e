//! What a token is, and how many there are.

use crate::lm::tokenizer::{TokenizerError, WordCut};
use crate::lm::{Tokenizer, TokenizerKind};
use std::fmt;
use std::str::FromStr;

/// Tokens of a BPE vocabulary unless asked otherwise.
const BPE_VOCAB_SIZE: usize = 1000;

/// A text that is no value of the setting.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
pub struct NotAValue;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// A token is one character.
    Characters,
    /// Bytes, and runs of bytes that are frequent.
    Bpe,
    /// Likewise, but a token holds at most one Chinese character.
    BpeHan,
}

impl Vocabulary {
    /// What they are called on the command line, in the order of the variants.
    pub const NAMES: [&'static str; 3] = ["char", "bpe", "bpe-han"];

    /// Learns a vocabulary of this kind from texts.
    ///
    /// # Errors
    /// If there is too little text for it.
    pub fn learn<'t>(self, texts: impl Iterator<Item = &'t str>, size: VocabSize) -> Result<Tokenizer, TokenizerError> {
        match self {
            Vocabulary::Characters => Tokenizer::characters(texts, size.0),
            Vocabulary::Bpe => Tokenizer::bpe(texts, size.0.unwrap_or(BPE_VOCAB_SIZE), WordCut::Gpt2),
            Vocabulary::BpeHan => Tokenizer::bpe(texts, size.0.unwrap_or(BPE_VOCAB_SIZE), WordCut::LoneHan),
        }
    }

    /// The kind of a vocabulary that was made here; of one from elsewhere whose tokens are no runs of bytes,
    /// characters.
    pub fn of(tokenizer: &Tokenizer) -> Vocabulary {
        match tokenizer.kind() {
            TokenizerKind::Bpe if tokenizer.keeps_han_alone() => Vocabulary::BpeHan,
            TokenizerKind::Bpe => Vocabulary::Bpe,
            TokenizerKind::Characters | TokenizerKind::Other => Vocabulary::Characters,
        }
    }
}

impl FromStr for Vocabulary {
    type Err = NotAValue;

    fn from_str(text: &str) -> Result<Self, NotAValue> {
        match text {
            "char" => Ok(Vocabulary::Characters),
            "bpe" => Ok(Vocabulary::Bpe),
            "bpe-han" => Ok(Vocabulary::BpeHan),
            _ => Err(NotAValue),
        }
    }
}

impl fmt::Display for Vocabulary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Vocabulary::Characters => "char",
            Vocabulary::Bpe => "bpe",
            Vocabulary::BpeHan => "bpe-han",
        })
    }
}

/// Tokens of a vocabulary; without a number as many as its kind usually has: all characters,
/// or 1,000 for BPE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VocabSize(pub Option<usize>);

impl FromStr for VocabSize {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(|n| VocabSize(Some(n)))
    }
}

impl fmt::Display for VocabSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |n| n.fmt(f))
    }
}
