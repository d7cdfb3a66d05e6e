//! The last step of either way: columns of words that are numbers after all, and what is
//! noteworthy about the table.

use super::kinds::{self, RequestedKind};
use super::notation::{self, Notation, Reading, Rules};
use super::taken::Taken;
use super::written::Notations;
use super::{Fault, Markers, dialect, doubts, explaining};
use super::{merged, mixed, moments};
use crate::data::Notice;
use crate::data::table::{Column, MISSING, Table, Values};
use std::path::Path;

/// How the cells of a table are to be read.
#[derive(Clone, Copy)]
pub(super) struct How<'a> {
    /// As what, a column each.
    pub requested: &'a [RequestedKind],
    pub rules: Rules,
    /// How numbers were written in a table that was written likewise.
    pub written: &'a Notations,
}

impl How<'_> {
    fn reading(&self, column: &Column, rules: Rules) -> Reading {
        match &column.values {
            Values::Words { levels, .. } if !levels.is_empty() => {
                notation::read(levels, rules, self.written.unit(&column.name))
            }
            _ => Reading::Words,
        }
    }
}

/// Reads numbers however they are written, says what is noteworthy about the cells, and
/// refuses infinite ones.
pub(super) fn finish(mut table: Table, taken: Taken, how: How) -> Result<Table, Fault> {
    let Taken { missing, look_alikes, codes } = taken;
    if !missing.is_empty() {
        table.notices.push(Notice::MissingTokens { tokens: missing.into_iter().collect() });
    }
    if let Some(fault) = points_among_commas(&table, how) {
        return Err(fault);
    }
    let rules = settled(&table, how);
    let may_group = rules.cells_cut_at_semicolons && rules.decimal.is_none() && !rules.points_are_decimal;
    for (at, kind) in how.requested.iter().enumerate().filter(|(_, kind)| **kind != RequestedKind::Words) {
        let column = &table.columns[at];
        if let Some((row, text)) = kinds::infinite_cell(column) {
            return Err(Fault::Infinite { line: table.line(row), column: column.name.clone(), text });
        }
        let name = column.name.clone();
        let written = |notation| Notice::NumbersWritten { column: name.clone(), notation };
        table.notices.extend(look_alikes.get(&name).map(|text| written(Notation::look_alike(text))));
        let (mut point, mut texts) = (None, Vec::new());
        match how.reading(column, rules) {
            Reading::Numbers(values, notations) => {
                let is_told = |own: &Notation| matches!(own, Notation::DecimalCommas | Notation::Thousands(_));
                if may_group && !notations.iter().any(is_told) {
                    point = doubts::point_in_texts(column, &values);
                }
                texts = spelled(column, &values);
                table.columns[at] = as_numbers(column, &values);
                table.notices.extend(notations.into_iter().map(written));
            }
            Reading::Ambiguous(text) if *kind == RequestedKind::Numbers => {
                return Err(Fault::TwoReadings { column: name, text });
            }
            Reading::Ambiguous(text) => table.notices.push(Notice::TwoReadings { column: name.clone(), text }),
            Reading::Words => {}
        }
        let column = &table.columns[at];
        if *kind == RequestedKind::Numbers && !column.is_numeric() {
            return Err(not_a_number(&table, column));
        }
        let code = codes.get(&name).filter(|_| column.is_numeric());
        table.notices.extend(code.map(|text| Notice::CodeRead { column: name.clone(), text: text.clone() }));
        let not_quite = mixed_numbers(column).or_else(|| almost_numeric(&table, column));
        table.notices.extend(not_quite.or_else(|| almost_written(&table, column, how, rules)));
        table.notices.extend(kinds::case_variants(column));
        table.notices.extend(moments::of(column).into_iter().chain(merged::of(column)));
        table.notices.extend(doubts::stand_in(column, &texts));
        table.notices.extend(if may_group { doubts::point_in_three(column).or(point) } else { None });
    }
    table.notices.extend(explaining::first_row(&table));
    table.notices.extend(doubts::total_row(&table));
    table.notices.extend(one_column(&table, how.rules));
    Ok(table)
}

/// Where all there is stands in one column of words: something else may separate the cells, or whole lines may stand
/// between quotes.
fn one_column(table: &Table, rules: Rules) -> Option<Notice> {
    let [Column { name, values: Values::Words { levels, .. } }] = &table.columns[..] else { return None };
    let delimiter = if rules.cells_cut_at_semicolons { b';' } else { b',' };
    let n = dialect::count(name, delimiter);
    let are_alike = n > 0 && !levels.is_empty() && levels.iter().all(|text| dialect::count(text, delimiter) == n);
    let are_cut = rules.cells_cut_at_commas || rules.cells_cut_at_semicolons;
    Some(if are_cut && are_alike { Notice::LinesQuoted } else { Notice::OneColumn })
}

