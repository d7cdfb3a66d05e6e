//! Byte-level byte-pair encoding, trained by the `tokenizers` crate.

use super::{MARKERS, Tokenizer, TokenizerError};
use hf::models::bpe::{BPE, BpeTrainer};
use hf::pre_tokenizers::byte_level::ByteLevel;
use tokenizers as hf;

/// A pair of neighbours is merged from this many occurrences on.
const MIN_FREQUENCY: u64 = 2;

impl Tokenizer {
    /// A vocabulary of `vocab_size`: markers, the 256 bytes, and the merges of the most
    /// frequent neighbours in `texts`, within the words of GPT-2's pattern.
    ///
    /// # Errors
    /// If there is no text, or `vocab_size` has no room for the bytes, or the corpus runs
    /// out of pairs that occur twice.
    pub fn byte_level_bpe<'t>(
        texts: impl IntoIterator<Item = &'t str>,
        vocab_size: usize,
    ) -> Result<Tokenizer, TokenizerError> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let least = MARKERS.len() + 256;
        if texts.iter().all(|text| text.is_empty()) {
            return Err(TokenizerError::EmptyCorpus);
        }
        if vocab_size < least {
            return Err(TokenizerError::VocabularyTooSmall { asked: vocab_size, least });
        }
        let tokenizer = Tokenizer::new(train(&texts, vocab_size));
        match tokenizer.vocab_size() {
            most if most < vocab_size => Err(TokenizerError::VocabularyTooLarge { asked: vocab_size, most }),
            _ => Ok(tokenizer),
        }
    }
}

fn train(texts: &[&str], vocab_size: usize) -> hf::Tokenizer {
    let byte_level = ByteLevel::new(false, true, true); // no space put in front, GPT-2's pattern
    let mut tokenizer = hf::Tokenizer::new(BPE::default());
    tokenizer.with_pre_tokenizer(Some(byte_level));
    tokenizer.with_decoder(Some(byte_level));
    let mut trainer: hf::models::TrainerWrapper = BpeTrainer::builder()
        .show_progress(false)
        .min_frequency(MIN_FREQUENCY)
        .vocab_size(vocab_size)
        .initial_alphabet(ByteLevel::alphabet().into_iter().collect())
        .special_tokens(MARKERS.map(marker).to_vec())
        .build()
        .into();
    tokenizer.train(&mut trainer, texts.iter()).expect("training reads from memory");
    tokenizer
}

fn marker(text: &str) -> hf::AddedToken {
    hf::AddedToken::from(text, true).normalized(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_neighbours_become_one_token() {
        let tokenizer = Tokenizer::byte_level_bpe(["melon melon melon melon"], 263).unwrap();
        assert_eq!((tokenizer.vocab_size(), tokenizer.kind()), (263, "bpe"));
        assert!(tokenizer.encode("melon").len() <= 2);
    }

    #[test]
    fn what_the_corpus_cannot_give_is_an_error() {
        let ask = |text, size| Tokenizer::byte_level_bpe([text], size).unwrap_err();
        assert_eq!(ask("", 300), TokenizerError::EmptyCorpus);
        assert_eq!(ask("abab", 100), TokenizerError::VocabularyTooSmall { asked: 100, least: 259 });
        assert!(
            matches!(ask("ab ab", 9000), TokenizerError::VocabularyTooLarge { asked: 9000, most } if (259..265).contains(&most))
        );
    }
}
