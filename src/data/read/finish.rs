//! The last step of either way: what is noteworthy about the table.

use super::Fault;
use super::kinds::{self, RequestedKind};
use crate::data::Notice;
use crate::data::table::Table;
use std::collections::BTreeSet;
use std::path::Path;

/// Says what is noteworthy about the cells of a table, and refuses infinite ones.
pub(super) fn finish(mut table: Table, tokens: BTreeSet<String>, requested: &[RequestedKind]) -> Result<Table, Fault> {
    if !tokens.is_empty() {
        table.notices.push(Notice::MissingTokens { tokens: tokens.into_iter().collect() });
    }
    for (column, _) in table.columns.iter().zip(requested).filter(|(_, kind)| **kind == RequestedKind::Inferred) {
        let name = column.name.clone();
        if let Some((row, text)) = kinds::infinite_cell(column) {
            return Err(Fault::Infinite { line: table.line(row), column: name, text });
        }
        if let Some(text) = kinds::decimal_comma(column) {
            table.notices.push(Notice::DecimalCommas { column: name.clone(), text });
        }
        if let Some((count, row, text)) = kinds::odd_cells(column) {
            let line = table.line(row);
            table.notices.push(Notice::AlmostNumeric { column: name, count, line, text });
        }
    }
    Ok(table)
}

/// The table with these notices before its own.
pub(super) fn with_notices(table: Table, notices: impl IntoIterator<Item = Notice>) -> Table {
    let notices = notices.into_iter().chain(table.notices).collect();
    Table { notices, ..table }
}

/// The file's name without its folder.
pub(super) fn table_name(file: &str) -> String {
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    if file == "-" { "stdin".to_owned() } else { name.unwrap_or_else(|| file.to_owned()) }
}
