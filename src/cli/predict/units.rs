//! Whether new rows are in the units that the model learned.

use crate::data::Notice;
use crate::data::read::{Chunk, Notations, ReadError};

/// The units that the model learned, and what is known of all rows of the files so far.
pub(super) struct Units {
    learned: Notations,
    of_files: Vec<Notice>,
}

impl Units {
    /// `notices` are those of the first file.
    pub fn new(learned: Notations, notices: &[Notice]) -> Units {
        Units { learned, of_files: notices.to_vec() }
    }

    /// What is to be told of the units of some rows.
    ///
    /// # Errors
    /// A column is in another unit.
    pub fn check(&mut self, chunk: &Chunk) -> Result<Vec<Notice>, ReadError> {
        self.of_files.extend(chunk.notices.iter().cloned());
        self.learned.check(&chunk.table, &self.of_files).map_err(|fault| fault.of(&chunk.file))
    }
}
