//! From guessing to a GPT: five models, one split, one figure.
//!
//! ```text
//! score = - sum_i ln p(token_i | tokens before, the text has begun) / characters
//! ```
//!
//! By the character, so that vocabularies of any kind can be compared. The end of a text is
//! not part of the figure.

mod result;

pub use result::{GptOrigin, Lacks, Ladder, Rung, RungModel};

use crate::data::Corpus;
use crate::lm::ngram::Smoothing;
use crate::lm::tokenizer::TokenizerError;
use crate::lm::{LanguageModel, TokenId, Tokenizer, Uniform};
use crate::task::generate::Writer;
use crate::task::ngram::{CountError, NGramOptions, count};
use crate::task::pretrain;
use crate::task::training::TrainingError;
use crate::train::{Observer, Preset};
use std::time::Duration;
use web_time::Instant;

/// Characters of the text learned from that stand for all of it.
const MOST_CHARS: usize = 20_000;

/// Why there is no ladder.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum LadderError {
    /// The text cannot be counted.
    Count(#[from] CountError),
    /// There is nothing to examine with.
    NothingHeldOut,
}

/// The rungs that need no training: uniform, unigram, bigram and n-gram.
///
/// # Errors
/// If there is too little text, or no such order.
pub fn ladder(corpus: &Corpus, order: usize, validation_share: f64) -> Result<Ladder, LadderError> {
    if corpus.texts().all(str::is_empty) {
        return Err(CountError::from(TokenizerError::EmptyCorpus).into());
    }
    let tokenizer = Tokenizer::characters(corpus.texts(), None).map_err(CountError::from)?;
    let split = corpus.split(validation_share);
    let tokens = pretrain::tokens(&tokenizer, &split.train);
    let mut ladder = Ladder {
        rows: Vec::new(),
        corpus: corpus.names(),
        n_train_chars: n_chars(&split.train),
        n_train_scored: n_chars(&spread(&split.train)),
        n_val_chars: n_chars(&split.validation),
        validation_share,
        gpt: None,
    };
    let uniform: Box<dyn LanguageModel> = Box::new(Uniform { vocab_size: tokenizer.vocab_size() });
    let mut models = vec![(RungModel::Uniform, uniform)];
    for order in [1, 2].into_iter().chain((order > 2).then_some(order)) {
        let options = NGramOptions { order, smoothing: Smoothing::KneserNey, validation_share };
        let (_, model) = count(&tokens, &tokenizer, &options).map_err(CountError::from)?;
        models.push((RungModel::NGram(order), Box::new(model)));
    }
    if ladder.n_val_chars == 0 {
        return Err(LadderError::NothingHeldOut);
    }
    for (rung, model) in models {
        ladder.add(corpus, rung, &*model, &tokenizer);
    }
    Ok(ladder)
}

/// How long the GPT of a ladder is trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    /// So many optimiser steps.
    Steps(usize),
    /// As many steps as this machine takes in about that time, and no more than the recipe has.
    Time(Duration),
}

impl Ladder {
    /// Trains a GPT on the same split, and examines it. If the observer stops the training, what
    /// was learned until then is examined.
    ///
    /// # Errors
    /// If the text is too short for it.
    pub fn train_gpt(
        &mut self,
        corpus: &Corpus,
        length: Length,
        observer: &mut dyn Observer,
    ) -> Result<(), TrainingError> {
        let start = Instant::now();
        let mut course = pretrain::course(corpus, &[], &Preset::SMALL.into())?;
        let mut state = course.fresh();
        course.shorten(match length {
            Length::Steps(iters) => iters,
            Length::Time(budget) => course.estimate(&state)?.iters_within(budget, &course.options),
        });
        let ending = course.run(&mut state, None, observer)?;
        let model = course.finish(&state, ending).model;
        self.climb(corpus, Writer { name: "gpt", model: &model, tokenizer: &course.tokenizer });
        let readings = state.step as f64 * course.tokens_a_step() as f64 / course.n_train as f64;
        let secs = start.elapsed().as_secs_f64();
        self.gpt = Some(GptOrigin::Trained { steps: state.step, readings, secs, seed: course.options.seed.0 });
        Ok(())
    }

    /// Examines one model more, of any vocabulary, on the same two texts.
    pub fn climb(&mut self, corpus: &Corpus, writer: Writer) {
        let rung = RungModel::Named(writer.model.kind(), writer.name.to_owned());
        self.add(corpus, rung, writer.model, writer.tokenizer);
    }

    fn add(&mut self, corpus: &Corpus, rung: RungModel, model: &dyn LanguageModel, tokenizer: &Tokenizer) {
        let split = corpus.split(self.validation_share);
        self.rows.push(Rung {
            model: rung,
            n_params: model.n_params(),
            context_len: model.context_len(),
            train_nats_per_char: nats_per_char(model, tokenizer, &spread(&split.train)),
            val_nats_per_char: nats_per_char(model, tokenizer, &split.validation),
            is_comparable: split.validation.iter().all(|text| tokenizer.spells(text)),
        });
    }
}

