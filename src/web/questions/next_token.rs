//! What comes next? One text, read by three models, one token at a time.

use super::question::Question;
use crate::lm::ModelKind;
use crate::lm::generate::Options;
use crate::lm::sampling::{Sampling, Strategy};
use crate::report::Say;
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::rng::Seed;
use crate::store::language::Opened;
use crate::task::generate::{ModelSummary, Prompt, WrittenToken};
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::{self, Typed};
use crate::web::request_context::RequestContext;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Characters of a text, at most.
const LONGEST_TEXT: usize = 2000;
/// Tokens that are written at once, at most.
const MOST_TOKENS: usize = 500;
/// Candidates, at most.
const MOST_CANDIDATES: usize = 50;

/// A text, and how the next token is chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextTokenQuestion {
    text: String,
    models: Vec<String>,
    choice: Choice,
    n_candidates: usize,
}

/// A text to be continued by one model.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Write {
    text: String,
    model: String,
    choice: Choice,
    max_tokens: usize,
}

/// How a token is chosen; without a temperature, the likeliest.
#[derive(Deserialize, Clone, Copy)]
#[serde(deny_unknown_fields)]
struct Choice {
    temperature: Option<f64>,
    top_k: Option<usize>,
    top_p: Option<f64>,
    min_p: Option<f64>,
    seed: u64,
}

#[derive(Serialize)]
pub(super) struct Read {
    models: Vec<OneReader>,
    commands: Vec<Typed>,
}

/// What one model makes of the text.
#[derive(Serialize)]
struct OneReader {
    summary: ModelSummary,
    tokens: Vec<PromptToken>,
    unknown: Vec<char>,
    /// What would be written, with its candidates and where the model looked; `None` if the
    /// model would end the text.
    next: Option<WrittenToken>,
}

#[derive(Serialize)]
struct PromptToken {
    id: u32,
    text: String,
    /// The vector that stands for it, if the model has such vectors.
    #[serde(skip_serializing_if = "Option::is_none")]
    embedding: Option<Vec<f32>>,
}

#[derive(Serialize)]
struct StreamedToken<'a> {
    text: &'a str,
    token: &'a str,
    probability: f64,
}

#[derive(Serialize)]
pub(super) struct WrittenText {
    completion: String,
    commands: Vec<Typed>,
}

impl Choice {
    fn strategy(self) -> Result<Strategy, RequestFailure> {
        let Choice { temperature, top_k, top_p, min_p, .. } = self;
        let sample = |temperature| Strategy::Sample(Sampling { temperature, top_k, top_p, min_p });
        let strategy = temperature.map_or(Strategy::Greedy, sample);
        strategy.check()?;
        Ok(strategy)
    }

    /// The flags that choose so with a model of this family, which may have a `min_p` of its own.
    fn typed(self, command: Command, kind: ModelKind) -> Command {
        let Some(temperature) = self.temperature else { return command };
        let plain = Sampling { temperature, top_k: self.top_k, top_p: self.top_p, min_p: None };
        let usual = match Strategy::Sample(plain).usual_for(kind) {
            Strategy::Sample(usual) => usual.min_p,
            Strategy::Greedy => None,
        };
        let min_p = (self.min_p != usual).then(|| self.min_p.unwrap_or(0.0));
        let command = command.with("--temperature", temperature);
        let command = self.top_k.iter().fold(command, |command, k| command.with("--top-k", k));
        let command = self.top_p.iter().fold(command, |command, p| command.with("--top-p", p));
        let command = min_p.iter().fold(command, |command, p| command.with("--min-p", p));
        names_and_commands::with_unless(command, "--seed", self.seed, 42)
    }
}

impl Question for NextTokenQuestion {
    type Answer = Read;

    fn answer(self, asked: &RequestContext) -> Result<Read, RequestFailure> {
        check(&self.text, asked)?;
        let strategy = self.choice.strategy()?;
        let read = |name: &String| -> Result<OneReader, RequestFailure> {
            let opened = opened(name, asked)?;
            let options = Options {
                max_tokens: 1,
                strategy,
                n_candidates: self.n_candidates.min(MOST_CANDIDATES),
                trace: true,
                seed: Seed(self.choice.seed),
                ..Options::default()
            };
            let writer = opened.writer();
            let prompt = writer.read(&self.text);
            let written = writer.write(&prompt, &options, |_| ControlFlow::Continue(()))?;
            Ok(OneReader {
                summary: writer.summary(),
                next: written.tokens.into_iter().next(),
                unknown: prompt.unknown.clone(),
                tokens: tokens(prompt),
            })
        };
        let models = self.models.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let command = |name: &String| -> Result<Typed, RequestFailure> {
            let opened = opened(name, asked)?;
            let command = Command::new("generate").argument(&self.text).with("--model", &opened.name);
            let command = self.choice.typed(command, opened.model.kind()).with("--max-tokens", 1).with_flag("--trace");
            Ok(command.because(words::TryTrace.text(asked.lang), asked.lang).into())
        };
        Ok(Read { models, commands: self.models.iter().map(command).collect::<Result<_, _>>()? })
    }
}

impl Question for Write {
    type Answer = WrittenText;

    fn answer(self, asked: &RequestContext) -> Result<WrittenText, RequestFailure> {
        check(&self.text, asked)?;
        let opened = opened(&self.model, asked)?;
        let max_tokens = self.max_tokens.min(MOST_TOKENS);
        let options = Options {
            max_tokens,
            strategy: self.choice.strategy()?,
            end: opened.tokenizer.end(),
            seed: Seed(self.choice.seed),
            ..Options::default()
        };
        let writer = opened.writer();
        let prompt = writer.read(&self.text);
        let mut gone = false;
        let written = writer.write(&prompt, &options, |moment| {
            let token = moment.written;
            let flow = asked.progress(StreamedToken {
                text: moment.new_text,
                token: &token.text,
                probability: token.probability,
            });
            gone = flow.is_break();
            flow
        })?;
        if gone {
            return Err(RequestFailure::Cancelled);
        }
        let command = Command::new("generate").argument(&self.text).with("--model", &opened.name);
        let command = self.choice.typed(command, opened.model.kind()).with("--max-tokens", max_tokens);
        let why = words::TryWrite.say(asked.lang);
        Ok(WrittenText { completion: written.completion, commands: vec![command.because(why, asked.lang).into()] })
    }
}

fn check(text: &str, asked: &RequestContext) -> Result<(), RequestFailure> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(said(words::TextTooLong { most: LONGEST_TEXT }, asked.lang));
    }
    Ok(())
}

fn opened(name: &str, asked: &RequestContext) -> Result<Arc<Opened>, RequestFailure> {
    asked.room.model(name).ok_or_else(|| said(words::NoSuchModel { name }, asked.lang))
}

fn tokens(prompt: Prompt) -> Vec<PromptToken> {
    let token = |token: crate::task::generate::ReadToken| PromptToken {
        id: token.id,
        text: token.text,
        embedding: token.embedding.map(|vector| vector.iter().map(|x| (x * 1e4).round() / 1e4).collect()),
    };
    prompt.tokens.into_iter().map(token).collect()
}
