//! What went wrong, where, and what to do about it: a file a room that errors come from.

mod data;
mod files;
mod fit;
mod lab;
mod language;
mod task;
mod training;

use crate::report::names;
use crate::report::words::Lang;

crate::report::words::messages! {
    Error = "error: ";
    InFile { file, what } = "{file}: {what}", file = file_name(file);
    NoSuchPath = "there is no such file or folder. Check the path.";
    NoSuchFolder { folder } = "there is no folder {folder}. Make it first, or write elsewhere.";
    NotAllowed = "permission denied. Choose another place or file.";
    IsFolder = "this is a folder, not a file. Add the name of a file.";
    Io { message } = "it cannot be read or written: {message}.";
    NoSuchModelFolder =
        "there is no such folder. Train a model with melon pretrain --save first, or use gpt or chat, which are built in.";
    NoModelFile { file } =
        "it has no {file}: it is not a saved model, or was not copied completely. A model is a folder that melon pretrain --save has written.";
    DiskFull =
        "the disk is full and nothing was written; what was there is still there. Make room and try again, or save elsewhere.";
    OutputIsOwn { flag, path } =
        "{flag} {path} would overwrite a file that this command itself reads or saves. Choose another name.";
    NoConversations { file } =
        "{file}: there is no conversation in it. Each line should hold one {{\"messages\": [...]}}.";
}

/// A name from the data as the reader should see it.
fn show(name: &str) -> String {
    names::show(Lang::En, name)
}

/// `a, b, c`.
fn list(names: &[String]) -> String {
    Lang::En.names(names.iter().map(|name| show(name)))
}

/// The sentence that asks for what may have been meant, if anything.
fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| format!(" Did you mean {}?", show(name)))
}

/// A file as the user named it; `-` is the standard input.
fn file_name(file: impl ToString) -> String {
    let file = file.to_string();
    if file == "-" { "standard input".to_owned() } else { file }
}

/// A setting as it is written on the command line.
fn flag(setting: &str) -> String {
    setting.replace('_', "-")
}

/// Every text about errors, for the tests.
#[cfg(test)]
pub(super) fn every() -> [&'static [(&'static str, &'static str)]; 8] {
    [ALL, data::ALL, files::ALL, fit::ALL, lab::ALL, language::ALL, task::ALL, training::ALL]
}
