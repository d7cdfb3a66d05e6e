//! The rungs of a ladder, and what they show.

use crate::lm::ModelKind;
use serde::{Serialize, Serializer};
use std::fmt;

/// How surprised one model is by the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rung {
    /// The kind of model, and what it is called.
    pub model: RungModel,
    /// The number of numbers it has learned.
    pub n_params: usize,
    /// Tokens it looks back on.
    pub context_len: usize,
    /// Surprise on the text it learned from, nats a character.
    pub train_nats_per_char: f64,
    /// Surprise on the text held out, nats a character.
    pub val_nats_per_char: f64,
    /// Whether its tokens spell all of the text held out. Where words became `<unk>`, the figure is of an
    /// easier text than that of the others.
    pub is_comparable: bool,
}

/// Which model stands on a rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RungModel {
    /// Every character is as likely.
    Uniform,
    /// Counted, of this order.
    NGram(usize),
    /// One that was opened or trained, by its name.
    Named(ModelKind, String),
}

impl fmt::Display for RungModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RungModel::Uniform => f.write_str("uniform"),
            RungModel::NGram(1) => f.write_str("unigram"),
            RungModel::NGram(2) => f.write_str("bigram"),
            RungModel::NGram(order) => write!(f, "{order}-gram"),
            RungModel::Named(_, name) => f.write_str(name),
        }
    }
}

impl Serialize for RungModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The models on the same text, each a rung.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ladder {
    /// From the bottom up.
    pub rows: Vec<Rung>,
    /// Names of the documents.
    pub corpus: Vec<String>,
    /// Characters to learn from.
    pub n_train_chars: usize,
    /// Characters of them on which models were examined.
    pub n_train_scored: usize,
    /// Characters held out, on which models are compared.
    pub n_val_chars: usize,
    /// The share held out.
    pub validation_share: f64,
    /// How the GPT came to know what it knows; `None` without one.
    pub gpt: Option<GptOrigin>,
}

/// What the GPT of a ladder has learned from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GptOrigin {
    /// Just now, from the text that all rungs learn from.
    Trained {
        /// Optimiser steps that it was trained for.
        steps: usize,
        /// How many times so many steps read the training text.
        readings: f64,
        /// How long it was trained, in seconds.
        secs: f64,
        /// Of its first weights and of what it read when.
        seed: u64,
    },
    /// Earlier, from the same split by its record.
    SameSplit {
        /// What the model is called.
        name: String,
        /// Made stories in each language that it has read beside that text.
        n_stories: usize,
    },
    /// From something else, or nobody knows.
    Other {
        /// What the model is called.
        name: String,
    },
}

/// Where a GPT is worse than an n-gram: what it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    /// Steps: it is not much better on what it has read than on what is new to it.
    Time,
    /// Text: it knows what it has read, and that helps it little with what is new.
    Samples,
}

/// From this share of its surprise on held-out text down to the text it learned from, a GPT
/// has begun to learn by heart.
const BY_HEART: f64 = 0.15;

impl Ladder {
    /// The rung with the lowest surprise on what was held out, of those that can be compared.
    pub fn best(&self) -> Option<&Rung> {
        let comparable = self.rows.iter().filter(|rung| rung.is_comparable);
        comparable.min_by(|a, b| a.val_nats_per_char.total_cmp(&b.val_nats_per_char))
    }

    /// What the GPT lacks where a counted model is better than it on the held-out text, and that
    /// model; `None` where the GPT is the best, or may have seen what was held out.
    pub fn lost(&self) -> Option<(Lacks, &Rung)> {
        let is_fair = !matches!(self.gpt, None | Some(GptOrigin::Other { .. }));
        let (gpt, best) = (self.rows.last().filter(|gpt| is_fair && gpt.is_comparable)?, self.best()?);
        let by_heart = 1.0 - gpt.train_nats_per_char / gpt.val_nats_per_char;
        let lacks = if by_heart < BY_HEART { Lacks::Time } else { Lacks::Samples };
        (best.val_nats_per_char < gpt.val_nats_per_char).then_some((lacks, best))
    }
}
