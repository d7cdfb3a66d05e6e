//! The rows of a text, one after the other.

use super::cut::is_comment;
use super::finish::{How, finish, settled};
use super::footer;
use super::header::Header;
use super::kinds::{CellTexts, RequestedKind, requested_kinds};
use super::left_out::LeftOut;
use super::notation::Rules;
use super::opening::Opening;
use super::records::{Records, Width};
use super::shape::{NameSource, Shape};
use super::taken::Taken;
use super::units::{FirstRow, first_row, without_row_of_units};
use super::written::Notations;
use super::{Fault, Markers, ReadOptions};
use crate::data::Notice;
use crate::data::table::{Column, Table};
use csv::StringRecord;
use rayon::prelude::*;
use std::collections::VecDeque;
use std::io::Read;

/// Rows behind a header.
pub(super) struct RowReader<R> {
    records: Records<R>,
    /// Rows that were looked at already.
    pending: VecDeque<(StringRecord, u64)>,
    pub names: Vec<String>,
    pub notices: Vec<Notice>,
    requested: Vec<RequestedKind>,
    /// What stands for a missing cell in each column.
    markers: Vec<Markers>,
    rules: Rules,
    written: Notations,
    /// Whether there was a row already.
    pub any: bool,
    left_out: LeftOut,
    /// The last line of the row before.
    line_before: u64,
    /// Whether a row of units would have been left out already.
    are_samples: bool,
}

/// From so many rows on, columns are read by several threads at once.
const WORTH_THREADS: usize = 4096;
/// How many to tell whether the first of them holds units.
const TOLD_BY: usize = 8192;

impl<R: Read> RowReader<R> {
    /// Reads the header of `text`.
    pub fn new(text: R, shape: &Shape, options: &ReadOptions) -> Result<Self, Fault> {
        let mut opening = Opening::of(Records::new(text, shape.delimiter, shape.quote), shape)?;
        let header = opening.header(shape, options.header == Some(true))?;
        let Opening { mut records, mut pending, left_out, .. } = opening;
        let n_named = header.names.len();
        let width = Width { named: n_named, all: n_named + header.n_nameless };
        records.width = Some(width);
        if let Some((row, line)) = pending.iter().find(|(row, _)| !width.takes(row)) {
            return Err(Fault::Ragged { line: *line, expected: n_named, found: row.len() });
        }
        records.n_surplus = pending.iter_mut().filter_map(|(row, _)| width.cut(row).then_some(())).count();
        let mut requested = requested_kinds(&header.names, &options.categorical, &options.numeric);
        let mut markers = vec![options.markers.clone(); n_named];
        let rules = options.rules(shape.delimiter);
        if let NameSource::Declared(columns) = &shape.names {
            let inferred = requested.iter_mut().zip(columns).filter(|(kind, _)| **kind == RequestedKind::Inferred);
            inferred.filter(|(_, column)| column.is_words).for_each(|(kind, _)| *kind = RequestedKind::Words);
            markers.iter_mut().zip(columns).for_each(|(markers, column)| markers.declare(&column.levels));
        }
        let Header { names, notices, .. } = header;
        Ok(RowReader {
            records,
            pending,
            names,
            notices,
            requested,
            markers,
            rules,
            written: options.written.clone(),
            any: false,
            left_out,
            line_before: 0,
            are_samples: false,
        })
    }

    /// The rows of a text without a header, with columns of these names.
    pub fn headless(text: R, shape: &Shape, names: &[String], markers: &Markers) -> Self {
        let mut records = Records::new(text, shape.delimiter, shape.quote);
        records.width = Some(Width { named: names.len(), all: names.len() });
        let rules = ReadOptions::default().rules(shape.delimiter);
        let (pending, notices, requested) = (VecDeque::new(), Vec::new(), Vec::new());
        RowReader {
            records,
            pending,
            names: names.to_vec(),
            notices,
            requested,
            markers: vec![markers.clone(); names.len()],
            rules,
            written: Notations::default(),
            any: false,
            left_out: LeftOut::default(),
            line_before: 0,
            are_samples: true,
        }
    }

    /// What was left out so far, and rows of several lines.
    pub fn left_out(&mut self) -> LeftOut {
        self.left_out.n_surplus += std::mem::take(&mut self.records.n_surplus);
        std::mem::take(&mut self.left_out)
    }

