//! What a pass over clustered samples adds up: how many, which labels, and what is particular.

use super::samples::{Part, Samples};
use super::seen::Seen;
use crate::data::InPasses;
use crate::engine::{Nearest, Sums, total_of};
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

/// What is seen of each cluster.
#[derive(Clone)]
struct Clusters {
    table: Array2<usize>,
    sizes: Vec<usize>,
    features: Vec<Vec<Seen>>, // (k, n_features)
}

impl Sums for Clusters {
    fn absorb(&mut self, later: Self) {
        self.table += &later.table;
        self.sizes.absorb(later.sizes);
        self.features.absorb(later.features);
    }
}

impl Clusters {
    fn add(&mut self, nearest: &Nearest, part: &Part) {
        let clusters = nearest.clusters(part.encoded.x);
        for (at, (&cluster, row)) in clusters.iter().zip(part.rows.clone()).enumerate() {
            self.sizes[cluster] += 1;
            if let Some(&value) = part.encoded.y.get(at) {
                self.table[[cluster, value as usize]] += 1;
            }
            self.features[cluster].iter_mut().zip(part.cells).for_each(|(seen, cells)| seen.add(cells, row));
        }
    }
}

/// One pass.
pub(super) fn tell_apart(
    data: &InPasses,
    samples: &Samples,
    nearest: &Nearest,
    k: usize,
    n_values: usize,
) -> ToldApart {
    let zero =
        Clusters { table: Array2::zeros((k, n_values)), sizes: vec![0; k], features: vec![Seen::nothing(data); k] };
    let found = samples.sum(|| zero.clone(), |sums, part| sums.add(nearest, part));
    let mut spreads = Vec::new();
    let mut traits: Vec<Vec<_>> = vec![Vec::new(); k];
    for (at, column) in data.sketch.features.iter().enumerate() {
        let each: Vec<&Seen> = found.features.iter().map(|features| &features[at]).collect();
        let all = total_of(each.iter().copied().cloned()).expect("one cluster or more");
        let whole = match &all {
            Seen::Numbers(all) => all.mean().map(|mean| (mean, all.deviation())),
            Seen::Words(_) => None,
        };
        spreads.extend(whole.map(|(_, deviation)| (deviation, column.name.clone())));
        for (traits, seen) in traits.iter_mut().zip(each) {
            match (seen, &all, whole) {
                (Seen::Numbers(of), _, Some(whole)) => {
                    traits.extend(of.mean().map(|mean| profile::of_means(&column.name, mean, whole)));
                }
                (Seen::Words(within), Seen::Words(all), _) => {
                    let levels: Vec<String> = data.levels[at].iter().map(|level| level.name.clone()).collect();
                    traits.extend(profile::of_counts(&column.name, &levels, within, all));
                }
                _ => {}
            }
        }
    }
    let profiles = traits.into_iter().enumerate().map(|(cluster, traits)| profile::ordered(cluster, traits)).collect();
    ToldApart { sizes: found.sizes, table: found.table, profiles, spreads }
}
