//! The loop: encode, predict the next token, choose, append, and again until a stop.

mod completion;

use self::completion::Completion;
use super::sampling::{Strategy, Support, likeliest, rank, top};
use super::{Attention, LanguageModel, TokenId, Tokenizer};
use crate::math::log_sum_exp;
use crate::rng::{Seed, Stream};
use serde::Serialize;
use std::ops::ControlFlow;

/// How a text is continued: how each token is chosen, and where to stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Stop after this many tokens.
    pub max_tokens: usize,
    /// How a token is chosen.
    pub strategy: Strategy,
    /// Stop where one of these would be written; it is not part of the completion.
    pub stop: Vec<String>,
    /// Stop at this token; it is not part of the completion.
    pub end: Option<TokenId>,
    /// Candidates to look at in each step.
    pub n_candidates: usize,
    /// Whether a step shows where the model looked: it costs a copy of every head's weights.
    pub trace: bool,
    /// The seed of the draws.
    pub seed: Seed,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            max_tokens: 100,
            strategy: Strategy::Greedy,
            stop: Vec::new(),
            end: None,
            n_candidates: 0,
            trace: false,
            seed: Seed::default(),
        }
    }
}

/// Why the text ends where it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// There are as many tokens as were asked for.
    MaxTokens,
    /// A stop string was written.
    StopString,
    /// The model has ended the text.
    EndToken,
    /// Whoever watched has broken it off.
    Interrupted,
}

/// A token that might come next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Its number in the vocabulary.
    pub id: TokenId,
    /// Its text, or its bytes as `<0xE7>` where they are no whole characters.
    pub text: String,
    /// What the model gives it, before temperature and filters.
    pub probability: f64,
    /// What it is drawn with, after them; 0 if they left it out.
    pub sampling_probability: f64,
    /// Whether the filters left it in.
    pub kept: bool,
}

/// One round of the loop: everything that can be seen of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'s> {
    /// The number of the token among those written, from 0.
    pub index: usize,
    /// The number of the token chosen.
    pub id: TokenId,
    /// Its text, or its bytes as `<0xE7>` where they are no whole characters.
    pub text: String,
    /// What the model gave it, before temperature and filters.
    pub probability: f64,
    /// 1 if it was the likeliest.
    pub rank: usize,
    /// The likeliest tokens, as many as were asked for.
    pub candidates: Vec<Candidate>,
    /// The number in `[0, 1)` that decided, with the likeliest token at 0; `None` if nothing
    /// was drawn.
    pub draw: Option<f64>,
    /// How many tokens there were to choose from.
    pub n_kept: usize,
    /// Where the model looked to predict it, if it was asked and can say.
    pub attention: Option<Attention>,
    /// The vector of the token chosen, if the model has such vectors: `(C)`.
    pub embedding: Option<&'s [f32]>,
    /// Text that is now certain to be part of the completion: whole characters, and nothing
    /// that may yet turn out to begin a stop string.
    pub new_text: &'s str,
    /// The completion as far as it may be shown, `new_text` included.
    pub completion: &'s str,
}

/// What the loop has written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedText {
    /// What stands behind the prompt, without the stop string that ended it.
    pub completion: String,
    /// Part of it that no step has shown yet: what looked like the beginning of a stop string.
    pub held_back: String,
    /// Why it ends there.
    pub stop_reason: StopReason,
}

/// The model has given a logit that is no number: nothing can be chosen.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLogits {
    /// Tokens that stood before it, those of the prompt too.
    pub n_tokens: usize,
}

