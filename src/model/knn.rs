//! k-nearest neighbours: a sample is like those that lie next to it (Cover and Hart, 1967).
//!
//! Nothing is fitted: the model is its training samples. The distance between two samples is
//!
//! ```text
//! d(a, b)² = sum over numbers ((a_j - b_j) / sd_j)² + sum over categories [a_j != b_j]
//! ```
//!
//! Numbers are always standardised (by the population standard deviation of the training
//! samples), so that no unit decides alone; a category that differs counts as much as a
//! number one standard deviation apart.
//!
//! The `k` nearest vote, and a class's probability is its share of the votes. Samples that tie
//! for the last votes share them equally, so that the rows' order decides nothing: with two
//! votes left and three samples at the same distance, each has 2/3 of a vote.

use super::{Classifier, Explanation, Gaps, ModelError, Neighbor};
use crate::data::{Column, EncodeOptions, Encoder, Feature, Labels};
use ndarray::{Array2, ArrayView1, Axis};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Neighbours unless asked otherwise.
pub const DEFAULT_K: usize = 5;

/// Distances closer than this, relatively, are the same but for rounding.
pub const TIE: f64 = 1e-9;

/// The training samples, encoded, and how many of them vote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Knn {
    /// The name of the column that is predicted.
    pub target: String,
    /// Class names, in the order of every probability.
    pub classes: Vec<String>,
    /// How many neighbours vote.
    pub k: usize,
    /// What makes a matrix of a table: numbers standardised, categories one-hot.
    pub encoder: Encoder,
    /// `(n_samples, n_terms)`, in the encoder's units.
    pub samples: Vec<Vec<f64>>,
    /// The class of each sample, by index.
    pub labels: Vec<usize>,
}

/// A sample that votes, and how much.
struct Vote {
    sample: usize,
    distance: f64,
    /// How much of a vote.
    weight: f64,
    /// The same in whole parts, as many to a vote as samples tie, so that half of all votes is exactly half.
    n_parts: usize,
}

impl Knn {
    /// Keeps the samples. `impute`: what stands in for a missing cell is learned too; else it
    /// is an error.
    ///
    /// # Errors
    /// No samples; a single class; `k` of 0 or above the number of samples; columns that
    /// cannot be encoded, or whose values are too far apart to be subtracted.
    ///
    /// ```
    /// use melon::data::{Column, Labels};
    /// use melon::model::{Classifier, Knn};
    /// let ripe = Labels::from_column(&Column::words("ripe", ["no", "yes", "yes"].map(Some))).unwrap();
    /// let weight = |cells: &[f64]| [Column::numbers("weight", cells.iter().copied())];
    /// let model = Knn::fit(&weight(&[1.0, 2.0, 4.0]), &ripe, 2, false)?;
    /// // 3 lies between two ripe ones; 1.4 between one that is not and one that is.
    /// let p = model.predict_proba(&weight(&[3.0, 1.4]))?;
    /// assert_eq!(p.column(1).to_vec(), [1.0, 0.5]);
    /// # Ok::<(), melon::model::ModelError>(())
    /// ```
    pub fn fit(features: &[Column], labels: &Labels, k: usize, impute: bool) -> Result<Knn, ModelError> {
        let n_samples = labels.codes.len();
        if n_samples == 0 {
            return Err(ModelError::NoSamples);
        }
        if let [class] = labels.classes.as_slice() {
            return Err(ModelError::OneClass { class: class.clone() });
        }
        if !(1..=n_samples).contains(&k) {
            return Err(ModelError::OutOfRange { option: "k", value: k, n_samples });
        }
        let encoder = Encoder::fit(features, EncodeOptions { standardize: true, impute, ..Default::default() })?;
        let x = encoder.transform(features)?;
        if let Some(term) = (0..x.ncols()).find(|&term| x.column(term).iter().any(|cell| !cell.is_finite())) {
            return Err(ModelError::TooSpread { column: encoder.terms().swap_remove(term).name });
        }
        Ok(Knn {
            target: labels.target.clone(),
            classes: labels.classes.clone(),
            k,
            encoder,
            samples: x.rows().into_iter().map(|row| row.to_vec()).collect(),
            labels: labels.codes.clone(),
        })
    }

    /// Of each term in a squared distance: 1 of a number, 1/2 of an indicator, as a category
    /// that differs sets two of them apart.
    fn weights(&self) -> Vec<f64> {
        self.encoder.terms().iter().map(|term| if term.level.is_some() { 0.5 } else { 1.0 }).collect()
    }

    /// Who votes on the encoded sample `x`, in the order of the samples.
    fn votes(&self, x: ArrayView1<f64>, weights: &[f64]) -> Vec<Vote> {
        let distance = |sample: &Vec<f64>| {
            let squares = sample.iter().zip(x).zip(weights).map(|((a, b), weight)| weight * (a - b) * (a - b));
            squares.sum::<f64>().sqrt()
        };
        let distances: Vec<f64> = self.samples.iter().map(distance).collect();
        let mut sorted = distances.clone();
        let last = *sorted.select_nth_unstable_by(self.k - 1, f64::total_cmp).1;
        let is_nearer = |distance: f64| distance < last * (1.0 - TIE);
        let is_tied = |distance: f64| !is_nearer(distance) && distance <= last * (1.0 + TIE);
        let n_nearer = distances.iter().filter(|&&distance| is_nearer(distance)).count();
        let n_tied = distances.iter().filter(|&&distance| is_tied(distance)).count();
        let voters = distances.into_iter().enumerate().filter(|&(_, d)| is_nearer(d) || is_tied(d));
        let vote = |(sample, distance)| {
            let n_parts = if is_tied(distance) { self.k - n_nearer } else { n_tied };
            Vote { sample, distance, weight: n_parts as f64 / n_tied as f64, n_parts }
        };
        voters.map(vote).collect()
    }

