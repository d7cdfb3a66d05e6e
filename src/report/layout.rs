//! Lines on a page: widths as seen, padding, breaking, headings and paragraphs.

use super::style::{Ink, Style, finish, ink};
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

/// `text` broken into lines of at most `columns`, where Unicode (UAX 14) allows it.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    // An equation stays on one line, with spaces in it or without.
    let in_equation = |end: usize| text[..end].trim_end().ends_with('=') || text[end..].starts_with("= ");
    for (end, opportunity) in linebreaks(text).filter(|&(end, _)| !in_equation(end)) {
        let piece = &text[start..end];
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > columns {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        line.push_str(piece);
        lines.extend(overflow(&mut line, columns));
        if opportunity == BreakOpportunity::Mandatory {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        start = end;
    }
    lines
}

/// What does not fit of a word longer than a line, in full lines; `line` keeps the rest.
fn overflow(line: &mut String, columns: usize) -> Vec<String> {
    let mut full = Vec::new();
    while width(line.trim_end()) > columns {
        let fits = |end: usize| end > 0 && width(&line[..end]) <= columns;
        let Some(end) = line.char_indices().map(|(at, _)| at).take_while(|&at| at == 0 || fits(at)).last() else {
            break;
        };
        if end == 0 {
            break; // not even one character fits
        }
        full.push(line.drain(..end).collect());
    }
    full
}

/// A page under construction.
#[derive(Debug)]
pub struct Page<'a> {
    /// How it is to look.
    pub style: &'a Style,
    lines: Vec<String>,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(style: &'a Style) -> Page<'a> {
        Page { style, lines: Vec::new() }
    }

    /// The columns inside the margin.
    pub fn inner_width(&self) -> usize {
        self.style.width - 2
    }

    /// The first line of the page.
    pub fn title(&mut self, text: &str) {
        let lines = wrap(text, self.style.width);
        self.lines.extend(lines.into_iter().map(|line| ink(Ink::Heading, line)));
    }

    /// An empty line and a heading.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        let lines = wrap(text, self.style.width);
        self.lines.extend(lines.into_iter().map(|line| ink(Ink::Strong, line)));
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.lines.push(String::new());
    }

    /// A paragraph, broken to the width, indented by two.
    pub fn say(&mut self, text: impl AsRef<str>) {
        let lines = wrap(text.as_ref(), self.inner_width());
        self.lines.extend(lines.into_iter().map(|line| format!("  {line}")));
    }

    /// A paragraph that may be skipped.
    pub fn remark(&mut self, text: impl AsRef<str>) {
        let lines = wrap(text.as_ref(), self.inner_width());
        self.lines.extend(lines.into_iter().map(|line| format!("  {}", ink(Ink::Faint, line))));
    }

    /// Lines that are already set, indented by two.
    pub fn block(&mut self, lines: impl IntoIterator<Item = String>) {
        self.lines.extend(lines.into_iter().map(|line| format!("  {line}")));
    }

    /// A block of a page as data.
    pub fn embed(&mut self, block: super::page::Block, plot_rows: usize) {
        let page = super::page::Page { lang: self.style.lang, blocks: vec![block] };
        let terminal = super::render::Terminal { plot_rows, ..super::render::Terminal::new(self.style.width) };
        self.lines.extend(super::render::terminal::plain(&terminal.render(&page)).lines().map(str::to_owned));
    }

    /// Commands to try and what each is for: beside it, or below it where it is long.
    pub fn commands(&mut self, commands: &[(String, String)]) {
        let fits = |command: &str, why: &str, column: usize| {
            column + 3 + width(why) <= self.inner_width() && width(command) <= column
        };
        let longest = |limit: usize| commands.iter().map(|(c, _)| width(c)).filter(|&w| w <= limit).max().unwrap_or(0);
        let column = longest(self.inner_width() / 2 + 4);
        let mut lines = Vec::new();
        for (command, why) in commands {
            let why_set = ink(Ink::Faint, why);
            if fits(command, why, column) {
                lines.push(format!("{}   {why_set}", ink(Ink::Command, pad(command, column))));
            } else {
                lines.extend([ink(Ink::Command, command), format!("    {why_set}")]);
            }
        }
        self.block(lines);
    }

    /// The page as text with ANSI styles; no line ends in spaces.
    pub fn finish(self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|line| line.trim_end()).collect();
        finish(&(lines.join("\n") + "\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;

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
    fn padding_counts_columns() {
        assert_eq!(pad("瓜", 4), "瓜  ");
        assert_eq!(pad_left("瓜", 3), " 瓜");
        assert_eq!(shorten("西瓜西瓜", 6), "西瓜…");
    }

    #[test]
    fn commands_stand_below_each_other_where_they_do_not_fit() {
        let style = Style::new(Lang::En, 60, "melon");
        let mut page = Page::new(&style);
        page.commands(&[("melon classify".into(), "a reason that is far too long to stand beside the command".into())]);
        assert_eq!(page.finish().lines().count(), 2);
    }
}
