//! A table piece by piece, in memory that does not grow with the file.

use super::encoding::Decoded;
use super::finish::{finish, table_name};
use super::kinds::{Cells, RequestedKind, requested_kinds};
use super::layout::Layout;
use super::notation::Rules;
use super::records::Records;
use super::{Fault, Markers, ReadError, ReadOptions, header, source};
use crate::data::Notice;
use crate::data::table::Table;
use csv::StringRecord;
use std::collections::BTreeSet;
use std::io::Read;

/// Some rows of a file, as a table and as they stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// The rows; [`Table::line`] is their line in the whole file.
    pub table: Table,
    /// Their cells, untouched.
    pub rows: Vec<StringRecord>,
}

/// A file that is being read a chunk at a time.
pub struct Chunks {
    file: String,
    rows: Rows<Decoded<Box<dyn Read + Send>>>,
    rows_per_chunk: usize,
    delimiter: u8,
    notices: Vec<Notice>,
    done: bool,
}

/// Opens a file, or the standard input for `-`, to be read `rows_per_chunk` rows at a time.
///
/// A column whose kind is not named in the options may come out as numbers in one chunk and
/// as words in the next.
///
/// # Errors
/// What is wrong with the file up to its header.
pub fn chunks(path: &str, options: &ReadOptions, rows_per_chunk: usize) -> Result<Chunks, ReadError> {
    let open = || {
        let stream = source::stream(path)?;
        let layout = Layout::inspect(&stream.sample, stream.complete, options)?;
        let rows = Rows::new(layout.decode(stream.input), layout.delimiter, options)?;
        Ok((layout, rows))
    };
    let (layout, rows): (Layout, Rows<_>) = open().map_err(|fault: Fault| fault.of(path))?;
    let notices = layout.notices.into_iter().chain(rows.notices.clone()).collect();
    let rows_per_chunk = rows_per_chunk.max(1);
    Ok(Chunks { file: path.to_owned(), rows, rows_per_chunk, delimiter: layout.delimiter, notices, done: false })
}

impl Chunks {
    /// The columns' names.
    pub fn header(&self) -> &[String] {
        &self.rows.names
    }

    /// What separates the cells.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// What was guessed about the file.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }
}

impl Iterator for Chunks {
    type Item = Result<Chunk, ReadError>;

    /// The next rows; `None` at the end, and after an error.
    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let mut rows = Vec::new();
        let read = self.rows.take(self.rows_per_chunk, |record| rows.push(record.clone()));
        self.done = !read.as_ref().is_ok_and(Option::is_some);
        let table = read.transpose()?.map_err(|fault| fault.of(&self.file));
        Some(table.map(|table| Chunk { table: Table { name: table_name(&self.file), ..table }, rows }))
    }
}

/// Rows behind a header.
pub(super) struct Rows<R> {
    records: Records<R>,
    pub names: Vec<String>,
    pub notices: Vec<Notice>,
    requested: Vec<RequestedKind>,
    markers: Markers,
    rules: Rules,
    any: bool,
}

impl<R: Read> Rows<R> {
    /// Reads the header of `text`.
    pub fn new(text: R, delimiter: u8, options: &ReadOptions) -> Result<Self, Fault> {
        let mut records = Records::new(text, delimiter);
        let mut record = StringRecord::new();
        let line = records.next(&mut record)?.ok_or(Fault::Empty)?;
        let (names, notices) = header::names(record.iter(), line)?;
        let requested = requested_kinds(&names, &options.categorical, &options.numeric);
        Ok(Rows {
            records,
            names,
            notices,
            requested,
            markers: options.markers.clone(),
            rules: options.rules(delimiter),
            any: false,
        })
    }

    /// Up to `limit` rows as a table, each shown to `see`; `None` at the end. A file
    /// without any row is an error.
    pub fn take(&mut self, limit: usize, mut see: impl FnMut(&StringRecord)) -> Result<Option<Table>, Fault> {
        let mut cells: Vec<Cells> = self.names.iter().map(|_| Cells::default()).collect();
        let (mut record, mut lines) = (StringRecord::new(), Vec::new());
        while lines.len() < limit
            && let Some(line) = self.records.next(&mut record)?
        {
            cells.iter_mut().zip(&record).for_each(|(cells, cell)| cells.push(cell));
            lines.push(line);
            see(&record);
        }
        match lines.is_empty() {
            true if !self.any => Err(Fault::NoRows),
            true => Ok(None),
            false => {
                self.any = true;
                self.table(cells, lines).map(Some)
            }
        }
    }

    fn table(&self, cells: Vec<Cells>, lines: Vec<u64>) -> Result<Table, Fault> {
        let mut tokens = BTreeSet::new();
        let mut columns = Vec::with_capacity(cells.len());
        for ((cells, name), &kind) in cells.into_iter().zip(&self.names).zip(&self.requested) {
            debug_assert_eq!(cells.len(), lines.len());
            columns.push(cells.into_column(name, kind, &self.markers, &mut tokens));
        }
        let as_usual = lines.iter().enumerate().all(|(row, &line)| line == row as u64 + 2);
        let table = Table { lines: (!as_usual).then_some(lines), ..Table::new("", columns) };
        finish(table, tokens, &self.requested, self.rules)
    }
}
