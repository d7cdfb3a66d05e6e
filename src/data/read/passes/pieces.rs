//! The segments of a file, in order, and their text.

use super::cut::Cutter;
use super::files::TableFile;
#[cfg(feature = "parquet")]
use super::row_cutter::RowCutter;
use super::segment::FileSegment;
use crate::data::read::Fault;
use sha2::{Digest, Sha256};

/// A file that is cut, however it is packed.
pub(super) enum Pieces {
    Text(Cutter),
    #[cfg(feature = "parquet")]
    Rows(Box<RowCutter>),
}

impl Pieces {
    /// Of about `piece_bytes` of text each; `hash` will have seen all bytes of the file in the end.
    pub fn of(at: usize, part: &TableFile, piece_bytes: usize, hash: &mut Sha256) -> Result<Self, Fault> {
        #[cfg(feature = "parquet")]
        if part.parquet_rows.is_some() {
            return Ok(Pieces::Rows(Box::new(RowCutter::new(at, part, piece_bytes, hash)?)));
        }
        let cutter = Cutter::new(at, part, piece_bytes)?;
        hash.update(&cutter.head);
        Ok(Pieces::Text(cutter))
    }

    /// The next one; `None` at the end.
    pub fn next(&mut self, hash: &mut Sha256) -> Result<Option<(FileSegment, Vec<u8>)>, Fault> {
        match self {
            #[cfg(feature = "parquet")]
            Pieces::Rows(rows) => rows.next(),
            Pieces::Text(cutter) => {
                let piece = cutter.next()?;
                piece.iter().for_each(|(_, bytes)| hash.update(bytes));
                Ok(piece)
            }
        }
    }
}
