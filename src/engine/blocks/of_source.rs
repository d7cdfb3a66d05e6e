//! Sums over rows that come piece by piece.

use super::block::RowBlock;
use super::layout::BLOCK_ROWS;
use super::rows::Rows;
use super::source::{Piece, RowSource, Visitor};
use super::sums::{InOrder, LaneSums, Sums};
use std::sync::Mutex;

/// The sums of one lane, and the block that is being filled.
pub(super) struct Lane<A> {
    pub block: RowBlock,
    pub sums: A,
}

impl<A> Lane<A> {
    /// Puts the next rows into the block, and has it added whenever it is full.
    pub fn see(&mut self, rows: &Rows, piece: Piece, add: &mut dyn FnMut(&mut A, &mut RowBlock)) {
        let mut done = 0;
        while done < piece.x.nrows() {
            let end = piece.x.nrows().min(done + BLOCK_ROWS - self.block.rows);
            self.block.append(rows, piece, done..end);
            done = end;
            if self.block.is_full() {
                add(&mut self.sums, &mut self.block);
                self.block.rows = 0;
            }
        }
    }

    /// What is in the block when the rows end.
    pub fn flush(&mut self, add: &mut dyn FnMut(&mut A, &mut RowBlock)) {
        if self.block.rows > 0 {
            self.block.pad();
            add(&mut self.sums, &mut self.block);
        }
    }
}

/// A pass that adds up.
struct Folding<'a, 'r, A, Z, F> {
    rows: &'a Rows<'r>,
    n_extra: usize,
    zero: Z,
    add: F,
    lanes: Vec<Mutex<Option<Lane<A>>>>,
    total: Mutex<InOrder<A>>,
}

/// Sums over all rows of `source`, as of a matrix.
pub(super) fn fold<A: Sums>(
    rows: &Rows,
    source: &dyn RowSource,
    n_extra: usize,
    zero: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &mut RowBlock) + Sync,
) -> A {
    let total = Mutex::new(InOrder::new(zero()));
    let lanes = (0..source.n_lanes()).map(|_| Mutex::new(None)).collect();
    let folding = Folding { rows, n_extra, zero, add, lanes, total };
    source.pass(&folding);
    folding.total.into_inner().expect("no thread has panicked").total
}

impl<A: Sums, Z: Fn() -> A + Sync, F: Fn(&mut A, &mut RowBlock) + Sync> Visitor for Folding<'_, '_, A, Z, F> {
    fn see(&self, lane: usize, piece: Piece) {
        let mut place = self.lanes[lane].lock().expect("no thread has panicked");
        let fresh = || Lane { block: RowBlock::new(self.rows.columns.len(), self.n_extra), sums: (self.zero)() };
        place.get_or_insert_with(fresh).see(self.rows, piece, &mut |sums, block| (self.add)(sums, block));
    }

    fn end(&self, lane: usize) {
        let ended = self.lanes[lane].lock().expect("no thread has panicked").take();
        let sums = ended.map_or_else(&self.zero, |mut lane| {
            lane.flush(&mut |sums, block| (self.add)(sums, block));
            lane.sums
        });
        let mut total = self.total.lock().expect("no thread has panicked");
        if self.lanes.len() == 1 {
            total.total = sums; // as of a matrix: nothing is added to the sums of an only lane
        } else {
            total.absorb(lane, sums);
        }
    }
}

/// Sums over the pieces of one pass: `add` must add row by row, so that it does not matter where pieces end.
pub fn sum_pieces<A: Sums>(
    source: &dyn RowSource,
    zero: impl Fn() -> A + Sync,
    add: impl Fn(&mut A, &Piece) + Sync,
) -> A {
    let summing = Summing { sums: LaneSums::new(source.n_lanes(), zero), add };
    source.pass(&summing);
    summing.sums.total()
}

struct Summing<A, Z, F> {
    sums: LaneSums<A, Z>,
    add: F,
}

impl<A: Sums, Z: Fn() -> A + Sync, F: Fn(&mut A, &Piece) + Sync> Visitor for Summing<A, Z, F> {
    fn see(&self, lane: usize, piece: Piece) {
        self.sums.add(lane, |sums| (self.add)(sums, &piece));
    }

    fn end(&self, lane: usize) {
        self.sums.end(lane);
    }
}
