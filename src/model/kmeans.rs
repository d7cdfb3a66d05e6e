//! k-means: a sample belongs to the nearest of `k` centroids.

use super::ModelError;
use crate::data::encode::ColumnEncoding;
use crate::data::{Column, Encoder};
use ndarray::{Array2, ArrayView1, ArrayView2};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// A fitted clustering.
///
/// ```
/// use melon::data::{Column, EncodeOptions, Encoder};
/// use melon::engine::{Engine, KMeansOptions, Native};
/// use melon::model::KMeans;
/// let melons = [Column::numbers("x", [1.0, 2.0, 8.0, 9.0]), Column::numbers("y", [1.0, 1.0, 9.0, 8.0])];
/// let encoder = Encoder::fit(&melons, EncodeOptions::default())?;
/// let fit = Native.kmeans(encoder.transform(&melons)?.view(), &KMeansOptions::new(2))?;
/// let model = KMeans::new(encoder, fit.centroids.view());
/// // scikit-learn 1.9.1: KMeans(2, n_init=10).fit([[1, 1], [2, 1], [8, 9], [9, 8]]): inertia 1.5, and
/// // transform([[5, 6]]) is 4.30116263 from the one centroid, 6.10327781 from the other.
/// let (_, distance) = model.assign(&[Column::numbers("x", [5.0]), Column::numbers("y", [6.0])])?[0];
/// assert!((fit.inertia - 1.5).abs() < 1e-12 && (distance - 4.301_162_63).abs() < 1e-8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KMeans {
    /// What makes a matrix of a table.
    pub encoder: Encoder,
    /// The coordinates, in order: the encoder's terms.
    pub terms: Vec<String>,
    /// `(k, n_terms)`, in the encoder's units.
    pub centroids: Vec<Vec<f64>>,
}

impl KMeans {
    /// Puts fitted numbers and names together: `centroids` is `(k, n_terms)`.
    pub fn new(encoder: Encoder, centroids: ArrayView2<f64>) -> Self {
        let terms = encoder.terms().into_iter().map(|term| term.name).collect();
        KMeans { encoder, terms, centroids: centroids.rows().into_iter().map(|row| row.to_vec()).collect() }
    }

    /// The nearest centroid (the first on a tie) of each sample and the Euclidean distance
    /// to it, in the encoder's units. Columns are found by name.
    ///
    /// # Errors
    /// Columns that do not fit the model.
    pub fn assign(&self, features: &[Column]) -> Result<Vec<(usize, f64)>, ModelError> {
        let x = self.encoder.transform(features)?;
        Ok((0..x.nrows()).into_par_iter().map(|row| self.nearest(x.row(row))).collect())
    }

    /// The Euclidean distance from one encoded sample to each centroid.
    pub fn distances(&self, x: ArrayView1<f64>) -> Vec<f64> {
        let distance = |centroid: &Vec<f64>| centroid.iter().zip(x).map(|(c, x)| (x - c).powi(2)).sum::<f64>().sqrt();
        self.centroids.iter().map(distance).collect()
    }

    fn nearest(&self, x: ArrayView1<f64>) -> (usize, f64) {
        let distances = self.distances(x);
        let nearest = (0..distances.len()).reduce(|best, i| if distances[i] < distances[best] { i } else { best });
        nearest.map_or((0, f64::NAN), |cluster| (cluster, distances[cluster]))
    }

    /// Whether a model read from a file can be one that a fit made.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn check(&self) -> Result<(), ModelError> {
        self.encoder.check()?;
        let named = self.encoder.terms().iter().map(|term| &term.name).eq(&self.terms);
        let sound = |centroid: &Vec<f64>| centroid.len() == self.terms.len() && centroid.iter().all(|v| v.is_finite());
        if named && !self.centroids.is_empty() && self.centroids.iter().all(sound) {
            return Ok(());
        }
        Err(ModelError::Damaged { fault: "its centroids do not fit its terms".to_owned() })
    }
}

/// Rows of an encoded matrix back in the data's own units: standardised columns are
/// stretched and shifted again, indicators stay as they are.
pub fn in_own_units(encoder: &Encoder, rows: ArrayView2<f64>) -> Vec<Vec<f64>> {
    let scales = scales(encoder);
    let back = |row: ArrayView1<f64>| row.iter().zip(&scales).map(|(v, (center, scale))| v * scale + center).collect();
    rows.rows().into_iter().map(back).collect()
}

/// The way back: points in the data's own units, one number a term, as rows of an encoded matrix.
pub fn in_encoders_units(encoder: &Encoder, points: &[Vec<f64>]) -> Array2<f64> {
    let scales = scales(encoder);
    let of = |(i, j): (usize, usize)| (points[i][j] - scales[j].0) / scales[j].1;
    Array2::from_shape_fn((points.len(), scales.len()), of)
}

/// The centre and the scale of each term.
fn scales(encoder: &Encoder) -> Vec<(f64, f64)> {
    let scale_of = |column: usize| match encoder.columns[column].kind {
        ColumnEncoding::Numeric { center, scale, .. } => (center, scale),
        ColumnEncoding::Categorical { .. } => (0.0, 1.0),
    };
    encoder.terms().iter().map(|term| scale_of(term.column)).collect()
}