fn n_chars(texts: &[&str]) -> usize {
    texts.iter().map(|text| text.chars().count()).sum()
}

/// Texts from beginning to end that together have about [`MOST_CHARS`] characters; of longer
/// ones the beginning.
fn spread<'t>(texts: &[&'t str]) -> Vec<&'t str> {
    let n = n_chars(texts);
    if n <= MOST_CHARS {
        return texts.to_vec();
    }
    let each = n.div_ceil(MOST_CHARS);
    if texts.len() < each {
        let share = MOST_CHARS / texts.len();
        return texts.iter().map(|text| beginning(text, share)).collect();
    }
    texts.iter().step_by(each).map(|text| beginning(text, MOST_CHARS)).collect()
}

fn beginning(text: &str, n_chars: usize) -> &str {
    text.char_indices().nth(n_chars).map_or(text, |(at, _)| &text[..at])
}

/// The surprise of texts, each from its beginning.
fn nats_per_char(model: &dyn LanguageModel, tokenizer: &Tokenizer, texts: &[&str]) -> f64 {
    let before: Vec<TokenId> = tokenizer.end().into_iter().collect();
    let nats = |text: &&str| {
        let tokens = tokenizer.encode_ordinary(text);
        -model.log_probs(&before, &tokens).iter().sum::<f64>()
    };
    texts.iter().map(nats).sum::<f64>() / n_chars(texts) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn every_rung_of_the_built_in_text_is_better_than_the_one_below() {
        let ladder = ladder(&Corpus::builtin(), 5, 0.1).unwrap();
        let models: Vec<String> = ladder.rows.iter().map(|rung| rung.model.to_string()).collect();
        assert_eq!(models, ["uniform", "unigram", "bigram", "5-gram"]);
        assert!(ladder.rows.windows(2).all(|pair| pair[1].val_nats_per_char < pair[0].val_nats_per_char));
        let vocab_size = Tokenizer::characters(Corpus::builtin().texts(), None).unwrap().vocab_size();
        assert_relative_eq!(ladder.rows[0].val_nats_per_char, (vocab_size as f64).ln(), max_relative = 1e-12);
        assert_eq!(ladder.best().unwrap().model, RungModel::NGram(5));
        assert!(ladder.n_train_scored <= MOST_CHARS + 2_000 && ladder.n_train_scored > 10_000);
    }

    #[test]
    fn what_a_gpt_lacks_follows_its_two_figures() {
        let counted = ladder(&Corpus::of_text("x", &"the melon is ripe. ".repeat(60)), 5, 0.1).unwrap();
        let with = |train_nats_per_char, val_nats_per_char, gpt: GptOrigin| {
            let rung = Rung { train_nats_per_char, val_nats_per_char, ..counted.rows[3].clone() };
            Ladder { rows: counted.rows.iter().cloned().chain([rung]).collect(), gpt: Some(gpt), ..counted.clone() }
        };
        let same = || GptOrigin::SameSplit { name: "x".to_owned(), n_stories: 0 };
        let lacks = |ladder: &Ladder| ladder.lost().map(|(lacks, best)| (lacks, best.model.clone()));
        assert_eq!(lacks(&with(2.9, 3.0, same())), Some((Lacks::Time, RungModel::NGram(5))));
        assert_eq!(lacks(&with(1.0, 3.0, same())), Some((Lacks::Samples, RungModel::NGram(5))));
        assert_eq!(lacks(&with(0.0, 0.0, same())), None, "it is the best");
        assert_eq!(lacks(&with(1.0, 3.0, GptOrigin::Other { name: "x".to_owned() })), None, "nobody knows");
        assert_eq!(lacks(&counted), None);
    }

    #[test]
    fn a_model_that_does_not_spell_the_text_is_not_the_best() {
        let corpus = Corpus::of_text("x", &"the melon is ripe. ".repeat(60));
        let mut ladder = ladder(&corpus, 3, 0.1).unwrap();
        assert!(ladder.rows.iter().all(|rung| rung.is_comparable));
        let words = Tokenizer::words(["the"]).unwrap();
        let model = Uniform { vocab_size: words.vocab_size() };
        ladder.climb(&corpus, Writer { name: "words", model: &model, tokenizer: &words });
        let last = ladder.rows.last().unwrap();
        assert!(!last.is_comparable && ladder.best() != Some(last));
    }

    #[test]
    fn too_little_text_has_its_own_error() {
        let of = |text: &str| ladder(&Corpus::of_text("x", text), 5, 0.1).unwrap_err();
        assert!(matches!(of(""), LadderError::Count(CountError::Tokenizer(_))));
        assert!(matches!(of("瓜"), LadderError::Count(CountError::NGram(_))));
        assert!(ladder(&Corpus::of_text("x", "瓜熟了吗瓜熟了呀好吃"), 5, 0.1).is_ok());
    }
}
