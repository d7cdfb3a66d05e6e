//! Models that the reader has opened from files of her own.

use super::shelf::Shelf;
use crate::store::language::Opened;
use std::sync::Arc;

/// Models that are kept.
const MOST: usize = 4;

/// The models opened so far, of which the last few are kept.
#[derive(Default)]
pub(super) struct OpenedFiles(Shelf<OpenedFile, MOST>);

struct OpenedFile {
    /// What it is called here, as `file-2`.
    name: String,
    model: Arc<Opened>,
}

impl OpenedFiles {
    /// Keeps one, and says what it is called here.
    pub fn keep(&self, opened: Opened) -> String {
        self.0.put(|number| OpenedFile { name: format!("file-{number}"), model: Arc::new(opened) }).name.clone()
    }

    /// The one called so.
    pub fn model(&self, name: &str) -> Option<Arc<Opened>> {
        self.0.find(|file| file.name == name).map(|file| file.model.clone())
    }
}
