//! Tokens as words without spaces, and back.

use super::{BEGIN, END, UNKNOWN};
use std::fmt::Write;

/// `token` as a word: white space and control characters become `\u{20}`, a backslash
/// becomes `\\`, and a token that reads like one of the format's own words loses its `<`.
///
/// ```
/// use melon::lm::ngram::arpa::{escape, unescape};
/// assert_eq!(escape("a b\\"), r"a\u{20}b\\");
/// assert_eq!(unescape(r"a\u{20}b\\").as_deref(), Some("a b\\"));
/// ```
pub fn escape(token: &str) -> String {
    let reserved = [BEGIN, END, UNKNOWN].contains(&token);
    let mut word = String::with_capacity(token.len());
    for c in token.chars() {
        if c == '\\' {
            word.push_str(r"\\");
        } else if c.is_whitespace() || c.is_control() || reserved && c == '<' {
            write!(word, "\\u{{{:x}}}", c as u32).expect("a string takes everything");
        } else {
            word.push(c);
        }
    }
    word
}

/// The token that [`escape`] made `word` of; `None` if it cannot have.
pub fn unescape(word: &str) -> Option<String> {
    let mut token = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(at) = rest.find('\\') {
        token.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('\\') {
            token.push('\\');
            rest = after;
        } else {
            let (digits, after) = rest.strip_prefix("u{")?.split_once('}')?;
            token.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            rest = after;
        }
    }
    token.push_str(rest);
    Some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_no_spaces_and_come_back() {
        for token in ["瓜", " ", "\n", "\u{3000}", "\\", "\\u{20}", "<s>", "</s>", "<unk>", "<0x0A>", "\u{0}", "a<s>"]
        {
            let word = escape(token);
            assert!(!word.contains(|c: char| c.is_whitespace() || c.is_control()) && !word.is_empty());
            assert!(!["<s>", "</s>", "<unk>"].contains(&word.as_str()));
            assert_eq!(unescape(&word).as_deref(), Some(token));
        }
    }

    #[test]
    fn broken_escapes_are_refused() {
        for word in [r"\", r"\x", r"\u{", r"\u{}", r"\u{zz}", r"\u{110000}"] {
            assert_eq!(unescape(word), None);
        }
    }
}
