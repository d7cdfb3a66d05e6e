//! The language model asked as every other classifier is.

use super::{Codes, SentenceModel};
use crate::data::{Column, Feature};
use crate::lm::sampling;
use crate::math;
use crate::model::{Classifier, Explanation, Gaps, Generative, ModelError, NextToken};
use ndarray::Array2;
use std::collections::HashMap;

/// Tokens that it would have said next, as reasons.
const N_CANDIDATES: usize = 5;

impl Classifier for SentenceModel {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.features.clone()
    }

    /// `ln P(clause of the class | sentence so far)`, among everything that could come next.
    /// Rows that read the same are asked once.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        let rows = self.tokenizer.codes(features)?;
        let mut known: HashMap<&Codes, Vec<f64>> = HashMap::new();
        let mut scores = Array2::zeros((rows.len(), self.classes.len()));
        for (codes, mut row) in rows.iter().zip(scores.rows_mut()) {
            let logs = known.entry(codes).or_insert_with(|| self.class_logs(codes));
            row.iter_mut().zip(logs).for_each(|(score, log)| *score = *log);
        }
        Ok(scores)
    }

    /// The likeliest tokens after the melon.
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let before = self.tokenizer.prefix(&self.tokenizer.codes(features)?[0]);
        let mut p = self.lm.next_logits(&before);
        math::softmax(&mut p);
        let candidate =
            |token| NextToken { text: self.tokenizer.text(token).to_owned(), probability: p[token as usize] };
        let candidates = sampling::top(&p, N_CANDIDATES).into_iter().map(candidate).collect();
        Ok(Explanation::NextToken { sentence: self.tokenizer.write(&before), candidates })
    }

    fn n_params(&self) -> usize {
        self.lm.n_params()
    }

    fn gaps(&self) -> Gaps {
        Gaps::LeftOut
    }

    fn is_additive(&self) -> bool {
        false
    }

    fn generative(&self) -> Option<&dyn Generative> {
        Some(self)
    }
}
