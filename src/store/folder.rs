//! Folders that are written whole or not at all.
//!
//! The files are written to a new folder beside the old one, synced, and then the two change
//! places. Whatever happens on the way (a full disk, a pulled plug), one complete folder is
//! left, either under its name or under `.NAME.previous`, from where the next reader takes
//! it back.

use super::file::{resolved, sync_folder};
use super::lock::{self, Lock, SAVING};
use super::paths::folder_of;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Files that belong to a saved model: a folder with anything else in it is never replaced.
pub(super) const OURS: [&str; 9] = [
    "config.json",
    "model.safetensors",
    "model.arpa",
    "tokenizer.json",
    "tokenizer_config.json",
    "training.json",
    "checkpoint.safetensors",
    "generation_config.json",
    "logits.json",
];

/// How often a swap is tried where readers get in between.
const MOST_TRIES: usize = 100;

/// Why a folder could not be written or read. Nothing is lost: what was there is still there.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The operating system said no: no such file, a full disk, no permission.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        source: io::Error,
    },
    /// The folder holds a file that is no part of a saved model.
    NotAModel {
        /// The path of the folder.
        path: PathBuf,
        /// The name of the first such file.
        found: String,
    },
}

/// Writes `files` (name and content) as the folder `path`, in place of a saved model that may
/// be there.
///
/// # Errors
/// If the disk is full or not writable, or if something else than a saved model is at `path`.
pub(super) fn write(path: &Path, files: &[(&str, &[u8])]) -> Result<(), FolderError> {
    let path = &resolved(path);
    recover(path)?;
    refuse_foreign(path)?;
    if path.exists() {
        remove(&previous(path))?; // left by a swap that was interrupted at its end
    }
    let parent = folder_of(path);
    fs::create_dir_all(parent).map_err(at(parent))?;
    lock::sweep(parent, |name| OURS.contains(&name));
    let (fresh, _mark) = beside(parent).map_err(at(parent))?;
    for (name, content) in files {
        let file = fresh.path().join(name);
        write_synced(&file, content).map_err(at(path.join(name)))?;
    }
    swap(fresh.path(), path)?;
    let _ = fresh.keep(); // it has moved: there is nothing left to remove
    Ok(())
}

/// A new folder in `parent`, marked as being written.
fn beside(parent: &Path) -> io::Result<(TempDir, Option<File>)> {
    let fresh = || tempfile::Builder::new().prefix(SAVING).tempdir_in(parent);
    for _ in 1..MOST_TRIES {
        let folder = fresh()?;
        if let (mark, true) = lock::mark(folder.path()) {
            return Ok((folder, mark));
        }
    }
    Ok((fresh()?, None))
}

/// The right to write the folder `path`, whose parent is made if need be; `None` if another
/// program has it. A swap that was interrupted is ended first, so that what is there can be seen.
///
/// # Errors
/// If nothing can be written there.
pub(super) fn claim(path: &Path) -> Result<Option<Lock>, FolderError> {
    let path = &resolved(path);
    let parent = folder_of(path);
    fs::create_dir_all(parent).map_err(at(parent))?;
    let lock = Lock::take(path).map_err(at(path))?;
    if lock.is_some() {
        recover(path)?;
    }
    Ok(lock)
}

/// Reads the file `name` of the folder `path`; `None` if the folder has none of that name.
///
/// # Errors
/// If there is no such folder or the file cannot be read.
pub(super) fn read(path: &Path, name: &str) -> Result<Option<Vec<u8>>, FolderError> {
    let path = &resolved(path);
    recover(path)?;
    if fs::read_dir(path).is_err() {
        recover(path)?; // it may have been between its two names
        fs::read_dir(path).map_err(at(path))?;
    }
    match fs::read(path.join(name)) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(at(path.join(name))(error)),
    }
}

/// The folder takes its name; an older one of that name steps aside first, and goes last.
fn swap(fresh: &Path, path: &Path) -> Result<(), FolderError> {
    let previous = previous(path);
    for tries_left in (0..MOST_TRIES).rev() {
        let replaces = step_aside(path, &previous)?;
        let Err(error) = fs::rename(fresh, path) else { break };
        // A reader may have taken this for an interrupted swap and put the old folder back.
        if replaces && !path.exists() {
            fs::rename(&previous, path).map_err(at(path))?;
        }
        if !replaces || tries_left == 0 {
            return Err(at(path)(error));
        }
    }
    sync_folder(folder_of(path));
    remove(&previous)
}

/// Takes the folder that may be at `path` out of the way; whether there was one.
fn step_aside(path: &Path, previous: &Path) -> Result<bool, FolderError> {
    match fs::rename(path, previous) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(at(path)(error)),
    }
}

/// Ends a swap that was interrupted half-way, or that another program is at: it will try
/// again. Nothing is removed here, since a swap may begin at any moment.
fn recover(path: &Path) -> Result<(), FolderError> {
    let previous = previous(path);
    if path.exists() || !previous.exists() {
        return Ok(());
    }
    match fs::rename(&previous, path) {
        Err(error) if !path.exists() && previous.exists() => Err(at(path)(error)),
        _ => Ok(()),
    }
}

