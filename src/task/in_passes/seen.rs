//! What is seen of the cells of a feature, missing ones left out.

use super::moments::ColumnMoments;
use crate::data::read::passes::Cells;
use crate::data::{Column, InPasses, Values};
use crate::engine::{AsNumbers, Sums};

/// Of some samples.
#[derive(Debug, Clone)]
pub(super) enum Seen {
    Numbers(ColumnMoments),
    /// How often each level, in the order of [`InPasses::levels`].
    Words(Vec<usize>),
}

impl Seen {
    /// One a feature, of no sample yet.
    pub fn nothing(data: &InPasses) -> Vec<Seen> {
        let of = |(at, column): (usize, &Column)| match &column.values {
            Values::Numbers(_) => Seen::Numbers(ColumnMoments::about(shift(column))),
            Values::Words { .. } => Seen::Words(vec![0; data.levels[at].len()]),
        };
        data.sketch.features.iter().enumerate().map(of).collect()
    }

    /// Numbers in it.
    pub fn n_values(&self) -> usize {
        match self {
            Seen::Numbers(_) => 6,
            Seen::Words(counts) => counts.len(),
        }
    }

    /// The cell of one more sample.
    pub fn add(&mut self, cells: &Cells, row: usize) {
        match (self, cells) {
            (Seen::Numbers(moments), Cells::Numbers(cells)) => moments.add(cells[row]),
            (Seen::Words(counts), Cells::Codes(codes)) => {
                if let Some(count) = counts.get_mut(codes[row] as usize) {
                    *count += 1;
                }
            }
            _ => unreachable!("a column keeps its kind"),
        }
    }
}

impl Sums for Seen {
    fn absorb(&mut self, later: Self) {
        match (self, later) {
            (Seen::Numbers(moments), Seen::Numbers(later)) => moments.absorb(later),
            (Seen::Words(counts), Seen::Words(later)) => counts.absorb(later),
            _ => unreachable!("a column keeps its kind"),
        }
    }
}

impl AsNumbers for Seen {
    fn put(&self, numbers: &mut Vec<f64>) {
        match self {
            Seen::Numbers(moments) => (true, *moments).put(numbers),
            Seen::Words(counts) => (false, counts.clone()).put(numbers),
        }
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        Some(match bool::take(numbers)? {
            true => Seen::Numbers(ColumnMoments::take(numbers)?),
            false => Seen::Words(Vec::take(numbers)?),
        })
    }
}

/// Near the mean, so that squares about it lose no digits.
pub(super) fn shift(column: &Column) -> f64 {
    let Values::Numbers(cells) = &column.values else { return 0.0 };
    crate::math::mean_and_deviation(cells.iter().copied()).map_or(0.0, |(mean, _)| mean)
}
