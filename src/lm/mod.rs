//! Language models: what comes next, and how likely is it?
//!
//! ```text
//! text -> tokenizer -> TokenId... -> LanguageModel -> logits -> sample -> TokenId -> text
//! ```
//!
//! A [`LanguageModel`] is all that generation, scoring and perplexity know of a model:
//! the [`Uniform`] one that knows nothing, the n-gram that counts and the GPT that has
//! learned are used in the same way. A text that is being read or written is a [`Session`], so that a
//! model may keep what it has computed for the tokens before.

pub mod generate;
pub mod gpt;
mod language_model;
pub mod ngram;
mod replay;
pub mod sampling;
mod session;
pub mod tokenizer;
mod uniform;

pub use language_model::{LanguageModel, MatchedContext, ModelKind, ProbabilityBasis};
pub use replay::Replay;
pub use session::{Attention, Session};
pub use tokenizer::{Tokenizer, TokenizerKind};
pub use uniform::Uniform;

/// A token: its place in the vocabulary, from 0.
pub type TokenId = u32;
