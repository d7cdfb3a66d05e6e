//! How the cells of a block lie in memory.

/// Rows of a block: many enough to be worth the work once a block, few enough for the
/// caches next to the processor.
pub const BLOCK_ROWS: usize = 256;
/// Cells from one column of a block to the next: a few more than the rows, so that equal
/// rows of many columns do not compete for the same cache lines.
pub const STRIDE: usize = BLOCK_ROWS + 8;
/// Rows of a block are padded with zeros to a multiple of this, the widest SIMD register.
pub const PAD_ROWS: usize = 8;
