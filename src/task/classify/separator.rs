//! Columns that separate the classes: the shape of their JSON.

use serde::Serialize;

/// Columns that separate the classes, and need each other to do so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Separator {
    /// Their names.
    pub columns: Vec<String>,
    /// Of a single column of words: the values that occur in one class only.
    pub pure: Vec<PureValue>,
}

/// A value whose samples are all of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PureValue {
    /// `根蒂=硬挺`.
    pub term: String,
    /// The class's name.
    pub class: String,
    /// Its samples.
    pub n_samples: usize,
}
