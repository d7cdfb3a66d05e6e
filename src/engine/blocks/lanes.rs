//! How rows are cut into the parts whose sums are kept apart.

use super::layout::BLOCK_ROWS;
use std::ops::Range;

/// Sums that are kept apart until the end.
pub(super) const MAX_LANES: usize = 64;

/// The rows of each lane of so many rows.
pub fn lanes(n_samples: usize) -> Vec<Range<usize>> {
    let n_blocks = n_samples.div_ceil(BLOCK_ROWS);
    let n_lanes = n_blocks.min(MAX_LANES);
    let bound = |lane: usize| (lane * n_blocks / n_lanes.max(1) * BLOCK_ROWS).min(n_samples);
    (0..n_lanes).map(|lane| bound(lane)..bound(lane + 1)).collect()
}
