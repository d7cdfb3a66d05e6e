//! Text as it is written: whole characters, and nothing of one that is still incomplete.

use super::Tokenizer;
use crate::lm::TokenId;

/// Tokens in, text out.
#[derive(Debug, Clone)]
pub struct TextStream<'t> {
    tokenizer: &'t Tokenizer,
    utf8: Utf8Stream,
}

impl Tokenizer {
    /// Decodes token by token, never half a character.
    pub fn stream(&self) -> TextStream<'_> {
        TextStream { tokenizer: self, utf8: Utf8Stream::default() }
    }
}

impl TextStream<'_> {
    /// The characters that `token` completes, often one, sometimes none.
    pub fn push(&mut self, token: TokenId) -> String {
        self.utf8.push(self.tokenizer.bytes(token))
    }

    /// What is left at the end: `U+FFFD` if a character was begun and not finished.
    pub fn finish(&mut self) -> String {
        self.utf8.finish()
    }
}

/// Bytes in, characters out. All that comes out, put together, is
/// [`String::from_utf8_lossy`] of all that went in.
#[derive(Debug, Clone, Default)]
struct Utf8Stream {
    /// The beginning of a character: at most three bytes.
    begun: Vec<u8>,
}

impl Utf8Stream {
    /// The characters that `bytes` complete.
    fn push(&mut self, bytes: &[u8]) -> String {
        self.begun.extend_from_slice(bytes);
        let mut text = String::new();
        let mut rest: &[u8] = &self.begun;
        while let Some(chunk) = rest.utf8_chunks().next() {
            text.push_str(chunk.valid());
            let tail = &rest[chunk.valid().len()..];
            if is_begun(tail) {
                rest = tail;
                break;
            }
            if !chunk.invalid().is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            rest = &tail[chunk.invalid().len()..];
        }
        self.begun = rest.to_vec();
        text
    }

    /// What is left at the end.
    fn finish(&mut self) -> String {
        let text = String::from_utf8_lossy(&self.begun).into_owned();
        self.begun.clear();
        text
    }
}

/// Whether `bytes` are a proper beginning of a character, and no more.
fn is_begun(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => false,
        Err(error) => error.valid_up_to() == 0 && error.error_len().is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_appears_with_its_last_byte() {
        let mut stream = Utf8Stream::default();
        let shown: Vec<String> = "a瓜".bytes().map(|byte| stream.push(&[byte])).collect();
        assert_eq!(shown, ["a", "", "", "瓜"]);
        assert_eq!(stream.finish(), "");
    }

    #[test]
    fn broken_bytes_do_not_hold_up_what_follows() {
        let mut stream = Utf8Stream::default();
        assert_eq!(stream.push(&[0xE7, 0x93]), "");
        assert_eq!(stream.push(b"a"), "\u{fffd}a");
        assert_eq!(stream.push(&[0xFF, b'b', 0xF0, 0x9F]), "\u{fffd}b");
        assert_eq!(stream.finish(), "\u{fffd}");
    }
}
