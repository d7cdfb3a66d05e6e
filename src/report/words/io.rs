//! What the system says about a path, and what to do.

use super::errors as words;
use super::{Lang, Say};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// Why something could not be read or written.
pub fn refused(lang: Lang, error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => words::NoSuchPath.text(lang).to_owned(),
        ErrorKind::PermissionDenied => words::NotAllowed.text(lang).to_owned(),
        ErrorKind::IsADirectory => words::IsFolder.text(lang).to_owned(),
        _ => words::Io { message: error }.say(lang),
    }
}

/// Why a model's folder could not be read or written.
pub fn refused_model(lang: Lang, error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => {
            words::DiskFull.text(lang).to_owned()
        }
        ErrorKind::NotFound => words::NoSuchModelFolder.text(lang).to_owned(),
        ErrorKind::NotADirectory => words::NoModelFile { file: "config.json" }.say(lang),
        _ => words::Io { message: error }.say(lang),
    }
}

/// Why `path` could not be written.
pub fn unwritable(lang: Lang, path: &Path, error: &Error) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let why = match folder.filter(|_| error.kind() == ErrorKind::NotFound) {
        Some(folder) => words::NoSuchFolder { folder: folder.display() }.say(lang),
        None => refused(lang, error),
    };
    words::InFile { file: path.display(), what: why }.say(lang)
}
