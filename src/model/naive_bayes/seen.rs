//! From what was counted and averaged to distributions.

use super::likelihood::{LevelProbabilities, Likelihood};
use crate::data::EncodeError;
use crate::data::table::by_name;
use crate::model::ModelError;

/// What was seen of a feature, its missing cells left out.
#[derive(Debug, Clone, PartialEq)]
pub enum FeatureStatistics {
    /// How many samples of each class have each level, `(n_classes, n_levels)`; the levels in the order of
    /// [`by_name`], so that the rows' order does not matter.
    Words {
        /// The levels, sorted; the columns of the counts.
        levels: Vec<String>,
        /// `(n_classes, n_levels)`: samples of each class with each level.
        counts: Vec<Vec<usize>>,
    },
    /// The mean and the spread of a numeric feature.
    Numbers {
        /// Over all samples, whatever their class.
        whole: MeanAndSd,
        /// `(n_classes)`: over the samples of each class alone.
        of_classes: Vec<MeanAndSd>,
    },
}

/// The mean of some numbers, and how far they spread about it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MeanAndSd {
    /// `None` without any number.
    pub mean: Option<f64>,
    /// The sample standard deviation (divisor n - 1); `None` without two different numbers.
    pub sd: Option<f64>,
}

impl FeatureStatistics {
    /// Counts of levels in any order.
    pub fn words(levels: &[String], counts: &[Vec<usize>]) -> FeatureStatistics {
        let mut sorted: Vec<usize> = (0..levels.len()).collect();
        sorted.sort_by(|&a, &b| by_name(&levels[a], &levels[b]));
        let in_order = |counts: &Vec<usize>| sorted.iter().map(|&level| counts[level]).collect();
        FeatureStatistics::Words {
            levels: sorted.iter().map(|&level| levels[level].clone()).collect(),
            counts: counts.iter().map(in_order).collect(),
        }
    }

    /// Its distribution within each class.
    pub(super) fn likelihood(self, name: &str, alpha: f64) -> Result<Likelihood, ModelError> {
        match self {
            FeatureStatistics::Words { levels, .. } if levels.is_empty() => {
                Err(EncodeError::NoValues { column: name.to_owned() }.into())
            }
            FeatureStatistics::Words { levels, counts } => {
                let probabilities = counts.iter().map(|counts| smoothed(counts, alpha)).collect();
                Ok(Likelihood::Categorical(LevelProbabilities { levels, probabilities, counts }))
            }
            FeatureStatistics::Numbers { whole, of_classes } => gaussian(name, whole, &of_classes),
        }
    }
}

/// `(n_i + alpha) / sum_j (n_j + alpha)`: Laplace's rule. All equal if nothing was seen and
/// nothing is taken to have been.
pub(super) fn smoothed(counts: &[usize], alpha: f64) -> Vec<f64> {
    let total = counts.iter().sum::<usize>() as f64 + alpha * counts.len() as f64;
    let share = |&count: &usize| if total > 0.0 { (count as f64 + alpha) / total } else { 1.0 / counts.len() as f64 };
    counts.iter().map(share).collect()
}

/// A class without a spread of its own has that of all samples.
fn gaussian(name: &str, whole: MeanAndSd, of_classes: &[MeanAndSd]) -> Result<Likelihood, ModelError> {
    let Some(mean) = whole.mean else {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    };
    let means = of_classes.iter().map(|class| class.mean.unwrap_or(mean)).collect();
    let std_devs: Vec<f64> = of_classes.iter().map(|class| class.sd.or(whole.sd).unwrap_or(0.0)).collect();
    let borrowed = (0..of_classes.len()).filter(|&class| of_classes[class].sd.is_none()).collect();
    if std_devs.iter().any(|sd| sd.is_infinite()) {
        return Err(ModelError::TooSpread { column: name.to_owned() });
    }
    Ok(Likelihood::Gaussian { means, std_devs, borrowed })
}
