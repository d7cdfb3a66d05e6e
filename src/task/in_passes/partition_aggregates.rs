//! The sums of a pass over one partition of the samples, and those of all partitions together: by name, for
//! whoever makes them where the samples lie.

use super::classified::Measure;
use super::encoder::FeatureSums;
use super::hashed_folds::HashedFolds;
use super::hashed_folds::is_in;
use super::logistic::LinearScores;
use super::measured::RegressionErrors;
use super::naive_bayes::{BayesScores, ClassCounts, LessUsual};
use super::part::SamplePart;
use super::part_aggregate::{PartAggregate, PartSums, begin, merged};
use super::pass_plan::PassPlan;
use super::told_apart::ClusterProfiles;
use crate::data::read::passes::RowPiece;
use crate::engine::{AggregateCall, AsNumbers, PICK_ROWS, PartitionAccumulator, Piece, begin_native, merge_native};
use ndarray::Axis;

macro_rules! by_name {
    ($call:expr, $do:ident $arguments:tt; $($aggregate:ty),*) => {
        match $call.name.as_str() {
            $(<$aggregate>::NAME => Some($do::<$aggregate> $arguments),)*
            _ => None,
        }
    };
    ($call:expr, $do:ident $arguments:tt) => {
        by_name!($call, $do $arguments; FeatureSums, RegressionErrors, Measure<LinearScores>, Measure<BayesScores>,
            ClassCounts, LessUsual, ClusterProfiles)
    };
}

impl PassPlan {
    /// Begins with a partition; `None` of a call that is not known.
    pub fn begin(&self, partition: usize) -> Option<PartitionAggregates> {
        let one = |(call, before): (&AggregateCall, &Vec<usize>)| {
            if call.name == PICK_ROWS {
                let rows = Vec::<usize>::of_numbers(&call.arguments)?;
                let next = before.get(partition).copied()?;
                let at = rows.partition_point(|&row| row < next);
                return Some(Running::Blocks(Box::new(Picking { rows, at, next, numbers: Vec::new() })));
            }
            match by_name!(call, begin(call)) {
                Some(begun) => begun.map(Running::Parts),
                None => begin_native(call).map(Running::Blocks),
            }
        };
        Some(PartitionAggregates { running: self.calls.iter().zip(&self.before).map(one).collect::<Option<_>>()? })
    }

    /// The sums of each call over all partitions, from those of each in their order; `None` if they cannot be
    /// understood.
    pub fn merged(&self, partitions: &[Vec<Vec<f64>>]) -> Option<Vec<Vec<f64>>> {
        let one = |(at, call): (usize, &AggregateCall)| {
            let own: Vec<Vec<f64>> =
                partitions.iter().map(|partition| partition.get(at).cloned()).collect::<Option<_>>()?;
            if call.name == PICK_ROWS {
                return Some(own.concat());
            }
            match by_name!(call, merged(call, &own)) {
                Some(total) => total,
                None => merge_native(call, &own),
            }
        };
        self.calls.iter().enumerate().map(one).collect()
    }
}

/// The sums over one partition, so far.
pub struct PartitionAggregates {
    running: Vec<Running>,
}

/// By what they see.
enum Running {
    Blocks(Box<dyn PartitionAccumulator>),
    Parts(Box<dyn PartSums>),
}

impl PartitionAggregates {
    /// The next samples, numbered among all.
    pub fn see(&mut self, plan: &PassPlan, cells: &RowPiece) {
        plan.encoder.each(cells, |part| {
            for (running, call) in self.running.iter_mut().zip(&plan.calls) {
                match running {
                    Running::Parts(sums) => sums.see(&part),
                    Running::Blocks(sums) => see_part(&mut **sums, &part, call.part, plan.folds),
                }
            }
        });
    }

    /// No more samples: the sums of each call.
    pub fn end(self) -> Vec<Vec<f64>> {
        let end = |running| match running {
            Running::Blocks(sums) => PartitionAccumulator::end(sums),
            Running::Parts(sums) => PartSums::end(sums),
        };
        self.running.into_iter().map(end).collect()
    }
}

fn see_part(
    sums: &mut dyn PartitionAccumulator,
    SamplePart { encoded, .. }: &SamplePart,
    part: usize,
    folds: Option<HashedFolds>,
) {
    if part == 0 {
        return sums.see(*encoded);
    }
    let is_mine = |row: &usize| is_in(part, encoded.first_row + row, folds);
    let rows: Vec<usize> = (0..encoded.x.nrows()).filter(is_mine).collect();
    let y: Vec<f64> = rows.iter().filter_map(|&row| encoded.y.get(row).copied()).collect();
    sums.see(Piece { first_row: encoded.first_row, x: encoded.x.select(Axis(0), &rows).view(), y: &y });
}

/// Takes samples out: of each the cells, and the target or NaN.
struct Picking {
    rows: Vec<usize>,
    /// The place of the next one that is wanted.
    at: usize,
    /// The number of the next sample.
    next: usize,
    numbers: Vec<f64>,
}

impl PartitionAccumulator for Picking {
    fn see(&mut self, piece: Piece) {
        let end = self.next + piece.x.nrows();
        while let Some(&row) = self.rows.get(self.at).filter(|&&row| row < end) {
            let row = row - self.next;
            self.numbers.extend(piece.x.row(row));
            self.numbers.push(piece.y.get(row).copied().unwrap_or(f64::NAN));
            self.at += 1;
        }
        self.next = end;
    }

    fn end(self: Box<Self>) -> Vec<f64> {
        self.numbers
    }
}
