//! k-means beside the others: groups found without the answers, and named by them afterwards.

use crate::data::encode::Kind;
use crate::data::{Column, EncodeOptions, Encoder, Labels};
use crate::engine::{self, EngineChoice, KMeansOptions, Needs};
use crate::model::{KMeans, ModelError};
use crate::rng::Seed;
use crate::task::TaskError;
use ndarray::Array2;

/// A clustering, and what classes its clusters turned out to hold.
pub(super) struct Clusters {
    pub model: KMeans,
    /// Samples of each class in each cluster, `(k, n_classes)`.
    pub counts: Vec<Vec<usize>>,
}

impl Clusters {
    /// As many clusters as classes, fewer if there are not so many distinct samples. Numeric
    /// columns are standardised, so that no unit decides alone. The labels are counted when
    /// all is done.
    ///
    /// # Errors
    /// Columns that cannot be encoded; those of the engine.
    pub fn fit(features: &[Column], labels: &Labels, seed: u64) -> Result<Clusters, TaskError> {
        let options = EncodeOptions { standardize: true, impute: true, ..EncodeOptions::default() };
        let encoder = Encoder::fit(features, options)?;
        let x = encoder.transform(features)?;
        let k = labels.classes.len().min(engine::distinct_rows(x.view(), labels.classes.len())).max(1);
        let engine = engine::choose(EngineChoice::Native, x.nrows(), x.ncols(), Needs::default());
        let options = KMeansOptions { seed: Seed(seed), ..KMeansOptions::new(k) };
        let fit = engine.kmeans(x.view(), &options).map_err(|e| TaskError::from_engine(e, &encoder.terms()))?;
        let mut counts = vec![vec![0; labels.classes.len()]; k];
        fit.labels.iter().zip(&labels.codes).for_each(|(&cluster, &class)| counts[cluster][class] += 1);
        Ok(Clusters { model: KMeans::new(encoder, fit.centroids.view()), counts })
    }

    /// The numbers of all centroids.
    pub fn n_params(&self) -> usize {
        self.model.centroids.iter().map(Vec::len).sum()
    }

    /// The distances from each sample to each centroid, `(n_samples, k)`, over the features
    /// that are known of it and not in `hidden`.
    pub fn distances(&self, columns: &[Column], hidden: Option<usize>) -> Result<Vec<Vec<f64>>, ModelError> {
        let x = self.model.encoder.transform(columns)?;
        let terms = self.model.encoder.terms();
        let of_feature: Vec<Option<&Column>> =
            self.model.encoder.columns.iter().map(|c| columns.iter().find(|column| column.name == c.name)).collect();
        let known = |row: usize, feature: usize| {
            Some(feature) != hidden && of_feature[feature].is_some_and(|column| !column.is_missing(row))
        };
        let distance = |row: usize, centroid: &Vec<f64>| {
            let term = |(t, c): (usize, &f64)| {
                if known(row, terms[t].column) { (x[[row, t]] - c).powi(2) } else { 0.0 }
            };
            centroid.iter().enumerate().map(term).sum::<f64>().sqrt()
        };
        Ok((0..x.nrows()).map(|row| self.model.centroids.iter().map(|c| distance(row, c)).collect()).collect())
    }

    /// `P(class | cluster)` by Laplace's rule, `(n_samples, n_classes)`: the only use that is
    /// made of the labels.
    pub fn predict_proba(&self, columns: &[Column]) -> Result<Array2<f64>, ModelError> {
        let n_classes = self.counts.first().map_or(0, Vec::len);
        let distances = self.distances(columns, None)?;
        Ok(Array2::from_shape_fn((distances.len(), n_classes), |(row, class)| {
            self.class_share(nearest(&distances[row]), class)
        }))
    }

    /// `(n_cy + 1) / (n_c + n_classes)`.
    pub fn class_share(&self, cluster: usize, class: usize) -> f64 {
        let counts = &self.counts[cluster];
        (counts[class] as f64 + 1.0) / (counts.iter().sum::<usize>() as f64 + counts.len() as f64)
    }

    /// What a centroid is like in one feature: its levels with their shares, or its mean.
    pub fn centre(&self, cluster: usize, feature: usize) -> Centre {
        let encoder = &self.model.encoder;
        let terms = encoder.terms();
        let own = terms.iter().zip(&self.model.centroids[cluster]).filter(|(term, _)| term.column == feature);
        match &encoder.columns[feature].kind {
            Kind::Numeric { center, scale, .. } => {
                Centre::Mean(own.map(|(_, value)| value * scale + center).next().unwrap_or(f64::NAN))
            }
            Kind::Categorical { .. } => {
                Centre::Shares(own.filter_map(|(term, &share)| Some((term.level.clone()?, share))).collect())
            }
        }
    }
}

/// What a centroid is like in one feature.
pub(super) enum Centre {
    Mean(f64),
    /// Each level and the share of the cluster's samples that have it.
    Shares(Vec<(String, f64)>),
}

/// The nearest of some centroids, the first on a tie.
pub(super) fn nearest(distances: &[f64]) -> usize {
    (0..distances.len()).reduce(|best, i| if distances[i] < distances[best] { i } else { best }).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_one_point_whatever_its_sign() {
        let x = Column::numbers("x", [0.0, -0.0, 0.0, -0.0]);
        let ripe = Column::words("好瓜", [Some("是"), Some("否"), Some("是"), Some("否")]);
        let clusters = Clusters::fit(&[x], &Labels::from_column(&ripe).unwrap(), 1).unwrap();
        assert_eq!(clusters.counts, [[2, 2]]);
    }
}
