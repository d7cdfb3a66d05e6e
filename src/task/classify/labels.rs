//! The classes of a table's target.

use crate::data::{Column, Dataset, Labels};
use crate::task::TaskError;

/// The classes of the target.
///
/// # Errors
/// No target, or a missing cell in it.
pub fn labels_of(data: &Dataset) -> Result<Labels, TaskError> {
    let target = data.target.as_ref().ok_or(TaskError::NoTarget)?;
    Labels::from_column(target).ok_or_else(|| missing_answer(target, data))
}

/// Where the first missing cell of `column` is.
pub(in crate::task) fn missing_answer(column: &Column, data: &Dataset) -> TaskError {
    let row = (0..column.len()).find(|&row| column.is_missing(row)).map_or(0, |row| data.rows[row]);
    TaskError::MissingAnswer { column: column.name.clone(), row }
}
