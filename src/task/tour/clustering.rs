//! Clustering as a picture: thirty melons by density and sugar.

use super::TourError;
use super::material::table;
use crate::data::{Builtin, Goal, Selection};
use crate::task::cluster::{ClusterOptions, Clustering, Start, cluster};
use serde::Serialize;

/// The rows at which k-means begins, from 1: those of the book's worked example.
const START: [usize; 3] = [6, 12, 24];

/// k-means, step by step.
#[derive(Debug, Clone, Serialize)]
pub struct Grouping {
    /// As `melon cluster` finds it.
    pub clustering: Clustering,
}

pub(super) fn run() -> Result<Grouping, TourError> {
    let data = table(Builtin::Watermelon4, None, Selection::default(), Goal::Cluster);
    let options = ClusterOptions { init: Start::Rows(START.to_vec()), trace: true, ..ClusterOptions::default() };
    Ok(Grouping { clustering: cluster(&data, &options)? })
}
