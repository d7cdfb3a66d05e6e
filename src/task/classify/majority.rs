//! Answers that do not look at the sample: the most frequent class, and the classes' shares.

use super::result::MajorityBaseline;
use crate::data::Labels;
use crate::eval::probability;
use crate::task::cross_validation;
use ndarray::Array2;

/// The most frequent class, the first one on a tie; and the classes' shares as probabilities, each
/// division's `(n_samples, n_classes)`, or those of all samples where nothing was held out.
pub(in crate::task) fn majority(labels: &Labels, shares: Option<&[Array2<f64>]>) -> MajorityBaseline {
    let class = labels.majority();
    let shares = shares.map_or_else(|| vec![shares_of_all(labels)], <[_]>::to_vec);
    let losses = cross_validation::log_losses(&labels.codes, &shares);
    let n_certainly_wrong = |one: &Array2<f64>| probability::n_certainly_wrong(&labels.codes, one.view());
    MajorityBaseline {
        n_certainly_wrong: Some(shares.iter().map(n_certainly_wrong).sum()),
        log_loss: losses.iter().sum::<f64>() / losses.len() as f64,
        class: labels.classes[class].clone(),
        accuracy: labels.counts()[class] as f64 / labels.codes.len() as f64,
    }
}

/// The same of classes that were counted, for whose shares somebody else has the log-loss.
pub(in crate::task) fn majority_of(classes: &[String], counts: &[usize], log_loss: f64) -> MajorityBaseline {
    let class = (0..counts.len()).reduce(|best, c| if counts[c] > counts[best] { c } else { best }).unwrap_or(0);
    let accuracy = counts[class] as f64 / counts.iter().sum::<usize>() as f64;
    MajorityBaseline { class: classes[class].clone(), accuracy, log_loss, n_certainly_wrong: None }
}

/// The classes' shares among all samples, for each of them, `(n_samples, n_classes)`.
pub(in crate::task) fn shares_of_all(labels: &Labels) -> Array2<f64> {
    let (n, counts) = (labels.codes.len(), labels.counts());
    Array2::from_shape_fn((n, counts.len()), |(_, class)| counts[class] as f64 / n as f64)
}
