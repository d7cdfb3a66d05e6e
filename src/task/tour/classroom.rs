//! What several screens share, computed at most once.

use super::pretraining::{self, Pretraining};
use super::{Embedded, TourError};
use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Corpus, Dataset, Goal, Selection, select};
use crate::lm::Tokenizer;
use crate::lm::ngram::NGram;
use crate::rng::Seed;
use crate::task::classify::{Classification, ClassifyOptions, classify};
use crate::task::ngram::{self, Counted, NGramOptions, ngram_from_corpus};
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
    writers: [OnceCell<Writer>; 2],
    pretraining: OnceCell<Pretraining>,
}

/// An n-gram model and its vocabulary.
#[derive(Debug)]
pub(super) struct Writer {
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
            writers: Default::default(),
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

    /// The seventeen, likewise.
    pub(super) fn seventeen(&self) -> Result<&Classification, TourError> {
        once(&self.seventeen, || Ok(learn(Builtin::Melons, &[])?))
    }

    /// The n-gram of the Chinese text's characters, or of the English text's word pieces.
    pub(super) fn writer(&self, tongue: Tongue) -> Result<&Writer, TourError> {
        once(&self.writers[usize::from(tongue == Tongue::English)], || Writer::new(tongue))
    }

    /// The small GPT, trained when it is first asked for.
    pub(super) fn pretraining(&self) -> Result<&Pretraining, TourError> {
        once(&self.pretraining, || pretraining::run(self.tongue))
    }
}

impl Writer {
    /// No smoothing, so that a probability is the share that was seen. In Chinese it is the
    /// model that `melon generate` counts; in English, where a character says little, tokens are
    /// pieces of words.
    fn new(tongue: Tongue) -> Result<Writer, TourError> {
        let options = NGramOptions::for_generating();
        if tongue == Tongue::Chinese {
            let corpus = Corpus::builtin();
            let Counted { tokenizer, model, .. } = ngram_from_corpus(&corpus, &options)?;
            return Ok(Writer { corpus, tokenizer, model });
        }
        let corpus = corpus(tongue);
        let tokenizer = Tokenizer::byte_level_bpe(corpus.texts(), N_PIECES)?;
        let texts: Vec<&str> = corpus.texts().collect();
        let options = NGramOptions { order: ORDER_OF_PIECES, ..options };
        let (_, model) = ngram::count(&tokens(&tokenizer, &texts), &tokenizer, &options)?;
        Ok(Writer { corpus, tokenizer, model })
    }
}

/// The part of the built-in text that is in this language.
pub(super) fn corpus(tongue: Tongue) -> Corpus {
    let folder = if tongue == Tongue::Chinese { "zh/" } else { "en/" };
    let documents = Corpus::builtin().documents;
    Corpus { documents: documents.into_iter().filter(|document| document.name.starts_with(folder)).collect() }
}

/// A built-in table with its usual roles.
pub(super) fn table(builtin: Builtin, n_rows: Option<usize>, selection: Selection, goal: Goal) -> Dataset {
    let table = builtin.table(n_rows, Seed::default());
    select(table, &selection, goal).expect("the embedded tables have the columns that are asked for")
}

/// Green, curled, muffled.
pub(super) fn the_melon() -> Melon {
    let cells = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    cells.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
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
