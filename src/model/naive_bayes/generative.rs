//! What a model of the melon itself can do and a discriminative one cannot: fill a gap, say
//! how usual a melon is, and make new ones.

use super::{FeatureLikelihood, Likelihood, NaiveBayes};
use crate::data::{Column, Values};
use crate::math;
use crate::model::{Classifier, Drawn, Factor, FeatureModel, Generative, Guess, INTERCEPT, ModelError};
use crate::rng::Stream;
use rand::Rng;
use rand::distributions::{Distribution, WeightedIndex};

impl FeatureModel for NaiveBayes {
    /// `P(v | rest) = sum_y P(rest, v, y) / sum_v' sum_y P(rest, v', y)`; of a number its
    /// mean, `sum_y P(y | rest) mean_y`.
    fn fill(&self, row: &[Column], hidden: usize) -> Result<Option<Guess>, ModelError> {
        let FeatureLikelihood { name, likelihood } = &self.features[hidden];
        let with =
            |value: Column| row.iter().map(|c| if c.name == *name { value.clone() } else { c.clone() }).collect();
        Ok(match likelihood {
            Likelihood::Categorical(table) => {
                let weigh = |level: &String| {
                    let row: Vec<Column> = with(Column::words(name, [Some(level.as_str())]));
                    Ok(self.usualness(&row)?[0])
                };
                let mut weights = table.levels.iter().map(weigh).collect::<Result<Vec<f64>, ModelError>>()?;
                math::softmax(&mut weights);
                math::argmax(&weights).map(|best| Guess::value(name, &table.levels[best], weights[best]))
            }
            Likelihood::Gaussian { means, .. } => {
                let row: Vec<Column> = with(Column::numbers(name, [f64::NAN]));
                let p = self.predict_proba(&row)?;
                Some(Guess::mean(name, p.row(0).iter().zip(means).map(|(p, mean)| p * mean).sum()))
            }
        })
    }

    /// `ln P(x)`. With numeric features it is a density, and depends on their units.
    fn usualness(&self, features: &[Column]) -> Result<Vec<f64>, ModelError> {
        let joint = self.log_joint(features)?;
        Ok(joint.rows().into_iter().map(|row| math::log_sum_exp(&row.to_vec())).collect())
    }

    fn is_probability(&self, row: &[Column]) -> bool {
        !row.iter().any(|column| matches!(column.values, Values::Numbers(_)) && !column.is_missing(0))
    }
}

impl Generative for NaiveBayes {
    /// First a class from the prior, then each feature given the class.
    fn draw(&self, n: usize, random: &mut Stream) -> Drawn {
        let classes = draw(&self.priors, n, random);
        let features = self.features.iter().map(|feature| feature.sample(&classes, random)).collect();
        Drawn { features, classes: classes.into_iter().map(Some).collect(), texts: Vec::new() }
    }

    fn log_probs(&self, features: &[Column], classes: &[usize]) -> Result<Vec<f64>, ModelError> {
        let joint = self.log_joint(features)?;
        Ok(joint.rows().into_iter().zip(classes).map(|(row, &class)| row[class]).collect())
    }

    /// `P(y)`, then `P(x_i | y)` of each feature that is given; a density for a number.
    fn factors(&self, row: &[Column]) -> Result<Vec<Factor>, ModelError> {
        let mut factors = vec![Factor { term: INTERCEPT.to_owned(), values: self.priors.clone(), is_density: false }];
        for (feature, column) in self.features.iter().zip(row) {
            let cells = feature.cells(row)?;
            let Some(value) = column.text(0).filter(|_| !cells.is_missing(0)) else { continue };
            let values = (0..self.classes.len()).map(|class| feature.likelihood.log(&cells, 0, class).exp()).collect();
            let is_density = matches!(feature.likelihood, Likelihood::Gaussian { .. });
            factors.push(Factor { term: format!("{}={value}", column.name), values, is_density });
        }
        Ok(factors)
    }
}

impl FeatureLikelihood {
    fn sample(&self, classes: &[usize], random: &mut Stream) -> Column {
        match &self.likelihood {
            Likelihood::Categorical(table) => {
                let cells = classes.iter().map(|&class| draw(&table.probabilities[class], 1, random)[0]);
                Column::words(&self.name, cells.map(|level| Some(table.levels[level].as_str())))
            }
            Likelihood::Gaussian { means, std_devs, .. } => {
                let cell = |&class: &usize| means[class] + std_devs[class] * standard_normal(random);
                Column::numbers(&self.name, classes.iter().map(cell).collect::<Vec<_>>())
            }
        }
    }
}

/// `n` indices, each with its probability.
fn draw(probabilities: &[f64], n: usize, random: &mut Stream) -> Vec<usize> {
    let index = WeightedIndex::new(probabilities).expect("a model's probabilities are a distribution");
    (0..n).map(|_| index.sample(random)).collect()
}

/// `sqrt(-2 ln u) cos(2 pi v)` (Box and Muller, 1958), `u` in `(0, 1]`.
fn standard_normal(random: &mut Stream) -> f64 {
    let (u, v) = (1.0 - random.r#gen::<f64>(), random.r#gen::<f64>());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}
