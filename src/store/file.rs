//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `content` as the file `path`, in place of one that may be there.
///
/// It is written to a temporary file in the same folder, synced and renamed; then the folder
/// is synced. Whatever happens on the way (a full disk, a pulled plug), the old file or the
/// new one is there, whole. A symbolic link stays one: what it points to is replaced.
///
/// # Errors
/// If the folder does not exist or is not writable, or the disk is full.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".saving-");
    // Readable as any new file is; by default a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    // Not every system can open a folder; the rename itself is done.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    let here: &Path = Path::new(".");
    path.parent().filter(|parent| *parent != PathBuf::new()).unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("model.json");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("taken");
        fs::create_dir(&path).unwrap();
        // A file cannot take the place of a folder: the last step fails.
        assert!(write_whole(&path, b"new").is_err());
        assert!(path.is_dir());
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1, "no temporary file is left");
        assert!(write_whole(&room.path().join("no/such/folder"), b"new").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let room = tempfile::tempdir().unwrap();
        let (path, link) = (room.path().join("model.json"), room.path().join("latest.json"));
        fs::write(&path, b"old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }
}
