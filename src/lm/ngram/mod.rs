//! The n-gram model: what followed these last few tokens, and how often?
//!
//! [`Counts`] of a corpus and a [`Smoothing`] make an [`NGram`], the probabilities of all
//! n-grams seen with a weight for each context to fall back on, which is also what an ARPA
//! file holds (see [`arpa`]).

pub mod arpa;
mod columns;
mod contexts;
mod count;
mod error;
mod model;
#[cfg(test)]
mod oracle;
mod pack;
mod smoothing;

pub use columns::{CountColumn, DamagedCounts};
pub use count::Counts;
pub use error::NGramError;
pub use model::NGram;
pub use smoothing::{AppliedSmoothing, Smoothing};

/// The orders that are supported: an order of `n` looks back on `n - 1` tokens.
pub const ORDERS: std::ops::RangeInclusive<usize> = 1..=6;
