//! The sums that the native fits ask for, by name: for whoever makes them where the rows lie.

use super::assign::ClusterSums;
use super::binary::BinaryLoss;
use super::cross_products::GramMatrix;
use super::kmeans_in_passes::FarthestRows;
use super::logistic::LargestMove;
use super::overlap_proof::LongestRow;
use super::qr::TriangularFactor;
use super::softmax::SoftmaxLoss;
use super::variance::SumsOfSquares;
use crate::engine::blocks::{AggregateCall, BlockAggregate, PartitionAccumulator, begin, merged};

macro_rules! by_name {
    ($call:expr, $do:ident $arguments:tt; $($aggregate:ty),*) => {
        match $call.name.as_str() {
            $(<$aggregate>::NAME => $do::<$aggregate> $arguments,)*
            _ => None,
        }
    };
    ($call:expr, $do:ident $arguments:tt) => {
        by_name!($call, $do $arguments; GramMatrix, TriangularFactor, BinaryLoss, SoftmaxLoss, LongestRow,
            LargestMove, ClusterSums, FarthestRows, SumsOfSquares)
    };
}

/// Begins with one partition; `None` of a call that is not known.
pub fn begin_native(call: &AggregateCall) -> Option<Box<dyn PartitionAccumulator>> {
    by_name!(call, begin(call))
}

/// The sums over all partitions, from those of each in their order; `None` of a call that is not known.
pub fn merge_native(call: &AggregateCall, partitions: &[Vec<f64>]) -> Option<Vec<f64>> {
    by_name!(call, merged(call, partitions))
}
