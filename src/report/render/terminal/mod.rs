//! A page for a terminal: lines of at most so many columns, in colour.

mod ascii;
mod bars;
mod figure;
mod lines;
mod plot;
mod style;
mod table;
mod tree;

pub use ascii::ascii;
pub use lines::{pad, pad_left, shorten, width, wrap};
pub use style::plain;

use crate::report::page::{Block, Emphasis, Page, Suggestion, Text};
use crate::report::words::Lang;
use style::Line;

/// A terminal, or what stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// The columns that a line may take.
    pub width: usize,
    /// The rows of a plot.
    pub plot_rows: usize,
    /// Whether it can show block characters and curly quotation marks.
    pub unicode: bool,
    /// Whether it shows bold characters and colours: a pipe does not.
    pub styled: bool,
}

/// Spaces in front of all but headings.
const MARGIN: usize = 2;

impl Terminal {
    /// The narrowest page that is set; below it lines are too long rather than useless.
    pub const MIN_WIDTH: usize = 60;
    /// Wider lines are hard to read.
    pub const MAX_WIDTH: usize = 100;

    /// A terminal of `width` columns, kept within readable bounds.
    pub fn new(width: usize) -> Terminal {
        Terminal { width: width.clamp(Self::MIN_WIDTH, Self::MAX_WIDTH), plot_rows: 14, unicode: true, styled: true }
    }

    /// The same with low plots: a page of one idea fits on a screen of 24 lines.
    pub fn for_a_screen(self) -> Terminal {
        Terminal { plot_rows: 7, ..self }
    }

    /// The page with ANSI styles; no line ends in spaces. The edge strips the styles where
    /// colour is not wanted.
    pub fn render(&self, page: &Page) -> String {
        let mut lines: Vec<Line> = Vec::new();
        let mut before: Option<&Block> = None;
        for block in &page.blocks {
            if before.is_some_and(|before| stands_apart(before, block)) {
                lines.push(String::new());
            }
            lines.extend(self.block(block, page.lang));
            before = Some(block);
        }
        let lines: Vec<Line> = lines.iter().map(|line| style::trimmed(line)).collect();
        let text = if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" };
        style::ansi(&if self.unicode { text } else { ascii(&text) })
    }

    fn block(&self, block: &Block, lang: Lang) -> Vec<Line> {
        let inner = self.width - MARGIN;
        let indented =
            |lines: Vec<Line>| lines.into_iter().map(|line| format!("{}{line}", " ".repeat(MARGIN))).collect();
        match block {
            Block::Title(text) => style::title(&wrap(&text.plain(), self.width)),
            Block::Heading(text) => style::heading(&wrap(&text.plain(), self.width)),
            Block::Paragraph(text) | Block::Caveat(text) => indented(wrap(&style::marked(text), inner)),
            Block::Legend(_) if !self.styled => Vec::new(),
            Block::Remark(text) | Block::Legend(text) => indented(faint(text, inner)),
            Block::Formula(text) => {
                let lines = wrap(&style::marked(text), inner - MARGIN);
                indented(lines.into_iter().map(|line| format!("{}{line}", " ".repeat(MARGIN))).collect())
            }
            Block::List(items) => indented(items.iter().flat_map(|item| hanging(item, inner)).collect()),
            Block::Table(table) => indented(table::lines(table, inner)),
            Block::Plot(plot) => indented(plot::lines(plot, inner, self.plot_rows, lang)),
            Block::Heat(heat) => indented(figure::heat(heat, inner, lang)),
            Block::Segments(segments) => indented(figure::segments(segments, inner)),
            Block::Tree(root) => indented(tree::lines(root, inner)),
            Block::Dialogue(turns) => indented(figure::dialogue(turns, inner)),
            Block::Suggestions(suggestions) => indented(commands(suggestions, inner)),
        }
    }
}

/// Whether an empty line goes between two blocks: before headings, and around figures.
fn stands_apart(before: &Block, block: &Block) -> bool {
    let is_figure = |block: &Block| {
        let is_drawn = matches!(block, Block::Plot(_) | Block::Heat(_) | Block::Segments(_) | Block::Tree(_));
        is_drawn || matches!(block, Block::Table(_) | Block::Dialogue(_))
    };
    let is_head = |block: &Block| matches!(block, Block::Title(_) | Block::Heading(_));
    is_head(block)
        || (is_figure(block) && !is_head(before))
        || (is_figure(before) && matches!(block, Block::Paragraph(_) | Block::Caveat(_)))
}

fn faint(text: &Text, columns: usize) -> Vec<Line> {
    wrap(&text.plain(), columns).into_iter().map(|line| style::mark(Emphasis::Faint, &line)).collect()
}

/// An item behind its dot, its further lines below its first.
fn hanging(item: &Text, columns: usize) -> Vec<Line> {
    let lines = wrap(&style::marked(item), columns - 2).into_iter().enumerate();
    lines.map(|(at, line)| format!("{}{line}", if at == 0 { "· " } else { "  " })).collect()
}

/// Commands, and what each is for: beside it, or below it where it is long.
fn commands(suggestions: &[Suggestion], columns: usize) -> Vec<Line> {
    let typed = suggestions.iter().map(|suggestion| suggestion.command.to_string());
    let column = typed.map(|command| width(&command)).filter(|&w| w <= columns / 2 + 4).max().unwrap_or(0);
    suggestions.iter().flat_map(|suggestion| command(suggestion, column, columns)).collect()
}

fn command(Suggestion { command, why }: &Suggestion, column: usize, columns: usize) -> Vec<Line> {
    let command = command.to_string();
    if width(&command) <= column && column + 3 + width(why) <= columns {
        let command = style::mark(Emphasis::Command, pad(&command, column));
        return vec![format!("{command}   {}", style::mark(Emphasis::Faint, why))];
    }
    let below = wrap(why, columns - 4).into_iter().map(|line| format!("    {}", style::mark(Emphasis::Faint, &line)));
    std::iter::once(style::mark(Emphasis::Command, &command)).chain(below).collect()
}
