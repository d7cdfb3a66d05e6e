//! What `melon compare` found out: the shape of its JSON.

mod compared_model;
mod new_melons;
mod scores;

pub use crate::model::{Explanation as Why, Guess, Neighbor, NextToken, TermShare};
pub use crate::task::classifiers::{Family, LearnedFrom, ModelName, Subject};
pub use compared_model::{ClassAnswer, ComparedModel, Filled, GeneratedMelon, MelonValues, Usual};
pub use new_melons::{Distances, LogProbs, Maker, NewMelons};
pub use scores::{Baseline, ComparedScores, Difference, FoldsSummary};

use super::CompareOptions;
use crate::task::Finding;
use crate::task::summary::DataSummary;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `melon compare` found out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// What all were trained on.
    pub data: DataSummary,
    /// Samples of each class, in the classes' order.
    pub class_counts: Vec<usize>,
    /// The options, with what the table decides filled in.
    pub options: CompareOptions,
    /// The melon that all were asked about.
    pub melon: QueryMelon,
    /// One a model, in the order of the options.
    pub models: Vec<ComparedModel>,
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

/// The melon in question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QueryMelon {
    /// The features that are known of it, by name.
    pub input: MelonValues,
    /// The features that are not known of it.
    pub left_out: Vec<String>,
    /// Its row in the table, from 1, if it was taken from there because none was given.
    pub row: Option<usize>,
    /// The class of that row; `None` of a melon that was given.
    pub truth: Option<String>,
    /// How many samples of the table look exactly so in the features known, class by class.
    pub seen: Vec<usize>,
}

/// How long things took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timing {
    /// Training on the whole table.
    pub training_secs: BTreeMap<ModelName, f64>,
    /// Training all of them in every fold.
    pub cross_validation_secs: f64,
}
