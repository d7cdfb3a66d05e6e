//! The next word: what followed these words in the text, and how often? And what does a GPT
//! make of them, which keeps no text?

use super::{Classroom, Speaker, TourError};
use crate::data::verbalise::Tongue;
use crate::lm::sampling::top;
use crate::lm::{LanguageModel, TokenId, Tokenizer};
use crate::math::softmax;
use serde::Serialize;

/// Candidates looked at.
const MOST_SHOWN: usize = 4;
/// Candidates of the GPT.
const N_COMPUTED: usize = 2;
/// Pieces of a word, at most.
const LONGEST_WORD: usize = 6;
/// A candidate below this was not seen after the prompt.
const SEEN: f64 = 1e-9;

/// What follows, measured in the built-in text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextWord {
    /// The half sentence that is to be continued.
    pub prompt: String,
    /// Characters in the text.
    pub n_chars: usize,
    /// Characters to choose from.
    pub vocab_size: usize,
    /// How often the beginning stands in the text.
    pub n_seen: usize,
    /// What was seen behind it, the likeliest first.
    pub offers: Vec<NextWordCandidate>,
    /// What the GPT that comes with the program computes for the same beginning.
    pub computed: Vec<(String, f64)>,
}

/// One word that may come next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextWordCandidate {
    /// The word, put together from its likeliest pieces.
    pub text: String,
    /// `P(word | beginning)`, by the n-gram of the text.
    pub probability: f64,
    /// How often it followed.
    pub n_seen: usize,
    /// The tokens that it is put together from.
    pub pieces: Vec<String>,
}

pub(super) fn run(room: &Classroom) -> Result<NextWord, TourError> {
    let prompt = prompt(room.tongue);
    let counted = room.counted(room.tongue)?;
    let count = |text: &str| counted.corpus.texts().map(|one| one.matches(text).count()).sum();
    let words = words(prompt, MOST_SHOWN, &counted.tokenizer, |tokens| counted.model.distribution(tokens));
    let seen = words.into_iter().filter(|word| word.probability > SEEN);
    let offer = |Word { text, probability, pieces }: Word| NextWordCandidate {
        n_seen: count(&format!("{prompt}{text}")),
        text,
        probability,
        pieces,
    };
    Ok(NextWord {
        prompt: prompt.to_owned(),
        n_chars: counted.corpus.n_chars(),
        vocab_size: counted.tokenizer.vocab_size(),
        n_seen: count(prompt),
        offers: seen.map(offer).collect(),
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
    let words = words(prompt, N_COMPUTED, &gpt.tokenizer, |tokens| {
        let mut p = gpt.model.next_logits(tokens);
        softmax(&mut p);
        p
    });
    words.into_iter().map(|word| (word.text, word.probability)).collect()
}

/// A word as a model goes on to its end.
struct Word {
    text: String,
    /// That of all its pieces.
    probability: f64,
    pieces: Vec<String>,
}

/// The `n` likeliest tokens after `prompt`, each gone on with to the end of its word, with the
/// probabilities of all its pieces multiplied.
fn words(prompt: &str, n: usize, tokenizer: &Tokenizer, distribution: impl Fn(&[TokenId]) -> Vec<f64>) -> Vec<Word> {
    let before = tokenizer.encode_ordinary(prompt);
    let p = distribution(&before);
    let word = |token: TokenId| {
        let (mut tokens, mut bytes) = (before.clone(), tokenizer.bytes(token).to_vec());
        let mut probability = p[token as usize];
        tokens.push(token);
        while tokens.len() < before.len() + LONGEST_WORD {
            let p = distribution(&tokens);
            let next = top(&p, 1)[0];
            let goes_on = match std::str::from_utf8(&bytes) {
                Ok(text) => text.ends_with(|c: char| c.is_ascii_alphabetic()) && is_of_word(&tokenizer.text(next)),
                Err(_) => true, // a character may be cut into its bytes
            };
            if !goes_on {
                break;
            }
            bytes.extend(tokenizer.bytes(next));
            probability *= p[next as usize];
            tokens.push(next);
        }
        let pieces = tokens[before.len()..].iter().map(|&token| tokenizer.text(token)).collect();
        Word { text: String::from_utf8_lossy(&bytes).into_owned(), probability, pieces }
    };
    top(&p, n).into_iter().map(word).collect()
}

fn is_of_word(piece: &str) -> bool {
    piece.chars().all(|c| c.is_ascii_alphabetic())
}
