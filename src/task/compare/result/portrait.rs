//! One model: its answer, why, and what else it can do.

use super::{Cells, Family, ModelName, Scores};
use serde::Serialize;
use std::collections::BTreeMap;

/// One model and what it can do, shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Portrait {
    /// Which.
    pub model: ModelName,
    /// Which half of machine learning it belongs to.
    pub family: Family,
    /// What it is a model of: `P(y|x)`, `P(x,y)`, `P(next token | tokens before)`, `distances`.
    pub models: &'static str,
    /// How it came by the labels: `labels`, `sentences` (as words among others) or `none`.
    pub learned_from: &'static str,
    /// Numbers that it has learned.
    pub n_params: usize,
    /// The answer for the melon; `None` where it cannot give one.
    pub answer: Option<Answer>,
    /// Features that it needs and the melon does not give.
    pub needs: Vec<String>,
    /// Why it answers so.
    pub why: Option<Why>,
    /// What it takes a hidden feature for; `None` if it cannot.
    pub fills: Option<Filled>,
    /// A new melon; `None` if it makes none.
    pub makes: Option<Made>,
    /// How usual the melon is; `None` if it cannot say.
    pub usual: Option<Usual>,
    /// On samples that each fit had not seen.
    pub cross_validation: Option<Scores>,
}

/// A model's answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// Class name to probability.
    pub probabilities: BTreeMap<String, f64>,
    /// The class predicted.
    pub predicted: String,
    /// Of a language model, `P(clause of the class | sentence so far)`, not renormalised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<BTreeMap<String, f64>>,
    /// The sum of `raw`: the probability that any class comes next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_mass: Option<f64>,
    /// Whether the model knew no class when it was trained, and its answer is only what was
    /// counted in its clusters afterwards.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub labelled_afterwards: bool,
}

/// Why a model answers so.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Why {
    /// Shares that add up to the log-odds of `class` against `against`.
    LogOdds {
        /// The class.
        class: String,
        /// The other one, or with more than two the one next to it.
        against: String,
        /// The intercept (or the prior odds) first.
        shares: Vec<TermShare>,
        /// Their sum.
        log_odds: f64,
    },
    /// What the language model would have said next.
    NextToken {
        /// The sentence so far.
        sentence: String,
        /// The likeliest tokens.
        candidates: Vec<Candidate>,
    },
    /// Where the melon lies.
    Cluster {
        /// The nearest, from 1.
        cluster: usize,
        /// Distances to all centroids.
        distances: Vec<f64>,
        /// Samples in the cluster.
        size: usize,
        /// Of each class.
        class_counts: Vec<usize>,
        /// What the centroid is like, feature by feature: its most frequent value with the
        /// share that has it, or its mean.
        centroid: Vec<Guess>,
    },
}

/// One term's share of the log-odds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TermShare {
    /// `(Intercept)`, a numeric column's name, or `column=value`.
    pub term: String,
    /// In nats; `e^value` is the likelihood ratio of naive Bayes.
    pub value: f64,
}

/// A token that might come next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Its text; empty for the end of the sentence.
    pub text: String,
    /// Its probability.
    pub probability: f64,
}

/// A feature's value, and how likely it is taken to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guess {
    /// The feature.
    pub feature: String,
    /// A value in the data's words, a number, or what a language model calls it.
    pub value: String,
    /// Its probability; `None` for a mean.
    pub probability: Option<f64>,
}

/// A feature was hidden and guessed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Filled {
    /// The likeliest value.
    pub guess: Guess,
    /// What was hidden; `None` where the melon does not say.
    pub hidden: Option<String>,
}

/// A melon that a model has made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Made {
    /// The sentence, of a language model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its features; `None` if the sentence is none about a melon.
    pub input: Option<Cells>,
    /// Its class.
    pub class: Option<String>,
}

/// How usual a melon is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Usual {
    /// `ln P(x)` in nats (with numeric features a density, of naive Bayes); of k-means the
    /// distance to the nearest centroid, negated.
    pub score: f64,
    /// Whether `e^score` is a probability.
    pub is_probability: bool,
    /// How many samples of the table are less usual, in the same features.
    pub n_less_usual: usize,
}
