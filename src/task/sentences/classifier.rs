//! The language model asked as every other classifier is.

use super::{Codes, SentenceModel};
use crate::data::{Column, Feature, melon};
use crate::model::{Classifier, INTERCEPT, ModelError, Share};
use ndarray::Array2;
use std::collections::HashMap;

impl Classifier for SentenceModel {
    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.features.clone()
    }

    /// `ln P(clause of the class | sentence so far)`. Rows that read the same are asked once.
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

    fn row(&self, cells: &[(String, String)]) -> Result<Vec<Column>, ModelError> {
        melon::row(cells, &self.features).map_err(ModelError::Encode)
    }

    /// How the odds of the classes change as the sentence goes on, clause by clause; the
    /// intercept is what they are before it has begun.
    fn explain(&self, features: &[Column]) -> Result<Vec<Share>, ModelError> {
        let codes = &self.tokenizer.codes(features)?[0];
        let mut told: Codes = vec![None; codes.len()];
        let mut before = self.class_logs(&told);
        let mut shares = vec![self.share(INTERCEPT.to_owned(), &before, &vec![0.0; before.len()])];
        for (at, code) in codes.iter().enumerate().filter(|(_, code)| code.is_some()) {
            told[at] = *code;
            let after = self.class_logs(&told);
            shares.push(self.share(self.term(at, features), &after, &before));
            before = after;
        }
        Ok(shares)
    }
}

impl SentenceModel {
    fn share(&self, term: String, after: &[f64], before: &[f64]) -> Share {
        let change: Vec<f64> = after.iter().zip(before).map(|(after, before)| after - before).collect();
        let origin = if change.len() == 2 { change[0] } else { 0.0 };
        Share { term, values: change.iter().map(|value| value - origin).collect() }
    }

    /// `密度`, or `色泽=青绿`.
    fn term(&self, feature: usize, columns: &[Column]) -> String {
        let name = &self.features[feature].name;
        let column = columns.iter().find(|column| column.name == *name);
        match column.and_then(|column| column.text(0)).filter(|_| self.features[feature].levels.is_some()) {
            Some(value) => format!("{name}={value}"),
            None => name.clone(),
        }
    }
}
