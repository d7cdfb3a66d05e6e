//! Missing cells: counted, located, and dealt with as the user says.

use super::roles::ColumnRole;
use super::{MissingPolicy, SchemaError};
use crate::data::notice::{MissingCells, Notice};
use crate::data::table::{Column, Table};

/// How many lines are listed for each column.
const MAX_LINES: usize = 10;

/// The rows that stay, from 0, or `None` if all do. Only features and target count.
pub(super) fn rows_to_keep(
    table: &Table,
    roles: &[ColumnRole],
    policy: MissingPolicy,
    notices: &mut Vec<Notice>,
) -> Result<Option<Vec<usize>>, SchemaError> {
    let used = || {
        (table.columns.iter().zip(roles)).filter(|(_, role)| matches!(role, ColumnRole::Feature | ColumnRole::Target))
    };
    let found: Vec<MissingCells> = used().filter_map(|(column, _)| locate(table, column)).collect();
    if found.is_empty() {
        return Ok(None);
    }
    if policy == MissingPolicy::Error {
        return Err(SchemaError::Missing { columns: found });
    }
    notices.extend(found.into_iter().map(Notice::MissingCells));
    let must_be_there = |role: &ColumnRole| policy == MissingPolicy::Drop || *role == ColumnRole::Target;
    let columns: Vec<&Column> = used().filter(|(_, role)| must_be_there(role)).map(|(column, _)| column).collect();
    let n_rows = table.n_rows();
    let kept: Vec<usize> = (0..n_rows).filter(|&row| !columns.iter().any(|c| c.is_missing(row))).collect();
    if kept.len() == n_rows {
        return Ok(None);
    }
    notices.push(Notice::RowsDropped { dropped: n_rows - kept.len(), n_rows });
    Ok(Some(kept))
}

/// Where cells of `column` are missing, if any are.
fn locate(table: &Table, column: &Column) -> Option<MissingCells> {
    let missing = || (0..column.len()).filter(|&row| column.is_missing(row));
    let count = missing().count();
    let lines = missing().take(MAX_LINES).map(|row| table.line(row)).collect();
    (count > 0).then(|| MissingCells { column: column.name.clone(), count, lines })
}