/// Removes a folder, unless another program has. It gets the name of what is being written first,
/// so that no half of it is ever found under its own.
fn remove(path: &Path) -> Result<(), FolderError> {
    if !path.exists() {
        return Ok(());
    }
    let (waste, _mark) = beside(folder_of(path)).map_err(at(path))?;
    match fs::rename(path, waste.path()).and_then(|()| fs::remove_dir_all(waste.path())) {
        // Not every system puts a folder in the place of an empty one.
        Err(_) if path.exists() => match fs::remove_dir_all(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path)(error)),
            _ => Ok(()),
        },
        _ => Ok(()), // what is left is swept
    }
}

fn refuse_foreign(path: &Path) -> Result<(), FolderError> {
    if !path.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(at(path))? {
        let found = entry.map_err(at(path))?.file_name().to_string_lossy().into_owned();
        if !OURS.contains(&found.as_str()) {
            return Err(FolderError::NotAModel { path: path.to_owned(), found });
        }
    }
    Ok(())
}

fn write_synced(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(content)?;
    file.sync_all()
}

fn previous(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.previous"))
}

fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> FolderError {
    let path = path.into();
    |source| FolderError::Io { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> (tempfile::TempDir, PathBuf) {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("deep/model");
        (room, path)
    }

    #[test]
    fn a_folder_is_written_replaced_and_leaves_nothing_behind() {
        let (_room, path) = room();
        write(&path, &[("config.json", b"1"), ("training.json", b"2")]).unwrap();
        write(&path, &[("config.json", b"3")]).unwrap();
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"3");
        assert_eq!(read(&path, "training.json").unwrap(), None);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_not_a_model_is_never_replaced() {
        let (_room, path) = room();
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("thesis.txt"), "years of work").unwrap();
        let error = write(&path, &[("config.json", b"1")]).unwrap_err();
        assert!(matches!(error, FolderError::NotAModel { ref found, .. } if found == "thesis.txt"));
        assert!(path.join("thesis.txt").exists());
    }

    #[test]
    fn a_failed_write_leaves_the_old_folder() {
        let (_room, path) = room();
        write(&path, &[("config.json", b"old")]).unwrap();
        // A file in a folder that does not exist fails half-way, as a full disk would.
        let error = write(&path, &[("config.json", b"new"), ("no/such/folder", b"")]).unwrap_err();
        assert!(matches!(error, FolderError::Io { .. }));
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"old");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn an_interrupted_swap_is_mended_by_the_next_reader() {
        let (_room, path) = room();
        write(&path, &[("config.json", b"old")]).unwrap();
        fs::rename(&path, previous(&path)).unwrap(); // the plug is pulled here
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"old");
        fs::create_dir_all(previous(&path)).unwrap(); // or here
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"old");
        fs::write(previous(&path).join("config.json"), "older").unwrap();
        write(&path, &[("config.json", b"new")]).unwrap();
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"new");
        assert!(!previous(&path).exists());
    }

    #[test]
    fn an_old_folder_goes_as_a_whole() {
        let (_room, path) = room();
        write(&path, &[("config.json", b"1")]).unwrap();
        fs::rename(&path, previous(&path)).unwrap();
        remove(&previous(&path)).unwrap();
        remove(&previous(&path)).unwrap(); // there is none
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 0);
    }

    #[test]
    fn readers_do_not_disturb_a_writer() {
        let (_room, path) = room();
        write(&path, &[("config.json", b"0")]).unwrap();
        let done = std::sync::atomic::AtomicBool::new(false);
        let is_done = || done.load(std::sync::atomic::Ordering::Relaxed);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while !is_done() {
                        let _ = read(&path, "config.json"); // as a program that happens to look
                    }
                });
            }
            let written: Vec<_> = (0..300).map(|_| write(&path, &[("config.json", b"1")])).collect();
            done.store(true, std::sync::atomic::Ordering::Relaxed);
            written.into_iter().for_each(|written| written.unwrap());
        });
        assert_eq!(read(&path, "config.json").unwrap().unwrap(), b"1");
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_folder_is_replaced_where_it_is() {
        let (room, path) = room();
        let link = room.path().join("link");
        write(&path, &[("config.json", b"1")]).unwrap();
        std::os::unix::fs::symlink("deep/model", &link).unwrap();
        for (content, link) in [(b"2", link.clone()), (b"3", link.join(""))] {
            write(&link, &[("config.json", content)]).unwrap();
            assert!(fs::symlink_metadata(room.path().join("link")).unwrap().is_symlink());
            assert_eq!(read(&path, "config.json").unwrap().unwrap(), content);
            assert_eq!(read(&link, "config.json").unwrap().unwrap(), content);
        }
    }

    #[test]
    fn a_missing_folder_is_named() {
        let (_room, path) = room();
        assert!(read(&path, "config.json").unwrap_err().to_string().contains("model"));
    }
}