/// What decides: the user; or a column of which the numbers can be read in one way only, for one program wrote all
/// of them, with one mark before the decimals; or what was the habit before.
pub(super) fn settled(table: &Table, how: How) -> Rules {
    let rules = how.rules;
    if rules.decimal.is_some() {
        return rules;
    }
    let plainly = Rules { cells_cut_at_commas: false, ..rules };
    let has = |notation: Notation| {
        table.columns.iter().zip(how.requested).any(|(column, kind)| match how.reading(column, plainly) {
            Reading::Numbers(_, notations) => *kind != RequestedKind::Words && notations.contains(&notation),
            _ => false,
        })
    };
    let has_comma = has(Notation::DecimalCommas) || has(Notation::Thousands('.'));
    match (has_comma, has(Notation::Thousands(','))) {
        (true, false) => Rules { decimal: Some(','), habit: None, ..rules },
        (false, true) => Rules { decimal: Some('.'), habit: None, ..rules },
        _ if table.columns.iter().any(has_decimal_point) => Rules { habit: None, ..rules },
        _ => Rules { decimal: rules.habit, ..rules },
    }
}

/// Whether a column has a point that cannot stand between groups of digits.
fn has_decimal_point(column: &Column) -> bool {
    let Values::Numbers(cells) = &column.values else { return false };
    cells.iter().any(|cell| cell.is_finite() && cell.fract() != 0.0 && !may_be_group(*cell))
}

/// Whether a number that is not whole may be one of thousands: `1.500`.
fn may_be_group(cell: f64) -> bool {
    cell.abs() < 1000.0 && (cell * 1000.0).round() / 1000.0 == cell
}

/// A column of numbers with points that may stand between groups of digits, as `1.500`, where
/// other columns have commas before their decimals. Only its texts could tell.
pub(super) fn points_among_commas(table: &Table, how: How) -> Option<Fault> {
    if how.rules.points_are_decimal || settled(table, how).decimal != Some(',') {
        return None;
    }
    let may_be_groups = |cells: &[f64]| {
        let mut broken = cells.iter().filter(|cell| cell.is_finite() && cell.fract() != 0.0).peekable();
        broken.peek().is_some() && broken.all(|cell| may_be_group(*cell))
    };
    let is_doubtful = |(column, kind): &(&Column, &RequestedKind)| match &column.values {
        Values::Numbers(cells) => **kind != RequestedKind::Words && may_be_groups(cells),
        Values::Words { .. } => false,
    };
    let (column, _) = table.columns.iter().zip(how.requested).find(is_doubtful)?;
    Some(Fault::PointsAmongCommas { column: column.name.clone() })
}

/// A column of words with a number for each of its levels.
fn as_numbers(column: &Column, values: &[f64]) -> Column {
    let Values::Words { codes, .. } = &column.values else { return column.clone() };
    let number = |&code: &u32| if code == MISSING { f64::NAN } else { values[code as usize] };
    Column::numbers(&column.name, codes.iter().map(number))
}

/// The texts of a column of words, each with the number that it is.
fn spelled(column: &Column, values: &[f64]) -> Vec<(String, f64)> {
    let Values::Words { levels, .. } = &column.values else { return Vec::new() };
    levels.iter().cloned().zip(values.iter().copied()).collect()
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

/// A column of numbers that are written in one way, as `1 234` or `45%`, but for a few texts without any digit.
fn almost_written(table: &Table, column: &Column, how: How, rules: Rules) -> Option<Notice> {
    const FEW: usize = 3;
    let Values::Words { levels, codes } = &column.values else { return None };
    let has_digit = |level: &String| level.contains(|c: char| c.is_ascii_digit());
    let numbers: Vec<String> = levels.iter().filter(|level| has_digit(level)).cloned().collect();
    if numbers.len() < FEW || numbers.len() == levels.len() {
        return None;
    }
    let present = codes.iter().filter(|&&code| code != MISSING).count();
    let odd: Vec<usize> = (0..codes.len())
        .filter(|&row| levels.get(codes[row] as usize).is_some_and(|level| !has_digit(level)))
        .collect();
    let are_numbers = 2 * odd.len() < present
        && matches!(notation::read(&numbers, rules, how.written.unit(&column.name)), Reading::Numbers(..));
    let row = *odd.first().filter(|_| are_numbers)?;
    let text = levels[codes[row] as usize].clone();
    Some(Notice::AlmostNumeric { column: column.name.clone(), count: odd.len(), line: table.line(row), text })
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
