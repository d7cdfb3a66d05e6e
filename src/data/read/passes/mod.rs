//! Tables larger than memory: files that are read again and again, piece by piece.
//!
//! ```text
//! survey: one pass over all files -> the rows' places (segments), the kind of every column, its levels,
//!         and a sketch: a small table of some of the rows, on which everything about the columns is
//!         decided exactly as on the whole
//! pass:   each further one -> the same pieces again, as numbers and codes of levels
//! ```
//!
//! What can be cut is read so: text, anywhere at a line end, as CSV and its kin lie on the disk, not packed;
//! and Parquet, anywhere between its rows, which come out of their row groups as text.

mod again;
mod cells;
mod cut;
mod facts;
mod files;
mod partition_survey;
mod piece;
mod pieces;
mod reread;
#[cfg(feature = "parquet")]
mod row_cutter;
mod segment;
mod sketch;
mod survey;
mod surveyed;
mod table_facts;

pub use again::{Cells, Passes, RowPiece};
pub use cells::Decode;
pub use partition_survey::{CellError, ColumnReader, PartitionFacts, RawCells};
pub use survey::{Progress, survey};
pub use surveyed::Survey;
pub use table_facts::TableFacts;

/// How much memory a pass may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryBudget {
    /// Bytes of text that are looked at together.
    pub piece_bytes: usize,
    /// Bytes that the distinct words of all columns may take.
    pub level_bytes: usize,
}

impl MemoryBudget {
    /// What fits into so many bytes on so many threads. A piece of text becomes about three times as
    /// much on its way to sums.
    pub fn of(memory: u64, n_threads: usize) -> MemoryBudget {
        let share = memory as usize / (16 * n_threads.max(1));
        MemoryBudget { piece_bytes: share.clamp(1 << 14, 1 << 20), level_bytes: memory as usize / 16 }
    }
}
