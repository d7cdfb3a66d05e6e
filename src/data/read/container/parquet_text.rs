//! A Parquet file on the disk as a stream of text.

use super::row_groups::RowGroups;
use crate::data::read::Fault;
use std::fs::File;
use std::io::{self, Cursor, Read};

/// Rows that become text together.
const TOGETHER: usize = 1024;

/// The rows as CSV below their names, made while they are read.
pub(in crate::data::read) struct ParquetText {
    groups: RowGroups<File>,
    next: usize,
    made: Cursor<Vec<u8>>,
}

impl ParquetText {
    /// Opens the file at `path`; `None` if something stands within its cells.
    ///
    /// # Errors
    /// A damaged file, or one that is packed in a way that is not known here.
    pub fn open(path: &str) -> Result<Option<Self>, Fault> {
        let groups = RowGroups::open(File::open(path)?)?;
        Ok(groups.map(|groups| ParquetText { next: 0, made: Cursor::new(groups.header()), groups }))
    }
}

impl Read for ParquetText {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.made.read(into)?;
        if n > 0 || into.is_empty() || self.next >= self.groups.n_rows() {
            return Ok(n);
        }
        let text = self.groups.text(self.next, TOGETHER).map_err(io::Error::other)?;
        (self.made, self.next) = (Cursor::new(text), self.next + TOGETHER);
        self.made.read(into)
    }
}
