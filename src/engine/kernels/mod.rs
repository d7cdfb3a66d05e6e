//! Sums over one block, in SIMD registers chosen for the CPU at run time.
//!
//! The columns of a block are contiguous and padded with zero rows, so that every loop
//! runs over whole registers and no loop has a remainder. Beside each kernel stands what it
//! computes as one would write it down first, `scalar_..`, for the tests.

mod exp;
mod gram;
mod logistic;
mod nearest;
mod squares;

pub use gram::add_gram;
pub use logistic::{BinaryBlock, add_binary};
pub use nearest::{PackedCentroids, nearest};
pub use squares::add_squares;

use super::blocks::STRIDE;
use pulp::Simd;

/// The first `padded_rows` of column `j`, as registers.
#[inline(always)]
fn registers<S: Simd>(cells: &[f64], j: usize, padded_rows: usize) -> &[S::f64s] {
    S::as_simd_f64s(&cells[j * STRIDE..][..padded_rows]).0
}
