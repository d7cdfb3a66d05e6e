//! What each token stands for, in UTF-8 bytes.

use crate::lm::TokenId;
use std::collections::HashMap;
use tokenizers as hf;

/// The bytes of every token by id, `(V)`; empty for an id that the vocabulary leaves out.
pub(super) fn of(tokenizer: &hf::Tokenizer) -> Vec<Vec<u8>> {
    let vocab = tokenizer.get_vocab(true);
    let added = tokenizer.get_added_tokens_decoder();
    let read = reader(tokenizer);
    let mut pieces = vec![Vec::new(); vocab.values().max().map_or(0, |&last| last as usize + 1)];
    for (name, id) in vocab {
        pieces[id as usize] = if added.contains_key(&id) { name.into_bytes() } else { read(id, &name) };
    }
    pieces
}

/// Whether tokens are words that the library joins by blanks.
pub(super) fn are_words(tokenizer: &hf::Tokenizer) -> bool {
    tokenizer.get_decoder().is_none() && matches!(tokenizer.get_model(), hf::ModelWrapper::WordLevel(_))
}

type TokenBytes<'t> = Box<dyn Fn(TokenId, &str) -> Vec<u8> + 't>;

/// How a token's name becomes bytes: by the alphabet of byte-level vocabularies, by name
/// for byte fallback, behind a blank where tokens are words, and else as the tokenizer decodes the token on its own.
fn reader(tokenizer: &hf::Tokenizer) -> TokenBytes<'_> {
    if let Some(hf::DecoderWrapper::ByteLevel(_)) = tokenizer.get_decoder() {
        let alphabet = byte_alphabet();
        return Box::new(move |_, name| name.chars().filter_map(|c| alphabet.get(&c).copied()).collect());
    }
    if matches!(tokenizer.get_model(), hf::ModelWrapper::BPE(model) if model.byte_fallback) {
        return Box::new(|_, name| byte_token(name).map_or_else(|| name.as_bytes().to_vec(), |byte| vec![byte]));
    }
    if are_words(tokenizer) {
        return Box::new(|_, name| format!(" {name}").into_bytes());
    }
    Box::new(|id, _| tokenizer.decode(&[id], false).unwrap_or_default().into_bytes())
}

/// The byte that a name like `<0xE7>` stands for.
fn byte_token(name: &str) -> Option<u8> {
    let digits = name.strip_prefix("<0x")?.strip_suffix('>')?;
    (digits.len() == 2).then(|| u8::from_str_radix(digits, 16).ok())?
}

/// GPT-2's printable stand-ins for the 256 bytes: a printable byte stands for itself, the
/// others for `U+0100` and on.
fn byte_alphabet() -> HashMap<char, u8> {
    let printable = |byte: u8| matches!(byte, b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF);
    let mut others = (0x100..).filter_map(char::from_u32);
    (0..=255u8)
        .map(|byte| (if printable(byte) { char::from(byte) } else { others.next().expect("endless") }, byte))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_is_gpt2s() {
        let alphabet = byte_alphabet();
        assert_eq!(alphabet.len(), 256);
        let known = hf::pre_tokenizers::byte_level::ByteLevel::alphabet();
        assert!(known.iter().all(|c| alphabet.contains_key(c)));
        assert_eq!((alphabet[&'Ġ'], alphabet[&'Ċ'], alphabet[&'a']), (b' ', b'\n', b'a'));
    }

    #[test]
    fn only_two_digits_name_a_byte() {
        assert_eq!(
            ["<0x0A>", "<0xFF>", "<0xA>", "0x0A", "<0xZZ>"].map(byte_token),
            [Some(10), Some(255), None, None, None]
        );
    }
}
