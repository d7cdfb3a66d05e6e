//! Tables of typed cells, and what their columns hold.

use super::Cell;
use serde::Serialize;
use std::borrow::Cow;

/// Rows of cells below headings. The first column names the row: where a medium is too
/// narrow for all columns, the others go on below, each part with the first column again.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DisplayTable {
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// Columns before which it is broken first where a medium is too narrow.
    pub breaks: Vec<usize>,
    /// One cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableColumn {
    /// Its heading; may be empty.
    pub name: String,
    /// Headings of its own for the two sides of an axis that its bars start from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sides: Option<[String; 2]>,
    /// What marks it in the plot above where that is drawn with characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<char>,
    /// Whether it holds words, numbers or drawings.
    pub kind: ColumnKind,
}

impl TableColumn {
    /// Its heading below a plot that is drawn with characters: `o l2=0`.
    pub fn with_symbol(&self) -> Cow<'_, str> {
        self.symbol.map_or(Cow::Borrowed(&self.name), |symbol| format!("{symbol} {}", self.name).into())
    }
}

/// What a column holds, and so to which side it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words, set to the left.
    Words,
    /// Numbers, set to the right.
    Numbers,
    /// Bars and shades of figures that stand beside them: left out where there is no room.
    Drawing,
}

impl DisplayTable {
    /// An empty table.
    pub fn new() -> DisplayTable {
        DisplayTable::default()
    }

    /// Adds a column of words.
    pub fn words(self, name: impl Into<String>) -> DisplayTable {
        self.column(name, ColumnKind::Words)
    }

    /// Adds a column of numbers.
    pub fn numbers(self, name: impl Into<String>) -> DisplayTable {
        self.column(name, ColumnKind::Numbers)
    }

    /// Adds a column of numbers that the plot above marks with this character.
    pub fn marked_numbers(mut self, name: impl Into<String>, symbol: char) -> DisplayTable {
        let (name, symbol) = (name.into(), Some(symbol));
        self.columns.push(TableColumn { name, sides: None, symbol, kind: ColumnKind::Numbers });
        self
    }

    /// Adds a column of bars or shades.
    pub fn drawing(self, name: impl Into<String>) -> DisplayTable {
        self.column(name, ColumnKind::Drawing)
    }

    /// Adds a column of signed bars, with what their left and their right side mean.
    pub fn signed_bars(mut self, sides: [&str; 2]) -> DisplayTable {
        let (name, sides) = (sides.join(" | "), Some(sides.map(str::to_owned)));
        self.columns.push(TableColumn { name, sides, symbol: None, kind: ColumnKind::Drawing });
        self
    }

    /// Keeps the columns before and behind together, each on their side: where a medium is too
    /// narrow, the table is broken here first.
    pub fn may_break(mut self) -> DisplayTable {
        self.breaks.push(self.columns.len());
        self
    }

    fn column(mut self, name: impl Into<String>, kind: ColumnKind) -> DisplayTable {
        self.columns.push(TableColumn { name: name.into(), sides: None, symbol: None, kind });
        self
    }

    /// Adds a row, one cell a column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let row: Vec<Cell> = cells.into_iter().collect();
        debug_assert_eq!(row.len(), self.columns.len());
        self.rows.push(row);
    }
}
