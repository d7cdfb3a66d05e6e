//! The next word: what followed these words in the text, and how often?

use super::{Classroom, TourError};
use crate::data::verbalise::Tongue;
use crate::lm::sampling::top;
use serde::Serialize;

/// The beginning that is continued. It is Chinese in both languages: the lesson's own example.
const PROMPT: &str = "周一上班真的很";
/// Candidates looked at.
const MOST_SHOWN: usize = 4;
/// A candidate below this was not seen after the prompt.
const SEEN: f64 = 1e-9;

/// What follows, measured in the built-in text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextWord {
    /// The beginning.
    pub prompt: String,
    /// Characters in the text.
    pub n_chars: usize,
    /// Characters to choose from.
    pub vocab_size: usize,
    /// How often the beginning stands in the text.
    pub n_seen: usize,
    /// What was seen behind it, the likeliest first.
    pub offers: Vec<Offer>,
}

/// One word that may come next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Offer {
    /// The word.
    pub text: String,
    /// `P(word | beginning)`.
    pub probability: f64,
    /// How often it followed.
    pub n_seen: usize,
}

pub(super) fn run(room: &Classroom) -> Result<NextWord, TourError> {
    let counted = room.counted(Tongue::Chinese)?;
    let count = |text: &str| counted.corpus.texts().map(|one| one.matches(text).count()).sum();
    let p = counted.model.distribution(&counted.tokenizer.encode(PROMPT));
    let offer = |token: u32| {
        let text = counted.tokenizer.text(token);
        Offer { probability: p[token as usize], n_seen: count(&format!("{PROMPT}{text}")), text }
    };
    let likeliest = top(&p, MOST_SHOWN).into_iter().filter(|&token| p[token as usize] > SEEN);
    Ok(NextWord {
        prompt: PROMPT.to_owned(),
        n_chars: counted.corpus.n_chars(),
        vocab_size: counted.tokenizer.vocab_size(),
        n_seen: count(PROMPT),
        offers: likeliest.map(offer).collect(),
    })
}
