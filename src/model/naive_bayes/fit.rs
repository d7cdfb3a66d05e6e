//! Fitting naive Bayes is counting and averaging.

use super::seen::{FeatureStatistics, MeanAndSd, smoothed};
use super::{FeatureLikelihood, NaiveBayes};
use crate::data::table::MISSING;
use crate::data::{Column, EncodeError, Labels, Place, Values};
use crate::math::mean_and_deviation;
use crate::model::ModelError;

impl NaiveBayes {
    /// Fits the features' distributions within each class; `alpha` is the smoothing weight.
    /// Missing cells are left out, each from its own feature only.
    ///
    /// # Errors
    /// No samples; a single class; a class without samples; `alpha` negative or not a
    /// number; a number that is infinite; a column without any value.
    ///
    /// ```
    /// use melon::{data::{Column, Labels}, model::{NaiveBayes, naive_bayes::Likelihood}};
    /// let ripe = Labels::from_column(&Column::words("ripe", ["yes", "yes", "no"].map(Some))).unwrap();
    /// let color = Column::words("color", ["green", "green", "dark"].map(Some));
    /// let model = NaiveBayes::fit(&[color], &ripe, 1.0)?;
    /// assert_eq!(model.priors, [(1.0 + 1.0) / 5.0, (2.0 + 1.0) / 5.0]); // no, yes
    /// let Likelihood::Categorical(table) = &model.features[0].likelihood else { panic!() };
    /// assert_eq!(table.levels, ["dark", "green"]);
    /// assert_eq!(table.probabilities[1], [(0.0 + 1.0) / 4.0, (2.0 + 1.0) / 4.0]); // where ripe
    /// # Ok::<(), melon::model::ModelError>(())
    /// ```
    pub fn fit(features: &[Column], labels: &Labels, alpha: f64) -> Result<NaiveBayes, ModelError> {
        let seen = |column: &Column| {
            let seen = match &column.values {
                Values::Numbers(cells) => numbers(&column.name, cells, labels)?,
                Values::Words { levels, codes } => words(levels, codes, labels),
            };
            Ok((column.name.clone(), seen))
        };
        let features = features.iter().map(seen).collect::<Result<_, ModelError>>()?;
        NaiveBayes::of_seen(&labels.target, &labels.classes, &labels.counts(), features, alpha)
    }

    /// The model of samples of which `counts` are of each class, and of whose features this was seen.
    ///
    /// # Errors
    /// Those of [`NaiveBayes::fit`].
    pub fn of_seen(
        target: &str,
        classes: &[String],
        counts: &[usize],
        features: Vec<(String, FeatureStatistics)>,
        alpha: f64,
    ) -> Result<NaiveBayes, ModelError> {
        if !(alpha.is_finite() && alpha >= 0.0) {
            return Err(ModelError::InvalidAlpha { alpha });
        }
        if counts.iter().sum::<usize>() == 0 {
            return Err(ModelError::NoSamples);
        }
        if let [class] = classes {
            return Err(ModelError::OneClass { class: class.clone() });
        }
        let feature = |(name, seen): (String, FeatureStatistics)| {
            let likelihood = seen.likelihood(&name, alpha)?;
            Ok(FeatureLikelihood { name, likelihood })
        };
        Ok(NaiveBayes {
            target: target.to_owned(),
            classes: classes.to_vec(),
            alpha,
            priors: smoothed(counts, alpha),
            features: features.into_iter().map(feature).collect::<Result<_, ModelError>>()?,
        })
    }
}

/// How many samples of each class have each level.
fn words(levels: &[String], codes: &[u32], labels: &Labels) -> FeatureStatistics {
    let mut counts = vec![vec![0; levels.len()]; labels.classes.len()];
    for (&code, &class) in codes.iter().zip(&labels.codes).filter(|(code, _)| **code != MISSING) {
        counts[class][code as usize] += 1;
    }
    FeatureStatistics::words(levels, &counts)
}

fn numbers(name: &str, cells: &[f64], labels: &Labels) -> Result<FeatureStatistics, ModelError> {
    if let Some(row) = cells.iter().position(|cell| cell.is_infinite()) {
        return Err(EncodeError::NotFinite { column: name.to_owned(), place: Place::Row(row) }.into());
    }
    let of = |class: Option<usize>| {
        let of = cells.iter().zip(&labels.codes);
        let of = of.filter(|(cell, code)| !cell.is_nan() && class.is_none_or(|c| c == **code));
        spread(&of.map(|(cell, _)| *cell).collect::<Vec<f64>>())
    };
    Ok(FeatureStatistics::Numbers {
        whole: of(None),
        of_classes: (0..labels.classes.len()).map(|class| of(Some(class))).collect(),
    })
}

/// Mean, `1/n sum x`, and sample standard deviation, `sqrt(1/(n-1) sum (x - mean)²)`.
fn spread(cells: &[f64]) -> MeanAndSd {
    let Some(&first) = cells.first() else { return MeanAndSd::default() };
    if cells.iter().all(|&cell| cell == first) {
        return MeanAndSd { mean: Some(first), sd: None };
    }
    let n = cells.len() as f64;
    let (mean, deviation) = mean_and_deviation(cells.iter().copied()).expect("there is a first cell");
    MeanAndSd { mean: Some(mean), sd: Some(deviation * (n / (n - 1.0)).sqrt()).filter(|sd| *sd > 0.0) }
}
