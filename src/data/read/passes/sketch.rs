//! A small table that shows what the whole would.

use super::facts::Facts;
use super::reread::Rereader;
use super::surveyed::Survey;
use crate::data::Notice;
use crate::data::read::finish::{finish, table_name, with_notices};
use crate::data::read::kinds::{MINUS, PLUS};
use crate::data::read::units::row_of_units;
use crate::data::read::{Fault, ReadError, number};
use crate::data::table::{Column, Table, Values};
use std::collections::{BTreeSet, HashMap};

/// Cells of the first rows that are in any sketch.
const CELLS: usize = 1 << 17;
/// Of those rows, as many at most.
const ROWS: usize = 10_000;

/// The survey with its sketch.
pub(super) fn drawn(
    mut survey: Survey,
    path: &str,
    tokens: BTreeSet<String>,
    left_out: Vec<Notice>,
) -> Result<Survey, ReadError> {
    let rows = rows(&survey);
    let (columns, lines) = cells(&survey, &rows)?;
    survey.is_complete = rows.len() == survey.n_rows;
    let has_plus = |facts: &Facts| facts.words.known.contains_key(PLUS);
    if tokens.contains(MINUS) && survey.facts.iter().any(has_plus) {
        return Err(Fault::NotInPasses.of(path)); // `-` would be a class and a missing cell
    }
    let files = &survey.files;
    let rules = files.options.rules(files.parts.parts[0].layout.shape.delimiter);
    let raw = columns.clone();
    let table = Table { lines: Some(lines), ..Table::new("", columns) };
    if row_of_units(&table, &files.requested).is_some() {
        return Err(Fault::NotInPasses.of(path));
    }
    let table = finish(table, tokens, &files.requested, rules).map_err(|fault| fault.of(path))?;
    survey.written = raw.iter().zip(&table.columns).map(|(raw, read)| written(raw, read)).collect();
    let mut table = with_notices(table, files.parts.notices.iter().cloned().chain(left_out));
    table.name = table_name(path.trim_end_matches('/'));
    if !survey.is_complete {
        recount(&mut table, &survey.facts);
        let of_all_rows = |(facts, &are_words): (&Facts, &bool)| facts.of_all_rows(survey.n_rows, are_words);
        table.whole = Some(survey.facts.iter().zip(&survey.files.are_words).map(of_all_rows).collect());
    }
    survey.sketch = table;
    Ok(survey)
}

/// The rows of the sketch, in order.
fn rows(survey: &Survey) -> Vec<usize> {
    let first = survey.n_rows.min(ROWS).min((CELLS / survey.facts.len().max(1)).max(100));
    let witnesses = survey.facts.iter().flat_map(|facts| facts.witnesses.iter().copied());
    let rows: BTreeSet<usize> = (0..first).chain(witnesses).collect();
    rows.into_iter().collect()
}

/// Their cells, and their lines.
fn cells(survey: &Survey, rows: &[usize]) -> Result<(Vec<Column>, Vec<u64>), ReadError> {
    let mut numbers: Vec<Vec<f64>> = vec![Vec::new(); survey.facts.len()];
    let mut texts: Vec<Vec<Option<String>>> = vec![Vec::new(); survey.facts.len()];
    let mut lines = Vec::with_capacity(rows.len());
    let mut rereader = Rereader::default();
    for segment in &survey.files.segments {
        let end = segment.first_row + segment.n_rows;
        let wanted =
            &rows[rows.partition_point(|&row| row < segment.first_row)..rows.partition_point(|&row| row < end)];
        if wanted.is_empty() {
            continue;
        }
        let parsed = survey.files.parsed(segment, &mut rereader)?;
        for row in wanted.iter().map(|row| row - segment.first_row) {
            lines.push(parsed.lines.as_ref().map_or(segment.first_line + row as u64, |lines| lines[row]));
            for (at, values) in parsed.columns.iter().enumerate() {
                match values {
                    Values::Numbers(cells) => numbers[at].push(cells[row]),
                    Values::Words { levels, codes } => texts[at].push(levels.get(codes[row] as usize).cloned()),
                }
            }
        }
    }
    let column = |(at, name): (usize, &String)| match survey.files.are_words[at] {
        true => Column::words(name, texts[at].iter().map(|text| text.as_deref())),
        false => Column::numbers(name, numbers[at].iter().copied()),
    };
    Ok((survey.files.parts.names.iter().enumerate().map(column).collect(), lines))
}

/// What the words of a column stand for, if they became numbers: the sketch has every one of them.
fn written(raw: &Column, read: &Column) -> HashMap<String, f64> {
    let (Values::Words { levels, codes }, Values::Numbers(cells)) = (&raw.values, &read.values) else {
        return HashMap::new();
    };
    let known = codes.iter().zip(cells).filter_map(|(&code, &cell)| Some((levels.get(code as usize)?.clone(), cell)));
    known.collect()
}

/// Puts what was counted in all rows in the place of what was counted in the sketch.
fn recount(table: &mut Table, facts: &[Facts]) {
    table.notices.retain_mut(|notice| {
        let Notice::AlmostNumeric { column, count, .. } = notice else { return true };
        let Some(at) = table.columns.iter().position(|other| other.name == *column) else { return false };
        let words = &facts[at].words;
        let (mut odd, mut present) = (0, 0);
        for (level, &n) in words.levels.iter().zip(&words.counts) {
            present += n;
            odd += if number(level).is_none() { n } else { 0 };
        }
        *count = odd as usize;
        2 * odd < present
    });
}
