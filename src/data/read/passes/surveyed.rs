//! What is known of a table after the first pass.

use super::facts::Facts;
use super::files::Parts;
use super::piece::{self, Columns, Parsed, Trouble};
use super::reread::Rereader;
use super::segment::Segment;
use crate::data::read::kinds::RequestedKind;
use crate::data::read::{Fault, ReadError, ReadOptions};
use crate::data::table::Table;
use std::collections::HashMap;

/// What the first pass found out.
pub struct Survey {
    /// A small table of some of the rows, finished as the whole would be: the first ones, and every row at
    /// which a column shows something new. What a column is for, its kind, its levels and its classes are
    /// on it what they are on the whole.
    pub sketch: Table,
    /// Whether it is the whole.
    pub is_complete: bool,
    /// Rows of the whole.
    pub n_rows: usize,
    /// SHA-256 of the file; of a folder, of its files one after the other.
    pub sha256: String,
    pub(super) files: Files,
    pub(super) facts: Vec<Facts>,
    /// Of each column of words that are numbers after all, what they stand for.
    pub(super) written: Vec<HashMap<String, f64>>,
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
