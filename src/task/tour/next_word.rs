//! The next word: what followed these words in the text, and how often? And what does a GPT
//! make of them, which keeps no text?

use super::{Classroom, Speaker, TourError};
use crate::data::verbalise::Tongue;
use crate::lm::LanguageModel;
use crate::lm::sampling::top;
use crate::math::softmax;
use serde::Serialize;

/// Candidates looked at.
const MOST_SHOWN: usize = 4;
/// Candidates of the GPT.
const N_COMPUTED: usize = 2;
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
    /// What the GPT that comes with the program computes for the same beginning.
    pub computed: Vec<(String, f64)>,
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
    let prompt = prompt(room.tongue);
    let counted = room.counted(room.tongue)?;
    let count = |text: &str| counted.corpus.texts().map(|one| one.matches(text).count()).sum();
    let p = counted.model.distribution(&counted.tokenizer.encode(prompt));
    let offer = |token: u32| {
        let text = counted.tokenizer.text(token);
        Offer { probability: p[token as usize], n_seen: count(&format!("{prompt}{text}")), text }
    };
    let likeliest = top(&p, MOST_SHOWN).into_iter().filter(|&token| p[token as usize] > SEEN);
    Ok(NextWord {
        prompt: prompt.to_owned(),
        n_chars: counted.corpus.n_chars(),
        vocab_size: counted.tokenizer.vocab_size(),
        n_seen: count(prompt),
        offers: likeliest.map(offer).collect(),
        computed: computed(&room.embedded().base, prompt),
    })
}

/// The beginning that the lesson continues: half a sentence, with two words that may come next.
pub(super) fn prompt(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Chinese => "周一上班真的很",
        Tongue::English => "Monday at work is really",
    }
}

fn computed(gpt: &Speaker, prompt: &str) -> Vec<(String, f64)> {
    let mut p = gpt.model.next_logits(&gpt.tokenizer.encode_ordinary(prompt));
    softmax(&mut p);
    top(&p, N_COMPUTED).into_iter().map(|token| (gpt.tokenizer.text(token), p[token as usize])).collect()
}
