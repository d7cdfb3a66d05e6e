//! What is asked of a classifier in passes, and what it answers.

use super::classified::{Classified, Measuring};
use crate::data::InPasses;
use crate::task::Finding;
use crate::task::classify::{ClassificationFit, ClassifyOptions};

/// What is classified, and how.
pub(super) struct Asked<'a> {
    pub data: &'a InPasses<'a>,
    pub options: &'a ClassifyOptions,
    pub target: &'a str,
    pub classes: &'a [String],
    pub measuring: Measuring,
    /// Bytes of memory that may be used.
    pub memory: u64,
}

/// A classifier and what was measured of it.
pub(super) struct MeasuredClassifier {
    pub fitted: ClassificationFit,
    pub measured: Classified,
    /// Folds whose fit did not converge.
    pub n_unconverged: usize,
    /// The classes, by index, that a fold had no sample of to learn from; of each such fold.
    pub lacking: Vec<Vec<usize>>,
    /// What became of missing cells in these columns.
    pub gaps: fn(Vec<String>) -> Finding,
}
