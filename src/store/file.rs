//! Files that are written whole or not at all.

use super::lock::{self, SAVING};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Links that are followed from one to the next; the systems stop at as many.
const MOST_LINKS: usize = 40;

/// How often a temporary file is made where each is swept at once, as an old one would be.
const MOST_TRIES: usize = 100;

/// Writes `content` as the file `path`, in place of one that may be there.
///
/// # Errors
/// As [`write_with`].
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    write_with(path, |error| error, |out| out.write_all(content))
}

/// Lets `write` write the file `path`, in place of one that may be there.
///
/// It is written to a temporary file in the same folder, synced and renamed; then the folder
/// is synced. Whatever happens on the way (a full disk, a pulled plug), the old file or the
/// new one is there, whole. Who may read it stays as it was. A symbolic link stays one: what it
/// points to is replaced, or made. What is
/// no file (a device, a pipe) cannot be replaced, and is written to.
///
/// # Errors
/// Those of `write`; and, as `failed` words it, if the folder does not exist or is not writable,
/// or the disk is full.
pub fn write_with<E>(
    path: &Path,
    failed: impl Fn(io::Error) -> E,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let path = resolved(path);
    if fs::metadata(&path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let mut out = BufWriter::new(File::options().write(true).open(&path).map_err(&failed)?);
        write(&mut out)?;
        return out.flush().map_err(failed);
    }
    let (mut file, _mark) = beside(&path).map_err(&failed)?;
    let mut out = BufWriter::new(file.as_file_mut());
    write(&mut out)?;
    out.flush().map_err(&failed)?;
    drop(out);
    if let Ok(old) = fs::metadata(&path) {
        let _ = file.as_file().set_permissions(old.permissions()); // it may be another's
    }
    put_in_place(file, &path).map_err(failed)
}

/// A temporary file in the same folder, marked as being written. Those of programs that were
/// ended in mid-write go.
fn beside(path: &Path) -> io::Result<(NamedTempFile, Option<File>)> {
    lock::sweep(folder_of(path), |_| false);
    for _ in 1..MOST_TRIES {
        let file = temporary(path)?;
        if let (mark, true) = lock::mark(file.path()) {
            return Ok((file, mark));
        }
    }
    Ok((temporary(path)?, None))
}

fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(SAVING);
    // Readable as any new file is; by default a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder_of(path))
}

fn put_in_place(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder_of(path));
    Ok(())
}

/// Makes a rename last. Not every system can open a folder; the rename itself is done.
pub(super) fn sync_folder(path: &Path) {
    let _ = File::open(path).and_then(|folder| folder.sync_all());
}

/// What `path` stands for where it is a symbolic link, so that what is replaced is that and not
/// the link. It may be missing.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let mut path: PathBuf = path.components().collect(); // a slash at the end would hide the link
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else { break };
        path = folder_of(&path).join(target);
    }
    path
}

/// The folder that holds, or is to hold, the file `path`.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
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
    fn a_pipe_is_written_to_and_stays_one() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        let read = std::thread::spawn({
            let path = path.clone();
            move || fs::read(path).unwrap()
        });
        write_whole(&path, b"text").unwrap();
        assert_eq!(read.join().unwrap(), b"text");
        assert!(!fs::metadata(&path).unwrap().is_file());
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

    #[cfg(unix)]
    #[test]
    fn who_may_read_a_file_stays_and_a_link_to_nothing_is_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let room = tempfile::tempdir().unwrap();
        let (path, link) = (room.path().join("secret.json"), room.path().join("link.json"));
        fs::write(&path, b"old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        symlink("later.json", &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(room.path().join("later.json")).unwrap(), b"new");
    }
}
