//! Segments once more.

use super::files::TableFile;
#[cfg(feature = "parquet")]
use super::row_cutter;
use super::segment::FileSegment;
use crate::data::read::Fault;
#[cfg(feature = "parquet")]
use crate::data::read::container::RowGroups;
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// Reads segments, fastest in their order.
#[derive(Default)]
pub(super) struct Rereader {
    /// The file that was read last, by its number.
    open: Option<(usize, Input)>,
}

enum Input {
    Text(File),
    #[cfg(feature = "parquet")]
    Rows(Box<RowGroups<File>>),
}

impl Rereader {
    /// The text of a segment of this file.
    pub fn text(&mut self, segment: &FileSegment, part: &TableFile) -> Result<Vec<u8>, Fault> {
        if self.open.as_ref().is_none_or(|(at, _)| *at != segment.part) {
            self.open = Some((segment.part, Input::open(part)?));
        }
        let (_, input) = self.open.as_mut().expect("opened just now");
        input.text(segment)
    }
}

impl Input {
    fn open(part: &TableFile) -> Result<Self, Fault> {
        #[cfg(feature = "parquet")]
        if part.parquet_rows.is_some() {
            return Ok(Input::Rows(Box::new(row_cutter::open(part)?)));
        }
        Ok(Input::Text(File::open(&part.path)?))
    }

    fn text(&mut self, segment: &FileSegment) -> Result<Vec<u8>, Fault> {
        match self {
            #[cfg(feature = "parquet")]
            Input::Rows(groups) => groups.text(segment.start as usize, segment.len),
            Input::Text(file) => {
                file.seek(SeekFrom::Start(segment.start))?;
                let mut bytes = vec![0; segment.len];
                match file.read_exact(&mut bytes) {
                    Err(error) if error.kind() == ErrorKind::UnexpectedEof => Err(Fault::CutShort),
                    read => Ok(read.map(|()| bytes)?),
                }
            }
        }
    }
}
