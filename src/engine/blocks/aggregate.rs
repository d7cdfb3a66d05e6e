//! Sums over blocks that are data, not code: they can be made where the rows lie.
//!
//! A closure cannot leave the process; an aggregate can. The same one adds up a matrix or pieces that pass
//! by, here, or a partition of the rows in another process, whose state comes back as numbers.

use super::block::RowBlock;
use super::numbers::AsNumbers;
use super::of_source::{self, Lane};
use super::rows::{CellStorage, Rows, Targets};
use super::source::{AggregateCall, Piece};
use super::sums::{Sums, total_of};

/// What is added up, a block at a time. As numbers it is its arguments.
pub trait BlockAggregate: AsNumbers + Send + Sync {
    /// By which it is known where the rows lie.
    const NAME: &'static str;
    /// The sums over some rows; they come back as numbers from where the rows lie.
    type State: Sums + AsNumbers;

    /// Columns of a block's own behind those of the rows.
    fn n_extra(&self) -> usize {
        0
    }

    /// The sums over no rows.
    fn zero(&self, n_columns: usize) -> Self::State;

    /// Adds the rows of a block, whose columns are shifted and whose padding is 0.
    fn add(&self, state: &mut Self::State, block: &mut RowBlock);
}

impl Rows<'_> {
    /// The sums over all rows, by whoever holds them.
    pub fn aggregate<A: BlockAggregate>(&self, aggregate: &A) -> A::State {
        let zero = || aggregate.zero(self.columns.len());
        let add = |state: &mut A::State, block: &mut RowBlock| aggregate.add(state, block);
        let CellStorage::Source(source) = self.cells else { return self.fold(aggregate.n_extra(), zero, add) };
        let call = AggregateCall {
            columns: self.columns.to_vec(),
            shift: self.shift.to_vec(),
            has_targets: matches!(self.targets, Targets::OfSource),
            ..AggregateCall::new(A::NAME, aggregate)
        };
        match source.aggregate(&[call]) {
            Some(totals) => totals.first().and_then(|total| A::State::of_numbers(total)).unwrap_or_else(zero),
            None => of_source::fold(self, source, aggregate.n_extra(), zero, add),
        }
    }
}

/// The sums over one partition, where its rows are.
pub trait PartitionAccumulator: Send {
    /// The next rows of the partition.
    fn see(&mut self, piece: Piece);

    /// The sums, once all rows were seen: a list of numbers as the aggregate writes it.
    fn end(self: Box<Self>) -> Vec<f64>;
}

struct Summing<A: BlockAggregate> {
    aggregate: A,
    call: AggregateCall,
    lane: Lane<A::State>,
}

/// Begins with one partition; `None` if the call cannot be understood.
pub fn begin<A: BlockAggregate + 'static>(call: &AggregateCall) -> Option<Box<dyn PartitionAccumulator>> {
    let aggregate = A::of_numbers(&call.arguments)?;
    let n_columns = call.columns.len();
    let lane = Lane { block: RowBlock::new(n_columns, aggregate.n_extra()), sums: aggregate.zero(n_columns) };
    Some(Box::new(Summing { aggregate, call: call.clone(), lane }))
}

/// The sums over all partitions, from those of each in their order; `None` if they cannot be understood.
pub fn merged<A: BlockAggregate>(call: &AggregateCall, partitions: &[Vec<f64>]) -> Option<Vec<f64>> {
    let states = partitions.iter().map(|numbers| A::State::of_numbers(numbers)).collect::<Option<Vec<_>>>()?;
    let zero = || Some(A::of_numbers(&call.arguments)?.zero(call.columns.len()));
    total_of(states).or_else(zero).map(|total| total.to_numbers())
}

impl<A: BlockAggregate> PartitionAccumulator for Summing<A> {
    fn see(&mut self, piece: Piece) {
        let (cells, call) = (CellStorage::Matrix(piece.x.reborrow()), &self.call);
        let targets = if call.has_targets { Targets::OfSource } else { Targets::None };
        let rows = Rows { cells, targets, columns: &call.columns, shift: &call.shift };
        self.lane.see(&rows, piece, &mut |state, block| self.aggregate.add(state, block));
    }

    fn end(mut self: Box<Self>) -> Vec<f64> {
        self.lane.flush(&mut |state, block| self.aggregate.add(state, block));
        self.lane.sums.to_numbers()
    }
}
