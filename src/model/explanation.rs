//! Why a model answers as it does.

use super::tree::PathStep;
use crate::data::Dataset;
use crate::data::table::number_text;
use ndarray::ArrayView1;
use serde::Serialize;
use std::collections::BTreeMap;

/// Why a model answers as it does. Each kind of model has its own kind of reason.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Explanation {
    /// Shares that add up to each class's score. Of two classes the first one's are 0: the
    /// second one's sum is the log-odds.
    Scores {
        /// The intercept (or the prior) first.
        shares: Vec<Share>,
    },
    /// Shares that add up to the log-odds of `class` against `against`: the scores of two
    /// classes, one less the other; see [`log_odds`](Self::log_odds).
    LogOdds {
        /// The class that a share above 0 speaks for.
        class: String,
        /// The other one, or with more than two the one next to it.
        against: String,
        /// The intercept (or the prior odds) first.
        shares: Vec<TermShare>,
        /// The sum of the shares, in nats: `ln (P(class) / P(against))`.
        log_odds: f64,
    },
    /// What a language model would have said next.
    NextToken {
        /// What stands before the class: the melon as a sentence.
        sentence: String,
        /// What might come next, the likeliest first.
        candidates: Vec<NextToken>,
    },
    /// Where the sample lies among the clusters.
    Cluster {
        /// The number of the nearest centroid, from 1.
        cluster: usize,
        /// `(k)`: how far each centroid lies in the features that are known, numbers standardised.
        distances: Vec<f64>,
        /// Training samples in that cluster.
        size: usize,
        /// `(n_classes)`: samples of each class in the cluster.
        class_counts: Vec<usize>,
        /// What the centroid is like, feature by feature: its most frequent value with the
        /// share that has it, or its mean.
        centroid: Vec<Guess>,
    },
    /// The training samples that voted.
    Neighbors {
        /// The nearest first, samples at the same distance by their row.
        neighbors: Vec<Neighbor>,
    },
    /// The ways down a tree to the leaves that answer.
    Ways {
        /// One; several where a value is missing, the one with the most weight first.
        ways: Vec<TreeWay>,
    },
}

/// One feature's share of each class's score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// `(Intercept)`, `密度`, or `色泽=青绿`.
    pub term: String,
    /// `(n_classes)`, in nats.
    pub values: Vec<f64>,
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
pub struct NextToken {
    /// Its text; empty for the end of the sentence.
    pub text: String,
    /// `P(token | sentence so far)`, among all tokens.
    pub probability: f64,
}

/// A feature's value, and how likely it is taken to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guess {
    /// The feature that has this value.
    pub feature: String,
    /// A value in the data's words, a number, or what a language model calls it.
    pub value: String,
    /// Its probability; `None` for a mean.
    pub probability: Option<f64>,
}

impl Guess {
    /// A value and its probability.
    pub fn value(feature: &str, value: &str, probability: f64) -> Guess {
        Guess { feature: feature.to_owned(), value: value.to_owned(), probability: Some(probability) }
    }

    /// A mean, to four significant digits: it is a guess.
    pub fn mean(feature: &str, mean: f64) -> Guess {
        Guess { feature: feature.to_owned(), value: number_text(rounded(mean)), probability: None }
    }
}

/// To four significant digits.
pub fn rounded(x: f64) -> f64 {
    format!("{x:.3e}").parse().unwrap_or(x)
}

/// A training sample that voted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Neighbor {
    /// Its number among the training samples, from 1; its row in the table once
    /// [`in_table`](Explanation::in_table) has looked it up.
    pub row: usize,
    /// The class by which it votes.
    pub class: String,
    /// Its distance from the sample asked about, as [`Knn`](crate::model::Knn) measures it.
    pub distance: f64,
    /// Its share of a vote: 1, or less where samples tie for the last votes.
    pub weight: f64,
    /// Its cells, column to value, once they have been looked up.
    pub input: BTreeMap<String, String>,
}

/// A way down a tree, and the leaf at its end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeWay {
    /// What was answered, from the root on.
    pub steps: Vec<PathStep>,
    /// How much of the sample goes this way; 1 where nothing is missing.
    pub weight: f64,
    /// The weight of the samples that the leaf was learned from.
    pub n: f64,
    /// The class that the leaf answers with.
    pub predicted: String,
    /// The weight of each class in the leaf.
    pub counts: BTreeMap<String, f64>,
}

impl Explanation {
    /// Of two classes the positive one against the other; of more, the likeliest against the
    /// next: `p` are their probabilities. What is not made of scores stays as it is.
    pub fn log_odds(self, classes: &[String], p: ArrayView1<f64>) -> Explanation {
        let Explanation::Scores { shares } = self else { return self };
        let (class, against) = if p.len() == 2 { (1, 0) } else { first_two(p) };
        let shares: Vec<TermShare> = (shares.into_iter())
            .map(|share| TermShare { value: share.values[class] - share.values[against], term: share.term })
            .collect();
        let log_odds = shares.iter().map(|share| share.value).sum();
        Explanation::LogOdds { class: classes[class].clone(), against: classes[against].clone(), shares, log_odds }
    }

    /// With the rows and the cells of the table that was learned from, where it names samples.
    pub fn in_table(mut self, data: &Dataset) -> Explanation {
        if let Explanation::Neighbors { neighbors } = &mut self {
            for neighbor in neighbors {
                let sample = neighbor.row - 1;
                let cell =
                    |column: &crate::data::Column| Some((column.name.clone(), column.text(sample)?.into_owned()));
                neighbor.input = data.features.iter().filter_map(cell).collect();
                neighbor.row = data.rows[sample];
            }
        }
        self
    }
}

fn first_two(p: ArrayView1<f64>) -> (usize, usize) {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[b].total_cmp(&p[a]));
    (order[0], order[1])
}
