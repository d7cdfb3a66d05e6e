//! Text from a model or from outside, made visible: nothing of it moves the cursor of a
//! terminal or changes how a page is set.

use unicode_width::UnicodeWidthChar;

/// A token as it can be seen: spaces and line ends get a sign, and what has no width a dot.
pub fn visible(token: &str) -> String {
    let sign = |c: char| match c {
        ' ' => '␣',
        c if c.width() == Some(0) => '·',
        c => visible_char(c),
    };
    token.chars().map(sign).collect()
}

/// Running text as it can be seen: with its spaces, where lines may be broken.
pub fn running(text: &str) -> String {
    text.chars().map(visible_char).collect()
}

/// Text that a reader gets as it is, but for what would act on a terminal.
pub fn harmless(text: &str) -> String {
    text.chars().filter(|&c| is_harmless(c)).collect()
}

/// Whether a character only stands where it is: one that does not may move the cursor, or turn the text around it.
pub fn is_harmless(c: char) -> bool {
    c == '\n' || c == '\t' || !(c.is_control() || is_invisible(c))
}

/// A message of one or more lines, parts of which may come from a file.
pub fn message(text: &str) -> String {
    text.lines().map(running).collect::<Vec<_>>().join("\n")
}

/// The first characters of a running text, with an ellipsis where something is missing.
pub fn beginning(text: &str, n_chars: usize) -> String {
    let more = if text.chars().count() > n_chars { "…" } else { "" };
    running(&text.chars().take(n_chars).collect::<String>()) + more
}

/// The last characters of a running text, with an ellipsis where something is missing.
pub fn ending(text: &str, n_chars: usize) -> String {
    let n_before = text.chars().count().saturating_sub(n_chars);
    let more = if n_before > 0 { "…" } else { "" };
    more.to_owned() + &running(&text.chars().skip(n_before).collect::<String>())
}

fn visible_char(c: char) -> char {
    match c {
        '\n' => '⏎',
        '\t' => '⇥',
        c if c.is_control() || is_invisible(c) => '·',
        c => c,
    }
}

/// Characters that only direct how others are set, as the direction of writing. Those that join
/// letters, and accents that stand on them, belong to a text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::page::{Emphasis, emphasise};

    #[test]
    fn nothing_moves_the_cursor_or_marks_up_a_page() {
        assert_eq!(visible("a b\n\u{1b}[2J\u{301}"), "a␣b⏎·[2J·");
        assert_eq!(harmless("a\tb\r\n\u{1b}[2J\u{9b}2J\u{202e}👩‍🌾"), "a\tb\n[2J2J👩‍🌾");
        assert_eq!(running("a b\r\n\u{202E}e\u{301}"), "a b·⏎·e\u{301}");
        assert_eq!(running(&emphasise(Emphasis::Strong, "x")), "·x·");
    }

    #[test]
    fn an_excerpt_says_where_something_is_missing() {
        assert_eq!((beginning("瓜ab", 2), ending("瓜ab", 2)), ("瓜a…".to_owned(), "…ab".to_owned()));
        assert_eq!((beginning("ab", 2), ending("ab", 2)), ("ab".to_owned(), "ab".to_owned()));
    }
}
