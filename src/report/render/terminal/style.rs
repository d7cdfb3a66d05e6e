//! Emphasis on a terminal.
//!
//! While lines are set, a change of emphasis is an invisible mark of no width, so that tables
//! and line breaking measure text as it will be seen. [`ansi`] turns the marks into styles at
//! the very end.

pub(super) use crate::report::page::emphasise as mark;
use crate::report::page::{Emphasis, Text, of_mark};
use anstyle::{AnsiColor, Color, Effects, Style as Ansi};

/// A line with marks.
pub(super) type Line = String;

/// Groups that can be told apart by colour; further ones begin again.
const GROUPS: [AnsiColor; 6] =
    [AnsiColor::Green, AnsiColor::Magenta, AnsiColor::Cyan, AnsiColor::Yellow, AnsiColor::Blue, AnsiColor::Red];

/// The mark in front of a title, which is no emphasis of running text.
const TITLE: char = '\u{E0002}';

/// Text with marks.
pub(super) fn marked(text: &Text) -> Line {
    text.0.iter().map(|span| span.emphasis.map_or(span.text.clone(), |emphasis| mark(emphasis, &span.text))).collect()
}

/// The lines of a page's title.
pub(super) fn title(lines: &[Line]) -> Vec<Line> {
    lines.iter().map(|line| format!("{TITLE}{line}{}", end())).collect()
}

/// The lines of a section's heading.
pub(super) fn heading(lines: &[Line]) -> Vec<Line> {
    lines.iter().map(|line| mark(Emphasis::Strong, line)).collect()
}

/// Lines of a text with marks: an emphasis that a break has cut ends there and begins anew.
pub(super) fn carried(lines: Vec<Line>) -> Vec<Line> {
    let mut open = None;
    let mut whole = |line: Line| {
        let before = open;
        open = line.chars().rev().find_map(of_mark).unwrap_or(before);
        match (before, open) {
            (Some(emphasis), _) => mark(emphasis, line),
            (None, Some(_)) => line + &end(),
            (None, None) => line,
        }
    };
    lines.into_iter().map(&mut whole).collect()
}

/// The line without the spaces at its end, before a last mark too.
pub(super) fn trimmed(line: &str) -> Line {
    let text = line.trim_end();
    match text.chars().next_back().filter(|&c| of_mark(c).is_some()) {
        Some(mark) => format!("{}{mark}", text[..text.len() - mark.len_utf8()].trim_end()),
        None => text.to_owned(),
    }
}

/// The marks of a finished page as ANSI styles.
pub(super) fn ansi(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 256);
    for c in page.chars() {
        match (c, of_mark(c)) {
            (TITLE, _) => out.push_str(&colour(AnsiColor::Green).effects(Effects::BOLD).render().to_string()),
            (_, Some(Some(emphasis))) => out.push_str(&style(emphasis).render().to_string()),
            (_, Some(None)) => out.push_str(&anstyle::Reset.render().to_string()),
            (c, None) => out.push(c),
        }
    }
    out
}

/// The page without ANSI styles, as a pipe gets it.
pub fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in page.chars() {
        match (inside, c) {
            (false, '\u{1b}') => inside = true,
            (true, 'm') => inside = false,
            (false, c) => text.push(c),
            (true, _) => {}
        }
    }
    text
}

fn end() -> String {
    let marked = mark(Emphasis::Strong, "x");
    marked.chars().last().into_iter().collect()
}

fn colour(colour: AnsiColor) -> Ansi {
    Ansi::new().fg_color(Some(Color::Ansi(colour)))
}

fn style(emphasis: Emphasis) -> Ansi {
    match emphasis {
        Emphasis::Strong => Ansi::new().effects(Effects::BOLD),
        Emphasis::Faint => Ansi::new().effects(Effects::DIMMED),
        Emphasis::For => colour(AnsiColor::Green),
        Emphasis::Against => colour(AnsiColor::Red),
        Emphasis::Command => colour(AnsiColor::Cyan),
        Emphasis::Group(group) => colour(GROUPS[group % GROUPS.len()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_have_no_width_and_become_ansi() {
        let text = mark(Emphasis::For, "瓜");
        assert_eq!(unicode_width::UnicodeWidthStr::width(text.as_str()), 2);
        assert_eq!(ansi(&text), "\u{1b}[32m瓜\u{1b}[0m");
        assert_eq!(plain(&ansi(&text)), "瓜");
        assert_eq!(plain(&ansi(&title(&["x".into()])[0])), "x");
    }
}
