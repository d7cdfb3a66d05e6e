//! Byte-level byte-pair encoding, trained by the `tokenizers` crate.

use super::{MARKERS, Tokenizer, TokenizerError};
use hf::models::bpe::{BPE, BpeTrainer};
use hf::pre_tokenizers::PreTokenizerWrapper;
use hf::pre_tokenizers::byte_level::ByteLevel;
use hf::pre_tokenizers::sequence::Sequence;
use hf::pre_tokenizers::split::{Split, SplitPattern};
use hf::tokenizer::SplitDelimiterBehavior;
use tokenizers as hf;

/// A Chinese character, which is a word of its own in [`WordCut::LoneHan`].
const HAN: &str = r"\p{Han}";

/// What a text is cut into before its neighbours are merged: no merge goes beyond a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordCut {
    /// As GPT-2 cuts it: a run of letters, of whatever script.
    Gpt2,
    /// As GPT-2, but each Chinese character is a word of its own, so that a token never holds
    /// two of them: Chinese, where nothing stands between words, is then read character by
    /// character, and English piece by piece.
    LoneHan,
}

/// A pair of neighbours is merged from this many occurrences on.
const MIN_FREQUENCY: u64 = 2;

impl Tokenizer {
    /// [`Tokenizer::bpe`] within the words of GPT-2's pattern.
    ///
    /// # Errors
    /// As there.
    pub fn byte_level_bpe<'t>(
        texts: impl IntoIterator<Item = &'t str>,
        vocab_size: usize,
    ) -> Result<Tokenizer, TokenizerError> {
        Tokenizer::bpe(texts, vocab_size, WordCut::Gpt2)
    }

    /// A vocabulary of `vocab_size`: markers, the 256 bytes, and the merges of the most
    /// frequent neighbours in `texts`, within words.
    ///
    /// # Errors
    /// If there is no text, or `vocab_size` has no room for the bytes, or the corpus runs
    /// out of pairs that occur twice.
    pub fn bpe<'t>(
        texts: impl IntoIterator<Item = &'t str>,
        vocab_size: usize,
        words: WordCut,
    ) -> Result<Tokenizer, TokenizerError> {
        let texts: Vec<&str> = texts.into_iter().collect();
        let least = MARKERS.len() + 256;
        if texts.iter().all(|text| text.is_empty()) {
            return Err(TokenizerError::EmptyCorpus);
        }
        if vocab_size < least {
            return Err(TokenizerError::VocabularyTooSmall { asked: vocab_size, least });
        }
        let tokenizer = Tokenizer::new(train(&texts, vocab_size, words));
        match tokenizer.vocab_size() {
            most if most < vocab_size => Err(TokenizerError::VocabularyTooLarge { asked: vocab_size, most }),
            _ => Ok(tokenizer),
        }
    }
}

fn train(texts: &[&str], vocab_size: usize, words: WordCut) -> hf::Tokenizer {
    let byte_level = ByteLevel::new(false, true, true); // no space put in front, GPT-2's pattern
    let mut tokenizer = hf::Tokenizer::new(BPE::default());
    tokenizer.with_pre_tokenizer(Some(cut(words, byte_level)));
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

fn cut(words: WordCut, byte_level: ByteLevel) -> PreTokenizerWrapper {
    if words == WordCut::Gpt2 {
        return byte_level.into();
    }
    let han = Split::new(SplitPattern::Regex(HAN.to_owned()), SplitDelimiterBehavior::Isolated, false);
    Sequence::new(vec![han.expect("a pattern that is one").into(), byte_level.into()]).into()
}

fn marker(text: &str) -> hf::AddedToken {
    hf::AddedToken::from(text, true).normalized(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::TokenizerKind;

    #[test]
    fn frequent_neighbours_become_one_token() {
        let tokenizer = Tokenizer::byte_level_bpe(["melon melon melon melon"], 263).unwrap();
        assert_eq!((tokenizer.vocab_size(), tokenizer.kind()), (263, TokenizerKind::Bpe));
        assert!(tokenizer.encode("melon").len() <= 2);
    }

    #[test]
    fn a_chinese_character_may_stay_alone() {
        let texts = ["周一上班真的很丧，a melon", "周一上班真的很爽，a melon"];
        let tokenizer = Tokenizer::bpe(texts, 279, WordCut::LoneHan).unwrap();
        let pieces: Vec<String> = tokenizer.encode("周一a melon").iter().map(|&token| tokenizer.text(token)).collect();
        assert_eq!(pieces, ["周", "一", "a", " melon"]);
        assert_eq!((tokenizer.kind(), tokenizer.end()), (TokenizerKind::Bpe, Some(0)));
        let read = Tokenizer::from_json(&tokenizer.to_json()).unwrap();
        assert_eq!(read.encode("周一 很丧"), tokenizer.encode("周一 很丧"));
        assert_eq!(tokenizer.decode(&tokenizer.encode("周一 很丧!")), "周一 很丧!");
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
