//! How one feature is distributed within each class.

use crate::model::cells::FeatureCells;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// How one feature is distributed within each class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Likelihood {
    /// A probability for each level: `(n_yx + alpha) / (n_y + alpha n_levels)`.
    Categorical(LevelProbabilities),
    /// A normal density with the class's mean and sample standard deviation (divisor n - 1).
    Gaussian {
        /// `(n_classes)`; the whole column's for a class without a number.
        means: Vec<f64>,
        /// `(n_classes)`; 0 where the whole column is constant: it then tells nothing, and
        /// its factor is taken to be 1.
        std_devs: Vec<f64>,
        /// Classes (by index) that have fewer than two different values, and so no spread
        /// of their own: they have the whole column's.
        borrowed: Vec<usize>,
    },
}

/// The probabilities of a categorical feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelProbabilities {
    /// The values it can take.
    pub levels: Vec<String>,
    /// `P(level | class)`, `(n_classes, n_levels)`.
    pub probabilities: Vec<Vec<f64>>,
    /// The samples with each value that were counted, likewise; empty in a model saved without them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Vec<usize>>,
}

impl Likelihood {
    /// `ln P(x | class)` of the cell in `row`; 0 where it is missing.
    pub(super) fn log(&self, cells: &FeatureCells, row: usize, class: usize) -> f64 {
        match (self, cells) {
            (Likelihood::Categorical(table), FeatureCells::Levels(codes)) => {
                codes[row].map_or(0.0, |level| table.probabilities[class][level].ln())
            }
            (Likelihood::Gaussian { .. }, FeatureCells::Numbers(cells)) => self.log_of_number(cells[row], class),
            _ => unreachable!("cells are resolved against this very feature"),
        }
    }

    /// `ln P(x | class)` of a number; 0 where it is missing, and of a feature of words.
    pub fn log_of_number(&self, x: f64, class: usize) -> f64 {
        match self {
            Likelihood::Gaussian { means, std_devs, .. } => log_normal_density(x, means[class], std_devs[class]),
            Likelihood::Categorical(_) => 0.0,
        }
    }

    /// How many numbers it is made of.
    pub(super) fn n_params(&self) -> usize {
        match self {
            Likelihood::Categorical(table) => table.probabilities.iter().map(Vec::len).sum(),
            Likelihood::Gaussian { means, std_devs, .. } => means.len() + std_devs.len(),
        }
    }

    /// Whether the numbers are those of `n_classes` distributions.
    pub(super) fn is_sound(&self, n_classes: usize) -> bool {
        match self {
            Likelihood::Categorical(LevelProbabilities { levels, probabilities, counts }) => {
                let sound = |row: &Vec<f64>| row.len() == levels.len() && is_distribution(row);
                let is_table = counts.len() == n_classes && counts.iter().all(|row| row.len() == levels.len());
                let are_counted = counts.is_empty() || is_table;
                probabilities.len() == n_classes && probabilities.iter().all(sound) && are_counted
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                let counted = means.len() == n_classes && std_devs.len() == n_classes;
                counted && means.iter().chain(std_devs).all(|v| v.is_finite()) && std_devs.iter().all(|v| *v >= 0.0)
            }
        }
    }
}

/// Whether these are probabilities that sum to 1, but for rounding.
pub(super) fn is_distribution(p: &[f64]) -> bool {
    p.iter().all(|v| (0.0..=1.0).contains(v)) && (p.iter().sum::<f64>() - 1.0).abs() < 1e-9
}

/// `-(x - mean)² / (2 sd²) - ln(sd sqrt(2 pi))`; 0 if `x` is missing or `sd` is 0.
fn log_normal_density(x: f64, mean: f64, sd: f64) -> f64 {
    if x.is_nan() || sd == 0.0 {
        return 0.0;
    }
    let z = (x - mean) / sd;
    -0.5 * (z * z + TAU.ln()) - sd.ln()
}
