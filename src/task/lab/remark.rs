//! Brackets in an answer: around all of it, or around a remark before or behind it.

use super::yes_no::{QUOTES, takes_back};

/// In half width, and those of Chinese that have none.
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('【', '】')];

/// `0.526` of `(0.526)`, of `0.526 (10/19)` and of `(table 2) 0.526`: the remark says more, and nothing else. One that
/// takes the answer back (`0.5 (or 0.6)`) stays.
pub(super) fn without(text: &str) -> &str {
    let mut text = text.trim_matches(QUOTES).trim();
    while let Some(rest) = BRACKETS.iter().find_map(|&brackets| without_one(text, brackets)) {
        text = rest.trim_matches(QUOTES).trim();
    }
    text
}

fn without_one(text: &str, (open, close): (char, char)) -> Option<&str> {
    if text.ends_with(close) {
        let begin = matching(text.char_indices().rev(), close, open)?;
        let inner = &text[begin + open.len_utf8()..text.len() - close.len_utf8()];
        let rest = text[..begin].trim();
        return if rest.is_empty() { Some(inner) } else { Some(rest).filter(|_| !takes_back(inner)) };
    }
    let end = matching(text.char_indices().filter(|_| text.starts_with(open)), open, close)?;
    Some(&text[end + close.len_utf8()..]).filter(|_| !takes_back(&text[..end]))
}

/// Where the bracket ends with which the text begins.
fn matching(text: impl Iterator<Item = (usize, char)>, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text {
        depth += usize::from(c == open);
        if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_only_say_more() {
        for text in [
            "0.526",
            "(0.526)",
            "[0.526]",
            "【0.526】",
            "‘0.526’",
            "「0.526」",
            "0.526 (10/19)",
            "0.526(10/19, see table)",
            "(table 2) 0.526",
            "[x] 0.526 [10/19]",
            "(‘0.526’) (as said)",
            "(0.526 (10/19))",
        ] {
            assert_eq!(without(text), "0.526", "{text}");
        }
        for text in
            ["0.5 (or 0.6)", "yes (no)", "是（其实不是", "0.5 (", ") 0.5", "ripe (not ripe)", "root (maybe colour)"]
        {
            assert_eq!(without(text), text, "{text}");
        }
        assert_eq!((without("()"), without("(("), without("(a) (b)")), ("", "((", "a"));
    }
}
