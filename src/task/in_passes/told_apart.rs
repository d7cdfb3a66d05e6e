//! What a pass over clustered samples adds up: how many, which labels, and what is particular.

use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use super::samples::Samples;
use super::seen::SampleStatistics;
use crate::data::InPasses;
use crate::engine::{Nearest, Sums, as_numbers, total_of};
use crate::task::cluster::{Profile, profile};
use ndarray::Array2;

/// What is known of the clusters.
pub(super) struct ToldApart {
    pub sizes: Vec<usize>,
    /// `(k, n_values)` of the labels that clusters are compared with.
    pub table: Array2<usize>,
    pub profiles: Vec<Profile>,
    /// Deviations of the numeric columns.
    pub spreads: Vec<(f64, String)>,
}

/// What is seen of each cluster.
#[derive(Clone)]
pub(super) struct Clusters {
    table: Array2<usize>,
    sizes: Vec<usize>,
    features: Vec<Vec<SampleStatistics>>, // (k, n_features)
}

as_numbers!(Clusters { table, sizes, features });

impl Sums for Clusters {
    fn absorb(&mut self, later: Self) {
        self.table += &later.table;
        self.sizes.absorb(later.sizes);
        self.features.absorb(later.features);
    }
}

/// What is seen of the samples nearest to each centroid.
pub(super) struct ClusterProfiles {
    nearest: Nearest,
    k: usize,
    /// Of the labels that clusters are compared with.
    n_values: usize,
    /// Of each feature, of no sample.
    nothing: Vec<SampleStatistics>,
}

as_numbers!(ClusterProfiles { nearest, k, n_values, nothing });

impl PartAggregate for ClusterProfiles {
    const NAME: &'static str = "cluster_profiles";
    type State = Clusters;

    fn zero(&self) -> Clusters {
        let (k, table) = (self.k, Array2::zeros((self.k, self.n_values)));
        Clusters { table, sizes: vec![0; k], features: vec![self.nothing.clone(); k] }
    }

    fn add(&self, sums: &mut Clusters, part: &SamplePart) {
        let clusters = self.nearest.clusters(part.encoded.x);
        for (at, (&cluster, row)) in clusters.iter().zip(part.rows.clone()).enumerate() {
            sums.sizes[cluster] += 1;
            if let Some(&value) = part.encoded.y.get(at) {
                sums.table[[cluster, value as usize]] += 1;
            }
            sums.features[cluster].iter_mut().zip(part.cells).for_each(|(seen, cells)| seen.add(cells, row));
        }
    }
}

/// One pass that tells what each cluster is like, and how the clusters lie to the column beside them.
pub(super) fn tell_apart(
    data: &InPasses,
    samples: &Samples,
    nearest: &Nearest,
    k: usize,
    n_values: usize,
) -> ToldApart {
    let profiles = ClusterProfiles { nearest: nearest.clone(), k, n_values, nothing: SampleStatistics::nothing(data) };
    let found = samples.aggregate(&profiles);
    let mut spreads = Vec::new();
    let mut traits: Vec<Vec<_>> = vec![Vec::new(); k];
    for (at, column) in data.sketch.features.iter().enumerate() {
        let each: Vec<&SampleStatistics> = found.features.iter().map(|features| &features[at]).collect();
        let all = total_of(each.iter().copied().cloned()).expect("one cluster or more");
        let whole = match &all {
            SampleStatistics::Numbers(all) => all.mean().map(|mean| (mean, all.deviation())),
            SampleStatistics::Words(_) => None,
        };
        spreads.extend(whole.map(|(_, deviation)| (deviation, column.name.clone())));
        for (traits, seen) in traits.iter_mut().zip(each) {
            match (seen, &all, whole) {
                (SampleStatistics::Numbers(of), _, Some(whole)) => {
                    traits.extend(of.mean().map(|mean| profile::of_means(&column.name, mean, whole)));
                }
                (SampleStatistics::Words(within), SampleStatistics::Words(all), _) => {
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
