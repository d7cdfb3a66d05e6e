//! From a table to what a model is fitted on: which column is what.
//!
//! [`select`] gives each column a role, fills in what was not asked for, reports
//! what it decided ([`Notice`]), and refuses what cannot be meant ([`SchemaError`]).

mod error;
mod id;
mod id_name;
mod melons;
mod missing;
mod roles;
mod selection;
mod target;
mod textbook;
mod unclear;

pub use error::SchemaError;
pub use selection::{Goal, MissingPolicy, Selection};

use super::table::{Column, Table, Values};
use super::{Dataset, Notice, WhyLeftOut};
use roles::{ColumnRole, roles};
use selection::position;

/// Chooses the features and the target of `table` for `goal`.
///
/// The target of the dataset is the column to be learned, or the labels of a clustering.
/// Features keep the table's order. Rows are dropped only where their cells are missing
/// and [`Selection::missing`] says so, or where the target itself is missing under
/// [`MissingPolicy::Impute`]: an answer is never made up.
///
/// # Errors
/// A name that no column has, a target that does not fit the goal, missing cells under
/// [`MissingPolicy::Error`], or nothing left to learn from.
pub fn select(table: Table, selection: &Selection, goal: Goal) -> Result<Dataset, SchemaError> {
    let table = with_kinds(table, selection)?;
    let selection = &selection.resolved(&table);
    let mut notices = table.notices.clone();
    notices.extend(textbook::differences(&table));
    let (roles, decided) = roles(&table, selection, goal)?;
    notices.extend(decided);
    unclear::refuse(&table, &roles, selection)?;
    let kept = missing::rows_to_keep(&table, &roles, selection.missing, &mut notices)?;

    let Table { name, builtin, columns, .. } = table;
    let n_rows = columns.first().map_or(0, Column::len);
    let mut dataset =
        Dataset { name, builtin, features: Vec::new(), target: None, rows: Vec::new(), left_out: Vec::new(), notices };
    for (column, role) in columns.into_iter().zip(&roles) {
        match role {
            ColumnRole::Feature => dataset.features.push(keep(column, kept.as_deref())),
            ColumnRole::Target => dataset.target = Some(keep(column, kept.as_deref())),
            ColumnRole::Id => dataset.left_out.push((column.name, WhyLeftOut::Id)),
            ColumnRole::Outcome => dataset.left_out.push((column.name, WhyLeftOut::Outcome)),
            ColumnRole::Dropped => dataset.left_out.push((column.name, WhyLeftOut::Dropped)),
        }
    }
    dataset.rows = kept.map_or_else(|| (1..=n_rows).collect(), |kept| kept.iter().map(|row| row + 1).collect());
    if dataset.rows.is_empty() {
        return Err(SchemaError::NoRowsLeft { n_rows });
    }
    if let Some(target) = dataset.target.as_ref().filter(|_| goal != Goal::Cluster) {
        target::check(target, goal, &dataset.features)?;
    }
    notices_on_features(&mut dataset);
    leave_out_unused(&mut dataset);
    Ok(dataset)
}

/// The table with the kinds of its columns as the user wants them.
///
/// # Errors
/// A name that no column has, a column that is to be both, a cell that is no number.
pub fn with_kinds(mut table: Table, selection: &Selection) -> Result<Table, SchemaError> {
    let selection = selection.resolved(&table);
    for asked in &selection.categorical {
        let at = position(&table, asked)?;
        if selection.numeric.iter().any(|other| position(&table, other).is_ok_and(|other| other == at)) {
            return Err(SchemaError::Contradiction { column: table.columns[at].name.clone() });
        }
        let column = std::mem::replace(&mut table.columns[at], Column::numbers("", []));
        table.columns[at] = column.into_words();
    }
    for asked in &selection.numeric {
        let at = position(&table, asked)?;
        if !table.columns[at].is_numeric() {
            table.columns[at] = as_numbers(&table, at)?;
        }
    }
    Ok(table)
}

/// The column at `at` as numbers, or where the first cell stands that is none.
fn as_numbers(table: &Table, at: usize) -> Result<Column, SchemaError> {
    let column = &table.columns[at];
    let number = |row: usize| match column.text(row) {
        None => Ok(f64::NAN),
        Some(text) => super::read::number(&text).ok_or_else(|| SchemaError::NotANumber {
            column: column.name.clone(),
            line: table.line(row),
            text: text.into_owned(),
        }),
    };
    let cells = (0..column.len()).map(number).collect::<Result<Vec<f64>, _>>()?;
    Ok(Column::numbers(&column.name, cells))
}

/// The column at `kept` rows (all of them, if `None`), without levels that no row has.
fn keep(column: Column, kept: Option<&[usize]>) -> Column {
    let column = match kept {
        Some(rows) => column.take(rows),
        None => column,
    };
    let unused = |column: &Column| match &column.values {
        Values::Words { levels, .. } => column.levels_in_use().len() < levels.len(),
        Values::Numbers(_) => false,
    };
    if !unused(&column) {
        return column;
    }
    let texts: Vec<_> = (0..column.len()).map(|row| column.text(row)).collect();
    Column::words(&column.name, texts.iter().map(|text| text.as_deref()))
}

/// What a column may mean is asked about no longer once it is left out.
fn leave_out_unused(dataset: &mut Dataset) {
    let Dataset { features, target, notices, .. } = dataset;
    let is_used = |name: &String| features.iter().chain(target.iter()).any(|column| column.name == *name);
    notices.retain(|notice| match notice {
        Notice::CodeRead { column, .. } | Notice::Moments { column, .. } | Notice::MergedCells { column } => {
            is_used(column)
        }
        _ => true,
    });
}

/// Says which features can hardly teach anything.
fn notices_on_features(dataset: &mut Dataset) {
    for column in &dataset.features {
        match &column.values {
            Values::Words { levels, codes } => {
                let n_rows = codes.iter().filter(|&&code| (code as usize) < levels.len()).count();
                let (column, n_levels) = (column.name.clone(), levels.len());
                if n_levels == 1 {
                    dataset.notices.push(Notice::ConstantColumn { column });
                } else if n_levels > 10 && n_levels * 10 >= n_rows * 9 {
                    dataset.notices.push(Notice::HighCardinality { column, n_levels, n_rows });
                }
            }
            Values::Numbers(cells) => {
                let mut present = cells.iter().filter(|cell| !cell.is_nan());
                let first = present.next();
                if first.is_some() && present.all(|cell| Some(cell) == first) {
                    dataset.notices.push(Notice::ConstantColumn { column: column.name.clone() });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
