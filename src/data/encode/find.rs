//! Columns and categories by their names, in either language.

use super::EncodeError;
use crate::data::names;
use crate::data::table::Column;

/// The column called `name`, in either language.
///
/// # Errors
/// [`EncodeError::MissingColumn`].
pub fn find<'a>(columns: &'a [Column], name: &str) -> Result<&'a Column, EncodeError> {
    let known = || columns.iter().map(|column| column.name.as_str());
    let found = names::resolve(name, known().collect::<Vec<_>>());
    let column = found.and_then(|found| columns.iter().find(|column| column.name == found));
    column.ok_or_else(|| EncodeError::MissingColumn {
        column: name.to_owned(),
        nearest: names::nearest(name, known()),
        known: known().map(str::to_owned).collect(),
    })
}

/// Where `value` stands among `levels`, in either language.
pub fn place(value: &str, levels: &[String]) -> Option<usize> {
    let exact = levels.iter().position(|level| level == value);
    exact.or_else(|| {
        let found = names::resolve(value, levels.iter().map(String::as_str))?;
        levels.iter().position(|level| level == found)
    })
}
