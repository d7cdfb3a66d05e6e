//! What was found out about how rows stand in a text.

use super::tidy::Tidy;
use crate::data::Notice;

/// What was found out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    pub delimiter: u8,
    pub tidy: Tidy,
    pub names: Names,
    /// The character around cells that hold separators.
    pub quote: Option<u8>,
    pub notices: Vec<Notice>,
}

/// Where the columns' names come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Names {
    /// The first row.
    FirstRow,
    /// Nowhere: `x1`, `x2`, ...
    Numbered,
    /// Declared above the rows.
    Declared(Vec<String>),
}

impl Shape {
    /// Whether rows follow a header line as plainly as can be.
    pub fn is_plain(&self) -> bool {
        self.tidy == Tidy::default() && self.names == Names::FirstRow
    }
}
