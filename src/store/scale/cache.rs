//! What the emergence lab has trained so far: one readable file a setting.
//!
//! The file's name is a digest of the settings, and the settings stand inside, so that sizes
//! of other settings are never mixed in. It is written after each size, whole or not at all.

use crate::store::StoreError;
use crate::store::file::write_whole;
use crate::task::scale::{ScaleOptions, SizeResult};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Changes whenever the same settings would give other results.
const CACHE_VERSION: u32 = 1;

/// What decides the results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CacheSettings {
    version: u32,
    /// Which problems, how many of them, and the seed.
    pub options: ScaleOptions,
    /// Steps that were asked for.
    pub iters: Option<usize>,
    /// The time that was given instead, in seconds.
    pub budget_secs: Option<f64>,
}

/// The file in which the sizes that are done are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct ScaleCache {
    /// The settings under which they were trained.
    pub settings: CacheSettings,
    /// Steps of every size: asked for, or estimated from the time when the first one began.
    pub iters: usize,
    /// The sizes that are done.
    pub done: Vec<SizeResult>,
}

impl CacheSettings {
    /// Settings with a number of steps or a time.
    pub fn new(options: ScaleOptions, iters: Option<usize>, budget_secs: Option<f64>) -> CacheSettings {
        CacheSettings { version: CACHE_VERSION, options, iters, budget_secs }
    }

    /// The file of these settings in `folder`.
    pub(super) fn file(&self, folder: &Path) -> PathBuf {
        let text = serde_json::to_vec(self).expect("plain data");
        let digest: String = Sha256::digest(&text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        folder.join(format!("scale-{digest}.json"))
    }
}

/// What is done under these settings; `None` if nothing is.
///
/// # Errors
/// A file that cannot be read, or is damaged.
pub(super) fn load(folder: &Path, settings: &CacheSettings) -> Result<Option<ScaleCache>, StoreError> {
    let path = settings.file(folder);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(StoreError::Io { path, source }),
    };
    let cache: ScaleCache = serde_json::from_slice(&text).map_err(|error| StoreError::Damaged {
        path,
        line: error.line(),
        column: error.column(),
        fault: error.to_string(),
    })?;
    Ok(Some(cache).filter(|cache| cache.settings == *settings))
}

/// Writes what is done, whole or not at all; makes the folder if need be.
///
/// # Errors
/// A folder that cannot be made or written, a full disk.
pub(super) fn save(folder: &Path, cache: &ScaleCache) -> Result<(), StoreError> {
    let path = cache.settings.file(folder);
    let text = serde_json::to_vec(cache).expect("plain data");
    let written = fs::create_dir_all(folder).and_then(|()| write_whole(&path, &text));
    written.map_err(|source| StoreError::Io { path, source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::scale::{SIZES, train_size};

    fn settings(seed: u64) -> CacheSettings {
        CacheSettings::new(ScaleOptions { n_test: 3, seed, ..ScaleOptions::default() }, Some(2), None)
    }

    #[test]
    fn what_is_done_comes_back_bit_for_bit_and_other_settings_do_not() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("deep/cache");
        assert_eq!(load(&folder, &settings(1)).unwrap(), None);
        let done = train_size(SIZES[0], &settings(1).options, 2, &mut ()).unwrap().unwrap();
        let cache = ScaleCache { settings: settings(1), iters: 2, done: vec![done] };
        save(&folder, &cache).unwrap();
        assert_eq!(load(&folder, &settings(1)).unwrap(), Some(cache));
        assert_eq!(load(&folder, &settings(2)).unwrap(), None);
    }

    #[test]
    fn a_damaged_file_is_named_and_foreign_settings_inside_do_not_count() {
        let room = tempfile::tempdir().unwrap();
        fs::write(settings(1).file(room.path()), b"{\"settings\":").unwrap();
        assert!(matches!(load(room.path(), &settings(1)), Err(StoreError::Damaged { .. })));
        let cache = ScaleCache { settings: settings(2), iters: 2, done: Vec::new() };
        fs::write(settings(1).file(room.path()), serde_json::to_vec(&cache).unwrap()).unwrap();
        assert_eq!(load(room.path(), &settings(1)).unwrap(), None);
    }
}
