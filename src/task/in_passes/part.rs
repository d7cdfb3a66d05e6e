//! Some samples of a pass.

use crate::data::read::passes::Cells;
use crate::engine::Piece;
use std::ops::Range;

/// Samples that follow each other.
pub(super) struct SamplePart<'a> {
    /// As an engine wants them.
    pub encoded: Piece<'a>,
    /// As they are, at `rows`.
    pub cells: &'a [Cells],
    /// Which rows of `cells`.
    pub rows: Range<usize>,
}
