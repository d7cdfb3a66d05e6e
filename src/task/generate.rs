//! Text continued token by token, with everything that was seen on the way.

use crate::lm::generate::{self, BrokenLogits, Candidate, Options, Step, StopReason};
use crate::lm::sampling::Strategy;
use crate::lm::{Attention, LanguageModel, MatchedContext, ModelKind, TokenId, Tokenizer};
use crate::task::memorised::Memorised;
use serde::Serialize;
use std::ops::ControlFlow;

/// A model that writes, with the vocabulary that its tokens come from.
#[derive(Clone, Copy)]
pub struct Writer<'m> {
    /// What the model is called in results.
    pub name: &'m str,
    /// What says how likely each next token is.
    pub model: &'m dyn LanguageModel,
    /// The vocabulary of the model: text to tokens and back.
    pub tokenizer: &'m Tokenizer,
}

/// What a model is, in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelSummary {
    /// As it was called.
    pub name: String,
    /// The family that it is of.
    pub kind: ModelKind,
    /// The number of numbers it has learned.
    pub n_params: usize,
    /// Tokens it can choose from.
    pub vocab_size: usize,
    /// Tokens it looks back on at most.
    pub context_len: usize,
}

/// A token as the model reads it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadToken {
    /// Its place in the vocabulary.
    pub id: TokenId,
    /// Its text, or its bytes as `<0xE7>` where they are no whole characters.
    pub text: String,
    /// The vector that stands for it, `(C)`, if the model has such vectors.
    #[serde(skip)]
    pub embedding: Option<Vec<f32>>,
}

/// A prompt as the model reads it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Prompt {
    /// The text as it was typed.
    pub text: String,
    /// Its tokens. An empty prompt is read as the end of the text before.
    pub tokens: Vec<ReadToken>,
    /// Characters that the vocabulary lacks: they were spelt in bytes.
    pub unknown: Vec<char>,
}

/// One token written, and what else it might have been.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WrittenToken {
    /// Its place in the vocabulary.
    pub id: TokenId,
    /// Its text, or its bytes as `<0xE7>` where they are no whole characters.
    pub text: String,
    /// What the model gave it, before temperature and filters.
    pub probability: f64,
    /// 1 if it was the likeliest.
    pub rank: usize,
    /// The likeliest tokens at this place, as many as were asked for.
    pub candidates: Vec<Candidate>,
    /// The number in `[0, 1)` that decided, if anything was drawn.
    pub draw: Option<f64>,
    /// How many tokens there were to choose from.
    pub n_kept: usize,
    /// Where a GPT looked: `(n_layer, n_head, window)`; only in a trace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attention: Option<Attention>,
    /// What an n-gram had seen of the text before; only in a trace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looked_up: Option<MatchedContext>,
}

/// A text and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Generation {
    /// The text that was to be continued.
    pub prompt: String,
    /// What was written behind it.
    pub completion: String,
    /// The end of it that no step has shown: it looked like the beginning of a stop string.
    #[serde(skip)]
    pub held_back: String,
    /// What was written, token by token.
    pub tokens: Vec<WrittenToken>,
    /// Why it ends there.
    pub stop_reason: StopReason,
    /// How tokens were chosen.
    pub strategy: Strategy,
    /// The seed of the draws.
    pub seed: u64,
    /// The model that wrote it, in figures.
    pub model: ModelSummary,
    /// Characters of the prompt that had to be spelt in bytes.
    pub unknown_characters: Vec<char>,
    /// What of it stands in the training text, if that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memorised: Option<Memorised>,
}

/// One round of the loop as a page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<'a> {
    /// The number of the token among those written, from 0.
    pub index: usize,
    /// The tokens before it, of the prompt and of the completion.
    pub context: &'a [ReadToken],
    /// The token chosen, and what else it might have been.
    pub written: &'a WrittenToken,
    /// Text that is now certain.
    pub new_text: &'a str,
    /// The completion as far as it may be shown, `new_text` included.
    pub completion: &'a str,
}

impl<'m> Writer<'m> {
    /// The model in figures.
    pub fn summary(&self) -> ModelSummary {
        ModelSummary {
            name: self.name.to_owned(),
            kind: self.model.kind(),
            n_params: self.model.n_params(),
            vocab_size: self.model.vocab_size(),
            context_len: self.model.context_len(),
        }
    }

    /// `text` as the model reads it. What is typed is text, even if it looks like a marker; an empty
    /// one continues the end of the text before.
    pub fn read(&self, text: &str) -> Prompt {
        let mut ids = self.tokenizer.encode_ordinary(text);
        if ids.is_empty() {
            ids.extend(self.tokenizer.end());
        }
        Prompt {
            text: text.to_owned(),
            tokens: ids.into_iter().map(|id| self.token(id)).collect(),
            unknown: self.tokenizer.unknown_characters(text),
        }
    }

