//! Figures that are neither tables nor plots.

use super::{Emphasis, Text};
use serde::Serialize;

/// Where each reader looks: shares as shades below the tokens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heat {
    /// What is seen, and what a shade means: where a picture stands alone.
    pub title: String,
    /// The tokens, from the first to the last.
    pub columns: Vec<String>,
    /// The readers.
    pub rows: Vec<HeatRow>,
}

/// One row of a [`Heat`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeatRow {
    /// Whose it is.
    pub name: String,
    /// One share a column, 0 to 1.
    pub shares: Vec<f64>,
}

/// Shares laid end to end from 0 to 1, and a point among them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Segments {
    /// From 0 on; together at most 1.
    pub segments: Vec<Segment>,
    /// Where a draw fell, 0 to 1.
    pub marker: Option<f64>,
}

/// One of several shares.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Segment {
    /// Whose it is.
    pub name: String,
    /// How much, 0 to 1.
    pub share: f64,
    /// How it stands out.
    pub emphasis: Emphasis,
}

/// What one speaker said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DialogueTurn {
    /// The name of the speaker, as the page shows it.
    pub speaker: String,
    /// The words that were said.
    pub said: Text,
}
