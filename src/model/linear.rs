//! Linear regression: `y = b + w x`, the mean of a number given the features.

use super::feature_terms::features_of;
use super::{INTERCEPT, ModelError};
use crate::data::{Column, Encoder};
use ndarray::{Array1, ArrayView1, ArrayView2};
use serde::{Deserialize, Serialize};

/// A fitted linear regression.
///
/// ```
/// use melon::data::{Column, EncodeOptions, Encoder};
/// use melon::engine::{Engine, LinearOptions, Native};
/// use melon::model::Linear;
/// let weight = [Column::numbers("weight", [1.0, 2.0, 4.0])];
/// let encoder = Encoder::fit(&weight, EncodeOptions::default())?;
/// let fit = Native.linear(encoder.transform(&weight)?.view(), &[1.0, 3.0, 4.0], &LinearOptions { l2: 0.0 })?;
/// let model = Linear::new("price", encoder, &fit.coefficients, fit.intercept);
/// // scikit-learn 1.9.1: LinearRegression().fit([[1], [2], [4]], [1, 3, 4]).predict([[3]])
/// let price = model.predict(&[Column::numbers("weight", [3.0])])?[0];
/// assert!((price - 3.285_714_29).abs() < 1e-8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Linear {
    /// The name of the column that is predicted.
    pub target: String,
    /// What makes a matrix of a table.
    pub encoder: Encoder,
    /// What the coefficients belong to, in order: the encoder's terms.
    pub terms: Vec<String>,
    /// `b`, in the target's unit.
    pub intercept: f64,
    /// `w`, one a term: the target's unit per unit of the term. 0 where the term is a linear
    /// combination of those before it.
    pub coefficients: Vec<f64>,
}

impl Linear {
    /// Puts fitted numbers and names together.
    pub fn new(target: &str, encoder: Encoder, coefficients: &Array1<f64>, intercept: f64) -> Self {
        let terms = encoder.terms().into_iter().map(|term| term.name).collect();
        Linear { target: target.to_owned(), encoder, terms, intercept, coefficients: coefficients.to_vec() }
    }

    /// `b + w x` of an encoded matrix `(n_samples, n_terms)`.
    pub fn predict_encoded(&self, x: ArrayView2<f64>) -> Vec<f64> {
        (x.dot(&ArrayView1::from(&self.coefficients)) + self.intercept).to_vec()
    }

    /// The prediction for each sample, in the target's unit. Columns are found by name.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    pub fn predict(&self, features: &[Column]) -> Result<Vec<f64>, ModelError> {
        Ok(self.encoder.one_hot(features)?.scores(&self.coefficients, self.intercept))
    }

    /// Each feature's share of the one sample's prediction, the intercept first; they add
    /// up to it.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    pub fn explain(&self, features: &[Column]) -> Result<Vec<(String, f64)>, ModelError> {
        let x = self.encoder.transform(features)?;
        let mut shares = vec![(INTERCEPT.to_owned(), self.intercept)];
        for feature in features_of(&self.encoder, features) {
            let sum = feature.terms.map(|t| self.coefficients[t] * x[[0, t]]).sum();
            shares.push((feature.label, sum));
        }
        Ok(shares)
    }

    /// Whether a model read from a file can be one that a fit made.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn check(&self) -> Result<(), ModelError> {
        self.encoder.check()?;
        let named = self.encoder.terms().iter().map(|term| &term.name).eq(&self.terms);
        let finite = self.coefficients.iter().chain([&self.intercept]).all(|v| v.is_finite());
        if named && finite && self.coefficients.len() == self.terms.len() {
            return Ok(());
        }
        Err(ModelError::Damaged { fault: "its coefficients do not fit its terms".to_owned() })
    }
}
