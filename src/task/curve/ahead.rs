//! Which of two models is ahead, if that can be told.

use serde::Serialize;

/// Which of two models errs less, if that can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ahead {
    /// The reference surely errs less.
    Reference,
    /// The other one surely errs less.
    Other,
    /// Not to be told.
    Unsure,
}
