//! Fitting naive Bayes is counting and averaging.

use super::{Feature, Likelihood, NaiveBayes, Table};
use crate::data::table::{MISSING, by_name};
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
        if !(alpha.is_finite() && alpha >= 0.0) {
            return Err(ModelError::InvalidAlpha { alpha });
        }
        if labels.codes.is_empty() {
            return Err(ModelError::NoSamples);
        }
        if let [class] = labels.classes.as_slice() {
            return Err(ModelError::OneClass { class: class.clone() });
        }
        let fit_one = |column: &Column| {
            let likelihood = match &column.values {
                Values::Numbers(cells) => gaussian(&column.name, cells, labels)?,
                Values::Words { levels, codes } => categorical(&column.name, levels, codes, labels, alpha)?,
            };
            Ok(Feature { name: column.name.clone(), likelihood })
        };
        Ok(NaiveBayes {
            target: labels.target.clone(),
            classes: labels.classes.clone(),
            alpha,
            priors: smoothed(&labels.counts(), alpha),
            features: features.iter().map(fit_one).collect::<Result<_, ModelError>>()?,
        })
    }
}

/// `(n_i + alpha) / sum_j (n_j + alpha)`: Laplace's rule. All equal if nothing was seen and
/// nothing is taken to have been.
fn smoothed(counts: &[usize], alpha: f64) -> Vec<f64> {
    let total = counts.iter().sum::<usize>() as f64 + alpha * counts.len() as f64;
    let share = |&count: &usize| if total > 0.0 { (count as f64 + alpha) / total } else { 1.0 / counts.len() as f64 };
    counts.iter().map(share).collect()
}

fn categorical(
    name: &str,
    levels: &[String],
    codes: &[u32],
    labels: &Labels,
    alpha: f64,
) -> Result<Likelihood, ModelError> {
    if levels.is_empty() {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    }
    // In the order of their names, so that the rows' order does not matter.
    let mut sorted: Vec<usize> = (0..levels.len()).collect();
    sorted.sort_by(|&a, &b| by_name(&levels[a], &levels[b]));
    let mut counts = vec![vec![0; levels.len()]; labels.classes.len()];
    for (&code, &class) in codes.iter().zip(&labels.codes).filter(|(code, _)| **code != MISSING) {
        counts[class][code as usize] += 1;
    }
    let in_order = |counts: &Vec<usize>| sorted.iter().map(|&level| counts[level]).collect::<Vec<_>>();
    let counts: Vec<Vec<usize>> = counts.iter().map(in_order).collect();
    Ok(Likelihood::Categorical(Table {
        levels: sorted.iter().map(|&level| levels[level].clone()).collect(),
        probabilities: counts.iter().map(|counts| smoothed(counts, alpha)).collect(),
        counts,
    }))
}

fn gaussian(name: &str, cells: &[f64], labels: &Labels) -> Result<Likelihood, ModelError> {
    if let Some(row) = cells.iter().position(|cell| cell.is_infinite()) {
        return Err(EncodeError::NotFinite { column: name.to_owned(), place: Place::Row(row) }.into());
    }
    let present = |class: Option<usize>| -> Vec<f64> {
        let of =
            cells.iter().zip(&labels.codes).filter(|(cell, code)| !cell.is_nan() && class.is_none_or(|c| c == **code));
        of.map(|(cell, _)| *cell).collect()
    };
    let (whole_mean, whole_sd) = moments(&present(None));
    let Some(whole_mean) = whole_mean else {
        return Err(EncodeError::NoValues { column: name.to_owned() }.into());
    };
    let (mut means, mut std_devs, mut borrowed) = (Vec::new(), Vec::new(), Vec::new());
    for class in 0..labels.classes.len() {
        let (mean, sd) = moments(&present(Some(class)));
        means.push(mean.unwrap_or(whole_mean));
        std_devs.push(sd.or(whole_sd).unwrap_or(0.0));
        if sd.is_none() {
            borrowed.push(class);
        }
    }
    if std_devs.iter().any(|sd| sd.is_infinite()) {
        return Err(ModelError::TooSpread { column: name.to_owned() });
    }
    Ok(Likelihood::Gaussian { means, std_devs, borrowed })
}

/// Mean, `1/n sum x`, and sample standard deviation, `sqrt(1/(n-1) sum (x - mean)²)`; the
/// latter is `None` without two different values, the mean without any.
fn moments(cells: &[f64]) -> (Option<f64>, Option<f64>) {
    let Some(&first) = cells.first() else { return (None, None) };
    if cells.iter().all(|&cell| cell == first) {
        return (Some(first), None);
    }
    let n = cells.len() as f64;
    let (mean, deviation) = mean_and_deviation(cells.iter().copied()).expect("there is a first cell");
    (Some(mean), Some(deviation * (n / (n - 1.0)).sqrt()).filter(|sd| *sd > 0.0))
}
