//! How Chinese joins, and sets Latin letters apart.

use super::Zh;
use crate::report::words::language::Said;
use std::fmt::Display;

/// A name or a list of names between Chinese characters: set apart from them by a space where
/// it begins or ends in Latin letters or digits.
pub fn between(name: impl Display) -> String {
    let name = name.to_string();
    let gap = |edge: Option<char>| if edge.is_some_and(|c| c.is_ascii_alphanumeric()) { " " } else { "" };
    format!("{}{name}{}", gap(name.chars().next()), gap(name.chars().next_back()))
}

/// The same behind a Chinese character and before a mark.
pub fn behind(name: impl Display) -> String {
    between(name).trim_end().to_owned()
}

/// The same at the beginning of a sentence.
pub fn before(name: impl Display) -> String {
    between(name).trim_start().to_owned()
}

/// Another message or error in Chinese, to be part of one.
pub fn said(message: &impl Said<Zh>) -> String {
    message.said()
}
