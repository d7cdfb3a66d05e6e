//! By what a table is known again.

use crate::data::{self, Dataset};
use crate::task::in_passes::PassesMade;

/// What a model was fitted on, in 64 digits; of a table that was read in passes, its files'.
pub(super) fn fingerprint(dataset: &Dataset, made: Option<&PassesMade>) -> String {
    let of_cells = || data::fingerprint(dataset.features.iter().chain(&dataset.target));
    made.map_or_else(of_cells, |made| made.sha256.clone())
}
