//! A model's folder as one file, a `.zip`: what a browser can save at once.

use super::folder::OURS;
use std::fs::{self, File};
use std::io::{self, Cursor, Read, Write};
use std::path::Path;
use tempfile::TempDir;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, ZipArchive};

/// How every `.zip` with a file in it begins.
const SIGNATURE: &[u8; 4] = b"PK\x03\x04";
/// The files of a GPT that other programs write, besides [`OURS`].
const OF_OTHERS: [&str; 3] = ["vocab.json", "merges.txt", "model.safetensors.index.json"];
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
pub fn is_archive(path: &Path) -> bool {
    let mut start = [0; SIGNATURE.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && &start == SIGNATURE
}

/// The model in the archive at `path`, unpacked into a folder that lasts as long as what is returned.
/// Only files that belong to a model are unpacked, by their names without their folders.
///
/// # Errors
/// An archive that cannot be read or is damaged, a full disk.
pub fn unpack(path: &Path) -> io::Result<TempDir> {
    let most = fs::metadata(path)?.len().saturating_mul(MOST_TIMES);
    let mut archive = ZipArchive::new(File::open(path)?)?;
    let folder = tempfile::tempdir()?;
    for at in 0..archive.len() {
        let file = archive.by_index(at)?;
        let name = file.name().rsplit('/').next().unwrap_or_default().to_owned();
        let is_shard = name.starts_with("model-") && name.ends_with(".safetensors");
        if file.is_file() && (is_shard || OURS.contains(&name.as_str()) || OF_OTHERS.contains(&name.as_str())) {
            let mut to = File::create_new(folder.path().join(name))?;
            if io::copy(&mut file.take(most), &mut to)? == most {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(content: &[u8]) -> (TempDir, std::path::PathBuf) {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("m.zip");
        fs::write(&path, content).unwrap();
        (room, path)
    }

    #[test]
    fn what_is_packed_is_unpacked_and_nothing_else() {
        let files =
            [("config.json", b"{}".to_vec()), ("model.safetensors", vec![7; 4000]), ("../../evil.txt", b"x".to_vec())];
        let packed = bytes("my-model", &files);
        assert_eq!(packed, bytes("my-model", &files));
        let (_room, path) = written(&packed);
        assert!(is_archive(&path));
        let folder = unpack(&path).unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["config.json", "model.safetensors"]);
        assert_eq!(fs::read(folder.path().join("model.safetensors")).unwrap(), [7; 4000]);
    }

    #[test]
    fn an_archive_that_is_damaged_or_swells_is_refused() {
        let (_room, path) = written(b"PK\x03\x04 and no more");
        assert!(is_archive(&path) && unpack(&path).is_err());
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("config.json", SimpleFileOptions::default()).unwrap();
        archive.write_all(&vec![b' '; 1_000_000]).unwrap();
        let (_room, path) = written(&archive.finish().unwrap().into_inner());
        assert_eq!(unpack(&path).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        let (_room, path) = written(b"\\data\\");
        assert!(!is_archive(&path));
    }
}
