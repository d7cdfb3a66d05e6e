//! One parallel pass over the rows of a matrix, block by block.
//!
//! Every native fit is made of sums over rows. [`Rows::fold`] computes them: the rows are
//! cut into blocks of [`BLOCK_ROWS`], the blocks into at most [`MAX_LANES`] contiguous
//! *lanes*, each lane adds up its blocks in order, and the lanes are added up in order.
//! Neither cut depends on the number of threads, so one thread and many give the same
//! bytes. Memory is one block and a sum or two a thread; the matrix is never copied whole.

use ndarray::{ArrayView2, s};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Rows of a block: 20 columns of them fit the first-level cache.
pub const BLOCK_ROWS: usize = 128;
/// Rows that are copied from the matrix at a time, for several blocks: a page of a column,
/// which memory delivers faster than its parts. They wait in the second-level cache.
const LOAD_ROWS: usize = 4 * BLOCK_ROWS;
/// Cells from one column of a block to the next: a few more than the rows, so that equal
/// rows of many columns do not compete for the same cache lines.
pub const STRIDE: usize = LOAD_ROWS + 8;
/// Rows of a block are padded with zeros to a multiple of this, the widest SIMD register.
pub const PAD_ROWS: usize = 8;
/// Sums that are kept apart until the end.
pub const MAX_LANES: usize = 64;

/// Sums over some rows, to which those over the rows behind them can be added.
pub trait Sums: Send {
    /// Adds the sums over later rows.
    fn absorb(&mut self, later: Self);
}

/// Some columns of a matrix, shifted: the rows that a pass runs over.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    /// `(n_samples, n_features)`, in either layout.
    pub x: ArrayView2<'a, f64>,
    /// The columns taken, in this order.
    pub columns: &'a [usize],
    /// Subtracted from every cell of each taken column.
    pub shift: &'a [f64],
}

/// Up to [`BLOCK_ROWS`] rows, column by column, and room for columns of the driver's own.
pub struct Block {
    cells: Vec<f64>, // (n_columns + n_extra, STRIDE)
    offset: usize,   // of this block's rows among those that were copied
    /// Columns of the matrix in the block.
    pub n_columns: usize,
    /// Rows in the block.
    pub rows: usize,
    /// The number of the first one.
    pub first_row: usize,
}

impl Block {
    fn new(n_columns: usize, n_extra: usize) -> Self {
        Block { cells: vec![0.0; (n_columns + n_extra) * STRIDE], offset: 0, n_columns, rows: 0, first_row: 0 }
    }

    /// The rows with their padding.
    pub fn padded_rows(&self) -> usize {
        self.rows.next_multiple_of(PAD_ROWS)
    }

    /// All cells: column `j` begins at `j * STRIDE`; padding rows are 0.
    pub fn cells(&self) -> &[f64] {
        &self.cells[self.offset..]
    }

    /// The same, to be written to; the driver's own columns come last and are its to fill.
    pub fn cells_mut(&mut self) -> &mut [f64] {
        &mut self.cells[self.offset..]
    }

    /// The rows of column `j`, without padding.
    pub fn column(&self, j: usize) -> &[f64] {
        &self.cells()[j * STRIDE..][..self.rows]
    }

    /// The same with its padding, to be written to.
    pub fn column_mut(&mut self, j: usize) -> &mut [f64] {
        let padded = self.padded_rows();
        &mut self.cells_mut()[j * STRIDE..][..padded]
    }

    /// Copies rows from the matrix: one block for now, of which [`Block::narrow`] shows parts.
    fn load(&mut self, from: &Rows, first_row: usize, rows: usize) {
        (self.offset, self.first_row, self.rows) = (0, first_row, rows);
        match from.x.as_slice() {
            Some(cells) if self.n_columns > 1 => self.load_row_by_row(from, cells),
            _ => self.load_column_by_column(from),
        }
        (0..self.n_columns).for_each(|j| self.column_mut(j)[rows..].fill(0.0));
    }

    /// Shows the next `rows` of the copied rows, from `offset` on.
    fn narrow(&mut self, offset: usize, rows: usize) {
        self.first_row += offset - self.offset;
        (self.offset, self.rows) = (offset, rows);
    }

    fn load_column_by_column(&mut self, from: &Rows) {
        let rows = self.first_row..self.first_row + self.rows;
        for (j, (&column, &shift)) in from.columns.iter().zip(from.shift).enumerate() {
            let source = from.x.slice(s![rows.clone(), column]);
            // Each column is a page of its own, of which the processor cannot know beforehand.
            if let Some(&next) = from.columns.get(j + 1) {
                fetch(from.x.slice(s![rows.clone(), next]).as_slice().unwrap_or_default());
            }
            let target = self.column_mut(j);
            match source.as_slice() {
                Some(source) => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
                None => source.iter().zip(target).for_each(|(v, cell)| *cell = v - shift),
            }
        }
    }

