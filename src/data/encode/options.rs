//! How to encode.

use serde::{Deserialize, Serialize};

/// How a categorical column is spread over terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coding {
    /// A term for each level.
    #[default]
    OneHot,
    /// A term for each level but the first.
    DropFirst,
}

/// How to encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EncodeOptions {
    /// How a categorical column is spread over terms.
    pub coding: Coding,
    /// Centre each numeric column and divide it by its population standard deviation
    /// (divisor n). A constant column is only centred.
    pub standardize: bool,
    /// Put the mean, or the most frequent level (the first by name on a tie), of the rows
    /// fitted on where a cell is missing; else a missing cell is an error. The deviation of
    /// `standardize` is that of the cells that are there: a gap becomes 0, and makes it no smaller.
    pub impute: bool,
}
