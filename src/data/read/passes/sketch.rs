//! A small table that shows what the whole would.

use super::facts::Facts;
use super::reread::Rereader;
use super::surveyed::Survey;
use super::table_facts::TableFacts;
use crate::data::Notice;
use crate::data::read::finish::{How, finish, table_name, with_notices};
use crate::data::read::kinds::{MINUS, PLUS, RequestedKind};
use crate::data::read::notation::Rules;
use crate::data::read::taken::Taken;
use crate::data::read::units::{FirstRow, first_row};
use crate::data::read::{Fault, Notations, Obstacle, ReadError, has_one_odd_text, number};
use crate::data::table::{Column, Table, Values};
use std::collections::{BTreeSet, HashMap};

/// Cells of the first rows that are in any sketch.
const CELLS: usize = 1 << 17;
/// Of those rows, as many at most.
const ROWS: usize = 10_000;

/// The survey with its sketch.
pub(super) fn drawn(mut survey: Survey, path: &str, taken: Taken, left_out: Vec<Notice>) -> Result<Survey, ReadError> {
    let rows = rows(&survey.known);
    let (raw, lines) = cells(&survey, &rows)?;
    let files = &survey.files;
    let read = As {
        rules: files.options.rules(files.parts.parts[0].layout.shape.delimiter),
        requested: &files.requested,
        notices: files.parts.notices.iter().cloned().chain(left_out).collect(),
    };
    finished(&mut survey.known, path, (raw, Some(lines)), taken, read)?;
    Ok(survey)
}

/// How the cells of a sketch are read.
pub(super) struct As<'a> {
    pub rules: Rules,
    pub requested: &'a [RequestedKind],
    /// What is said before all else.
    pub notices: Vec<Notice>,
}

/// Makes the sketch of its rows' cells, and of what is known of all rows.
pub(super) fn finished(
    known: &mut TableFacts,
    path: &str,
    (raw, lines): (Vec<Column>, Option<Vec<u64>>),
    taken: Taken,
    read: As,
) -> Result<(), ReadError> {
    let n_rows = raw.first().map_or(0, Column::len);
    // Where nobody numbers the lines, what is said of rows is what was counted in all of them.
    known.is_complete = lines.is_some() && n_rows == known.n_rows;
    let has_plus = |facts: &Facts| facts.words.known.contains_key(PLUS);
    if taken.missing.contains(MINUS) && known.facts.iter().any(has_plus) {
        return Err(Fault::NotInPasses { obstacle: Obstacle::Minus }.of(path)); // `-` would be a class and a missing cell
    }
    let table = Table { lines, ..Table::new("", raw.clone()) };
    if first_row(&table, read.requested).map_err(|fault| fault.of(path))? != FirstRow::Sample {
        return Err(Fault::NotInPasses { obstacle: Obstacle::Units }.of(path));
    }
    let how = How { requested: read.requested, rules: read.rules, written: &Notations::default() };
    let table = finish(table, taken, how).map_err(|fault| fault.of(path))?;
    known.written = raw.iter().zip(&table.columns).map(|(raw, read)| written(raw, read)).collect();
    let mut table = with_notices(table, read.notices);
    table.name = table_name(path.trim_end_matches('/'));
    if !known.is_complete {
        recount(&mut table, &known.facts);
        let of_all_rows = |(facts, &are_words): (&Facts, &bool)| facts.of_all_rows(known.n_rows, are_words);
        table.whole = Some(known.facts.iter().zip(&known.are_words).map(of_all_rows).collect());
    }
    known.sketch = table;
    Ok(())
}

/// The rows of the sketch, in order.
pub(super) fn rows(known: &TableFacts) -> Vec<usize> {
    let first = known.n_rows.min(ROWS).min((CELLS / known.facts.len().max(1)).max(100));
    let witnesses = known.facts.iter().flat_map(|facts| facts.witnesses.iter().copied());
    let rows: BTreeSet<usize> = (0..first).chain(witnesses).collect();
    rows.into_iter().collect()
}

/// Their cells, and their lines.
fn cells(survey: &Survey, rows: &[usize]) -> Result<(Vec<Column>, Vec<u64>), ReadError> {
    let mut numbers: Vec<Vec<f64>> = vec![Vec::new(); survey.known.facts.len()];
    let mut texts: Vec<Vec<Option<String>>> = vec![Vec::new(); survey.known.facts.len()];
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
        let Notice::AlmostNumeric { column, count, .. } = notice else {
            // The sketch ends where the table does not.
            return !matches!(notice, Notice::TotalRow { .. } | Notice::StandIn { .. } | Notice::MergedCells { .. });
        };
        let Some(at) = table.columns.iter().position(|other| other.name == *column) else { return false };
        let words = &facts[at].words;
        let (mut odd, mut present) = (0, 0);
        for (level, &n) in words.levels.iter().zip(&words.counts) {
            present += n;
            odd += if number(level).is_none() { n } else { 0 };
        }
        *count = odd as usize;
        2 * odd < present || has_one_odd_text(&table.columns[at])
    });
}