    /// Few rows at a time, so that what is read stays in the first-level cache and what is
    /// written fills a cache line.
    fn load_row_by_row(&mut self, from: &Rows, cells: &[f64]) {
        let width = from.x.ncols();
        let part = &cells[self.first_row * width..][..self.rows * width];
        for (i, group) in part.chunks(PAD_ROWS * width).enumerate() {
            let ahead = (i + GROUPS_AHEAD) * PAD_ROWS * width;
            fetch(part.get(ahead..ahead + group.len()).unwrap_or_default());
            for (j, (&column, &shift)) in from.columns.iter().zip(from.shift).enumerate() {
                let target = &mut self.cells[j * STRIDE + i * PAD_ROWS..][..PAD_ROWS];
                target.iter_mut().zip(group.chunks_exact(width)).for_each(|(cell, row)| *cell = row[column] - shift);
            }
        }
    }
}

/// Groups of rows that are fetched before their turn: far enough to cross into the next page.
const GROUPS_AHEAD: usize = 4;

/// Asks memory for these cells, a cache line at a time, without waiting for them.
#[inline(always)]
fn fetch(cells: &[f64]) {
    #[cfg(target_arch = "x86_64")]
    for line in cells.chunks(8) {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        // SAFETY: a hint, without effect on what the program computes; every x86-64 has it.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr().cast()) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = cells;
}

impl Rows<'_> {
    /// The number of rows.
    pub fn n_samples(&self) -> usize {
        self.x.nrows()
    }

    /// Sums over all rows: `add` adds a block to the sums of its lane, which began as `zero`.
    ///
    /// Each block has `n_extra` columns behind those of the matrix, for `add` to fill.
    pub fn fold<A: Sums>(
        &self,
        n_extra: usize,
        zero: impl Fn() -> A + Sync,
        add: impl Fn(&mut A, &mut Block) + Sync,
    ) -> A {
        self.fold_with(&mut vec![(); self.n_samples()], n_extra, zero, |sums, block, _| add(sums, block))
    }

    /// The same, where each row also has a place of its own in `per_row` (a label, a
    /// distance): `add` gets the places of its block's rows.
    pub fn fold_with<A: Sums, T: Send>(
        &self,
        per_row: &mut [T],
        n_extra: usize,
        zero: impl Fn() -> A + Sync,
        add: impl Fn(&mut A, &mut Block, &mut [T]) + Sync,
    ) -> A {
        assert_eq!(per_row.len(), self.n_samples(), "one place a row");
        let scratch = || Block::new(self.columns.len(), n_extra);
        let run = |block: &mut Block, (first_row, places): (usize, &mut [T])| {
            let mut sums = zero();
            for (i, copied) in places.chunks_mut(LOAD_ROWS).enumerate() {
                block.load(self, first_row + i * LOAD_ROWS, copied.len());
                for (j, part) in copied.chunks_mut(BLOCK_ROWS).enumerate() {
                    block.narrow(j * BLOCK_ROWS, part.len());
                    add(&mut sums, block, part);
                }
            }
            sums
        };
        let lanes = cut_lanes(per_row);
        if lanes.len() < 2 {
            return lanes.into_iter().map(|lane| run(&mut scratch(), lane)).next().unwrap_or_else(zero);
        }
        let total = Mutex::new(InOrder { total: zero(), next: 0, waiting: BTreeMap::new() });
        // Handed out in order, lanes are finished nearly in order: few sums wait for others.
        lanes.into_iter().enumerate().par_bridge().for_each_init(scratch, |block, (number, lane)| {
            let sums = run(block, lane);
            total.lock().expect("no thread has panicked").absorb(number, sums);
        });
        total.into_inner().expect("no thread has panicked").total
    }
}

/// Adds up lanes in their order, whatever order they are finished in.
struct InOrder<A> {
    total: A,
    next: usize,
    waiting: BTreeMap<usize, A>,
}

impl<A: Sums> InOrder<A> {
    fn absorb(&mut self, lane: usize, sums: A) {
        self.waiting.insert(lane, sums);
        while let Some(sums) = self.waiting.remove(&self.next) {
            self.total.absorb(sums);
            self.next += 1;
        }
    }
}

/// The lanes: where each begins, and the places of its rows.
fn cut_lanes<T>(mut per_row: &mut [T]) -> Vec<(usize, &mut [T])> {
    let n_blocks = per_row.len().div_ceil(BLOCK_ROWS);
    let n_lanes = n_blocks.min(MAX_LANES);
    let bound = |lane: usize| (lane * n_blocks / n_lanes.max(1) * BLOCK_ROWS).min(BLOCK_ROWS * n_blocks);
    let mut lanes = Vec::with_capacity(n_lanes);
    for lane in 0..n_lanes {
        let rows = (bound(lane + 1) - bound(lane)).min(per_row.len());
        let (places, rest) = per_row.split_at_mut(rows);
        lanes.push((bound(lane), places));
        per_row = rest;
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array2, ShapeBuilder};

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
        let rows = Rows { x: x.reborrow(), columns: &columns, shift: &shift };
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
