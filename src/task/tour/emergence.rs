//! Emergence: models of growing width practise one task with exact answers, and the same
//! predictions are marked in two ways.
//!
//! The task is to write a word of five letters backwards. *Whole word right* wants five letters
//! right one after the other: where each is right with probability `p`, about `p^5`, which stays
//! near 0 for long and then climbs. *Letter right* is `p` itself. After Schaeffer, Miranda and
//! Koyejo, "Are emergent abilities of large language models a mirage?" (2023).

use super::TourError;
use crate::lm::gpt::{Gpt, GptConfig, GptModel};
use crate::lm::{LanguageModel, TokenId};
use crate::rng::Seed;
use crate::task::scale::marked;
use crate::task::training::TrainingError;
use crate::train::{
    self, Batch, Conversations, ExampleSource, Optimizer, SourceError, TrainData, TrainOptions, TrainState,
};
use rand::Rng;
use rayon::prelude::*;
use serde::Serialize;

/// Letters in a word.
const WORD_LEN: usize = 5;
/// Letters in the alphabet: tokens `0..N_LETTERS`. The token after them says "backwards:".
const N_LETTERS: u32 = 26;
/// The letters, and the token after them.
const VOCAB_SIZE: usize = N_LETTERS as usize + 1;
/// A word, the token, and all but the last letter of the answer.
const CONTEXT_LEN: usize = 2 * WORD_LEN;
/// Widths of the models, one layer with one head each.
const WIDTHS: [usize; 6] = [3, 4, 5, 6, 7, 8];
/// Words to learn from, and further ones to be examined on.
const N_WORDS: [usize; 2] = [2000, 200];
/// Steps of training, the same for each model.
const ITERS: usize = 600;

/// What came of the experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Emergence {
    /// Letters in a word.
    pub word_len: usize,
    /// Words each model was examined on.
    pub n_words: usize,
    /// Steps each was trained for.
    pub iters: usize,
    /// One a model, the smallest first.
    pub models: Vec<WidthScores>,
}

/// The marks of one model.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WidthScores {
    /// Numbers that it has learned.
    pub n_params: usize,
    /// Share of letters right.
    pub letters_right: f64,
    /// Share of words of which every letter is right.
    pub words_right: f64,
    /// Mean log-probability of the right letter, nats.
    pub log_prob_nats: f64,
}

/// Trains and examines the models.
pub(super) fn run() -> Result<Emergence, TourError> {
    let words = words(N_WORDS[0] + N_WORDS[1]);
    let (learned, held_out) = words.split_at(N_WORDS[0]);
    let one = |&width: &usize| -> Result<WidthScores, TourError> { Ok(examine(&trained(width, learned)?, held_out)?) };
    let models = WIDTHS.par_iter().map(one).collect::<Result<_, _>>()?;
    Ok(Emergence { word_len: WORD_LEN, n_words: held_out.len(), iters: ITERS, models })
}

/// Distinct words, drawn at random.
fn words(n: usize) -> Vec<[TokenId; WORD_LEN]> {
    let mut stream = Seed::default().stream("tour/words");
    let mut words = Vec::with_capacity(n);
    while words.len() < n {
        let word = std::array::from_fn(|_| stream.gen_range(0..N_LETTERS));
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// `melon:nolem`, and which of its tokens are the answer.
fn exercise(word: &[TokenId; WORD_LEN]) -> (Vec<TokenId>, Vec<bool>) {
    let tokens: Vec<TokenId> = word.iter().copied().chain([N_LETTERS]).chain(word.iter().rev().copied()).collect();
    let is_answer = (0..tokens.len()).map(|at| at > WORD_LEN).collect();
    (tokens, is_answer)
}

/// All of them, to learn from or to be examined on.
fn exercises(words: &[[TokenId; WORD_LEN]]) -> Result<Conversations, SourceError> {
    let exercises: Vec<_> = words.iter().map(exercise).collect();
    let pairs = exercises.iter().map(|(tokens, is_answer)| (&tokens[..], &is_answer[..]));
    Conversations::new(pairs, CONTEXT_LEN, VOCAB_SIZE)
}

fn trained(width: usize, words: &[[TokenId; WORD_LEN]]) -> Result<GptModel, TrainingError> {
    let gpt = Gpt::new(GptConfig::new(VOCAB_SIZE, CONTEXT_LEN, 1, 1, width))?;
    let source = exercises(words)?;
    let options = TrainOptions {
        batch_size: 32,
        iters: ITERS,
        optimizer: Optimizer::AdamW,
        learning_rate: 5e-3,
        min_learning_rate: 5e-4,
        warmup_iters: 20,
        eval_interval: ITERS,
        n_shards: 1,
        ..TrainOptions::default()
    };
    let mut state = TrainState::new(gpt.init(options.seed));
    train::train(&gpt, &options, TrainData { train: &source, validation: None }, &mut state, None, &mut ())?;
    Ok(GptModel::new(gpt, state.params).expect("the state is this architecture's"))
}

/// Each letter of the answer is asked for behind the right letters before it.
fn examine(model: &GptModel, words: &[[TokenId; WORD_LEN]]) -> Result<WidthScores, TrainingError> {
    let source = exercises(words)?;
    let mut batch = Batch::default();
    source.fill(&source.cover(), &mut batch);
    let said = marked(&model.gpt, &model.params, &batch);
    let letters = said.iter().map(|word| word.n_right).sum();
    let whole = said.iter().filter(|word| word.n_right == word.n_tokens).count();
    let log_prob: f64 = said.iter().map(|word| word.log_prob_nats).sum();
    let share = |count: usize, of: usize| count as f64 / of as f64;
    Ok(WidthScores {
        n_params: model.n_params(),
        letters_right: share(letters, words.len() * WORD_LEN),
        words_right: share(whole, words.len()),
        log_prob_nats: log_prob / (words.len() * WORD_LEN) as f64,
    })
}
