//! What a pass over clustered samples adds up: how many, which labels, and what is particular.

use super::encoder::shift;
use super::samples::Samples;
use crate::data::read::passes::{Cells, RowPiece};
use crate::data::{InPasses, Values};
use crate::engine::{Nearest, Piece};
use crate::task::cluster::{Profile, profile};
use ndarray::Array2;
use std::ops::Range;
use std::sync::Mutex;

/// What is known of the clusters.
pub(super) struct ToldApart {
    pub sizes: Vec<usize>,
    /// `(k, n_values)` of the labels that clusters are held against.
    pub table: Array2<usize>,
    pub profiles: Vec<Profile>,
    /// Deviations of the numeric columns.
    pub spreads: Vec<(f64, String)>,
}

/// Sums over the cells of one feature, one a cluster.
#[derive(Clone)]
enum Cluster {
    /// How many, their sum and their squares, about a shift.
    Number([f64; 3]),
    /// How often each level.
    Words(Vec<usize>),
}

#[derive(Clone)]
struct Counted {
    sizes: Vec<usize>,
    table: Array2<usize>,
    features: Vec<Vec<Cluster>>, // (n_features, k)
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
    let shifts: Vec<f64> = features.iter().map(shift).collect();
    let blank = |(at, column): (usize, &crate::data::Column)| match &column.values {
        Values::Numbers(_) => vec![Cluster::Number([0.0; 3]); k],
        Values::Words { .. } => vec![Cluster::Words(vec![0; data.levels[at].len()]); k],
    };
    let zero = Counted {
        sizes: vec![0; k],
        table: Array2::zeros((k, n_values)),
        features: features.iter().enumerate().map(blank).collect(),
    };
    let lanes: Vec<Mutex<Option<Counted>>> = samples.lanes.iter().map(|_| Mutex::new(None)).collect();
    let see = |lane: usize, piece: Piece, cells: &RowPiece, part: Range<usize>| {
        let clusters = nearest.clusters(piece.x);
        let mut place = lanes[lane].lock().expect("no thread has panicked");
        place.get_or_insert_with(|| zero.clone()).add(&clusters, piece.y, cells, part, &shifts);
    };
    samples.each(see, |_| {});
    let mut total = zero.clone();
    lanes
        .into_iter()
        .filter_map(|lane| lane.into_inner().expect("no thread has panicked"))
        .for_each(|lane| total.absorb(lane));
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

impl Counted {
    fn add(&mut self, clusters: &[usize], y: &[f64], cells: &RowPiece, part: Range<usize>, shifts: &[f64]) {
        for (row, &cluster) in clusters.iter().enumerate() {
            self.sizes[cluster] += 1;
            if let Some(&value) = y.get(row) {
                self.table[[cluster, value as usize]] += 1;
            }
        }
        for ((feature, cells), shift) in self.features.iter_mut().zip(&cells.columns).zip(shifts) {
            for (&cluster, row) in clusters.iter().zip(part.clone()) {
                match (&mut feature[cluster], cells) {
                    (Cluster::Number([n, sum, squares]), Cells::Numbers(cells)) if !cells[row].is_nan() => {
                        let d = cells[row] - shift;
                        (*n, *sum, *squares) = (*n + 1.0, *sum + d, *squares + d * d);
                    }
                    (Cluster::Words(counts), Cells::Codes(codes)) => {
                        if let Some(count) = counts.get_mut(codes[row] as usize) {
                            *count += 1;
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    fn absorb(&mut self, later: Counted) {
        self.sizes.iter_mut().zip(later.sizes).for_each(|(sum, n)| *sum += n);
        self.table += &later.table;
        for (own, later) in self.features.iter_mut().flatten().zip(later.features.iter().flatten()) {
            own.absorb(later);
        }
    }
}

impl Cluster {
    fn absorb(&mut self, later: &Cluster) {
        match (self, later) {
            (Cluster::Number(sums), Cluster::Number(more)) => (0..3).for_each(|i| sums[i] += more[i]),
            (Cluster::Words(counts), Cluster::Words(more)) => {
                counts.iter_mut().zip(more).for_each(|(sum, n)| *sum += n);
            }
            _ => {}
        }
    }
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
