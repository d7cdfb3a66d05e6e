//! The files of a saved model, wherever they lie: in a folder, or packed in one `.zip`.

use super::archive::Archive;
use super::folder::{self, FolderError};
use std::path::Path;

/// The files of a saved model.
pub(crate) enum ModelFiles<'p> {
    /// In the folder at this path.
    Folder(&'p Path),
    /// Packed in one `.zip`, opened.
    Archive(Archive),
}

impl ModelFiles<'_> {
    /// Reads the file `name`; `None` if there is none of that name.
    ///
    /// # Errors
    /// If there is no such folder, or the file cannot be read.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, FolderError> {
        match self {
            ModelFiles::Folder(path) => folder::read(path, name),
            ModelFiles::Archive(archive) => archive.read(name),
        }
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        match self {
            ModelFiles::Folder(path) => path.join(name).exists(),
            ModelFiles::Archive(archive) => archive.has(name),
        }
    }
}
