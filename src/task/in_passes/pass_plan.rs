//! One pass, written down: all that another process needs to make its sums where some of the samples lie.

use super::hashed_folds::{HashedFolds, is_in};
use super::row_encoder::RowEncoder;
use crate::engine::{AggregateCall, PICK_ROWS};
use crate::math;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is added up in one pass, and of what.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PassPlan {
    pub(super) encoder: RowEncoder,
    pub(super) folds: Option<HashedFolds>,
    pub(super) calls: Vec<AggregateCall>,
    /// For each call that counts samples, how many of its part come before each partition.
    pub(super) before: Vec<Vec<usize>>,
}

impl PassPlan {
    /// Of samples in `partitions`.
    pub(super) fn new(
        encoder: RowEncoder,
        folds: Option<HashedFolds>,
        calls: Vec<AggregateCall>,
        partitions: &[Range<usize>],
    ) -> Self {
        let before = calls.iter().map(|call| before(call, partitions, folds)).collect();
        PassPlan { encoder, folds, calls, before }
    }

    /// As JSON, in which it travels to where the samples lie.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).expect("numbers and lists of them")
    }

    /// From a text.
    ///
    /// # Errors
    /// One that was written by another program.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}

/// Samples of the part that a call is about before each partition, if it counts samples.
fn before(call: &AggregateCall, partitions: &[Range<usize>], folds: Option<HashedFolds>) -> Vec<usize> {
    if call.name != PICK_ROWS {
        return Vec::new();
    }
    let of_part = |samples: &Range<usize>| match call.part {
        0 => samples.len(),
        part => samples.clone().filter(|&sample| is_in(part, sample, folds)).count(),
    };
    math::sums_before(partitions.iter().map(of_part))
}
