//! Tables larger than memory: files that are read again and again, piece by piece.
//!
//! ```text
//! survey: one pass over all files -> the rows' places (segments), the kind of every column, its levels,
//!         and a sketch: a small table of some of the rows, on which everything about the columns is
//!         decided exactly as on the whole
//! pass:   each further one -> the same pieces again, as numbers and codes of levels
//! ```
//!
//! Only text that can be cut anywhere at a line end is read so: CSV and its kin as they lie on the disk,
//! not packed.

mod again;
mod cells;
mod cut;
mod elsewhere;
mod facts;
mod files;
mod known;
mod piece;
mod sketch;
mod survey;
mod surveyed;

pub use again::{Cells, Passes, RowPiece};
pub use cells::Decode;
pub use elsewhere::{Reading, Seen, Texts, Unread};
pub use files::n_bytes;
pub use known::Known;
pub use survey::{Progress, survey};
pub use surveyed::Survey;

/// How much memory a pass may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Bytes of text that are looked at together.
    pub piece_bytes: usize,
    /// Bytes that the distinct words of all columns may take.
    pub level_bytes: usize,
}

impl Room {
    /// What fits into so many bytes on so many threads. A piece of text becomes about three times as
    /// much on its way to sums.
    pub fn of(memory: u64, n_threads: usize) -> Room {
        let share = memory as usize / (16 * n_threads.max(1));
        Room { piece_bytes: share.clamp(1 << 14, 1 << 20), level_bytes: memory as usize / 16 }
    }
}
