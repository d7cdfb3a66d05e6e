//! Whether a table has the melons of the book, row by row.

use crate::data::names::{self, display_name};
use crate::data::{Builtin, Column, Dataset};
use crate::task::TaskError;

/// That every row is the melon with this number in the book: it has the same in each column that the
/// book has, too. A cell may be missing, as in the book's own example of missing values.
///
/// # Errors
/// A table without a column of the book, or with more rows than its melons; a row that is another
/// melon.
pub(super) fn check(data: &Dataset) -> Result<(), TaskError> {
    let book = Builtin::Watermelon3.table(None, Default::default());
    let of_book = |column: &Column| {
        let known = book.columns.iter().map(|own| own.name.as_str());
        let name = names::resolve(&column.name, known)?;
        book.columns.iter().find(|own| own.name == name)
    };
    let columns = || data.features.iter().chain(&data.target);
    let shared: Vec<(&Column, &Column)> = columns().filter_map(|own| Some((own, of_book(own)?))).collect();
    let n_melons = book.columns.first().map_or(0, Column::len);
    if shared.is_empty() || data.rows.iter().any(|row| !(1..=n_melons).contains(row)) {
        return Err(TaskError::NotTheBooksMelons);
    }
    for (sample, &row) in data.rows.iter().enumerate() {
        for (own, book) in &shared {
            let Some(found) = own.text(sample) else { continue };
            let expected = book.text(row - 1).unwrap_or_default();
            if !is_same(&found, &expected) {
                let (column, found, expected) = (own.name.clone(), found.into_owned(), expected.into_owned());
                return Err(TaskError::AnotherMelon { row, column, found, expected });
            }
        }
    }
    Ok(())
}

/// In either language; a number in any notation.
fn is_same(found: &str, expected: &str) -> bool {
    match (found.parse::<f64>(), expected.parse::<f64>()) {
        (Ok(found), Ok(expected)) => (found - expected).abs() <= 1e-9,
        _ => display_name(found, true) == display_name(expected, true),
    }
}
