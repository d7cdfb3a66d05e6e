//! Logistic regression: a discriminative model of `P(y | x)`.
//!
//! Two classes: `P(1 | x) = 1 / (1 + e^-(b + w x))`. More: the softmax of one such score a
//! class. It models where the classes part, and nothing about the melons themselves.

use super::feature_terms::features_of;
use super::{Classifier, Explanation, Gaps, INTERCEPT, ModelError, Share};
use crate::data::encode::OneHot;
use crate::data::{Column, Encoder, Feature};
use ndarray::{Array1, Array2, ArrayView2};
use serde::{Deserialize, Serialize};

/// A fitted logistic regression.
///
/// ```
/// use melon::data::{Column, EncodeOptions, Encoder};
/// use melon::engine::{Engine, LogisticOptions, Native};
/// use melon::model::{Classifier, Logistic};
/// let sugar = [Column::numbers("sugar", [0.2, 0.4, 0.5, 0.7, 0.9])];
/// let encoder = Encoder::fit(&sugar, EncodeOptions::default())?;
/// let options = LogisticOptions { l2: 1.0, ..Default::default() };
/// let fit = Native.logistic(encoder.transform(&sugar)?.view(), &[0, 0, 1, 0, 1], 2, &options)?;
/// let classes = ["unripe".to_owned(), "ripe".to_owned()];
/// let model = Logistic::new("ripe?", &classes, encoder, fit.coefficients.view(), &fit.intercepts);
/// // scikit-learn 1.9.1: LogisticRegression(C=1, tol=1e-14).fit(...).predict_proba([[0.6]])[0, 1]
/// let ripe = model.predict_proba(&[Column::numbers("sugar", [0.6])])?[[0, 1]];
/// assert!((ripe - 0.404_188_9).abs() < 1e-7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Logistic {
    /// The name of the column that is predicted.
    pub target: String,
    /// Class names, in the order of every probability.
    pub classes: Vec<String>,
    /// What makes a matrix of a table.
    pub encoder: Encoder,
    /// What the coefficients belong to, in order: the encoder's terms.
    pub terms: Vec<String>,
    /// One for two classes, for the second one; else one a class.
    pub outputs: Vec<LinearScore>,
}

/// The linear score of one class: `b + w x`, in log-odds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinearScore {
    /// The class that it speaks for.
    pub class: String,
    /// `b`: the score where every term is 0.
    pub intercept: f64,
    /// `w`, one a term.
    pub coefficients: Vec<f64>,
}

impl Logistic {
    /// Puts fitted numbers and names together: `coefficients` `(n_outputs, n_terms)`,
    /// `intercepts` `(n_outputs)`, with one output for two classes.
    pub fn new(
        target: &str,
        classes: &[String],
        encoder: Encoder,
        coefficients: ArrayView2<f64>,
        intercepts: &Array1<f64>,
    ) -> Self {
        let spoken_for = if classes.len() == 2 { &classes[1..] } else { classes };
        let rows = coefficients.rows().into_iter().zip(intercepts);
        let output = |(class, (row, &intercept)): (&String, (ndarray::ArrayView1<f64>, &f64))| LinearScore {
            class: class.clone(),
            intercept,
            coefficients: row.to_vec(),
        };
        Logistic {
            target: target.to_owned(),
            classes: classes.to_vec(),
            terms: encoder.terms().into_iter().map(|term| term.name).collect(),
            encoder,
            outputs: spoken_for.iter().zip(rows).map(output).collect(),
        }
    }

    /// The linear scores of encoded samples, `(n_samples, n_classes)`; of two classes the first
    /// one's is 0.
    pub fn scores(&self, x: &OneHot) -> Array2<f64> {
        let mut scores = Array2::zeros((x.n_samples, self.classes.len()));
        let offset = self.classes.len() - self.outputs.len();
        for (column, output) in self.outputs.iter().enumerate() {
            let of_output = x.scores(&output.coefficients, output.intercept);
            scores.column_mut(offset + column).assign(&Array1::from(of_output));
        }
        scores
    }
}

impl Classifier for Logistic {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.encoder.features()
    }

    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        Ok(self.scores(&self.encoder.one_hot(features)?))
    }

    /// A feature's share is the sum of `coefficient * encoded value` over its terms.
    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let x = self.encoder.transform(features)?;
        let offset = self.classes.len() - self.outputs.len();
        let of_each_class = |share: &dyn Fn(&LinearScore) -> f64| {
            let shares = self.outputs.iter().map(share);
            std::iter::repeat_n(0.0, offset).chain(shares).collect::<Vec<f64>>()
        };
        let intercept = of_each_class(&|output| output.intercept);
        let mut shares = vec![Share { term: INTERCEPT.to_owned(), values: intercept }];
        for feature in features_of(&self.encoder, features) {
            let sum = |output: &LinearScore| feature.terms.clone().map(|t| output.coefficients[t] * x[[0, t]]).sum();
            shares.push(Share { values: of_each_class(&sum), term: feature.label });
        }
        Ok(Explanation::Scores { shares })
    }

    fn n_params(&self) -> usize {
        self.outputs.iter().map(|output| output.coefficients.len() + 1).sum()
    }

    fn gaps(&self) -> Gaps {
        if self.encoder.options.impute { Gaps::Imputed } else { Gaps::Refused }
    }

    fn check(&self) -> Result<(), ModelError> {
        self.encoder.check()?;
        let terms: Vec<String> = self.encoder.terms().into_iter().map(|term| term.name).collect();
        let n_outputs = if self.classes.len() == 2 { 1 } else { self.classes.len() };
        let finite =
            |output: &LinearScore| output.coefficients.iter().chain([&output.intercept]).all(|v| v.is_finite());
        let fault = if terms != self.terms {
            "its terms are not those of its encoder"
        } else if self.classes.len() < 2 || self.outputs.len() != n_outputs {
            "its outputs do not fit its classes"
        } else if self.outputs.iter().any(|output| output.coefficients.len() != terms.len() || !finite(output)) {
            "its coefficients do not fit its terms"
        } else {
            return Ok(());
        };
        Err(ModelError::Damaged { fault: fault.to_owned() })
    }
}
