//! A part of a file.

/// Whole rows of a file that lie together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileSegment {
    /// The file it is of, by its place in the list of files.
    pub part: usize,
    /// Where it begins: so many bytes, or rows of a Parquet file, are before it.
    pub start: u64,
    /// So many bytes, or rows, are in it.
    pub len: usize,
    /// Bytes of the file that it stands for.
    pub n_bytes: u64,
    /// The line on which it begins.
    pub first_line: u64,
    /// The number of its first row among all, from 0.
    pub first_row: usize,
    /// Rows.
    pub n_rows: usize,
    /// The number of its first sample: of rows that are not left out for missing cells.
    pub first_sample: usize,
    /// Samples.
    pub n_samples: usize,
}

impl FileSegment {
    /// Whose rows are not counted yet.
    pub fn new(part: usize, start: u64, len: usize, n_bytes: u64, first_line: u64) -> Self {
        FileSegment { part, start, len, n_bytes, first_line, first_row: 0, n_rows: 0, first_sample: 0, n_samples: 0 }
    }
}
