//! One writer a folder, and no waste of those that were ended in mid-write.
//!
//! Locks are the operating system's: they end with the program that holds them, however it ends.
//! Where a file system has none, everything works but for the refusal. What is being written is
//! marked in the same way, on Unix only: elsewhere a lock would keep its own writer out.

use super::paths::folder_of;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// What files and folders are called while they are written.
pub(super) const SAVING: &str = ".saving-";

/// Letters and digits behind [`SAVING`].
const N_RANDOM: usize = 6;

/// The right to write what is at a path, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of `path`, `.NAME.lock` beside it; `None` if another program holds it.
    ///
    /// # Errors
    /// If no file can be made there.
    pub fn take(path: &Path) -> io::Result<Option<Lock>> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let path = folder_of(path).join(format!(".{name}.lock"));
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&path)?;
            if let Err(TryLockError::WouldBlock) = file.try_lock() {
                return Ok(None);
            }
            // The one who held it may have removed the file in between: then it locks nothing.
            if is_at(&file, &path) {
                return Ok(Some(Lock { path, _file: file }));
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the open file is still the one at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |found: fs::Metadata| (found.dev(), found.ino());
    matches!((file.metadata().map(number), fs::metadata(path).map(number)), (Ok(open), Ok(there)) if open == there)
}

/// An open file cannot be removed elsewhere.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

/// Marks the file or folder at `path`, which was just made, as one that is being written, until
/// what comes back is dropped; whether it is still there, or was swept in between.
pub(super) fn mark(path: &Path) -> (Option<File>, bool) {
    if cfg!(not(unix)) {
        return (None, true);
    }
    let Ok(open) = File::open(path) else { return (None, path.exists()) };
    let is_ours = !matches!(open.try_lock(), Err(TryLockError::WouldBlock));
    let is_there = is_ours && path.exists();
    (Some(open), is_there)
}

/// Removes what earlier writers left in `folder` when they were ended, and no living one's.
/// `is_ours` tells the files that may lie in a folder of theirs.
pub(super) fn sweep(folder: &Path, is_ours: impl Fn(&str) -> bool) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().filter(|_| cfg!(unix));
    for entry in entries.filter(|entry| is_left(&entry.file_name().to_string_lossy())) {
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        if !(kind.is_file() || kind.is_dir() && holds_only(&path, &is_ours)) {
            continue;
        }
        // Held until it is removed: its writer may be just about to mark it.
        let Some(_mark) = File::open(&path).ok().filter(|open| open.try_lock().is_ok()) else { continue };
        let _ = if kind.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
}

fn is_left(name: &str) -> bool {
    let random = name.strip_prefix(SAVING);
    random.is_some_and(|random| random.len() == N_RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn holds_only(folder: &Path, is_ours: impl Fn(&str) -> bool) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().all(|entry| is_ours(&entry.file_name().to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_leaves_nothing() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("model");
        let lock = Lock::take(&path).unwrap().unwrap();
        assert!(Lock::take(&path).unwrap().is_none());
        assert!(Lock::take(&room.path().join("other")).unwrap().is_some());
        drop(lock);
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0);
        assert!(Lock::take(&path).unwrap().is_some());
        assert!(Lock::take(&path.join("deeper")).is_err());
    }

    #[test]
    fn the_dead_are_swept_and_the_living_and_the_foreign_are_not() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name);
        for name in [".saving-abc123", ".saving-living", ".saving-a.csv", "saving-abc123"] {
            fs::write(at(name), "x").unwrap();
        }
        for (folder, file) in [(".saving-Folder", "config.json"), (".saving-Thesis", "thesis.txt")] {
            fs::create_dir(at(folder)).unwrap();
            fs::write(at(folder).join(file), "x").unwrap();
        }
        let (_living, is_there) = mark(&at(".saving-living"));
        assert!(is_there);
        sweep(room.path(), |name| name == "config.json");
        let mut left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, [".saving-Thesis", ".saving-a.csv", ".saving-living", "saving-abc123"]);
    }

    #[test]
    fn what_was_swept_before_it_was_marked_is_made_again() {
        let room = tempfile::tempdir().unwrap();
        assert!(!mark(&room.path().join("gone")).1);
    }
}
