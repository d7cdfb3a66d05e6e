//! The four steps: encode, predict, choose, append; and again until a stop.

use super::{Classroom, Speaker, TourError, next_word};
use crate::data::verbalise::Tongue;
use crate::lm::LanguageModel;
use crate::lm::generate::{Options, StopReason, generate};
use serde::Serialize;
use std::ops::ControlFlow;

/// The most rounds that are gone.
const MOST_ROUNDS: usize = 40;
/// Candidates kept of each round.
const N_CANDIDATES: usize = 3;
/// A candidate below this was not seen.
const SEEN: f64 = 1e-9;

/// A text in the making.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FourSteps {
    /// What it begins with.
    pub prompt: String,
    /// The same in tokens.
    pub pieces: Vec<NumberedToken>,
    /// What a GPT puts in place of a number.
    pub vector: Option<Vector>,
    /// Tokens that the model looks back on.
    pub context_len: usize,
    /// Every round: what was predicted and what was chosen.
    pub rounds: Vec<Round>,
    /// What was written behind the prompt.
    pub completion: String,
    /// Why it ends where it does.
    pub stop_reason: StopReason,
    /// The text that stops it.
    pub stop: String,
}

/// A piece of the prompt, and the number that stands for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NumberedToken {
    /// The text of the piece.
    pub text: String,
    /// Its place in the vocabulary.
    pub id: u32,
}

/// The vector that stands for a token in the GPT that comes with the program.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Vector {
    /// The last token of the prompt, as that GPT cuts it.
    pub text: String,
    /// How many numbers the vector has.
    pub n_embd: usize,
    /// The first of them.
    pub first: Vec<f32>,
}

/// One round: what was predicted, and what was chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    /// The likeliest tokens and their probabilities.
    pub candidates: Vec<(String, f64)>,
    /// The one that was chosen.
    pub chosen: String,
}

/// Numbers shown of a vector.
const N_FIRST: usize = 3;

fn vector(base: &Speaker, prompt: &str) -> Option<Vector> {
    let token = *base.tokenizer.encode(prompt).last()?;
    let vector = base.model.embedding(token)?;
    let first = vector.iter().take(N_FIRST).copied().collect();
    Some(Vector { text: base.tokenizer.text(token), n_embd: vector.len(), first })
}

pub(super) fn run(room: &Classroom) -> Result<FourSteps, TourError> {
    let counted = room.counted(room.tongue)?;
    let prompt = next_word::prompt(room.tongue);
    let stop = if room.tongue == Tongue::Chinese { "。" } else { "." };
    let tokens = counted.tokenizer.encode(prompt);
    let options = Options {
        max_tokens: MOST_ROUNDS,
        n_candidates: N_CANDIDATES,
        stop: vec![stop.to_owned()],
        end: counted.tokenizer.end(),
        ..Options::default()
    };
    let mut rounds = Vec::new();
    let written = generate(&counted.model, &counted.tokenizer, &tokens, &options, |step| {
        let seen = step.candidates.iter().filter(|candidate| candidate.probability > SEEN);
        let candidates = seen.map(|candidate| (candidate.text.clone(), candidate.probability)).collect();
        rounds.push(Round { candidates, chosen: step.text.clone() });
        ControlFlow::Continue(())
    })?;
    let pieces = tokens.iter().map(|&id| NumberedToken { text: counted.tokenizer.text(id), id }).collect();
    Ok(FourSteps {
        prompt: prompt.to_owned(),
        pieces,
        vector: vector(&room.embedded().base, prompt),
        context_len: counted.model.context_len(),
        rounds,
        completion: written.completion,
        stop_reason: written.stop_reason,
        stop: stop.to_owned(),
    })
}