    fn token(&self, id: TokenId) -> ReadToken {
        let embedding = self.model.embedding(id).map(<[f32]>::to_vec);
        ReadToken { id, text: self.tokenizer.text(id), embedding }
    }

    /// Continues `prompt`, showing every step to `watch`, which may break off. With
    /// [`Options::trace`] it keeps what the model looked at.
    ///
    /// # Errors
    /// If the model is broken.
    pub fn write(
        &self,
        prompt: &Prompt,
        options: &Options,
        mut watch: impl FnMut(&Moment) -> ControlFlow<()>,
    ) -> Result<Generation, BrokenLogits> {
        let mut context = prompt.tokens.clone();
        let mut ids: Vec<TokenId> = context.iter().map(|token| token.id).collect();
        let mut tokens: Vec<WrittenToken> = Vec::new();
        let outcome = generate::generate(self.model, self.tokenizer, &ids.clone(), options, |step| {
            tokens.push(self.written(step, &ids, options.trace));
            let written = tokens.last().expect("one was pushed");
            let (new_text, completion) = (step.new_text, step.completion);
            let flow = watch(&Moment { index: step.index, context: &context, written, new_text, completion });
            ids.push(step.id);
            context.push(self.token(step.id));
            flow
        })?;
        Ok(Generation {
            prompt: prompt.text.clone(),
            completion: outcome.completion,
            held_back: outcome.held_back,
            tokens,
            stop_reason: outcome.stop_reason,
            strategy: options.strategy,
            seed: options.seed.0,
            model: self.summary(),
            unknown_characters: prompt.unknown.clone(),
            memorised: None,
        })
    }

    fn written(&self, step: &Step, context: &[TokenId], trace: bool) -> WrittenToken {
        WrittenToken {
            id: step.id,
            text: step.text.clone(),
            probability: step.probability,
            rank: step.rank,
            candidates: step.candidates.clone(),
            draw: step.draw,
            n_kept: step.n_kept,
            attention: step.attention.clone(),
            looked_up: trace.then(|| self.model.matched_context(context)).flatten(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Corpus;
    use crate::lm::ProbabilityBasis;
    use crate::lm::sampling::Sampling;
    use crate::task::ngram::{NGramOptions, ngram_from_corpus};

    fn with_ngram<T>(see: impl Fn(Writer) -> T) -> T {
        let counted = ngram_from_corpus(&Corpus::builtin(), &NGramOptions::for_generating()).unwrap();
        see(Writer { name: "ngram", model: &counted.model, tokenizer: &counted.tokenizer })
    }

    fn write(writer: Writer, prompt: &str, options: &Options) -> Generation {
        let options = Options { trace: true, ..options.clone() };
        writer.write(&writer.read(prompt), &options, |_| ControlFlow::Continue(())).unwrap()
    }

    #[test]
    fn the_text_s_own_example() {
        with_ngram(|writer| {
            let options = Options { n_candidates: 3, max_tokens: 1, ..Options::default() };
            let written = write(writer, "周一上班真的很", &options);
            let first = &written.tokens[0];
            assert_eq!((written.completion.as_str(), first.probability, first.rank), ("丧", 0.8, 1));
            let [sad, glad, rest] = &first.candidates[..] else { panic!("three were asked for") };
            assert_eq!((sad.probability, glad.text.as_str(), glad.probability), (0.8, "爽", 0.2));
            assert!(rest.probability < 1e-15);
            let found = MatchedContext {
                n_tokens: 4,
                n_followers: 2,
                context_len: 4,
                basis: ProbabilityBasis::RelativeFrequency,
            };
            assert_eq!(first.looked_up.unwrap(), found);
        });
    }

    #[test]
    fn what_is_shown_adds_up_to_what_is_written() {
        with_ngram(|writer| {
            let sampling = Strategy::Sample(Sampling { temperature: 1.5, ..Sampling::default() });
            let options = Options { strategy: sampling, max_tokens: 30, ..Options::default() };
            let mut shown = String::new();
            let prompt = writer.read("🍉 melon");
            let written = writer
                .write(&prompt, &options, |moment| {
                    shown += moment.new_text;
                    assert_eq!(moment.context.len(), prompt.tokens.len() + moment.index);
                    ControlFlow::Continue(())
                })
                .unwrap();
            assert!(written.completion.starts_with(&shown));
            assert_eq!((prompt.unknown, prompt.tokens[0].text.as_str()), (vec!['🍉'], "<0xF0>"));
            assert!(written.tokens.iter().all(|token| token.draw.is_some() && token.attention.is_none()));
        });
    }

    #[test]
    fn an_empty_prompt_is_the_beginning_of_a_text() {
        with_ngram(|writer| assert_eq!(writer.read("").tokens[0].text, "<|end|>"));
    }
}
