//! An ARPA file without a vocabulary beside it: it is found in the file.

use super::error::NGramFileError;
use crate::lm::Tokenizer;
use crate::lm::ngram::NGram;
use crate::lm::ngram::arpa::{self, ArpaError};
use flate2::read::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;

/// The first bytes of a file that gzip packed.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// How a piece that begins a word is marked, in byte-level BPE and in SentencePiece.
const WORD_BEGINS: [char; 2] = ['Ġ', '▁'];

/// The vocabulary and the model of a file, packed by gzip or not.
pub(super) fn read(content: &[u8]) -> Result<(Tokenizer, NGram), NGramFileError> {
    let text = text(unpacked(content)?);
    let words = arpa::words(&text);
    if words.is_empty() {
        arpa::read(&text, 1, None, |_| None)?; // says what is wrong, if anything is
    }
    let tokenizer = vocabulary(words)?;
    let model = over(&text, &tokenizer)?;
    Ok((tokenizer, model))
}

/// The model of `text` over this vocabulary.
pub(super) fn over(text: &str, tokenizer: &Tokenizer) -> Result<NGram, ArpaError> {
    arpa::read(text, tokenizer.vocab_size(), tokenizer.end(), |name| tokenizer.token(name))
}

/// Without a byte-order mark.
pub(super) fn text(content: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(content.as_ref()).trim_start_matches('\u{feff}').to_owned()
}

fn unpacked(content: &[u8]) -> Result<Cow<'_, [u8]>, NGramFileError> {
    if !content.starts_with(&GZIP) {
        return Ok(content.into());
    }
    let mut text = Vec::new();
    let read = MultiGzDecoder::new(content).read_to_end(&mut text);
    read.map_err(|error| NGramFileError::Packed { reason: error.to_string() })?;
    Ok(text.into())
}

/// The vocabulary of a file that has no other.
fn vocabulary(words: Vec<String>) -> Result<Tokenizer, NGramFileError> {
    let characters: String = words.iter().filter(|word| word.chars().count() == 1).map(String::as_str).collect();
    if !characters.is_empty() {
        let tokenizer = Tokenizer::characters([characters.as_str()], None)?;
        if words.iter().all(|word| tokenizer.token(word).is_some()) {
            return Ok(tokenizer);
        }
    }
    match words.iter().find(|word| word.starts_with(WORD_BEGINS)) {
        Some(word) => Err(NGramFileError::Pieces { word: word.clone() }),
        None => Ok(Tokenizer::words(words.iter().map(String::as_str))?),
    }
}
