//! A table of files after the first pass.

use super::files::TableFiles;
use super::piece::{self, Columns, Parsed, SegmentTrouble};
use super::reread::Rereader;
use super::segment::FileSegment;
use super::table_facts::TableFacts;
use crate::data::read::kinds::RequestedKind;
use crate::data::read::{Fault, ReadError, ReadOptions};

/// What the first pass found out.
pub struct Survey {
    /// Of its columns.
    pub known: TableFacts,
    pub(super) files: FilesToRead,
    /// Passes made so far.
    pub(super) n_passes: usize,
}

/// The files, and how their cells are read.
pub(super) struct FilesToRead {
    pub parts: TableFiles,
    pub segments: Vec<FileSegment>,
    pub requested: Vec<RequestedKind>,
    pub are_words: Vec<bool>,
    pub options: ReadOptions,
}

impl FilesToRead {
    pub fn columns(&self) -> Columns<'_> {
        let (names, requested, are_words) = (&self.parts.names, &self.requested, &self.are_words);
        Columns { names, requested, are_words, markers: &self.options.markers }
    }

    /// Bytes of all rows.
    pub fn n_bytes(&self) -> u64 {
        self.parts.parts.iter().map(|part| part.len - part.body).sum()
    }

    /// A segment once more.
    pub fn parsed(&self, segment: &FileSegment, rereader: &mut Rereader) -> Result<Parsed, ReadError> {
        let part = &self.parts.parts[segment.part];
        let again = rereader.text(segment, part).map_err(SegmentTrouble::Fault);
        again.and_then(|bytes| piece::parse(&bytes, segment, part, &self.columns())).map_err(|trouble| {
            match trouble {
                SegmentTrouble::Word { .. } => Fault::Changed, // in the survey it was a number
                SegmentTrouble::Fault(fault) => fault,
            }
            .of(&part.path)
        })
    }
}
