//! A page as Markdown (CommonMark with tables), whole, so that it can be handed in.

use crate::report::page::{
    Block, Cell, CellValue, ColumnKind, DialogueTurn, DisplayTable, Emphasis, Heat, Page, Plot, Segments, Span,
    Suggestion, Text, TreeNode,
};
use crate::report::render::terminal::{self, Terminal};
use crate::report::words::Lang;

/// The page; plots and shades stand as characters in code blocks.
pub fn markdown(page: &Page) -> String {
    let blocks: Vec<String> =
        page.blocks.iter().map(|one| block(one, page.lang)).filter(|block| !block.is_empty()).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block, lang: Lang) -> String {
    match block {
        Block::Title(text) => format!("# {}", escaped(&text.plain())),
        Block::Heading(text) => format!("## {}", escaped(&text.plain())),
        Block::Paragraph(text) | Block::Caveat(text) => line(text),
        Block::Remark(text) | Block::Legend(text) => format!("*{}*", escaped(&text.plain())),
        Block::Formula(text) => format!("    {}", text.plain()),
        Block::List(items) => items.iter().map(|item| format!("- {}", line(item))).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => of_table(table),
        Block::Plot(plot) => as_characters(Block::Plot(Plot::clone(plot)), lang),
        Block::Heat(heat) => as_characters(Block::Heat(Heat::clone(heat)), lang),
        Block::Segments(segments) => as_characters(Block::Segments(Segments::clone(segments)), lang),
        Block::Tree(root) => tree(root),
        Block::Dialogue(turns) => turns.iter().map(turn).collect::<Vec<_>>().join("  \n"),
        Block::Suggestions(suggestions) => suggestions.iter().map(suggestion).collect::<Vec<_>>().join("\n"),
    }
}

/// A list in lists: each answer below its question.
fn tree(root: &TreeNode) -> String {
    fn hang(answer: &str, node: &TreeNode, depth: usize, lines: &mut Vec<String>) {
        let (answer, label) = (escaped(answer), escaped(&node.label));
        let arrow = if answer.is_empty() { "" } else { " → " };
        let label = if node.branches.is_empty() { format!("**{label}**") } else { label };
        let line = format!("{}- {answer}{arrow}{label}  {}", "  ".repeat(depth), escaped(&node.note));
        lines.push(line.trim_end().to_owned());
        node.branches.iter().for_each(|(answer, below)| hang(answer, below, depth + 1, lines));
    }
    let mut lines = Vec::new();
    hang("", root, 0, &mut lines);
    lines.join("\n")
}

fn turn(turn: &DialogueTurn) -> String {
    format!("**{}** {}", escaped(&turn.speaker), inline(&turn.said))
}

fn suggestion(Suggestion { command, why }: &Suggestion) -> String {
    format!("- {}: {}", code(&command.to_string()), escaped(why))
}

/// A figure as a terminal shows it.
fn as_characters(block: Block, lang: Lang) -> String {
    let page = Page { lang, blocks: vec![block] };
    let lines = terminal::plain(&Terminal::new(80).render(&page));
    let fence = "`".repeat(longest_fence(&lines).max(2) + 1);
    format!("{fence}text\n{}\n{fence}", lines.trim_end())
}

