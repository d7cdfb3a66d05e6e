//! Results as JSON: the data's own names, every figure in full precision.

use serde::Serialize;

/// `result` indented by two, with a line end.
///
/// # Panics
/// Never for the results of this program: their map keys are strings.
pub fn json(result: &impl Serialize) -> String {
    serde_json::to_string_pretty(result).expect("results have string keys only") + "\n"
}
