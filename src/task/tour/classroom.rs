//! What several screens share, computed at most once.

use super::material::{corpus, table, the_melon};
use super::pretraining::{self, Pretraining};
use super::{Embedded, TourError};
use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Corpus, Goal, Selection};
use crate::lm::Tokenizer;
use crate::lm::ngram::NGram;
use crate::task::classify::{Classification, ClassifyOptions, classify};
use crate::task::ngram::{self, CountedNGram, NGramOptions, ngram_from_corpus};
use crate::task::pretrain::tokens;
use crate::task::{Melon, TaskError};
use std::cell::OnceCell;

/// Tokens of the vocabulary of English word pieces.
const N_PIECES: usize = 1500;
/// The length of their longest n-grams.
const ORDER_OF_PIECES: usize = 4;

/// The place where the screens are run.
#[derive(Debug)]
pub struct Classroom {
    /// The reader's language: that of the text which is learned from and written.
    pub tongue: Tongue,
    load: fn() -> Embedded,
    embedded: OnceCell<Embedded>,
    ten_melons: OnceCell<Classification>,
    seventeen: OnceCell<Classification>,
    counted: [OnceCell<CountedText>; 2],
    pretraining: OnceCell<Pretraining>,
}

/// An n-gram model and its vocabulary.
#[derive(Debug)]
pub(super) struct CountedText {
    pub corpus: Corpus,
    pub tokenizer: Tokenizer,
    pub model: NGram,
}

impl Classroom {
    /// Nothing has been computed. The models that come with the program are loaded when they
    /// are first asked.
    pub fn new(tongue: Tongue, load: fn() -> Embedded) -> Classroom {
        Classroom {
            tongue,
            load,
            embedded: OnceCell::new(),
            ten_melons: OnceCell::new(),
            seventeen: OnceCell::new(),
            counted: Default::default(),
            pretraining: OnceCell::new(),
        }
    }

    /// The models that come with the program.
    pub(super) fn embedded(&self) -> &Embedded {
        self.embedded.get_or_init(self.load)
    }

    /// The ten melons, learned from with a penalty of 1 and asked about the one that the
    /// lesson ends with.
    pub(super) fn ten_melons(&self) -> Result<&Classification, TourError> {
        once(&self.ten_melons, || Ok(learn(Builtin::TenMelons, &[the_melon()])?))
    }

    /// The seventeen melons, learned from with a penalty of 1 and asked about none.
    pub(super) fn seventeen(&self) -> Result<&Classification, TourError> {
        once(&self.seventeen, || Ok(learn(Builtin::Melons, &[])?))
    }

    /// The n-gram of the Chinese text's characters, or of the English text's word pieces.
    pub(super) fn counted(&self, tongue: Tongue) -> Result<&CountedText, TourError> {
        once(&self.counted[usize::from(tongue == Tongue::English)], || CountedText::new(tongue))
    }

    /// The small GPT, trained when it is first asked for.
    pub(super) fn pretraining(&self) -> Result<&Pretraining, TourError> {
        once(&self.pretraining, || pretraining::run(self.tongue))
    }
}

impl CountedText {
    /// No smoothing, so that a probability is the share that was seen. In Chinese it is the
    /// model that `melon generate` counts; in English, where a character says little, tokens are
    /// pieces of words.
    fn new(tongue: Tongue) -> Result<CountedText, TourError> {
        let options = NGramOptions::for_generating();
        if tongue == Tongue::Chinese {
            let corpus = Corpus::builtin();
            let CountedNGram { tokenizer, model, .. } = ngram_from_corpus(&corpus, &options)?;
            return Ok(CountedText { corpus, tokenizer, model });
        }
        let corpus = corpus(tongue);
        let tokenizer = Tokenizer::byte_level_bpe(corpus.texts(), N_PIECES)?;
        let texts: Vec<&str> = corpus.texts().collect();
        let options = NGramOptions { order: ORDER_OF_PIECES, ..options };
        let (_, model) = ngram::count(&tokens(&tokenizer, &texts), &tokenizer, &options)?;
        Ok(CountedText { corpus, tokenizer, model })
    }
}

fn learn(builtin: Builtin, melons: &[Melon]) -> Result<Classification, TaskError> {
    let data = table(builtin, None, Selection::default(), Goal::Classify);
    classify(&data, &ClassifyOptions::default(), melons)
}

/// What is in the cell, or what `make` puts there.
fn once<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T, TourError>) -> Result<&T, TourError> {
    if cell.get().is_none() {
        let _ = cell.set(make()?);
    }
    Ok(cell.get().expect("it was set above"))
}
