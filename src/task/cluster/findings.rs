//! What is worth saying about a clustering.

use super::ClusterOptions;
use crate::data::{Dataset, Values};
use crate::engine::KMeansFit;
use crate::math::mean_and_deviation;
use crate::task::finding::{Finding, MIXED_SCALES, WEAK_SILHOUETTE};
use crate::task::summary;

/// All findings, the gravest first.
pub(super) fn of(
    data: &Dataset,
    options: &ClusterOptions,
    fit: &KMeansFit,
    silhouette: Option<f64>,
    sampled: Option<&[usize]>,
) -> Vec<Finding> {
    let spread = |column: &crate::data::Column| match &column.values {
        Values::Numbers(cells) => mean_and_deviation(cells.iter().copied()).map(|(_, std)| (std, column.name.clone())),
        Values::Words { .. } => None,
    };
    let spreads = data.features.iter().filter_map(spread).collect();
    let gaps = summary::imputed(data);
    of_spreads(data, options, fit, silhouette, (spreads, gaps, sampled.map(<[usize]>::len)))
}

/// The same where the deviations of the numeric columns, what is to be said of missing cells, and the number
/// of samples behind the silhouette, if not all, are known.
pub(in crate::task) fn of_spreads(
    data: &Dataset,
    options: &ClusterOptions,
    fit: &KMeansFit,
    silhouette: Option<f64>,
    (spreads, gaps, n_sampled): (Vec<(f64, String)>, Option<Finding>, Option<usize>),
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !fit.converged {
        findings.push(Finding::NotConverged { iterations: Some(fit.iterations) });
    }
    if !options.standardize {
        findings.extend(mixed_scales(spreads));
    }
    if let Some(silhouette) = silhouette.filter(|&s| s < WEAK_SILHOUETTE) {
        findings.push(Finding::WeakStructure { silhouette });
    }
    let categorical = data.features.iter().filter(|column| !column.is_numeric());
    let columns: Vec<String> = categorical.map(|column| column.name.clone()).collect();
    if !columns.is_empty() {
        findings.push(Finding::CategoricalDistances { columns });
    }
    findings.extend(gaps);
    if let Some(n_used) = n_sampled {
        findings.push(Finding::SilhouetteSampled { n_used });
    }
    findings
}

/// The numeric columns of the largest and the smallest spread, if they are far apart.
fn mixed_scales(spreads: Vec<(f64, String)>) -> Option<Finding> {
    let spreads = || spreads.iter().filter(|&(std, _)| *std > 0.0).cloned();
    let (wide_std, wide) = spreads().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (narrow_std, narrow) = spreads().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let far_apart = wide_std / narrow_std >= MIXED_SCALES;
    far_apart.then_some(Finding::MixedScales { wide, wide_std, narrow, narrow_std })
}