/// A span of code: its fence is longer than any run of backticks in it (CommonMark, 6.1).
fn code(text: &str) -> String {
    let fence = "`".repeat(longest_fence(text) + 1);
    let text = text.replace(['\n', '\r'], " ");
    let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// Of the longest run of backticks.
fn longest_fence(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Drawings repeat a figure that stands beside them: they are left out.
fn of_table(table: &DisplayTable) -> String {
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|&c| table.columns[c].kind != ColumnKind::Drawing || is_only_drawn(table, c))
        .collect();
    let row_of = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = row_of(kept.iter().map(|&c| escaped(&table.columns[c].with_symbol())).collect());
    let rule = row_of(
        kept.iter()
            .map(|&c| if table.columns[c].kind == ColumnKind::Numbers { "--:" } else { ":--" }.to_owned())
            .collect(),
    );
    let rows = table.rows.iter().map(|row| row_of(kept.iter().map(|&c| cell(&row[c])).collect()));
    [head, rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// Whether a drawn column has shades, which are written nowhere else.
fn is_only_drawn(table: &DisplayTable, column: usize) -> bool {
    table.rows.iter().any(|row| matches!(row[column].value, CellValue::Shades(_)))
}

fn cell(cell: &Cell) -> String {
    match (&cell.value, cell.text()) {
        (_, Some(text)) => text.0.into_iter().map(in_cell).collect(),
        (CellValue::Shades(shares), None) => {
            let page = Page { lang: Default::default(), blocks: vec![Block::Table(shades(shares))] };
            terminal::plain(&Terminal::new(80).render(&page)).trim().to_owned()
        }
        _ => String::new(),
    }
}

/// A bar ends a cell in code, too.
fn in_cell(span: Span) -> String {
    let is_code = span.emphasis == Some(Emphasis::Command);
    let text = inline(&Text(vec![span]));
    if is_code { text.replace('|', "\\|") } else { text }
}

fn shades(shares: &[f64]) -> DisplayTable {
    let mut table = DisplayTable::new().words("").drawing("");
    table.row([Cell::empty(), CellValue::Shades(shares.to_vec()).into()]);
    table
}

/// Spans at the start of a line, where `- ` or `1. ` would begin a list.
fn line(text: &Text) -> String {
    let text = inline(text);
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match text[n_digits..].bytes().next() {
        Some(b'.' | b')') if n_digits > 0 => n_digits,
        Some(b'-' | b'+' | b'=') if n_digits == 0 => 0,
        _ => return text,
    };
    let rest = text[mark..].trim_start_matches(['-', '+', '=', '.', ')']);
    let is_mark = rest.is_empty() || rest.starts_with([' ', '\t']);
    if is_mark { format!("{}\\{}", &text[..mark], &text[mark..]) } else { text }
}

/// Spans, with what stands out in bold and commands as code.
fn inline(text: &Text) -> String {
    let span = |span: &Span| match span.emphasis {
        Some(Emphasis::Command) => code(&span.text),
        Some(Emphasis::Strong | Emphasis::For | Emphasis::Against) => bold(&span.text),
        Some(Emphasis::Faint | Emphasis::Group(_)) | None => escaped(&span.text),
    };
    text.0.iter().map(span).collect()
}

/// Bold, with the spaces at its ends outside of the stars, as CommonMark wants it.
fn bold(text: &str) -> String {
    let inner = text.trim();
    let (start, end) = (text.len() - text.trim_start().len(), text.trim_end().len());
    if inner.is_empty() { text.to_owned() } else { format!("{}**{}**{}", &text[..start], escaped(inner), &text[end..]) }
}

/// Text in which nothing is taken for Markdown or HTML, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_ends_where_it_should() {
        assert_eq!(code("melon data list"), "`melon data list`");
        assert_eq!(code("melon classify 'a`b'"), "``melon classify 'a`b'``");
        assert_eq!(code("``x"), "``` ``x ```");
    }

    #[test]
    fn a_page_is_whole_and_nothing_in_it_is_taken_for_markup() {
        let mut page = Page::new(Lang::En);
        page.title("Is *it* ripe?".to_owned());
        page.say(Text::emphasised(Emphasis::Strong, "a|b <script>"));
        let mut table = DisplayTable::new().words("").numbers("share").drawing("");
        table.row(["x_1".into(), Cell::share(0.5), Cell::bar(0.5, Emphasis::For)]);
        page.table(table);
        let expected =
            "# Is \\*it\\* ripe?\n\n**a\\|b \\<script\\>**\n\n|  | share |\n| :-- | --: |\n| x\\_1 | 50% |\n";
        assert_eq!(markdown(&page), expected);
    }

    #[test]
    fn a_text_does_not_begin_a_list() {
        let set = |text: &str| line(&Text::from(text));
        for (text, expected) in [
            ("- a", r"\- a"),
            ("+ a", r"\+ a"),
            ("12. a", r"12\. a"),
            ("1) a", r"1\) a"),
            ("---", r"\---"),
            ("-", r"\-"),
            ("-0.5", "-0.5"),
            ("1.5", "1.5"),
            ("2026", "2026"),
            ("a - b", "a - b"),
        ] {
            assert_eq!(set(text), expected);
        }
    }
}
