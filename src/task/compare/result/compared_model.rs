//! One model: its answer, why, and what else it can do.

use super::{ComparedScores, Family, Guess, LearnedFrom, ModelName, Subject, Why};
use serde::Serialize;
use std::collections::BTreeMap;

/// Column to value, in the data's own words.
pub type MelonValues = BTreeMap<String, String>;

/// One model and what it can do, shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedModel {
    /// Which classifier it is.
    pub model: ModelName,
    /// Which half of machine learning it belongs to.
    pub family: Family,
    /// What it is a model of.
    pub models: Subject,
    /// How it came by the labels.
    pub learned_from: LearnedFrom,
    /// Numbers that it has learned, or keeps.
    pub n_params: usize,
    /// The answer for the melon; `None` where it cannot give one.
    pub answer: Option<ClassAnswer>,
    /// Features that it needs and the melon does not give.
    pub needs: Vec<String>,
    /// Why it answers so; `None` where it gives no answer.
    pub why: Option<Why>,
    /// What it takes a hidden feature for; `None` if it cannot.
    pub fills: Option<Filled>,
    /// A new melon; `None` if it makes none.
    pub makes: Option<GeneratedMelon>,
    /// How usual the melon is; `None` if it cannot say.
    pub usual: Option<Usual>,
    /// On samples that each fit had not seen.
    pub cross_validation: Option<ComparedScores>,
}

impl ComparedModel {
    /// Whether its answer is only what was counted in its clusters.
    pub fn is_counted(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.labelled_afterwards)
    }
}

/// What a model says of the melon's class.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClassAnswer {
    /// Class name to probability; they sum to 1.
    pub probabilities: BTreeMap<String, f64>,
    /// The likeliest class; of two, the positive one from one half on.
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

/// A feature was hidden and guessed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Filled {
    /// What it is taken for, from the other features.
    pub guess: Guess,
    /// What was hidden; `None` where the melon does not say.
    pub hidden: Option<String>,
}

/// A melon that a model has made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GeneratedMelon {
    /// The sentence, of a language model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its features; `None` if the sentence is none about a melon.
    pub input: Option<MelonValues>,
    /// The class that it was made with; `None` if the sentence is none about a melon.
    pub class: Option<String>,
    /// The first row of the table, from 1, that is this very melon with this class; `None` if it is
    /// new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
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
