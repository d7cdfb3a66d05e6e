//! A Parquet file in segments of a few rows, each as text.

use super::files::TableFile;
use super::segment::FileSegment;
use crate::data::read::Fault;
use crate::data::read::container::RowGroups;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;

/// Rows by which their length is estimated.
const ESTIMATED_BY: usize = 256;
/// Bytes that are hashed together.
const HASHED: usize = 1 << 18;

/// Cuts a file into segments, in order.
pub(super) struct RowCutter {
    groups: RowGroups<File>,
    part: usize,
    first_line: u64,
    file_bytes: u64,
    next: usize,
    /// Rows of a segment.
    together: usize,
}

impl RowCutter {
    /// Segments of about `piece_bytes` of text; `hash` sees the whole file.
    pub fn new(at: usize, part: &TableFile, piece_bytes: usize, hash: &mut Sha256) -> Result<Self, Fault> {
        let mut file = File::open(&part.path)?;
        let mut bytes = vec![0; HASHED];
        loop {
            match file.read(&mut bytes)? {
                0 => break,
                n => hash.update(&bytes[..n]),
            }
        }
        let mut groups = open(part)?;
        let row_bytes = groups.text(0, ESTIMATED_BY)?.len() / groups.n_rows().clamp(1, ESTIMATED_BY);
        let together = (piece_bytes / row_bytes.max(1)).max(1);
        Ok(RowCutter { groups, part: at, first_line: part.first_line, file_bytes: part.len, next: 0, together })
    }

    /// The next segment and its text; `None` at the end.
    pub fn next(&mut self) -> Result<Option<(FileSegment, Vec<u8>)>, Fault> {
        let (start, n_rows) = (self.next, self.groups.n_rows());
        let n = self.together.min(n_rows - start);
        if n == 0 {
            return Ok(None);
        }
        let text = self.groups.text(start, n)?;
        self.next += n;
        let before = |row: usize| (u128::from(self.file_bytes) * row as u128 / n_rows as u128) as u64;
        let n_bytes = before(start + n) - before(start);
        Ok(Some((FileSegment::new(self.part, start as u64, n, n_bytes, self.first_line + start as u64), text)))
    }
}

/// The rows of a file that had some before.
pub(super) fn open(part: &TableFile) -> Result<RowGroups<File>, Fault> {
    let groups = RowGroups::open(File::open(&part.path)?)?;
    groups.filter(|groups| Some(groups.n_rows()) == part.parquet_rows).ok_or(Fault::Changed)
}
