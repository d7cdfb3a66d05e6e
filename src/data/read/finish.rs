//! The last step of either way: columns of words that are numbers after all, and what is
//! noteworthy about the table.

use super::kinds::{self, RequestedKind};
use super::mixed;
use super::notation::{self, Notation, Reading, Rules};
use super::{Fault, Markers, doubts};
use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};
use std::collections::BTreeSet;
use std::path::Path;

/// Reads numbers however they are written, says what is noteworthy about the cells, and
/// refuses infinite ones.
pub(super) fn finish(
    mut table: Table,
    tokens: BTreeSet<String>,
    requested: &[RequestedKind],
    rules: Rules,
) -> Result<Table, Fault> {
    if !tokens.is_empty() {
        table.notices.push(Notice::MissingTokens { tokens: tokens.into_iter().collect() });
    }
    if let Some(fault) = points_among_commas(&table, requested, rules) {
        return Err(fault);
    }
    let rules = settled(&table, requested, rules);
    for (at, kind) in requested.iter().enumerate().filter(|(_, kind)| **kind != RequestedKind::Words) {
        let column = &table.columns[at];
        if let Some((row, text)) = kinds::infinite_cell(column) {
            return Err(Fault::Infinite { line: table.line(row), column: column.name.clone(), text });
        }
        let name = column.name.clone();
        match reading(column, rules) {
            Reading::Numbers(values, notations) => {
                table.columns[at] = as_numbers(column, &values);
                let written = |notation| Notice::NumbersWritten { column: name.clone(), notation };
                table.notices.extend(notations.into_iter().map(written));
            }
            Reading::Ambiguous(text) => table.notices.push(Notice::TwoReadings { column: name, text }),
            Reading::Words => {}
        }
        let column = &table.columns[at];
        if *kind == RequestedKind::Numbers && !column.is_numeric() {
            return Err(not_a_number(&table, column));
        }
        table.notices.extend(mixed_numbers(column).or_else(|| almost_numeric(&table, column)));
        table.notices.extend(kinds::case_variants(column));
        table.notices.extend(doubts::stand_in(column));
        let may_group = rules.cells_cut_at_semicolons && rules.decimal.is_none() && !rules.points_are_decimal;
        table.notices.extend(if may_group { doubts::point_in_three(column) } else { None });
    }
    table.notices.extend(doubts::total_row(&table));
    table.notices.extend(is_in_one_column(&table).then_some(Notice::OneColumn));
    Ok(table)
}

/// Whether all there is stands in one column of words: something else may separate the cells.
fn is_in_one_column(table: &Table) -> bool {
    matches!(&table.columns[..], [column] if !column.is_numeric())
}

/// What decides: the user, or a column of which the numbers can be read in one way only. One
/// program wrote all of them, with one mark before the decimals.
fn settled(table: &Table, requested: &[RequestedKind], rules: Rules) -> Rules {
    if rules.decimal.is_some() {
        return rules;
    }
    let plainly = Rules { cells_cut_at_commas: false, ..rules };
    let has = |notation: Notation| {
        table.columns.iter().zip(requested).any(|(column, kind)| match reading(column, plainly) {
            Reading::Numbers(_, notations) => *kind != RequestedKind::Words && notations.contains(&notation),
            _ => false,
        })
    };
    let has_comma = has(Notation::DecimalCommas) || has(Notation::Thousands('.'));
    match (has_comma, has(Notation::Thousands(','))) {
        (true, false) => Rules { decimal: Some(','), ..rules },
        (false, true) => Rules { decimal: Some('.'), ..rules },
        _ => rules,
    }
}

/// A column of numbers with points that may stand between groups of digits, as `1.500`, where
/// other columns have commas before their decimals. Only its texts could tell.
pub(super) fn points_among_commas(table: &Table, requested: &[RequestedKind], rules: Rules) -> Option<Fault> {
    if rules.points_are_decimal || settled(table, requested, rules).decimal != Some(',') {
        return None;
    }
    let may_be_groups = |cells: &[f64]| {
        let mut broken = cells.iter().filter(|cell| cell.is_finite() && cell.fract() != 0.0).peekable();
        broken.peek().is_some() && broken.all(|cell| cell.abs() < 1000.0 && (cell * 1000.0).round() / 1000.0 == *cell)
    };
    let is_doubtful = |(column, kind): &(&Column, &RequestedKind)| match &column.values {
        Values::Numbers(cells) => **kind != RequestedKind::Words && may_be_groups(cells),
        Values::Words { .. } => false,
    };
    let (column, _) = table.columns.iter().zip(requested).find(is_doubtful)?;
    Some(Fault::PointsAmongCommas { column: column.name.clone() })
}

fn reading(column: &Column, rules: Rules) -> Reading {
    match &column.values {
        Values::Words { levels, .. } if !levels.is_empty() => notation::read(levels, rules),
        _ => Reading::Words,
    }
}

/// A column of words with a number for each of its levels.
fn as_numbers(column: &Column, values: &[f64]) -> Column {
    let Values::Words { codes, .. } = &column.values else { return column.clone() };
    let number = |&code: &u32| if code == MISSING { f64::NAN } else { values[code as usize] };
    Column::numbers(&column.name, codes.iter().map(number))
}

fn not_a_number(table: &Table, column: &Column) -> Fault {
    let (row, text) = kinds::first_word(column).unwrap_or_default();
    Fault::NotANumber { line: table.line(row), column: column.name.clone(), text }
}

fn mixed_numbers(column: &Column) -> Option<Notice> {
    Some(Notice::MixedNumbers { column: column.name.clone(), texts: mixed::texts(column)? })
}

fn almost_numeric(table: &Table, column: &Column) -> Option<Notice> {
    let (count, row, text) = kinds::odd_cells(column)?;
    Some(Notice::AlmostNumeric { column: column.name.clone(), count, line: table.line(row), text })
}

/// The table without a first column that has neither a name nor a cell, as where bars stand at both ends of
/// each line.
pub(super) fn without_empty_index(mut table: Table) -> Table {
    let is_index = |notice: &Notice| matches!(notice, Notice::IndexNamed { .. });
    let is_empty = |column: &Column| (0..column.len()).all(|row| column.is_missing(row));
    if table.columns.len() < 2 || !table.notices.iter().any(is_index) || !is_empty(&table.columns[0]) {
        return table;
    }
    table.columns.remove(0);
    let at_end = |notice: &Notice| if let Notice::NamelessColumns { count } = notice { Some(*count) } else { None };
    let count = 1 + table.notices.iter().find_map(at_end).unwrap_or(0);
    table.notices.retain(|notice| !is_index(notice) && at_end(notice).is_none());
    with_notices(table, [Notice::NamelessColumns { count }])
}

/// The table, and what was named as missing and stands in no cell.
pub(super) fn with_unfound(mut table: Table, markers: &Markers) -> Table {
    let tokens = |notice: &Notice| match notice {
        Notice::MissingTokens { tokens } => Some(tokens.clone()),
        _ => None,
    };
    let found = table.notices.iter().find_map(tokens).unwrap_or_default();
    let texts = markers.not_among(&found);
    table.notices.extend((!texts.is_empty()).then_some(Notice::MarkersNotFound { texts }));
    table
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
