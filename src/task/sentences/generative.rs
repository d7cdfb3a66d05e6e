//! The language model asked for more than the class.

use super::{Codes, RowTokenizer, SentenceModel};
use crate::data::{Column, Feature};
use crate::math;
use crate::model::{Drawn, Factor, FeatureModel, Generative, Guess, ModelError};
use crate::rng::Stream;
use std::collections::HashMap;

impl FeatureModel for SentenceModel {
    fn fill(&self, row: &[Column], hidden: usize) -> Result<Option<Guess>, ModelError> {
        let weights = self.weigh(&self.tokenizer.codes(row)?.remove(0), hidden);
        let best = math::argmax(&weights).unwrap_or(0);
        let level = self.tokenizer.features()[hidden].levels.as_deref().unwrap_or_default().get(best);
        Ok(level.map(|level| Guess::value(&self.features[hidden].name, level, weights[best])))
    }

    /// `ln P(sentence up to the class)`, summed over what is not known. Rows that read the same are
    /// asked once.
    fn usualness(&self, features: &[Column]) -> Result<Vec<f64>, ModelError> {
        let rows = self.tokenizer.codes(features)?;
        let mut known: HashMap<&Codes, f64> = HashMap::new();
        Ok(rows.iter().map(|codes| *known.entry(codes).or_insert_with(|| self.log_marginal(codes))).collect())
    }

    fn is_probability(&self, _row: &[Column]) -> bool {
        true
    }
}

impl Generative for SentenceModel {
    /// Sentences, read back: a number that was called low, medium or high is the median of
    /// what is called so.
    fn draw(&self, n: usize, random: &mut Stream) -> Drawn {
        let written = self.write(n, random);
        let nothing: Codes = vec![None; self.features.len()];
        let rows: Vec<&Codes> =
            written.iter().map(|one| one.melon.as_ref().map_or(&nothing, |(codes, _)| codes)).collect();
        Drawn {
            features: self.tokenizer.columns(&rows),
            classes: written.iter().map(|one| one.melon.as_ref().map(|(_, class)| *class)).collect(),
            texts: written.into_iter().map(|one| one.text).collect(),
        }
    }

    /// `ln P(whole sentence)`. Melons that read the same are weighed once.
    fn log_probs(&self, features: &[Column], classes: &[usize]) -> Result<Vec<f64>, ModelError> {
        let rows = self.tokenizer.codes(features)?;
        let mut known: HashMap<(&Codes, usize), f64> = HashMap::new();
        let mut weigh = |(codes, &class)| *known.entry((codes, class)).or_insert_with(|| self.log_joint(codes, class));
        Ok(rows.iter().zip(classes).map(&mut weigh).collect())
    }

    /// A sentence is a product over tokens, of which none is a feature's given the class.
    fn factors(&self, _row: &[Column]) -> Result<Vec<Factor>, ModelError> {
        Ok(Vec::new())
    }
}

impl RowTokenizer {
    /// Melons in words as columns of a table: a number is the median of its third.
    pub fn columns(&self, rows: &[&Codes]) -> Vec<Column> {
        let column = |(at, feature): (usize, &Feature)| match self.bins(at) {
            Some(bins) => {
                let cells = rows.iter().map(|codes| codes[at].map_or(f64::NAN, |bin| bins.medians[bin]));
                Column::numbers(&feature.name, cells)
            }
            None => {
                let levels = feature.levels.as_deref().unwrap_or_default();
                Column::words(&feature.name, rows.iter().map(|codes| codes[at].map(|level| levels[level].as_str())))
            }
        };
        self.features().iter().enumerate().map(column).collect()
    }
}
