//! What was found out about how rows stand in a text.

use super::tidy::Tidy;
use crate::data::Notice;

/// What was found out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub delimiter: u8,
    pub tidy: Tidy,
    pub names: NameSource,
    /// The character around cells that hold separators.
    pub quote: Option<u8>,
    /// Whether the first row below the names begins with a quote.
    pub begins_quoted: bool,
    pub notices: Vec<Notice>,
}

/// Where the columns' names come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NameSource {
    /// The first row.
    FirstRow,
    /// Nowhere: `x1`, `x2`, ...
    Numbered,
    /// Declared above the rows.
    Declared(Vec<Declared>),
}

/// A column as it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    pub name: String,
    /// Whether its cells are words, whatever they look like.
    pub is_words: bool,
    /// The words that it may hold, if they are listed.
    pub levels: Vec<String>,
}

impl Shape {
    /// Whether rows follow a header line as plainly as can be.
    pub fn is_plain(&self) -> bool {
        self.tidy == Tidy::default() && self.names == NameSource::FirstRow && self.quote == Some(b'"')
    }
}
