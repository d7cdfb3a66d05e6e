//! By what a table is known again.

use crate::data::{self, Dataset};

/// What a model was fitted on, in 64 digits.
pub(super) fn fingerprint(dataset: &Dataset) -> String {
    data::fingerprint(dataset.features.iter().chain(&dataset.target))
}
