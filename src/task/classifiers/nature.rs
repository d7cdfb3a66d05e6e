//! What kind of thing a classifier is.

use serde::Serialize;

/// What kind of thing a classifier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    /// Its half of machine learning.
    pub family: Family,
    /// What it is a model of.
    pub subject: Subject,
    /// How it came by the labels.
    pub learned_from: LearnedFrom,
}

/// Which half of machine learning a model belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// `P(y | x)`: the answer, given the melon.
    Discriminative,
    /// `P(x, y)`: the melon and the answer.
    Generative,
    /// Neither: it puts melons into groups.
    Unsupervised,
}

/// What a model is a model of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Subject {
    /// The answer, given the melon.
    #[serde(rename = "P(y|x)")]
    Answer,
    /// The melon and the answer.
    #[serde(rename = "P(x,y)")]
    Joint,
    /// The next word of a sentence about a melon.
    #[serde(rename = "P(next token | tokens before)")]
    NextToken,
    /// How far a melon lies from each group.
    #[serde(rename = "distances")]
    Distances,
}

/// How a model came by the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LearnedFrom {
    /// As labels, told apart from the features.
    Labels,
    /// As words among others: its scores are probabilities of what comes next, of which the
    /// classes are only a part.
    Sentences,
    /// Not at all: they were counted afterwards.
    None,
}

/// Learns the answer from labels, and nothing about the melon.
pub(super) const DISCRIMINATIVE: Nature =
    Nature { family: Family::Discriminative, subject: Subject::Answer, learned_from: LearnedFrom::Labels };
/// Learns from labels what melons of each class are like.
pub(super) const GENERATIVE: Nature =
    Nature { family: Family::Generative, subject: Subject::Joint, learned_from: LearnedFrom::Labels };
/// Learns to go on writing sentences.
pub(super) const LANGUAGE_MODEL: Nature =
    Nature { family: Family::Generative, subject: Subject::NextToken, learned_from: LearnedFrom::Sentences };
/// Groups what lies together.
pub(super) const CLUSTERING: Nature =
    Nature { family: Family::Unsupervised, subject: Subject::Distances, learned_from: LearnedFrom::None };
