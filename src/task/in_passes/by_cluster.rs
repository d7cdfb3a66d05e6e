//! What is counted in every cluster, as a question.

use super::of_cells::OfCells;
use crate::data::read::passes::{Cells, RowPiece};
use crate::engine::{Nearest, Numbers, Piece, Sums};
use ndarray::Array2;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Sums over the cells of one feature, one a cluster.
#[derive(Debug, Clone)]
pub(super) enum Cluster {
    /// How many, their sum and their squares, about a shift.
    Number([f64; 3]),
    /// How often each level.
    Words(Vec<usize>),
}

#[derive(Debug, Clone)]
pub(super) struct Counted {
    pub sizes: Vec<usize>,
    pub table: Array2<usize>,
    pub features: Vec<Vec<Cluster>>, // (n_features, k)
}

/// The question.
#[derive(Serialize, Deserialize)]
pub(super) struct ByCluster {
    pub nearest: Nearest,
    pub k: usize,
    /// Of the labels that clusters are held against.
    pub n_values: usize,
    /// Of each feature the levels; `None` of one that is a number.
    pub n_levels: Vec<Option<usize>>,
    /// Near the mean of each.
    pub shifts: Vec<f64>,
}

impl OfCells for ByCluster {
    const NAME: &'static str = "by-cluster";
    type Sums = Counted;

    fn zero(&self) -> Counted {
        let blank = |n_levels: &Option<usize>| match n_levels {
            None => vec![Cluster::Number([0.0; 3]); self.k],
            Some(n_levels) => vec![Cluster::Words(vec![0; *n_levels]); self.k],
        };
        Counted {
            sizes: vec![0; self.k],
            table: Array2::zeros((self.k, self.n_values)),
            features: self.n_levels.iter().map(blank).collect(),
        }
    }

    fn add(&self, sums: &mut Counted, piece: &Piece, cells: &RowPiece, part: Range<usize>) {
        let clusters = self.nearest.clusters(piece.x);
        sums.add(&clusters, piece.y, cells, part, &self.shifts);
    }
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
}

impl Sums for Counted {
    fn absorb(&mut self, later: Self) {
        self.sizes.iter_mut().zip(later.sizes).for_each(|(sum, n)| *sum += n);
        self.table += &later.table;
        for (own, later) in self.features.iter_mut().flatten().zip(later.features.iter().flatten()) {
            own.absorb(later);
        }
    }
}

impl Cluster {
    /// Adds what was counted in later samples.
    pub fn absorb(&mut self, later: &Cluster) {
        match (self, later) {
            (Cluster::Number(sums), Cluster::Number(more)) => (0..3).for_each(|i| sums[i] += more[i]),
            (Cluster::Words(counts), Cluster::Words(more)) => {
                counts.iter_mut().zip(more).for_each(|(sum, n)| *sum += n);
            }
            _ => {}
        }
    }
}

impl Numbers for Counted {
    fn into_numbers(self) -> Vec<f64> {
        let sizes = self.sizes.iter().map(|&n| n as f64);
        let mut numbers: Vec<f64> = sizes.chain(self.table.iter().map(|&n| n as f64)).collect();
        for cluster in self.features.iter().flatten() {
            match cluster {
                Cluster::Number(sums) => numbers.extend(sums),
                Cluster::Words(counts) => numbers.extend(counts.iter().map(|&n| n as f64)),
            }
        }
        numbers
    }

    fn of_numbers(mut zero: Self, numbers: &[f64]) -> Self {
        let mut numbers = numbers.iter().copied();
        let mut next = || numbers.next().unwrap_or(0.0);
        zero.sizes.iter_mut().chain(&mut zero.table).for_each(|n| *n = next() as usize);
        for cluster in zero.features.iter_mut().flatten() {
            match cluster {
                Cluster::Number(sums) => sums.iter_mut().for_each(|sum| *sum = next()),
                Cluster::Words(counts) => counts.iter_mut().for_each(|n| *n = next() as usize),
            }
        }
        zero
    }
}
