//! Columns that separate the classes: the shape of their JSON.

use serde::Serialize;

/// Columns that separate the classes, and need each other to do so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Separator {
    /// Their names; a single one separates the classes by itself.
    pub columns: Vec<String>,
    /// Of a single column of words: the values that occur in one class only.
    pub pure: Vec<PureValue>,
}

/// A value whose samples are all of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PureValue {
    /// The column and its value: `根蒂=硬挺`.
    pub term: String,
    /// The only class that samples with this value have.
    pub class: String,
    /// How many samples have this value.
    pub n_samples: usize,
}
