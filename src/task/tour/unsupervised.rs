//! Without any answers: which melons look alike?

use super::TourError;
use super::material::table;
use crate::data::{Builtin, Goal, Selection};
use crate::task::cluster::{Agreement, ClusterOptions, Profile, cluster};
use crate::task::summary::DataSummary;
use serde::Serialize;

/// Clusters asked for.
const K: usize = 3;

/// The book's melons, grouped by their looks with the labels hidden.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unsupervised {
    /// The table whose melons were grouped.
    pub data: DataSummary,
    /// Melons in each group.
    pub sizes: Vec<usize>,
    /// What each is like.
    pub profiles: Vec<Profile>,
    /// The groups beside the label that they never saw.
    pub against: Option<Agreement>,
}

pub(super) fn run() -> Result<Unsupervised, TourError> {
    let selection = Selection { labels: Some("好瓜".to_owned()), ..Selection::default() };
    let data = table(Builtin::Melons, None, selection, Goal::Cluster);
    let result = cluster(&data, &ClusterOptions { k: K, ..ClusterOptions::default() })?;
    Ok(Unsupervised { data: result.data, sizes: result.sizes, profiles: result.profiles, against: result.against })
}
