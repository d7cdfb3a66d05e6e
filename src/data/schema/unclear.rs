//! Columns that are numbers but for a few cells, or for what stands around them: fitted as words, each number would be a class
//! of its own, and the report would look as if all was well.

use super::roles::ColumnRole;
use super::selection::position;
use super::{SchemaError, Selection};
use crate::data::table::Table;
use crate::data::{Notice, read};

/// A column with at most this share of odd cells was meant to be numbers.
const FEW: f64 = 0.2;

/// Refuses to use such a column, unless it is asked for as words.
pub(super) fn refuse(table: &Table, roles: &[ColumnRole], selection: &Selection) -> Result<(), SchemaError> {
    let is_used = |name: &str| {
        let at = table.columns.iter().position(|column| column.name == name);
        let used = at.is_some_and(|at| matches!(roles[at], ColumnRole::Feature | ColumnRole::Target));
        let wanted = selection.categorical.iter().any(|asked| position(table, asked).ok() == at);
        used && !wanted && at.is_some_and(|at| !table.columns[at].is_numeric())
    };
    for notice in &table.notices {
        match notice {
            Notice::AlmostNumeric { column, count, line, text } if is_used(column) => {
                let n_present = present(table, column);
                let is_marker = table.columns.iter().any(|own| own.name == *column && read::has_one_odd_text(own));
                if (*count as f64) <= FEW * n_present as f64 || is_marker {
                    let (column, text) = (column.clone(), text.clone());
                    return Err(SchemaError::NearlyNumeric { column, count: *count, line: *line, text });
                }
            }
            Notice::MixedNumbers { column, texts } if is_used(column) => {
                return Err(SchemaError::MixedNumbers { column: column.clone(), texts: texts.clone() });
            }
            Notice::TwoReadings { column, text } if is_used(column) => {
                return Err(SchemaError::TwoReadings { column: column.clone(), text: text.clone() });
            }
            _ => {}
        }
    }
    Ok(())
}

/// How many cells of a column are not missing.
fn present(table: &Table, name: &str) -> usize {
    let Some(at) = table.columns.iter().position(|column| column.name == name) else { return 0 };
    let column = &table.columns[at];
    let seen = || (0..column.len()).filter(|&row| !column.is_missing(row)).count();
    table.whole.as_ref().map_or_else(seen, |whole| whole[at].present)
}
