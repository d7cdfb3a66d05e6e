//! Models that the reader has opened from files of her own.

use crate::store::language::Opened;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Models that are kept; beyond, the oldest is forgotten.
const MOST: usize = 4;

/// All of them.
#[derive(Default)]
pub(super) struct OpenedFiles(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    n_opened: usize,
    models: BTreeMap<usize, Arc<Opened>>,
}

impl OpenedFiles {
    /// Keeps one, and says what it is called here, as `file-2`.
    pub fn keep(&self, opened: Opened) -> String {
        let mut kept = self.kept();
        kept.n_opened += 1;
        let number = kept.n_opened;
        kept.models.insert(number, Arc::new(opened));
        if kept.models.len() > MOST {
            kept.models.pop_first();
        }
        format!("file-{number}")
    }

    /// The one called so.
    pub fn model(&self, name: &str) -> Option<Arc<Opened>> {
        let number = name.strip_prefix("file-")?.parse().ok()?;
        self.kept().models.get(&number).cloned()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
