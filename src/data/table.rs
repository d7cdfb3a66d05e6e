//! A table as it was read: named columns of numbers or of words.

use super::{Builtin, Notice, OfAllRows, names};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The code of a missing cell in [`Values::Words`]; a missing number is `NaN`.
pub const MISSING: u32 = u32::MAX;

/// Named columns of equal length, and where they came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// A built-in name, or the file's name without its folder.
    pub name: String,
    /// Which built-in table it is; `None` for the user's own.
    pub builtin: Option<Builtin>,
    /// The columns, in the file's order.
    pub columns: Vec<Column>,
    /// The line of each row in its file, from 1, where it is not simply `row + 2`
    /// (one header line, one line a row): quoted cells may span lines.
    pub lines: Option<Vec<u64>>,
    /// What the reader guessed.
    pub notices: Vec<Notice>,
    /// Where it stands for a larger table of which it has some rows: of each column, what all rows have shown.
    pub whole: Option<Vec<OfAllRows>>,
}

/// One named column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The name in the header, in the data's own language.
    pub name: String,
    /// Its cells.
    pub values: Values,
}

/// The cells of a column: all numbers, or all words.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// A numeric column; `NaN` where the cell is missing.
    Numbers(Vec<f64>),
    /// A categorical column: `codes[row]` points into `levels`, or is [`MISSING`].
    Words {
        /// The distinct values, in order of first appearance.
        levels: Vec<String>,
        /// One code a row.
        codes: Vec<u32>,
    },
}

impl Table {
    /// A table of these columns, from nowhere in particular.
    pub fn new(name: &str, columns: Vec<Column>) -> Self {
        Table { name: name.to_owned(), builtin: None, columns, lines: None, notices: Vec::new(), whole: None }
    }

    /// The number of rows.
    pub fn n_rows(&self) -> usize {
        self.columns.first().map_or(0, Column::len)
    }

    /// The column called exactly `name`.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The line of the file on which row `row` (from 0) begins, from 1.
    pub fn line(&self, row: usize) -> u64 {
        (self.lines.as_ref()).map_or(row as u64 + 2, |lines| lines[row])
    }
}

impl Table {
    /// The same table with the names and values of the built-in tables in English.
    pub fn in_english(self) -> Table {
        Table { columns: self.columns.into_iter().map(Column::in_english).collect(), ..self }
    }
}

impl Column {
    /// The same column with the names and values of the built-in tables in English.
    pub fn in_english(self) -> Column {
        let english = |level: String| names::in_english(&level);
        let values = match self.values {
            Values::Words { levels, codes } => {
                Values::Words { levels: levels.into_iter().map(english).collect(), codes }
            }
            numbers => numbers,
        };
        Column { name: names::in_english(&self.name), values }
    }

    /// A categorical column from its cells; levels in order of first appearance.
    pub fn words<'a>(name: &str, cells: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let mut levels: Vec<String> = Vec::new();
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut code = |cell: &'a str| {
            *known.entry(cell).or_insert_with(|| {
                levels.push(cell.to_owned());
                levels.len() as u32 - 1
            })
        };
        let codes = cells.into_iter().map(|cell| cell.map_or(MISSING, &mut code)).collect();
        Column { name: name.to_owned(), values: Values::Words { levels, codes } }
    }

    /// A numeric column from its cells; `NaN` where one is missing.
    pub fn numbers(name: &str, cells: impl IntoIterator<Item = f64>) -> Self {
        Column { name: name.to_owned(), values: Values::Numbers(cells.into_iter().collect()) }
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        match &self.values {
            Values::Numbers(cells) => cells.len(),
            Values::Words { codes, .. } => codes.len(),
        }
    }

    /// Whether the column has no cells.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether its cells are numbers.
    pub fn is_numeric(&self) -> bool {
        matches!(self.values, Values::Numbers(_))
    }

    /// Whether the cell of `row` is missing.
    pub fn is_missing(&self, row: usize) -> bool {
        match &self.values {
            Values::Numbers(cells) => cells[row].is_nan(),
            Values::Words { codes, .. } => codes[row] == MISSING,
        }
    }

    /// The cell of `row` as text, a number by its shortest one that reads back the same;
    /// `None` where it is missing.
    pub fn text(&self, row: usize) -> Option<Cow<'_, str>> {
        match &self.values {
            Values::Numbers(cells) => (!cells[row].is_nan()).then(|| Cow::Owned(number_text(cells[row]))),
            Values::Words { levels, codes } => levels.get(codes[row] as usize).map(|level| level.as_str().into()),
        }
    }

    /// The column's cells at `rows`, in that order; levels are kept as they are, so that a
    /// part of a table is encoded like the whole.
    pub fn take(&self, rows: &[usize]) -> Column {
        let values = match &self.values {
            Values::Numbers(cells) => Values::Numbers(rows.iter().map(|&r| cells[r]).collect()),
            Values::Words { levels, codes } => {
                Values::Words { levels: levels.clone(), codes: rows.iter().map(|&r| codes[r]).collect() }
            }
        };
        Column { name: self.name.clone(), values }
    }

    /// The levels that some row has, each once; none for a numeric column.
    pub fn levels_in_use(&self) -> Vec<&str> {
        let Values::Words { levels, codes } = &self.values else { return Vec::new() };
        let mut used = vec![false; levels.len()];
        codes.iter().filter(|&&code| code != MISSING).for_each(|&code| used[code as usize] = true);
        levels.iter().zip(used).filter_map(|(level, used)| used.then_some(level.as_str())).collect()
    }

    /// The column as words: a number becomes its shortest text.
    pub fn into_words(self) -> Column {
        if !self.is_numeric() {
            return self;
        }
        let texts: Vec<_> = (0..self.len()).map(|row| self.text(row)).collect();
        Column::words(&self.name, texts.iter().map(|text| text.as_deref()))
    }
}

/// The shortest text that reads back as the same number; `-0` is `0`.
pub fn number_text(number: f64) -> String {
    (number + 0.0).to_string()
}

/// The order of category names: of numbers if both are numbers, else of characters, with
/// numbers first. It depends on nothing but the names.
pub fn by_name(a: &str, b: &str) -> Ordering {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(x), Ok(y)) => x.total_cmp(&y).then_with(|| a.cmp(b)),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => a.cmp(b),
    }
}
