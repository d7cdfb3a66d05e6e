//! Merged cells of a spreadsheet: saved as text, the value stands in the first of their rows alone.

use crate::data::Notice;
use crate::data::table::{Column, Values};
use std::collections::BTreeSet;

/// So many values tell that gaps are no accident.
const WORDS: usize = 2;
const NUMBERS: usize = 3;

/// What is told of a column in which each value stands once, above empty cells that are at least as many.
pub(super) fn of(column: &Column) -> Option<Notice> {
    let n_rows = column.len();
    let is_filled = |row: usize| !column.is_missing(row);
    let filled: Vec<usize> = (0..n_rows).filter(|&row| is_filled(row)).collect();
    let (n_different, enough) = match &column.values {
        Values::Words { levels, .. } => (levels.len(), WORDS),
        Values::Numbers(cells) => {
            (filled.iter().map(|&row| cells[row].to_bits()).collect::<BTreeSet<_>>().len(), NUMBERS)
        }
    };
    let is_above_gap = |&row: &usize| row + 1 < n_rows && !is_filled(row + 1);
    let is_merged = filled.len() >= enough
        && filled[0] == 0
        && n_different == filled.len()
        && 2 * filled.len() <= n_rows
        && filled.iter().all(is_above_gap);
    is_merged.then(|| Notice::MergedCells { column: column.name.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_above_empty_cells_are_told() {
        let told = |cells: [Option<&str>; 6]| of(&Column::words("group", cells)).is_some();
        assert!(told([Some("a"), None, None, Some("b"), None, None]));
        assert!(told([Some("a"), None, Some("b"), None, None, None]));
        assert!(!told([Some("a"), None, None, Some("a"), None, None]), "a class with gaps");
        assert!(!told([None, Some("a"), None, Some("b"), None, None]));
        assert!(!told([Some("a"), None, None, None, None, Some("b")]));
        let years = of(&Column::numbers("year", [2001.0, f64::NAN, 2002.0, f64::NAN, 2003.0, f64::NAN]));
        assert_eq!(years, Some(Notice::MergedCells { column: "year".into() }));
    }
}