    /// The next row that has any cell; its line, or `None` at the end.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, Fault> {
        loop {
            let line = match self.pending.pop_front() {
                Some((row, line)) => {
                    *record = row;
                    Some(line)
                }
                None => match self.records.next(record) {
                    Err(Fault::Ragged { line, found: 1, .. }) if is_comment(&record[0]) => {
                        self.left_out.comment(line);
                        continue;
                    }
                    Err(Fault::Ragged { line, found, expected })
                        if found < expected && self.begins_remarks(record, line) =>
                    {
                        if !self.ends_in_remarks(record, line)? {
                            return Err(Fault::Ragged { line, found, expected });
                        }
                        return Ok(None);
                    }
                    read => read?,
                },
            };
            let Some(line) = line else { return Ok(None) };
            match (0..record.len()).rfind(|&at| !record[at].trim().is_empty()) {
                None if record.len() > 1 => self.left_out.n_empty += 1,
                Some(last) if last >= self.names.len() => return Err(Fault::EmptyName { line: 1, column: last + 1 }),
                _ => {
                    self.left_out.row(record, line);
                    let n_ends = memchr::memchr_iter(b'\n', record.as_slice().as_bytes()).count();
                    self.line_before = line + n_ends as u64;
                    return Ok(Some(line));
                }
            }
        }
    }

    fn begins_remarks(&self, record: &StringRecord, line: u64) -> bool {
        footer::begins(record.iter(), line > self.line_before + 1)
    }

    /// Whether nothing but remarks stands from this one on, which has been read: they are left out.
    fn ends_in_remarks(&mut self, first: &StringRecord, line: u64) -> Result<bool, Fault> {
        let (mut count, mut record) = (1, StringRecord::new());
        loop {
            match self.records.next(&mut record) {
                Err(Fault::Ragged { found, expected, .. }) if found < expected && count < footer::MOST => count += 1,
                Ok(None) => break,
                Err(Fault::Ragged { .. }) | Ok(Some(_)) => return Ok(false),
                Err(other) => return Err(other),
            }
        }
        let text = first.iter().map(str::trim).collect::<Vec<_>>().join(", ");
        self.left_out.remarks = Some((count, line, text));
        Ok(true)
    }

    /// Looks at the first rows of a file that is read piece by piece: what stands before the decimals, and whether the
    /// first of them holds units, which is then left out.
    pub fn look_ahead(&mut self) -> Result<(), Fault> {
        let (mut record, mut looked) = (StringRecord::new(), VecDeque::new());
        while looked.len() < TOLD_BY
            && let Some(line) = self.next(&mut record)?
        {
            looked.push_back((record.clone(), line));
        }
        looked.append(&mut self.pending);
        let mut cells: Vec<CellTexts> = self.names.iter().map(|_| CellTexts::default()).collect();
        let rows = looked.iter().take(TOLD_BY);
        rows.for_each(|(row, _)| cells.iter_mut().zip(row).for_each(|(cells, cell)| cells.push(cell)));
        let lines = Some(looked.iter().take(TOLD_BY).map(|(_, line)| *line).collect());
        let table = Table { lines, ..Table::new("", self.columns(cells).0) };
        // One mark stands before the decimals of the whole file.
        self.rules = settled(&table, self.how());
        if let FirstRow::Units { columns, units } = first_row(&table, &self.requested)?
            && let Some((_, line)) = looked.pop_front()
        {
            self.notices.push(Notice::UnitsLeftOut { line, columns, units });
        }
        (self.pending, self.are_samples) = (looked, true);
        Ok(())
    }

    /// Up to `limit` rows as a table, each shown to `see`; `None` at the end. A file
    /// without any row is an error.
    pub fn take(&mut self, limit: usize, mut see: impl FnMut(&StringRecord)) -> Result<Option<Table>, Fault> {
        let mut cells: Vec<CellTexts> = self.names.iter().map(|_| CellTexts::default()).collect();
        let (mut record, mut lines) = (StringRecord::new(), Vec::new());
        while lines.len() < limit
            && let Some(line) = self.next(&mut record)?
        {
            cells.iter_mut().zip(&record).for_each(|(cells, cell)| cells.push(cell));
            lines.push(line);
            record.truncate(self.names.len()); // behind them stand only the empty cells of no column
            see(&record);
        }
        match lines.is_empty() {
            true if !self.any => Err(Fault::NoRows),
            true => Ok(None),
            false => {
                self.any = true;
                let mut table = self.table(cells, lines, limit == usize::MAX)?;
                table.notices.extend(self.left_out().notices());
                Ok(Some(table))
            }
        }
    }

    /// The table of these rows, all of them if it `is_whole`: only then it ends where the file does.
    fn table(&self, cells: Vec<CellTexts>, lines: Vec<u64>, is_whole: bool) -> Result<Table, Fault> {
        debug_assert!(cells.iter().all(|cells| cells.len() == lines.len()));
        let (columns, taken) = self.columns(cells);
        let as_usual = lines.iter().enumerate().all(|(row, &line)| line == row as u64 + 2);
        let table = Table { lines: (!as_usual).then_some(lines), ..Table::new("", columns) };
        let table = if self.are_samples { table } else { without_row_of_units(table, &self.requested)? };
        finish(if is_whole { footer::without_remarks(table) } else { table }, taken, self.how())
    }

    fn how(&self) -> How<'_> {
        How { requested: &self.requested, rules: self.rules, written: &self.written }
    }

    /// The columns, and what cells were taken for.
    fn columns(&self, cells: Vec<CellTexts>) -> (Vec<Column>, Taken) {
        let is_worth_threads = cells.first().is_some_and(|cells| cells.len() >= WORTH_THREADS);
        let rules = self.rules;
        let named: Vec<_> = cells.into_iter().zip(&self.names).zip(&self.requested).zip(&self.markers).collect();
        let column = |(((cells, name), &kind), markers): (((CellTexts, &String), &RequestedKind), &Markers)| {
            // Where commas stand before the decimals, what a point means is told from the texts.
            let Rules { decimal, points_are_decimal, .. } = rules;
            let is_text = decimal == Some(',') && !points_are_decimal && cells.may_be_broken();
            let mut taken = Taken::default();
            let kind = if is_text { RequestedKind::Words } else { kind };
            (cells.into_column(name, kind, markers, &mut taken), taken)
        };
        let made: Vec<_> = match is_worth_threads {
            true => named.into_par_iter().map(column).collect(),
            false => named.into_iter().map(column).collect(),
        };
        let (columns, of_each): (Vec<Column>, Vec<Taken>) = made.into_iter().unzip();
        let mut taken = Taken::default();
        of_each.into_iter().for_each(|one| taken.absorb(one));
        (columns, taken)
    }
}
