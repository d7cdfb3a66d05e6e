//! The book's tables are copied from page to page, and typing errors with them. When a
//! user's table is one of the book's but for a few cells, a notice says which.

use crate::data::catalogue::{Builtin, TableSource, catalogue};
use crate::data::table::{Column, Table, Values};
use crate::data::{Notice, names, read};
use crate::rng::Seed;

/// More differences than this make it another table.
const MAX_DIFFERENCES: usize = 3;

/// The cells in which the user's table differs from the book's, if it is the book's.
pub(super) fn differences(table: &Table) -> Vec<Notice> {
    if table.builtin.is_some() {
        return Vec::new();
    }
    let books = catalogue().iter().filter(|entry| matches!(entry.source, TableSource::Textbook { .. }));
    let same_size = books.filter(|entry| entry.n_rows == Some(table.n_rows()));
    same_size.filter_map(|entry| compare(table, entry.builtin)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The differing cells, row by row; `None` if this is another table. A missing cell is no
/// typing error: it has a notice of its own.
fn compare(table: &Table, builtin: Builtin) -> Option<Vec<Notice>> {
    let book = builtin.table(None, Seed::default());
    let is_id = |column: &&Column| names::same(&column.name, "编号");
    let of_the_book: Vec<&Column> = book.columns.iter().filter(|c| !is_id(c)).collect();
    let of_the_user: Vec<&Column> = table.columns.iter().filter(|c| !is_id(c)).collect();
    let partner = |column: &&Column| {
        let name = names::resolve(&column.name, of_the_book.iter().map(|c| c.name.as_str()))?;
        book.column(name)
    };
    let partners: Vec<&Column> = of_the_user.iter().map(partner).collect::<Option<_>>()?;
    if of_the_user.len() != of_the_book.len() {
        return None;
    }
    let mut found = Vec::new();
    for row in 0..table.n_rows() {
        for (user, book) in of_the_user.iter().zip(&partners).filter(|(user, book)| differ(user, book, row)) {
            found.push(Notice::DiffersFromBook {
                table: builtin.entry().name,
                row: row + 1,
                line: table.line(row),
                column: user.name.clone(),
                found: user.text(row).unwrap_or_default().into_owned(),
                book: book.text(row).unwrap_or_default().into_owned(),
            });
            if found.len() > MAX_DIFFERENCES {
                return None;
            }
        }
    }
    Some(found)
}

fn differ(user: &Column, book: &Column, row: usize) -> bool {
    !user.is_missing(row) && !same_cell(user, book, row)
}

fn same_cell(user: &Column, book: &Column, row: usize) -> bool {
    match (&user.values, &book.values) {
        (Values::Numbers(user), Values::Numbers(book)) => user[row] == book[row],
        _ => match (user.text(row), book.text(row)) {
            (Some(user), Some(book)) => match (read::number(&user), read::number(&book)) {
                (Some(user), Some(book)) => user == book,
                _ => names::same(&user, &book),
            },
            (user, book) => user == book,
        },
    }
}