/// Continues `prompt`, showing every step to `watch`, which may break off. An empty prompt
/// continues the end of the text before, if the vocabulary has such a token.
///
/// # Errors
/// If the model's logits are not finite.
pub fn generate(
    model: &dyn LanguageModel,
    tokenizer: &Tokenizer,
    prompt: &[TokenId],
    options: &Options,
    mut watch: impl FnMut(&Step) -> ControlFlow<()>,
) -> Result<GeneratedText, BrokenLogits> {
    let mut session = model.session();
    let mut rng = options.seed.stream("sample");
    let mut completion = Completion::new(tokenizer, &options.stop);
    let start: Vec<TokenId> = if prompt.is_empty() { tokenizer.end().into_iter().collect() } else { prompt.to_vec() };
    let mut last = start.clone();
    for index in 0..options.max_tokens {
        let logits = session.feed(&last).to_vec();
        if logits.iter().any(|logit| !logit.is_finite()) {
            return Err(BrokenLogits { n_tokens: start.len() + index });
        }
        let choice = choose(&logits, options.strategy, &mut rng);
        if Some(choice.id) == options.end {
            return Ok(ended(completion, StopReason::EndToken));
        }
        let stopped = completion.push(choice.id);
        let step = Step {
            index,
            id: choice.id,
            text: tokenizer.text(choice.id),
            probability: (logits[choice.id as usize] - log_sum_exp(&logits)).exp(),
            rank: rank(&logits, choice.id),
            candidates: candidates(&logits, &choice.support, tokenizer, options.n_candidates),
            draw: choice.draw,
            n_kept: choice.support.tokens.len(),
            attention: options.trace.then(|| session.attention()).flatten(),
            embedding: model.embedding(choice.id),
            new_text: completion.new_text(),
            completion: completion.shown_text(),
        };
        let watched = watch(&step);
        if stopped {
            return Ok(ended(completion, StopReason::StopString));
        }
        if watched.is_break() {
            return Ok(ended(completion, StopReason::Interrupted));
        }
        last = vec![choice.id];
    }
    Ok(ended(completion, StopReason::MaxTokens))
}

fn ended(completion: Completion, stop_reason: StopReason) -> GeneratedText {
    let (completion, held_back) = completion.finish(stop_reason == StopReason::StopString);
    GeneratedText { completion, held_back, stop_reason }
}

struct ChosenToken {
    id: TokenId,
    draw: Option<f64>,
    support: Support,
}

fn choose(logits: &[f64], strategy: Strategy, rng: &mut Stream) -> ChosenToken {
    let support = strategy.support(logits);
    match strategy {
        Strategy::Sample(sampling) if sampling.temperature > 0.0 => {
            let (id, draw) = support.draw(rng);
            ChosenToken { id, draw: Some(draw), support }
        }
        _ => ChosenToken { id: likeliest(logits), draw: None, support },
    }
}

