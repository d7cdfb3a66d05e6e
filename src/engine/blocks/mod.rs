//! One parallel pass over the rows of a matrix, block by block.
//!
//! Every native fit is made of sums over rows. [`Rows::fold`] computes them: the rows are
//! cut into blocks of [`BLOCK_ROWS`], the blocks into at most [`MAX_LANES`](lanes::MAX_LANES) contiguous
//! *lanes*, each lane adds up its blocks in order, and the lanes are added up in order.
//! Neither cut depends on the number of threads, so one thread and many give the same
//! bytes. Memory is one block and a sum or two a thread; the matrix is never copied whole.
//!
//! Rows that are not in memory come from a [`RowSource`], cut into the same lanes and blocks:
//! the same numbers added up in the same order.

mod aggregate;
mod bits;
mod block;
mod copy;
mod lanes;
mod layout;
mod numbers;
mod of_source;
mod rows;
mod source;
mod sums;
mod together;

pub use aggregate::{BlockAggregate, PartitionAccumulator, begin, merged};
pub use block::RowBlock;
pub use lanes::lanes;
pub use layout::{BLOCK_ROWS, PAD_ROWS, STRIDE};
pub use numbers::AsNumbers;
pub(crate) use numbers::as_numbers;
pub use of_source::sum_pieces;
pub use rows::{CellStorage, Rows, Targets};
pub use source::{AggregateCall, PICK_ROWS, Picked, Piece, RowSource, Visitor, pick};
pub use sums::{LaneSums, Sums, total_of};
pub use together::together;

use rayon::prelude::*;
use std::sync::Mutex;
use sums::InOrder;

/// Cells up to which a pass is sooner done than other threads are woken: the same lanes, one
/// after the other.
const NOT_WORTH_THREADS: usize = 1 << 15;

impl Rows<'_> {
    /// Sums over all rows: `add` adds a block to the sums of its lane, which began as `zero`.
    ///
    /// Each block has `n_extra` columns behind those of the matrix, for `add` to fill.
    pub fn fold<A: Sums>(
        &self,
        n_extra: usize,
        zero: impl Fn() -> A + Sync,
        add: impl Fn(&mut A, &mut RowBlock) + Sync,
    ) -> A {
        match self.cells {
            CellStorage::Matrix(_) => {
                self.fold_with(&mut vec![(); self.n_samples()], n_extra, zero, |sums, block, _| add(sums, block))
            }
            CellStorage::Source(source) => of_source::fold(self, source, n_extra, zero, add),
        }
    }

    /// The same of a matrix, where each row also has a place of its own in `per_row` (a label, a
    /// distance): `add` gets the places of its block's rows.
    pub fn fold_with<A: Sums, T: Send>(
        &self,
        per_row: &mut [T],
        n_extra: usize,
        zero: impl Fn() -> A + Sync,
        add: impl Fn(&mut A, &mut RowBlock, &mut [T]) + Sync,
    ) -> A {
        assert_eq!(per_row.len(), self.n_samples(), "one place a row");
        let x = self.cells.matrix().expect("rows that have places are in memory");
        let scratch = || RowBlock::new(self.columns.len(), n_extra);
        let run = |block: &mut RowBlock, (first_row, places): (usize, &mut [T])| {
            let mut sums = zero();
            for (i, part) in places.chunks_mut(BLOCK_ROWS).enumerate() {
                block.load(self, x, first_row + i * BLOCK_ROWS, part.len());
                add(&mut sums, block, part);
            }
            sums
        };
        let lanes = cut_lanes(per_row);
        if lanes.len() < 2 {
            return lanes.into_iter().map(|lane| run(&mut scratch(), lane)).next().unwrap_or_else(zero);
        }
        if self.n_samples() * (self.columns.len() + n_extra) <= NOT_WORTH_THREADS {
            let (mut block, mut total) = (scratch(), zero());
            lanes.into_iter().for_each(|lane| total.absorb(run(&mut block, lane)));
            return total;
        }
        let total = Mutex::new(InOrder::new(zero()));
        // Handed out in order, lanes are finished nearly in order: few sums wait for others.
        lanes.into_iter().enumerate().par_bridge().for_each_init(scratch, |block, (number, lane)| {
            let sums = run(block, lane);
            total.lock().expect("no thread has panicked").absorb(number, sums);
        });
        total.into_inner().expect("no thread has panicked").total
    }
}

/// The lanes: where each begins, and the places of its rows.
fn cut_lanes<T>(mut per_row: &mut [T]) -> Vec<(usize, &mut [T])> {
    let mut cut = Vec::new();
    for lane in lanes(per_row.len()) {
        let (places, rest) = per_row.split_at_mut(lane.len());
        cut.push((lane.start, places));
        per_row = rest;
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::lanes::MAX_LANES;
    use super::*;
    use ndarray::{Array2, ArrayView2, ShapeBuilder};

    #[derive(PartialEq, Debug)]
    struct Total(f64);
    impl Sums for Total {
        fn absorb(&mut self, later: Self) {
            self.0 += later.0;
        }
    }

    fn total(x: ArrayView2<f64>) -> Total {
        let columns: Vec<usize> = (0..x.ncols()).collect();
        let shift = vec![0.5; x.ncols()];
        let cells = CellStorage::Matrix(x.reborrow());
        let rows = Rows { cells, targets: Targets::None, columns: &columns, shift: &shift };
        rows.fold(
            0,
            || Total(0.0),
            |sum, block| (0..block.n_columns).for_each(|j| sum.0 += block.column(j).iter().sum::<f64>()),
        )
    }

    #[test]
    fn every_row_is_in_exactly_one_lane() {
        for n in [0, 1, 127, 128, 129, 64 * 128, 64 * 128 + 1, 100_003] {
            let mut rows: Vec<usize> = (0..n).collect();
            let lanes = cut_lanes(&mut rows);
            assert!(lanes.len() <= MAX_LANES);
            let seen: Vec<usize> = lanes
                .iter()
                .flat_map(|(first, places)| {
                    assert_eq!(places[0], *first);
                    places.to_vec()
                })
                .collect();
            assert_eq!(seen, (0..n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn threads_and_layout_do_not_change_a_byte() {
        let row_major = Array2::from_shape_fn((10_007, 3), |(i, j)| ((i * 7 + j * 13) % 101) as f64 / 7.0);
        let mut column_major = Array2::zeros((10_007, 3).f());
        column_major.assign(&row_major);
        let expected = total(row_major.view());
        assert_eq!(total(column_major.view()), expected);
        for threads in [1, 2, 3] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert_eq!(pool.install(|| total(row_major.view())), expected);
        }
    }
}
