//! Columns that tell the rows apart and nothing else: decided by name *and* values.

use super::Goal;
use super::id_name::{is_id_name, is_number_name};
use crate::data::OfAllRows;
use crate::data::table::{Column, MISSING, Table, Values};
use std::collections::HashSet;

/// A column that is no feature because it only tells the rows apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id {
    /// The place of the column in the table, from 0.
    pub at: usize,
    /// Whether it counts the rows one by one, from whatever number.
    pub counts: bool,
}

/// All id columns: called like one, with values that can be one; or the first column, if it
/// counts the rows. In a regression a first column that only counts is a feature (a time, a
/// dose): nothing but its run speaks for an id.
pub(super) fn find(table: &Table, goal: Goal) -> Vec<Id> {
    let id = |(at, column): (usize, &Column)| {
        let whole = table.whole.as_ref().map(|whole| whole[at]);
        let counts = whole.map_or_else(|| counts_rows(column), |whole| whole.counts && column.is_numeric());
        let distinct = || whole.and_then(|whole| whole.distinct).unwrap_or_else(|| is_distinct(column));
        let by_name = (is_id_name(&column.name) && (counts || distinct())) || (is_number_name(&column.name) && counts);
        let by_place = at == 0 && counts && goal != Goal::Regress;
        (by_name || by_place).then_some(Id { at, counts })
    };
    table.columns.iter().enumerate().filter_map(id).collect()
}

/// Whether a feature is called like an id although its whole numbers or words repeat: it may say whose the row is.
pub(super) fn repeats(column: &Column) -> bool {
    let whole = || match &column.values {
        Values::Numbers(cells) => {
            let mut seen = HashSet::new();
            let present = || cells.iter().filter(|cell| !cell.is_nan());
            present().all(|cell| cell.fract() == 0.0) && !present().all(|cell| seen.insert(cell.to_bits()))
        }
        Values::Words { levels, codes } => codes.iter().filter(|&&code| code != MISSING).count() > levels.len(),
    };
    is_id_name(&column.name) && whole()
}

/// Whether the first column counts the rows.
pub(super) fn first_counts(table: &Table) -> bool {
    let whole = table.whole.as_ref().map(|whole| whole[0].counts && table.columns[0].is_numeric());
    whole.unwrap_or_else(|| counts_rows(&table.columns[0]))
}

/// Whether the cells are a, a + 1, a + 2, ...; two rows are too few to tell.
fn counts_rows(column: &Column) -> bool {
    match &column.values {
        Values::Numbers(cells) if cells.len() > 2 && cells[0].fract() == 0.0 => {
            cells.iter().enumerate().all(|(i, &cell)| cell == cells[0] + i as f64)
        }
        _ => false,
    }
}

/// Whether no two rows share a value, few have none, and numbers are whole.
fn is_distinct(column: &Column) -> bool {
    let (n_present, n_distinct) = match &column.values {
        Values::Numbers(cells) => {
            let present = || cells.iter().filter(|cell| !cell.is_nan());
            if !present().all(|cell| cell.fract() == 0.0) {
                return false;
            }
            (present().count(), present().map(|cell| cell.to_bits()).collect::<HashSet<_>>().len())
        }
        Values::Words { levels, codes } => (codes.iter().filter(|&&code| code != MISSING).count(), levels.len()),
    };
    n_present > 2 && n_distinct == n_present && OfAllRows::lack_few(column.len() - n_present, column.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(columns: Vec<Column>, goal: Goal) -> Vec<usize> {
        find(&Table::new("t", columns), goal).into_iter().map(|id| id.at).collect()
    }

    #[test]
    fn an_id_is_one_by_name_and_by_values() {
        let numbers = |name: &str, cells: [f64; 4]| Column::numbers(name, cells);
        let x = || numbers("x", [0.1, 0.2, 0.3, 0.5]);
        let classify = |first: Column| ids(vec![x(), first], Goal::Classify);
        assert_eq!(classify(numbers("CustomerID", [17.0, 3.0, 8.0, 4.0])), [1]);
        assert_eq!(classify(Column::words("user_id", ["a", "b", "c", "d"].map(Some))), [1]);
        assert_eq!(classify(numbers("ID", [1.5, 2.5, 3.0, 4.0])), [0; 0], "an inner diameter");
        assert_eq!(classify(numbers("ID", [1.0, 1.0, 3.0, 4.0])), [0; 0]);
        assert_eq!(classify(numbers("NO", [12.0, 7.0, 30.0, 41.0])), [0; 0], "nitric oxide");
        assert_eq!(classify(numbers("No.", [5.0, 6.0, 7.0, 8.0])), [1]);
        assert_eq!(classify(numbers("Roll No.", [101.0, 102.0, 103.0, 104.0])), [1]);
        for name in ["sl_no", "S.No", "Lfd. Nr.", "SNo", "번호", "...1"] {
            assert_eq!(classify(numbers(name, [5.0, 6.0, 7.0, 8.0])), [1], "{name}");
        }
        assert_eq!(classify(numbers("snow_number", [5.0, 6.0, 7.0, 9.0])), [0; 0]);
        assert_eq!(classify(numbers("house number", [1.0, 2.0, 3.0, 5.0])), [0; 0]);
        assert_eq!(classify(numbers("学号", [20260017.0, 20260003.0, 20260008.0, 20260004.0])), [1]);
        assert_eq!(classify(numbers("型号", [1.0, 2.0, 3.0, 5.0])), [0; 0], "a model, a size");
        for name in ["userid", "OrderNr", "orderno", "Kundennummer", "EmployeeNumber"] {
            assert_eq!(classify(numbers(name, [17.0, 3.0, 8.0, 4.0])), [1], "{name}");
            assert_eq!(classify(numbers(name, [1.0, 1.0, 3.0, 4.0])), [0; 0], "{name} repeats");
            assert_eq!(classify(numbers(name, [1.5, 2.0, 3.0, 4.0])), [0; 0], "{name} is no whole number");
        }
        let gap: Vec<f64> = (0..20).map(|i| if i == 3 { f64::NAN } else { f64::from(i * 7 % 20) }).collect();
        assert_eq!(ids(vec![Column::numbers("x", gap.clone()), Column::numbers("userid", gap)], Goal::Classify), [1]);
        assert_eq!(classify(numbers("paid", [1.0, 2.0, 3.0, 5.0])), [0; 0]);
    }

    #[test]
    fn an_id_that_repeats_is_told_from_one_that_measures() {
        let repeats = |name: &str, cells: [f64; 4]| super::repeats(&Column::numbers(name, cells));
        assert!(repeats("user_id", [1.0, 2.0, 1.0, 3.0]));
        assert!(!repeats("ID", [1.5, 2.5, 1.5, 3.0]) && !repeats("age", [1.0, 2.0, 1.0, 3.0]));
        assert!(super::repeats(&Column::words("客户编号", ["a", "b", "a"].map(Some))));
    }

    #[test]
    fn a_first_column_that_counts_is_a_feature_of_a_regression_only() {
        let run = |name: &str| vec![Column::numbers(name, [0.0, 1.0, 2.0]), Column::numbers("y", [1.0, 4.0, 9.0])];
        assert_eq!(ids(run("x"), Goal::Classify), [0]);
        assert_eq!(ids(run("x"), Goal::Regress), [0; 0]);
        assert_eq!(ids(run("Unnamed: 0"), Goal::Regress), [0]);
    }
}