    /// Each class's share of the votes.
    fn shares(&self, votes: &[Vote]) -> Vec<f64> {
        let mut n_parts = vec![0; self.classes.len()];
        votes.iter().for_each(|vote| n_parts[self.labels[vote.sample]] += vote.n_parts);
        let total: usize = n_parts.iter().sum();
        n_parts.iter().map(|&n| n as f64 / total as f64).collect()
    }
}

impl Classifier for Knn {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.encoder.features()
    }

    /// `ln` of the shares: minus infinity for a class without a vote.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        Ok(self.predict_proba(features)?.mapv(f64::ln))
    }

    fn predict_proba(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        let (x, weights) = (self.encoder.transform(features)?, self.weights());
        let mut shares = Array2::zeros((x.nrows(), self.classes.len()));
        let rows = shares.axis_iter_mut(Axis(0)).into_par_iter().enumerate();
        rows.for_each(|(row, mut out)| {
            let own = self.shares(&self.votes(x.row(row), &weights));
            out.iter_mut().zip(own).for_each(|(cell, share)| *cell = share);
        });
        Ok(shares)
    }

    /// The neighbours that vote, the nearest first.
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let x = self.encoder.transform(features)?;
        let mut votes = self.votes(x.row(0), &self.weights());
        votes.sort_by(|a, b| a.distance.total_cmp(&b.distance));
        let neighbor = |vote: &Vote| Neighbor {
            row: vote.sample + 1,
            class: self.classes[self.labels[vote.sample]].clone(),
            distance: vote.distance,
            weight: vote.weight,
            input: BTreeMap::new(),
        };
        Ok(Explanation::Neighbors { neighbors: votes.iter().map(neighbor).collect() })
    }

    /// Nothing is summed up: every cell and every label is kept.
    fn n_params(&self) -> usize {
        self.samples.len() * (self.encoder.columns.len() + 1)
    }

    fn gaps(&self) -> Gaps {
        if self.encoder.options.impute { Gaps::Imputed } else { Gaps::Refused }
    }

    fn is_additive(&self) -> bool {
        false
    }

    fn check(&self) -> Result<(), ModelError> {
        self.encoder.check()?;
        let n_terms = self.encoder.n_terms();
        let whole = |sample: &Vec<f64>| sample.len() == n_terms && sample.iter().all(|cell| cell.is_finite());
        let fault = if self.classes.len() < 2 || self.labels.iter().any(|&label| label >= self.classes.len()) {
            "its labels do not fit its classes"
        } else if self.samples.len() != self.labels.len() || !self.samples.iter().all(whole) {
            "its samples do not fit its terms"
        } else if !(1..=self.samples.len()).contains(&self.k) {
            "it has fewer samples than neighbours"
        } else {
            return Ok(());
        };
        Err(ModelError::Damaged { fault: fault.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers -1 and 1 twice over: standardised, they stay what they are.
    fn fitted(k: usize) -> Knn {
        let x = Column::numbers("x", [-1.0, -1.0, 1.0, 1.0]);
        let y = Column::words("y", [Some("a"), Some("b"), Some("b"), Some("b")]);
        Knn::fit(&[x], &Labels::from_column(&y).unwrap(), k, false).unwrap()
    }

    fn shares(model: &Knn, x: f64) -> Vec<f64> {
        model.predict_proba(&[Column::numbers("x", [x])]).unwrap().row(0).to_vec()
    }

    #[test]
    fn samples_at_the_same_distance_share_the_votes_that_are_left() {
        assert_eq!(shares(&fitted(1), -1.0), [0.5, 0.5], "one vote for two");
        assert_eq!(shares(&fitted(1), 5.0), [0.0, 1.0]);
        let [a, b] = shares(&fitted(3), -1.0)[..] else { panic!() };
        assert!((a - 1.0 / 3.0).abs() < 1e-15 && (b - 2.0 / 3.0).abs() < 1e-15, "1 + (1 + 1/2 + 1/2)");
        assert_eq!(shares(&fitted(2), 0.0), [0.25, 0.75], "all four tie");
    }

    #[test]
    fn a_category_that_differs_is_one_standard_deviation() {
        let x = Column::numbers("x", [-1.0, 1.0]);
        let color = Column::words("c", [Some("u"), Some("v")]);
        let y = Column::words("y", [Some("a"), Some("b")]);
        let model = Knn::fit(&[x, color], &Labels::from_column(&y).unwrap(), 2, false).unwrap();
        let row = [Column::numbers("x", [-1.0]), Column::words("c", [Some("v")])];
        let Explanation::Neighbors { neighbors } = model.explain(&row).unwrap() else { panic!() };
        let found: Vec<(usize, f64, f64)> = neighbors.iter().map(|n| (n.row, n.distance, n.weight)).collect();
        assert_eq!(found, [(1, 1.0, 1.0), (2, 2.0, 1.0)]);
    }

    #[test]
    fn an_impossible_number_of_neighbours_is_refused() {
        let y = Labels::from_column(&Column::words("y", [Some("a"), Some("b")])).unwrap();
        for k in [0, 3] {
            let error = Knn::fit(&[Column::numbers("x", [0.0, 1.0])], &y, k, false).unwrap_err();
            assert_eq!(error, ModelError::OutOfRange { option: "k", value: k, n_samples: 2 });
        }
    }
}
