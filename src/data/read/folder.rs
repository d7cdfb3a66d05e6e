//! The files that a table is made of: one, or those of a folder.

use super::{Fault, ReadError};
use std::fs;
use std::path::{Path, PathBuf};

/// How files of a folder end that are parts of a table.
const EXTENSIONS: [&str; 4] = ["csv", "tsv", "txt", "parquet"];

/// The file at `path`, or the files of the folder there that are parts of a table, in the order of their names;
/// hidden ones are passed over.
pub(super) fn files(path: &str) -> Result<Vec<String>, ReadError> {
    if !Path::new(path).is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let listed = || -> std::io::Result<Vec<PathBuf>> { fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect() };
    let is_part = |file: &PathBuf| {
        let is_hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let extension = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        !is_hidden && file.is_file() && EXTENSIONS.contains(&extension.as_str())
    };
    let mut files = listed().map_err(|error| Fault::from(error).of(path))?;
    files.retain(is_part);
    files.sort();
    match files.is_empty() {
        true => Err(Fault::NoTables.of(path)),
        false => Ok(files.into_iter().map(|file| file.display().to_string()).collect()),
    }
}

/// Bytes of these files; `None` where there is none.
pub fn n_bytes(path: &str) -> Option<u64> {
    let sizes = files(path).ok()?.into_iter().map(|file| Some(fs::metadata(file).ok()?.len()));
    sizes.sum()
}
