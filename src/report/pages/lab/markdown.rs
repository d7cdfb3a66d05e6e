//! The text of a lab as blocks: headings, paragraphs, lists, code, bold and commands.

use crate::report::page::{Emphasis, Page, Text, emphasise};

/// Adds the blocks of `source` to the page.
pub(super) fn blocks(source: &str, page: &mut Page) {
    let mut reader = MarkdownReader { page, paragraph: String::new(), items: Vec::new(), in_code: false };
    source.lines().for_each(|line| reader.line(line));
    reader.flush();
}

struct MarkdownReader<'a> {
    page: &'a mut Page,
    paragraph: String,
    items: Vec<String>,
    in_code: bool,
}

impl MarkdownReader<'_> {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        if bare.starts_with("```") {
            self.flush();
            self.in_code = !self.in_code;
        } else if self.in_code {
            self.page.formula(Text::from(line.trim_end()));
        } else if bare.starts_with('#') {
            self.flush();
            self.page.heading(Text::from(bare.trim_start_matches('#').trim()));
        } else if let Some(item) = bare.strip_prefix("- ").or(bare.strip_prefix("* ")) {
            self.end_paragraph();
            self.items.push(item.to_owned());
        } else if bare.is_empty() {
            self.flush();
        } else if let Some(item) = self.items.last_mut() {
            join(item, bare);
        } else {
            join(&mut self.paragraph, bare);
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        self.page.say(inline(&paragraph));
    }

    fn flush(&mut self) {
        self.end_paragraph();
        let items = std::mem::take(&mut self.items);
        if !items.is_empty() {
            self.page.list(items.iter().map(|item| inline(item)));
        }
    }
}

/// Lines of a paragraph: with a space between, but not between Chinese characters.
fn join(text: &mut String, line: &str) {
    let is_wide = |c: Option<char>| c.is_none_or(|c| !c.is_ascii());
    let both_wide = is_wide(text.chars().next_back()) && is_wide(line.chars().next());
    if !text.is_empty() && !both_wide {
        text.push(' ');
    }
    text.push_str(line);
}

/// `code` as something to type, **bold** as what the eye should find.
fn inline(text: &str) -> Text {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['`', '*']) {
        let mark = if rest[at..].starts_with("**") { "**" } else { &rest[at..=at] };
        let inner = &rest[at + mark.len()..];
        match inner.find(mark).filter(|_| mark != "*") {
            Some(end) => {
                let emphasis = if mark == "`" { Emphasis::Command } else { Emphasis::Strong };
                out += &rest[..at];
                out += &emphasise(emphasis, &inner[..end]);
                rest = &inner[end + mark.len()..];
            }
            None => {
                out += &rest[..at + mark.len()];
                rest = inner;
            }
        }
    }
    Text::from(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;
    use crate::report::page::Block;

    #[test]
    fn a_text_becomes_blocks() {
        let mut page = Page::new(Lang::En);
        blocks("## One\nA `b c` and\n**d**.\n\n- x\n  y\n- z\n\n```text\n1 2\n```\n第一\n第二", &mut page);
        let kinds: Vec<&str> = page
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading(_) => "heading",
                Block::Paragraph(_) => "paragraph",
                Block::List(items) if items.len() == 2 => "list of 2",
                Block::Formula(_) => "code",
                _ => "other",
            })
            .collect();
        assert_eq!(kinds, ["heading", "paragraph", "list of 2", "code", "paragraph"]);
        let Block::Paragraph(text) = &page.blocks[1] else { panic!() };
        assert_eq!(text.plain(), "A b c and d.");
        assert_eq!(text.0[1].emphasis, Some(Emphasis::Command));
        let Block::Paragraph(text) = &page.blocks[4] else { panic!() };
        assert_eq!(text.plain(), "第一第二");
    }
}
