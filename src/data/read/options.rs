//! How to read a table.

use super::Markers;
use super::notation::Rules;
use super::written::Notations;

/// How to read a file; what is not said is found out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadOptions {
    /// What separates the cells.
    pub delimiter: Option<u8>,
    /// Whether runs of blanks separate the cells.
    pub blanks: bool,
    /// The encoding's label, as `gbk` or `big5`.
    pub encoding: Option<String>,
    /// Texts that stand for missing cells.
    pub markers: Markers,
    /// What stands before the decimals, where that could be asked: `.` or `,`.
    pub decimal: Option<char>,
    /// Whether points in numbers stand before decimals, as where a workbook's numbers were made text.
    pub points_are_decimal: bool,
    /// Whether line 1 names the columns.
    pub header: Option<bool>,
    /// The sheet of a workbook, or the file of a `.zip`.
    pub sheet: Option<String>,
    /// Columns to be read as words; names in either language.
    pub categorical: Vec<String>,
    /// Columns to be read as numbers; a cell that is none is an error.
    pub numeric: Vec<String>,
    /// How numbers were written in a table that is to be read likewise.
    pub written: Notations,
}

impl ReadOptions {
    /// What decides how numbers are read in a file whose cells are cut at `delimiter`.
    pub(super) fn rules(&self, delimiter: u8) -> Rules {
        let points_are_decimal = self.points_are_decimal;
        Rules {
            decimal: self.decimal,
            habit: if self.decimal.is_none() { self.written.decimal() } else { None },
            points_are_decimal,
            cells_cut_at_commas: delimiter == b',',
            cells_cut_at_semicolons: delimiter == b';',
        }
    }
}
