//! A table of files after the first pass.

use super::files::Parts;
use super::piece::{self, Columns, Parsed, Trouble};
use super::reread::Rereader;
use super::segment::Segment;
use super::table_facts::TableFacts;
use crate::data::read::kinds::RequestedKind;
use crate::data::read::{Fault, ReadError, ReadOptions};

/// What the first pass found out.
pub struct Survey {
    /// Of its columns.
    pub known: TableFacts,
    pub(super) files: Files,
    /// Passes made so far.
    pub(super) n_passes: usize,
}

/// The files, and how their cells are read.
pub(super) struct Files {
    pub parts: Parts,
    pub segments: Vec<Segment>,
    pub requested: Vec<RequestedKind>,
    pub are_words: Vec<bool>,
    pub options: ReadOptions,
}

impl Files {
    pub fn columns(&self) -> Columns<'_> {
        let (names, requested, are_words) = (&self.parts.names, &self.requested, &self.are_words);
        Columns { names, requested, are_words, markers: &self.options.markers }
    }

    /// Bytes of all rows.
    pub fn n_bytes(&self) -> u64 {
        self.parts.parts.iter().map(|part| part.len - part.body).sum()
    }

    /// A segment once more.
    pub fn parsed(&self, segment: &Segment, rereader: &mut Rereader) -> Result<Parsed, ReadError> {
        let part = &self.parts.parts[segment.part];
        let again = rereader.text(segment, part).map_err(Trouble::Fault);
        again.and_then(|bytes| piece::parse(&bytes, segment, part, &self.columns())).map_err(|trouble| {
            match trouble {
                Trouble::Word { .. } => Fault::Changed, // in the survey it was a number
                Trouble::Fault(fault) => fault,
            }
            .of(&part.path)
        })
    }
}
