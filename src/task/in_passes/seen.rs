//! What is seen of the cells of a feature, missing ones left out.

use super::moments::ColumnMoments;
use crate::data::read::passes::Cells;
use crate::data::{Column, InPasses, Values};
use crate::engine::{AsNumbers, Sums};

/// What is seen of one feature in some samples.
#[derive(Debug, Clone)]
pub(super) enum SampleStatistics {
    Numbers(ColumnMoments),
    /// How often each level, in the order of [`InPasses::levels`].
    Words(Vec<usize>),
}

impl SampleStatistics {
    /// One a feature, of no sample yet.
    pub fn nothing(data: &InPasses) -> Vec<SampleStatistics> {
        let of = |(at, column): (usize, &Column)| match &column.values {
            Values::Numbers(_) => SampleStatistics::Numbers(ColumnMoments::about(shift(column))),
            Values::Words { .. } => SampleStatistics::Words(vec![0; data.levels[at].len()]),
        };
        data.sketch.features.iter().enumerate().map(of).collect()
    }

    /// How many numbers it takes up.
    pub fn n_values(&self) -> usize {
        match self {
            SampleStatistics::Numbers(_) => 6,
            SampleStatistics::Words(counts) => counts.len(),
        }
    }

    /// The cell of one more sample.
    pub fn add(&mut self, cells: &Cells, row: usize) {
        match (self, cells) {
            (SampleStatistics::Numbers(moments), Cells::Numbers(cells)) => moments.add(cells[row]),
            (SampleStatistics::Words(counts), Cells::Codes(codes)) => {
                if let Some(count) = counts.get_mut(codes[row] as usize) {
                    *count += 1;
                }
            }
            _ => unreachable!("a column keeps its kind"),
        }
    }
}

impl Sums for SampleStatistics {
    fn absorb(&mut self, later: Self) {
        match (self, later) {
            (SampleStatistics::Numbers(moments), SampleStatistics::Numbers(later)) => moments.absorb(later),
            (SampleStatistics::Words(counts), SampleStatistics::Words(later)) => counts.absorb(later),
            _ => unreachable!("a column keeps its kind"),
        }
    }
}

impl AsNumbers for SampleStatistics {
    fn put(&self, numbers: &mut Vec<f64>) {
        match self {
            SampleStatistics::Numbers(moments) => (true, *moments).put(numbers),
            SampleStatistics::Words(counts) => (false, counts.clone()).put(numbers),
        }
    }

    fn take(numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
        Some(match bool::take(numbers)? {
            true => SampleStatistics::Numbers(ColumnMoments::take(numbers)?),
            false => SampleStatistics::Words(Vec::take(numbers)?),
        })
    }
}

/// Near the mean, so that squares about it lose no digits.
pub(super) fn shift(column: &Column) -> f64 {
    let Values::Numbers(cells) = &column.values else { return 0.0 };
    crate::math::mean_and_deviation(cells.iter().copied()).map_or(0.0, |(mean, _)| mean)
}
