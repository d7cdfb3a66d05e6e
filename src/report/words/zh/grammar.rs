//! How Chinese joins, and sets Latin letters apart.

use crate::report::words::Grammar;

/// The marks and joiners of Chinese.
pub const GRAMMAR: Grammar =
    Grammar { comma: "、", and: "、", phrase: "，", clause: "；", space: "", colon: "：", stop: "。", set_apart };

/// A name or a list of names between Chinese characters: set apart from them by a space where
/// it begins or ends in Latin letters or digits.
fn set_apart(name: &str) -> String {
    let gap = |edge: Option<char>| if edge.is_some_and(|c| c.is_ascii_alphanumeric()) { " " } else { "" };
    format!("{}{name}{}", gap(name.chars().next()), gap(name.chars().next_back()))
}
