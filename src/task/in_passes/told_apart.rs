//! What a pass over clustered samples adds up: how many, which labels, and what is particular.

use super::by_cluster::{ByCluster, Cluster};
use super::encoder::shift;
use super::samples::Samples;
use crate::data::{InPasses, Values};
use crate::engine::Nearest;
use crate::task::cluster::{Profile, profile};
use ndarray::Array2;

/// What is known of the clusters.
pub(super) struct ToldApart {
    pub sizes: Vec<usize>,
    /// `(k, n_values)` of the labels that clusters are held against.
    pub table: Array2<usize>,
    pub profiles: Vec<Profile>,
    /// Deviations of the numeric columns.
    pub spreads: Vec<(f64, String)>,
}

/// One pass.
pub(super) fn tell_apart(
    data: &InPasses,
    samples: &Samples,
    nearest: &Nearest,
    k: usize,
    n_values: usize,
) -> ToldApart {
    let features = &data.sketch.features;
    let n_levels = |(at, column): (usize, &crate::data::Column)| match &column.values {
        Values::Numbers(_) => None,
        Values::Words { .. } => Some(data.levels[at].len()),
    };
    let shifts: Vec<f64> = features.iter().map(shift).collect();
    let n_levels = features.iter().enumerate().map(n_levels).collect();
    let question = ByCluster { nearest: nearest.clone(), k, n_values, n_levels, shifts: shifts.clone() };
    let total = samples.of_cells(&question);
    let mut spreads = Vec::new();
    let mut traits: Vec<Vec<_>> = vec![Vec::new(); k];
    for (at, (column, clusters)) in features.iter().zip(&total.features).enumerate() {
        match overall(clusters) {
            Cluster::Number(all) => {
                let Some(whole) = moments(all, shifts[at]) else { continue };
                spreads.push((whole.1, column.name.clone()));
                for (traits, cluster) in traits.iter_mut().zip(clusters) {
                    let Cluster::Number(sums) = cluster else { continue };
                    traits.extend(
                        moments(*sums, shifts[at]).map(|(mean, _)| profile::of_means(&column.name, mean, whole)),
                    );
                }
            }
            Cluster::Words(all) => {
                let levels: Vec<String> = data.levels[at].iter().map(|level| level.name.clone()).collect();
                for (traits, cluster) in traits.iter_mut().zip(clusters) {
                    let Cluster::Words(within) = cluster else { continue };
                    traits.extend(profile::of_counts(&column.name, &levels, within, &all));
                }
            }
        }
    }
    let profiles = traits.into_iter().enumerate().map(|(cluster, traits)| profile::ordered(cluster, traits)).collect();
    ToldApart { sizes: total.sizes, table: total.table, profiles, spreads }
}

fn overall(clusters: &[Cluster]) -> Cluster {
    let mut total = clusters[0].clone();
    clusters[1..].iter().for_each(|cluster| total.absorb(cluster));
    total
}

/// Mean and population deviation; `None` without a cell.
fn moments([n, sum, squares]: [f64; 3], shift: f64) -> Option<(f64, f64)> {
    (n > 0.0).then(|| (shift + sum / n, (squares / n - (sum / n) * (sum / n)).max(0.0).sqrt()))
}
