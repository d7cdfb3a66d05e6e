//! New melons: what a generative model can do and a discriminative one cannot.

use super::{Feature, Likelihood, NaiveBayes};
use crate::data::Column;
use rand::Rng;
use rand::distributions::{Distribution, WeightedIndex};

impl NaiveBayes {
    /// Draws `n` new samples from `P(x, y)`: first a class from the prior, then each feature
    /// given the class. Returns the feature columns and the class of each sample.
    pub fn sample(&self, n: usize, rng: &mut impl Rng) -> (Vec<Column>, Vec<usize>) {
        let classes = draw(&self.priors, n, rng);
        let columns = self.features.iter().map(|feature| feature.sample(&classes, rng)).collect();
        (columns, classes)
    }
}

impl Feature {
    fn sample(&self, classes: &[usize], rng: &mut impl Rng) -> Column {
        match &self.likelihood {
            Likelihood::Categorical(table) => {
                let cells = classes.iter().map(|&class| draw(&table.probabilities[class], 1, rng)[0]);
                Column::words(&self.name, cells.map(|level| Some(table.levels[level].as_str())))
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                let cell = |&class: &usize| means[class] + std_devs[class] * standard_normal(rng);
                Column::numbers(&self.name, classes.iter().map(cell).collect::<Vec<_>>())
            }
        }
    }
}

/// `n` indices, each with its probability.
fn draw(probabilities: &[f64], n: usize, rng: &mut impl Rng) -> Vec<usize> {
    let index = WeightedIndex::new(probabilities).expect("a model's probabilities are a distribution");
    (0..n).map(|_| index.sample(rng)).collect()
}

/// `sqrt(-2 ln u) cos(2 pi v)` (Box and Muller, 1958), `u` in `(0, 1]`.
fn standard_normal(rng: &mut impl Rng) -> f64 {
    let (u, v) = (1.0 - rng.r#gen::<f64>(), rng.r#gen::<f64>());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
