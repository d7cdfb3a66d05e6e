//! What `melon compare` found out: the shape of its JSON.

use super::CompareOptions;
use crate::eval::classification::ClassificationMetrics;
use crate::task::Finding;
use crate::task::classify::MajorityBaseline;
use crate::task::summary::DataSummary;
use serde::Serialize;
use std::collections::BTreeMap;

/// Column to value, in the data's own words.
pub type Cells = BTreeMap<String, String>;

/// What `melon compare` found out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What all were trained on.
    pub data: DataSummary,
    /// Samples of each class, in the classes' order.
    pub class_counts: Vec<usize>,
    /// The options as resolved.
    pub options: CompareOptions,
    /// The melon that all were asked about.
    pub melon: Asked,
    /// One a model, in the order of [`ModelName::ALL`].
    pub models: Vec<Portrait>,
    /// The folds, the same for every model; `None` if nothing was held out.
    pub folds: Option<FoldsSummary>,
    /// Always answering as often as the classes occur.
    pub baseline: Baseline,
    /// Every two models, and every model against the baseline.
    pub differences: Vec<Difference>,
    /// What the generative models make.
    pub new_melons: Option<NewMelons>,
    /// What is worth saying about all this.
    pub findings: Vec<Finding>,
    /// How long things took: the only part that changes from run to run.
    pub timing: Timing,
}

/// The five models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelName {
    /// Logistic regression.
    Logistic,
    /// Naive Bayes.
    NaiveBayes,
    /// An n-gram of the table's sentences.
    #[serde(rename = "ngram")]
    NGram,
    /// A GPT of the table's sentences.
    Gpt,
    /// k-means.
    KMeans,
}

impl ModelName {
    /// In the order of every list.
    pub const ALL: [ModelName; 5] =
        [ModelName::Logistic, ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt, ModelName::KMeans];

    /// Those that model the melon itself.
    pub const GENERATIVE: [ModelName; 3] = [ModelName::NaiveBayes, ModelName::NGram, ModelName::Gpt];

    /// Which half of machine learning it belongs to.
    pub fn family(self) -> Family {
        match self {
            ModelName::Logistic => Family::Discriminative,
            ModelName::NaiveBayes | ModelName::NGram | ModelName::Gpt => Family::Generative,
            ModelName::KMeans => Family::Unsupervised,
        }
    }
}

/// What a model is a model of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// `P(y | x)`: the answer, given the melon.
    Discriminative,
    /// `P(x, y)`: the melon and the answer.
    Generative,
    /// Neither: groups.
    Unsupervised,
}

/// The melon in question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    /// Its features.
    pub input: Cells,
    /// The features that are not known of it.
    pub left_out: Vec<String>,
    /// Its row in the table, from 1, if it was taken from there because none was given.
    pub row: Option<usize>,
    /// That row's class.
    pub truth: Option<String>,
    /// How many samples of the table look exactly so in the features known, class by class.
    pub seen: Vec<usize>,
}

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

/// Figures on held-out samples, with their 95 % intervals.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// Of the pooled answers.
    #[serde(flatten)]
    pub metrics: ClassificationMetrics,
    /// Of the log-loss (Student's, of the mean).
    pub log_loss_interval: Option<[f64; 2]>,
    /// Of the Brier score, likewise.
    pub brier_interval: Option<[f64; 2]>,
    /// Of a language model, the log-loss of its raw probabilities, in nats: not renormalised,
    /// so that what it gives to other tokens counts as lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_log_loss: Option<f64>,
}

/// How samples were held out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoldsSummary {
    /// `leave-one-out` or `stratified 5-fold`.
    pub scheme: String,
    /// How many.
    pub n_folds: usize,
    /// Folds whose logistic fit did not converge.
    pub n_unconverged: usize,
    /// Folds in which a class had no sample to learn from.
    pub n_lacking: usize,
}

/// Answering without looking: the majority class, with the classes' shares as probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Baseline {
    /// The majority.
    #[serde(flatten)]
    pub majority: MajorityBaseline,
    /// `-sum p ln p` of the classes' shares, in nats.
    pub log_loss: f64,
    /// Of the classes' shares.
    pub brier: f64,
}

/// Two models on the same held-out samples.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The first.
    pub a: ModelName,
    /// The second; `None` is the baseline.
    pub b: Option<ModelName>,
    /// Mean of (log-loss of `a` less that of `b`), sample by sample, in nats.
    pub log_loss: f64,
    /// Its interval (paired, Student's); all of them together hold in 95 % of cases.
    pub interval: [f64; 2],
    /// Whether 0 lies outside.
    pub is_clear: bool,
}

/// What the generative models make.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewMelons {
    /// Melons that each model made.
    pub n_samples: usize,
    /// How far two random halves of the real table lie apart: what chance alone does.
    pub halves: Distances,
    /// Mean `ln P(x, y)` of the table's own melons under the models that learned from them,
    /// in nats. Numbers are taken as the median of their third throughout.
    pub table_log_probs: LogProbs,
    /// The same of melons held out of each fold; `None` if nothing was held out.
    pub held_out_log_probs: Option<LogProbs>,
    /// One a generative model.
    pub makers: Vec<Maker>,
}

/// Mean `ln P(x, y)` under each generative model, in nats a melon.
pub type LogProbs = BTreeMap<ModelName, f64>;

/// One model's melons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Maker {
    /// Which.
    pub model: ModelName,
    /// Share that are melons at all: each feature once, and a class.
    pub valid: f64,
    /// Share of those that are not in the table (numbers taken by their thirds).
    pub new: f64,
    /// Share of those whose class the logistic regression would have answered.
    pub logistic_agrees: f64,
    /// How far they lie from the table.
    pub distances: Distances,
    /// How likely the models find them.
    pub log_probs: LogProbs,
}

/// Total variation, `1/2 sum |p - q|`, from 0 (the same) to 1 (nothing in common).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distances {
    /// Mean over all columns, the class included.
    pub marginals: f64,
    /// Mean over all pairs of columns.
    pub pairs: f64,
    /// The pair that is farthest off.
    pub worst_pair: Option<[String; 2]>,
    /// How far.
    pub worst: f64,
}

/// How long things took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timing {
    /// Training on the whole table.
    pub training_secs: BTreeMap<ModelName, f64>,
    /// Training all five in every fold.
    pub cross_validation_secs: f64,
}
