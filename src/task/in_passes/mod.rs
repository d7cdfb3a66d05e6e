//! The same questions to a table that is larger than memory: it is read in passes, and only sums over its
//! rows are kept.
//!
//! What is fitted is what would be fitted in memory. Held-out figures come from folds by a hash of each
//! sample's number, whose fits share the passes with that of all samples; means that fill gaps or
//! standardise are those of all samples.

mod asked;
mod beside_shares;
mod classified;
mod classify;
mod cluster;
mod encoder;
mod hashed_folds;
mod held_out;
mod logistic;
mod measured;
mod moments;
mod naive_bayes;
mod part;
mod part_aggregate;
mod partition_aggregates;
mod pass_plan;
mod regress;
mod row_encoder;
mod samples;
mod seen;
mod told_apart;

pub use classify::classify_in_passes;
pub use cluster::cluster_in_passes;
pub use partition_aggregates::PartitionAggregates;
pub use pass_plan::PassPlan;
pub use regress::regress_in_passes;

use super::{TaskError, Wanted};
use crate::data::{ExternalReader, InPasses};
use crate::engine::EngineChoice;
use serde::Serialize;

/// How a result came about that was made in passes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PassesMade {
    /// Rows of the table, those left out for missing cells included.
    pub rows: usize,
    /// Rows that were learned from.
    pub samples: usize,
    /// Times that the table was read.
    pub passes: usize,
    /// Bytes of memory that were allowed.
    pub memory: u64,
    /// SHA-256 of the file; of a folder, of its files one after the other.
    pub sha256: String,
    /// Who read it, if not this program itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<ExternalReader>,
    /// Whether all predictions could be kept to be ranked.
    #[serde(skip)]
    pub ranks: bool,
}

impl PassesMade {
    fn of(data: &InPasses, memory: u64) -> Self {
        let (rows, samples, passes) = (data.n_rows, data.passes.n_samples(), data.passes.n_passes());
        PassesMade {
            rows,
            samples,
            passes,
            memory,
            sha256: data.sha256.clone(),
            reader: data.passes.reader(),
            ranks: true,
        }
    }
}

/// linfa wants the rows in memory.
fn check_engine(engine: EngineChoice) -> Result<(), TaskError> {
    match engine {
        EngineChoice::Auto | EngineChoice::Native => Ok(()),
        EngineChoice::Linfa => {
            let (option, value) = ("engine", "linfa".to_owned());
            Err(TaskError::InvalidOption { option, value, wanted: Wanted::NativeInPasses })
        }
    }
}

/// Terms that a fit may have: their products with each other, and a few sums of them, must fit into memory.
fn check_terms(n_parameters: usize, memory: u64) -> Result<(), TaskError> {
    let most = ((memory / (8 * 48)) as f64).sqrt() as usize;
    if n_parameters <= most { Ok(()) } else { Err(TaskError::TooManyTerms { n_terms: n_parameters, most }) }
}

/// Counts that a fit may keep: of a few parts of the rows at a time.
fn check_counts(n_counts: usize, memory: u64) -> Result<(), TaskError> {
    let most = (memory / (8 * 16)) as usize;
    if n_counts <= most { Ok(()) } else { Err(TaskError::TooManyCounts { n_counts, most }) }
}

/// The least and the largest number of a feature.
fn range(data: &InPasses, name: &str) -> Option<[f64; 2]> {
    let at = data.sketch.features.iter().position(|column| column.name == name)?;
    data.ranges[at]
}
