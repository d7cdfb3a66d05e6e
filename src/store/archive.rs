//! A model's folder as one file, a `.zip`: what a browser can save, and open, at once.

use super::folder::FolderError;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, ZipArchive};

/// How every `.zip` with a file in it begins.
const SIGNATURE: &[u8; 4] = b"PK\x03\x04";
/// Bytes that a file unpacks to, at most, for each byte of the archive; weights hardly shrink.
const MOST_TIMES: u64 = 100;

/// An archive with the folder `folder`, in which these files stand. The same files make the same bytes.
pub fn bytes(folder: &str, files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        archive.start_file(format!("{folder}/{name}"), stored).expect("a few short names");
        archive.write_all(content).expect("memory takes what it is given");
    }
    archive.finish().expect("memory takes what it is given").into_inner()
}

/// Whether the file at `path` begins as an archive does.
pub(super) fn is_archive(path: &Path) -> bool {
    let mut start = [0; SIGNATURE.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && &start == SIGNATURE
}

/// An archive in which files are found by their names without their folders. Nothing is unpacked
/// before it is asked for.
pub(crate) struct Archive {
    name: PathBuf,
    zip: RefCell<ZipArchive<Box<dyn ReadSeek>>>,
    /// Where each file stands.
    places: BTreeMap<String, usize>,
    /// Bytes that a file may have.
    most: u64,
}

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

impl Archive {
    /// The archive at `path`.
    ///
    /// # Errors
    /// If it cannot be read, is damaged, or two of its files have one name.
    pub fn open(path: &Path) -> io::Result<Archive> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        Archive::new(path.into(), Box::new(file), n_bytes)
    }

    /// An archive in memory; `name` is what its errors call it.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn of_bytes(name: &str, bytes: Vec<u8>) -> io::Result<Archive> {
        let n_bytes = bytes.len() as u64;
        Archive::new(name.into(), Box::new(Cursor::new(bytes)), n_bytes)
    }

    fn new(name: PathBuf, content: Box<dyn ReadSeek>, n_bytes: u64) -> io::Result<Archive> {
        let zip = ZipArchive::new(content)?;
        let mut places = BTreeMap::new();
        for (at, path) in (0..zip.len()).filter_map(|at| Some((at, zip.name_for_index(at)?))) {
            let file = path.rsplit('/').next().unwrap_or_default();
            if !file.is_empty() && places.insert(file.to_owned(), at).is_some() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
        }
        Ok(Archive { name, zip: RefCell::new(zip), places, most: n_bytes.saturating_mul(MOST_TIMES) })
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// Unpacks the file `name`; `None` if there is none of that name.
    ///
    /// # Errors
    /// If it is damaged, has a password, or is larger than any model's packed as small.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, FolderError> {
        let Some(&at) = self.places.get(name) else { return Ok(None) };
        let content = self.unpacked(at);
        content.map(Some).map_err(|source| FolderError::Io { path: self.name.join(name), source })
    }

    fn unpacked(&self, at: usize) -> io::Result<Vec<u8>> {
        let mut zip = self.zip.borrow_mut();
        let mut content = Vec::new();
        let n_bytes = zip.by_index(at)?.take(self.most).read_to_end(&mut content)?;
        if n_bytes as u64 == self.most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(content) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_from_a_disk_and_from_memory() {
        let files = [("config.json", b"{}".to_vec()), ("model.safetensors", vec![7; 4000])];
        let packed = bytes("my-model", &files);
        assert_eq!(packed, bytes("my-model", &files));
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("m.zip");
        std::fs::write(&path, &packed).unwrap();
        assert!(is_archive(&path));
        for archive in [Archive::open(&path).unwrap(), Archive::of_bytes("m.zip", packed).unwrap()] {
            assert_eq!(archive.read("model.safetensors").unwrap(), Some(vec![7; 4000]));
            assert!(archive.has("config.json") && !archive.has("my-model") && !archive.has(""));
            assert_eq!(archive.read("training.json").unwrap(), None);
        }
    }

    #[test]
    fn an_archive_that_is_damaged_ambiguous_or_swells_is_refused() {
        assert!(Archive::of_bytes("m", b"PK\x03\x04 and no more".to_vec()).is_err());
        let mut broken = bytes("m", &[("config.json", vec![b'x'; 1000])]);
        broken[500] ^= 1;
        let error = Archive::of_bytes("m.zip", broken).unwrap().read("config.json").unwrap_err();
        assert!(matches!(error, FolderError::Io { path, .. } if path == Path::new("m.zip/config.json")));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for folder in ["a", "b"] {
            zip.start_file(format!("{folder}/config.json"), SimpleFileOptions::default()).unwrap();
        }
        assert!(Archive::of_bytes("m", zip.finish().unwrap().into_inner()).is_err());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("config.json", SimpleFileOptions::default()).unwrap();
        zip.write_all(&vec![b' '; 1_000_000]).unwrap();
        let swollen = Archive::of_bytes("m", zip.finish().unwrap().into_inner()).unwrap();
        let error = swollen.read("config.json").unwrap_err();
        assert!(matches!(error, FolderError::Io { source, .. } if source.kind() == io::ErrorKind::FileTooLarge));
    }
}
