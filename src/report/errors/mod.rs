//! Errors of every room in the user's language: what happened, where, and what to do.

mod data;
mod fit;
mod gpt;
mod language;
mod predict;
mod read;
mod store;
mod task;
mod train;

pub use gpt::InFolder;
pub use predict::InRows;

use super::Lang;
use super::names::show;
use super::words::errors as words;

/// An error that can be told to the user.
pub trait Tell: std::fmt::Debug + Send + Sync {
    /// What happened, where, and what to do.
    fn tell(&self, lang: Lang) -> String;

    /// Whether an option is to blame, and not the data.
    fn is_misuse(&self) -> bool {
        false
    }
}

/// Sentences one behind the other: with a space between them in English.
fn sentences<const N: usize>(lang: Lang, parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(lang.pick("", " "))
}

/// `Did you mean ...?`, or nothing.
fn did_you_mean(lang: Lang, nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| words::did_you_mean(lang, show(lang, name)))
}

/// Names as the user sees them, separated in her language's way.
fn names(lang: Lang, names: &[String]) -> String {
    names.iter().map(|name| show(lang, name)).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
