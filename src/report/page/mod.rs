//! A page as data: what is said, shown and suggested, for any medium.
//!
//! A page knows no terminal, no width and no colour. It is built by the functions of
//! [`pages`](super::pages) and set by one renderer a medium: [`render`](super::render).

mod axis;
mod cell;
mod command;
mod figure;
mod marks;
mod plot;
mod table;
mod text;
mod tree;

pub use axis::Axis;
pub use cell::{Cell, CellValue};
pub use command::{Command, PageContext, Suggestion};
pub use figure::{DialogueTurn, Heat, HeatRow, Segment, Segments};
pub use marks::{Field, Marks};
pub use plot::{Plot, Reference, Series};
pub use table::{ColumnKind, DisplayTable, TableColumn};
pub(in crate::report) use text::of_mark;
pub use text::{Emphasis, Span, Text, emphasise};
pub use tree::TreeNode;

use super::words::{Lang, Say};
use serde::Serialize;

/// Blocks from top to bottom, in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The language of its words.
    pub lang: Lang,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// What the page is about.
    Title(Text),
    /// The head of a section.
    Heading(Text),
    /// Running text.
    Paragraph(Text),
    /// What to keep in mind about the figures.
    Caveat(Text),
    /// A sentence that may be skipped.
    Remark(Text),
    /// What emphasis in the figures above means: for media that show it.
    Legend(Text),
    /// An equation, on a line of its own.
    Formula(Text),
    /// Short items, one below the other.
    List(Vec<Text>),
    /// Typed cells below headings.
    Table(DisplayTable),
    /// Series over two axes.
    Plot(Plot),
    /// Shares as shades, a row a reader and a column a token.
    Heat(Heat),
    /// Shares laid end to end.
    Segments(Segments),
    /// Questions, and where each answer leads.
    Tree(TreeNode),
    /// Who said what.
    Dialogue(Vec<DialogueTurn>),
    /// Commands to try next.
    Suggestions(Vec<Suggestion>),
}

/// What a page can be told: a message in its language, or text as it stands.
pub trait Words {
    /// The words in `lang`.
    fn words(self, lang: Lang) -> Text;
}

impl<T: Say> Words for T {
    fn words(self, lang: Lang) -> Text {
        Text::from(self.say(lang))
    }
}

impl Words for Text {
    fn words(self, _: Lang) -> Text {
        self
    }
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang) -> Page {
        Page { lang, blocks: Vec::new() }
    }

    /// Says what the page is about.
    pub fn title(&mut self, words: impl Words) {
        self.blocks.push(Block::Title(words.words(self.lang)));
    }

    /// Begins a section.
    pub fn heading(&mut self, words: impl Words) {
        self.blocks.push(Block::Heading(words.words(self.lang)));
    }

    /// Adds a paragraph.
    pub fn say(&mut self, words: impl Words) {
        self.push_words(Block::Paragraph, words);
    }

    /// Adds what to keep in mind about the figures.
    pub fn caveat(&mut self, words: impl Words) {
        self.push_words(Block::Caveat, words);
    }

    /// Adds a sentence that may be skipped.
    pub fn remark(&mut self, words: impl Words) {
        self.push_words(Block::Remark, words);
    }

    /// Adds what emphasis means.
    pub fn legend(&mut self, words: impl Words) {
        self.push_words(Block::Legend, words);
    }

    /// Adds an equation.
    pub fn formula(&mut self, words: impl Words) {
        self.push_words(Block::Formula, words);
    }

    /// Adds short items.
    pub fn list(&mut self, items: impl IntoIterator<Item = Text>) {
        self.blocks.push(Block::List(items.into_iter().collect()));
    }

    /// Adds a table, if it has rows.
    pub fn table(&mut self, table: DisplayTable) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Adds a plot.
    pub fn plot(&mut self, plot: Plot) {
        self.blocks.push(Block::Plot(plot));
    }

    /// Adds any block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds commands to try next under a heading of their own; nothing if there are none.
    pub fn suggest(&mut self, heading: impl Words, suggestions: Vec<Suggestion>) {
        if !suggestions.is_empty() {
            self.heading(heading);
            self.blocks.push(Block::Suggestions(suggestions));
        }
    }

    /// The page with another one below it.
    pub fn followed_by(mut self, below: Page) -> Page {
        self.blocks.extend(below.blocks);
        self
    }

    /// Whether anything on it is a picture.
    pub fn is_drawn(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Plot(_) | Block::Heat(_) | Block::Tree(_)))
    }

    fn push_words(&mut self, block: fn(Text) -> Block, words: impl Words) {
        let text = words.words(self.lang);
        if !text.is_empty() {
            self.blocks.push(block(text));
        }
    }
}
