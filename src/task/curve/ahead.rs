//! Which of two models is ahead, if that can be told.

use serde::Serialize;

/// Who errs less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ahead {
    /// The reference, surely.
    Reference,
    /// The other, surely.
    Other,
    /// Not to be told.
    Unsure,
}
