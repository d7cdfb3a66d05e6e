//! Errors of every room in the user's language: what happened, where, and what to do.

mod data;
mod fit;
mod gpt;
mod language;
mod open;
mod predict;
mod read;
mod scale;
mod store;
mod task;
mod tour;
mod train;

pub use language::EmptyChat;
pub use predict::InRows;

use super::names::show;
use super::words::errors as words;
use super::{Lang, Say};
use std::io;
use std::path::Path;

/// An error that can be told to the user.
pub trait Tell: std::fmt::Debug + Send + Sync {
    /// What happened, where, and what to do.
    fn tell(&self, lang: Lang) -> String;

    /// Whether an option is to blame, and not the data.
    fn is_misuse(&self) -> bool {
        false
    }
}

/// An error about what is in a file.
#[derive(Debug)]
pub struct InFile<T> {
    file: String,
    error: T,
}

impl<T: Tell> InFile<T> {
    /// `error`, which was found in `file`, as the user wrote it.
    pub fn of(error: T, file: &str) -> InFile<T> {
        InFile { file: file.to_owned(), error }
    }
}

impl<T: Tell> Tell for InFile<T> {
    fn tell(&self, lang: Lang) -> String {
        in_file(lang, &self.file, self.error.tell(lang))
    }

    fn is_misuse(&self) -> bool {
        self.error.is_misuse()
    }
}

/// `what`, with the file in front; `-` is the standard input.
fn in_file(lang: Lang, file: &str, what: String) -> String {
    let file = if file == "-" { words::StandardInput.text(lang) } else { file };
    words::InFile { file, what }.say(lang)
}

/// What the system says about a path, and what to do.
fn refused(lang: Lang, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => words::NoSuchPath.text(lang).to_owned(),
        io::ErrorKind::PermissionDenied => words::NotAllowed.text(lang).to_owned(),
        io::ErrorKind::IsADirectory => words::IsFolder.text(lang).to_owned(),
        _ => words::Io { message: error }.say(lang),
    }
}

/// Why `path` could not be written, and what to do.
pub fn unwritable(lang: Lang, path: &Path, error: &io::Error) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let told = match folder.filter(|_| error.kind() == io::ErrorKind::NotFound) {
        Some(folder) => words::FolderMissing { folder: folder.display() }.say(lang),
        None => refused(lang, error),
    };
    words::InFile { file: path.display(), what: told }.say(lang)
}

/// Sentences one behind the other: with a space between them in English.
fn sentences<const N: usize>(lang: Lang, parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    lang.sentences(parts)
}

/// `Did you mean ...?`, or nothing.
fn did_you_mean(lang: Lang, nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| words::DidYouMean { name: show(lang, name) }.say(lang))
}

/// Names as the user sees them, separated in her language's way.
fn names(lang: Lang, names: &[String]) -> String {
    lang.names(names.iter().map(|name| show(lang, name)))
}
