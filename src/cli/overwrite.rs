//! What a command reads, or has just saved, is not to be lost under its own output.

use super::console::Console;
use super::failure::Failure;
use crate::data::catalogue;
use crate::report::Say;
use crate::report::words::errors as words;
use crate::store::file::folder_of;
use std::path::{Path, PathBuf};

/// Refuses an `output` that is one of the files of this run: the table called `data` (which
/// may be a built-in one), or the `others`.
///
/// # Errors
/// If it is.
pub(super) fn refuse(
    output: Option<&Path>,
    data: &str,
    others: &[Option<&Path>],
    console: &Console,
) -> Result<(), Failure> {
    let Some(output) = output else { return Ok(()) };
    let table = (catalogue::find(data).is_none() && data != "-").then(|| Path::new(data));
    let mut own = table.into_iter().chain(others.iter().copied().flatten());
    let target = place(output);
    if own.any(|own| place(own) == target) {
        return Err(Failure::Usage(words::OutputIsOwn { path: output.display() }.say(console.lang)));
    }
    Ok(())
}

/// The path without links and detours; of a file that is yet to be written, its folder's.
fn place(path: &Path) -> PathBuf {
    let beside = || Some(folder_of(path).canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(beside).unwrap_or_else(|| path.to_owned())
}
