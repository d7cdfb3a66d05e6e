//! Lines: widths as seen, padding, breaking.

use crate::report::page::{Emphasis, of_mark};
use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes on a terminal.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// `text` filled up with spaces on its right.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` filled up with spaces on its left.
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// `text` cut to at most `columns`, with an ellipsis where something is missing.
pub fn shorten(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let (mut kept, mut taken) = (String::new(), 0);
    for c in text.chars() {
        taken += width(c.encode_utf8(&mut [0; 4]));
        if taken >= columns {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// `text` broken into lines of at most `columns`, where Unicode (UAX 14) allows it. A command is broken between its
/// arguments or not at all, so that it can still be typed: a longer argument makes a longer line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    // An equation stays on one line, with spaces in it or without.
    let in_equation = |end: usize| text[..end].trim_end().ends_with('=') || text[end..].starts_with("= ");
    let commands = commands(text);
    let in_argument = |end: usize| {
        let at = commands.iter().find(|command| command.start < end && end <= command.end);
        at.map_or_else(|| is_in_option(&text[..end]), |command| !is_between_arguments(&text[command.start..end]))
    };
    for (end, opportunity) in linebreaks(text).filter(|&(end, _)| !in_equation(end) && !in_argument(end)) {
        let piece = &text[start..end];
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > columns {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(piece);
        if !commands.iter().any(|command| command.start < end && start < command.end) {
            lines.extend(overflow(&mut line, columns));
        }
        if opportunity == BreakOpportunity::Mandatory {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        start = end;
    }
    lines
}

/// Where the commands of a text with marks stand.
fn commands(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match (of_mark(c), from) {
            (Some(Some(Emphasis::Command)), _) => from = Some(at + c.len_utf8()),
            (Some(_), Some(start)) => {
                found.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether an argument of a command ends here: at a space that is not within quotes.
fn is_between_arguments(before: &str) -> bool {
    before.ends_with(' ') && ['\'', '"'].iter().all(|&quote| before.matches(quote).count().is_multiple_of(2))
}

/// Whether an option ends here, as `--k-` before `range`.
fn is_in_option(before: &str) -> bool {
    const LONGEST: usize = 40;
    let is_of_option = |c: &char| *c == '-' || c.is_ascii_alphanumeric();
    let backwards: String = before.chars().rev().take(LONGEST).take_while(is_of_option).collect();
    backwards.ends_with("--")
}

/// What does not fit of a word longer than a line, in full lines; `line` keeps the rest. Of a
/// very long word only as much is looked at, line by line, as may fit.
fn overflow(line: &mut String, columns: usize) -> Vec<String> {
    let mut full = Vec::new();
    let mut from = 0;
    while is_wider(line[from..].trim_end(), columns) {
        let rest = &line[from..];
        let fits = |end: usize| end > 0 && width(&rest[..end]) <= columns;
        let Some(end) = rest.char_indices().map(|(at, _)| at).take_while(|&at| at == 0 || fits(at)).last() else {
            break;
        };
        if end == 0 {
            break; // not even one character fits
        }
        full.push(rest[..end].to_owned());
        from += end;
    }
    line.drain(..from);
    full
}

/// Whether `text` takes more than `columns`: its beginning tells.
fn is_wider(text: &str, columns: usize) -> bool {
    const MOST_CHARACTERS_A_COLUMN: usize = 16;
    let beginning = text.char_indices().nth(MOST_CHARACTERS_A_COLUMN * (columns + 1)).map_or(text.len(), |(at, _)| at);
    width(&text[..beginning]) > columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("这个瓜熟了。", 10), ["这个瓜熟", "了。"]);
        assert_eq!(wrap("one melon more", 9), ["one melon", "more"]);
        assert_eq!(wrap("", 9), [""; 0]);
        assert_eq!(wrap("a viiiiiiiii one", 5), ["a", "viiii", "iiiii", "one"]);
        assert_eq!(wrap("瓜", 1), ["瓜"]);
        assert_eq!(wrap("no penalty (l2 = 0): none", 14), ["no penalty", "(l2 = 0): none"]);
    }

    #[test]
    fn a_command_is_broken_between_its_arguments() {
        let shown = |command: &str, columns: usize| {
            let text = format!("Run {} now", crate::report::page::emphasise(Emphasis::Command, command));
            let plain = |line: String| line.chars().filter(|&c| of_mark(c).is_none()).collect::<String>();
            wrap(&text, columns).into_iter().map(plain).collect::<Vec<_>>()
        };
        let long = "--melon color=green,touch=hard_smooth";
        assert_eq!(
            shown("melon tree --model naive-bayes --cv none", 32),
            ["Run melon tree --model", "naive-bayes --cv none now"]
        );
        assert_eq!(shown(long, 12), ["Run --melon", "color=green,touch=hard_smooth", "now"], "longer rather than cut");
        assert_eq!(
            shown("melon score 'a sweet melon' --lang en", 18),
            ["Run melon score", "'a sweet melon'", "--lang en now"]
        );
        assert_eq!(wrap("use --n-init 50", 8), ["use", "--n-init", "50"], "an option alone, too");
        assert_eq!(wrap("a well-known one", 8), ["a well-", "known", "one"]);
    }

    /// Line by line, not all of the rest again for each line: that took minutes.
    #[test]
    fn a_word_of_a_million_letters_is_broken_in_a_moment() {
        let word = "瓜".repeat(500_000);
        let lines = wrap(&word, 80);
        assert_eq!((lines.len(), lines.concat()), (500_000 / 40, word));
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(pad("瓜", 4), "瓜  ");
        assert_eq!(pad_left("瓜", 3), " 瓜");
        assert_eq!(shorten("西瓜西瓜", 6), "西瓜…");
    }
}
