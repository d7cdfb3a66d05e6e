//! k-means beside the others: groups found without the answers, and named by them afterwards.

use crate::data::encode::ColumnEncoding;
use crate::data::{Column, EncodeOptions, Encoder, Feature, Labels};
use crate::engine::{self, EngineChoice, KMeansOptions, Needs};
use crate::math;
use crate::model::{Classifier, Explanation, FeatureModel, Gaps, Guess, KMeans, ModelError};
use crate::rng::Seed;
use crate::task::TaskError;
use ndarray::Array2;

/// A clustering, and what classes its clusters turned out to hold.
pub(super) struct ClusterClassifier {
    target: String,
    classes: Vec<String>,
    model: KMeans,
    /// Samples of each class in each cluster, `(k, n_classes)`.
    counts: Vec<Vec<usize>>,
}

impl ClusterClassifier {
    /// As many clusters as classes, fewer if there are not so many distinct samples. Numeric
    /// columns are standardised, so that no unit decides alone. The labels are counted when
    /// all is done.
    ///
    /// # Errors
    /// Columns that cannot be encoded; those of the engine.
    pub fn fit(features: &[Column], labels: &Labels, seed: u64) -> Result<ClusterClassifier, TaskError> {
        let options = EncodeOptions { standardize: true, impute: true, ..EncodeOptions::default() };
        let encoder = Encoder::fit(features, options)?;
        let x = encoder.transform(features)?;
        let k = labels.classes.len().min(engine::distinct_rows(x.view(), labels.classes.len())).max(1);
        let engine = engine::choose(EngineChoice::Native, x.nrows(), x.ncols(), Needs::default());
        let options = KMeansOptions { seed: Seed(seed), n_init: Some(10), ..KMeansOptions::new(k) };
        let fit = engine.kmeans(x.view(), &options).map_err(|e| TaskError::from_engine(e, &encoder.terms()))?;
        let mut counts = vec![vec![0; labels.classes.len()]; k];
        fit.labels.iter().zip(&labels.codes).for_each(|(&cluster, &class)| counts[cluster][class] += 1);
        let model = KMeans::new(encoder, fit.centroids.view());
        Ok(ClusterClassifier { target: labels.target.clone(), classes: labels.classes.clone(), model, counts })
    }

    /// The distances from each sample to each centroid, `(n_samples, k)`, over the features
    /// that are known of it and not `hidden`.
    fn distances(&self, columns: &[Column], hidden: Option<usize>) -> Result<Vec<Vec<f64>>, ModelError> {
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

    /// `(n_cy + 1) / (n_c + n_classes)`.
    fn class_share(&self, cluster: usize, class: usize) -> f64 {
        let counts = &self.counts[cluster];
        (counts[class] as f64 + 1.0) / (counts.iter().sum::<usize>() as f64 + counts.len() as f64)
    }

    /// What a centroid is like in one feature: its likeliest level, or its mean.
    fn centre(&self, cluster: usize, feature: usize) -> Guess {
        let encoder = &self.model.encoder;
        let (terms, name) = (encoder.terms(), &encoder.columns[feature].name);
        let own = || terms.iter().zip(&self.model.centroids[cluster]).filter(|(term, _)| term.column == feature);
        if let ColumnEncoding::Numeric { center, scale, .. } = &encoder.columns[feature].kind {
            return Guess::mean(name, own().map(|(_, value)| value * scale + center).next().unwrap_or(f64::NAN));
        }
        let shares: Vec<f64> = own().map(|(_, &share)| share).collect();
        let best = math::argmax(&shares).unwrap_or(0);
        let level = own().nth(best).and_then(|(term, _)| term.level.as_deref());
        Guess::value(name, level.unwrap_or_default(), shares[best])
    }
}

impl Classifier for ClusterClassifier {
    fn target(&self) -> &str {
        &self.target
    }

    fn classes(&self) -> &[String] {
        &self.classes
    }

    fn features(&self) -> Vec<Feature> {
        self.model.encoder.features()
    }

    /// `ln P(class | cluster)`.
    fn log_scores(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        Ok(self.predict_proba(features)?.mapv(f64::ln))
    }

    /// `P(class | cluster)` by Laplace's rule: the only use that is made of the labels.
    fn predict_proba(&self, features: &[Column]) -> Result<Array2<f64>, ModelError> {
        let distances = self.distances(features, None)?;
        Ok(Array2::from_shape_fn((distances.len(), self.classes.len()), |(row, class)| {
            self.class_share(nearest(&distances[row]), class)
        }))
    }

    fn explain(&self, features: &[Column]) -> Result<Explanation, ModelError> {
        let distances = self.distances(features, None)?.remove(0);
        let cluster = nearest(&distances);
        Ok(Explanation::Cluster {
            cluster: cluster + 1,
            size: self.counts[cluster].iter().sum(),
            class_counts: self.counts[cluster].clone(),
            centroid: (0..self.model.encoder.columns.len()).map(|feature| self.centre(cluster, feature)).collect(),
            distances,
        })
    }

    /// The numbers of all centroids.
    fn n_params(&self) -> usize {
        self.model.centroids.iter().map(Vec::len).sum()
    }

    fn gaps(&self) -> Gaps {
        Gaps::LeftOut
    }

    fn is_additive(&self) -> bool {
        false
    }

    fn feature_model(&self) -> Option<&dyn FeatureModel> {
        Some(self)
    }
}

impl FeatureModel for ClusterClassifier {
    /// What the centroid is like that is nearest in the other features.
    fn fill(&self, row: &[Column], hidden: usize) -> Result<Option<Guess>, ModelError> {
        let distances = self.distances(row, Some(hidden))?.remove(0);
        Ok(Some(self.centre(nearest(&distances), hidden)))
    }

    /// The distance to the nearest centroid, negated.
    fn usualness(&self, features: &[Column]) -> Result<Vec<f64>, ModelError> {
        let distances = self.distances(features, None)?;
        Ok(distances.iter().map(|of| -of[nearest(of)]).collect())
    }

    fn is_probability(&self, _row: &[Column]) -> bool {
        false
    }
}

/// The nearest of some centroids, the first on a tie.
fn nearest(distances: &[f64]) -> usize {
    (0..distances.len()).reduce(|best, i| if distances[i] < distances[best] { i } else { best }).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_one_point_whatever_its_sign() {
        let x = Column::numbers("x", [0.0, -0.0, 0.0, -0.0]);
        let ripe = Column::words("好瓜", [Some("是"), Some("否"), Some("是"), Some("否")]);
        let clusters = ClusterClassifier::fit(&[x], &Labels::from_column(&ripe).unwrap(), 1).unwrap();
        assert_eq!(clusters.counts, [[2, 2]]);
    }
}