fn candidates(logits: &[f64], support: &Support, tokenizer: &Tokenizer, k: usize) -> Vec<Candidate> {
    if k == 0 {
        return Vec::new();
    }
    let total = log_sum_exp(logits);
    let candidate = |id: TokenId| {
        let kept = support.probability(id);
        Candidate {
            id,
            text: tokenizer.text(id),
            probability: (logits[id as usize] - total).exp(),
            sampling_probability: kept.unwrap_or(0.0),
            kept: kept.is_some(),
        }
    };
    top(logits, k).into_iter().map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::ngram::{Counts, NGram, Smoothing};
    use crate::lm::sampling::Sampling;
    use crate::lm::tokenizer::END;

    /// A model that can only repeat its text.
    fn parrot(text: &str) -> (Tokenizer, NGram) {
        let tokenizer = Tokenizer::characters([text], None).unwrap();
        let tokens = [tokenizer.encode(text), vec![0]].concat();
        let counts = Counts::new(&tokens, 6, tokenizer.vocab_size(), Some(0)).unwrap();
        (tokenizer, NGram::new(&counts, Smoothing::MaximumLikelihood).unwrap())
    }

    fn run(text: &str, prompt: &str, options: &Options) -> (GeneratedText, Vec<String>) {
        let (tokenizer, model) = parrot(text);
        let mut shown = Vec::new();
        let written = generate(&model, &tokenizer, &tokenizer.encode(prompt), options, |step| {
            shown.push(step.new_text.to_owned());
            ControlFlow::Continue(())
        });
        (written.unwrap(), shown)
    }

    #[test]
    fn it_goes_on_until_a_stop() {
        let end = Options { end: Some(0), ..Options::default() };
        let (written, _) = run("abcdefgh", "abc", &end);
        assert_eq!((written.completion.as_str(), written.stop_reason), ("defgh", StopReason::EndToken));
        let (written, _) = run("abcdefgh", "abc", &Options { max_tokens: 2, ..end.clone() });
        assert_eq!((written.completion.as_str(), written.stop_reason), ("de", StopReason::MaxTokens));
        let (written, _) = run("abcdefgh", "", &end);
        assert_eq!(written.completion, "abcdefgh");
        let (written, _) = run("ab", "a", &Options { max_tokens: 2, ..Options::default() });
        assert_eq!(written.completion, format!("b{END}"));
    }

    #[test]
    fn a_stop_string_is_never_shown_and_what_only_looked_like_one_is() {
        let stop = |stop: &str| Options { stop: vec![stop.into(), String::new()], end: Some(0), ..Options::default() };
        let (written, shown) = run("abcdefgh", "a", &stop("efg"));
        assert_eq!((written.completion.as_str(), written.stop_reason), ("bcd", StopReason::StopString));
        assert_eq!((shown.concat().as_str(), written.held_back.as_str()), ("bcd", ""));
        let (written, shown) = run("abcdefgh", "a", &stop("efX"));
        assert_eq!((written.completion.as_str(), shown[3].as_str(), shown[5].as_str()), ("bcdefgh", "", "efg"));
        let (written, shown) = run("abcdefgh", "a", &stop("ghi"));
        assert_eq!((shown.concat() + &written.held_back, written.completion), ("bcdefgh".into(), "bcdefgh".into()));
    }

    #[test]
    fn half_a_character_is_never_shown() {
        let tokenizer = Tokenizer::characters(["ab"], None).unwrap();
        let mut text = Completion::new(&tokenizer, &[]);
        let shown: Vec<usize> =
            tokenizer.encode("瓜").into_iter().map(|token| (text.push(token), text.shown_text().len()).1).collect();
        assert_eq!(shown, [0, 0, 3]);
        text.push(tokenizer.encode("瓜")[0]);
        assert_eq!(text.finish(false).0, "瓜\u{fffd}");
    }

    #[test]
    fn a_step_carries_the_whole_choice() {
        let (tokenizer, model) = parrot("xaxbxaxc");
        let strategy = Strategy::Sample(Sampling { top_k: Some(1), ..Sampling::default() });
        let options = Options { max_tokens: 1, n_candidates: 3, strategy, ..Options::default() };
        let prompt = tokenizer.encode("x");
        let mut steps = 0;
        generate(&model, &tokenizer, &prompt, &options, |step| {
            steps += 1;
            assert_eq!((step.text.as_str(), step.rank, step.n_kept, step.probability), ("a", 1, 1, 0.5));
            let seen: Vec<_> = step.candidates.iter().map(|c| (c.text.as_str(), c.probability, c.kept)).collect();
            assert_eq!(seen, [("a", 0.5, true), ("b", 0.25, false), ("c", 0.25, false)]);
            assert_eq!(step.candidates[0].sampling_probability, 1.0);
            assert!(step.draw.is_some_and(|draw| (0.0..1.0).contains(&draw)));
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(steps, 1);
    }

    #[test]
    fn one_seed_writes_one_text_and_a_watcher_may_break_off() {
        let (tokenizer, model) = parrot("the melon the market the moon");
        let run = |seed| {
            let strategy = Strategy::Sample(Sampling { temperature: 1.5, ..Sampling::default() });
            let options = Options { strategy, seed: Seed(seed), max_tokens: 40, ..Options::default() };
            generate(&model, &tokenizer, &[], &options, |_| ControlFlow::Continue(())).unwrap().completion
        };
        assert_eq!(run(1), run(1));
        assert!((2..9).any(|seed| run(seed) != run(1)));
        let broken_off = generate(&model, &tokenizer, &[], &Options::default(), |_| ControlFlow::Break(())).unwrap();
        assert_eq!((broken_off.stop_reason, broken_off.completion.as_str()), (StopReason::Interrupted, "t"));
    }
}
