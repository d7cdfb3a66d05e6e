//! The use-cases: data and options in, a result struct out. No printing, no files.
//!
//! What is written as JSON derives [`serde::Serialize`] in the shape that the output promises,
//! and the text report shows the same facts, so the two cannot drift apart. What is worth
//! saying about a result (that it is no better than guessing, that its classes are
//! separated) is found out here, as a [`Finding`] with its numbers, and worded in `report`.

pub mod chat;
pub mod checked;
pub mod classifiers;
pub mod classify;
pub mod cluster;
pub mod compare;
mod cross_validation;
pub mod curve;
pub mod cv;
pub mod dialogue;
pub mod doctor;
mod error;
pub mod explain;
pub mod finding;
pub mod finetune;
pub mod generate;
pub mod in_passes;
pub mod lab;
pub mod ladder;
pub mod memorised;
pub mod ngram;
mod predict;
pub mod pretrain;
pub mod regress;
pub mod scale;
pub mod score;
pub mod sentences;
pub mod summary;
pub mod teach;
pub mod tour;
pub mod training;

pub use cv::{Cv, Scheme};
pub use error::{SentenceModelError, TaskError, Wanted};
pub use finding::Finding;
pub use predict::Predictor;

/// The cells of one melon as `(feature, value)`, in the data's own words; see
/// [`parse_melon`](crate::data::melon::parse_melon).
pub type Melon = Vec<(String, String)>;
