//! A table piece by piece, in memory that does not grow with its files.

use super::encoding::Decoded;
use super::finish::table_name;
use super::folder::files;
use super::layout::Layout;
use super::rows::RowReader;
use super::shape::NameSource;
use super::tidy::Tidied;
use super::{Fault, ReadError, ReadOptions, source};
use crate::data::Notice;
use crate::data::table::Table;
use csv::StringRecord;
use std::collections::VecDeque;
use std::io::Read;

/// Some rows of a file, as a table and as they stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// The rows; [`Table::line`] is their line in the whole file.
    pub table: Table,
    /// The cells of its columns, untouched.
    pub rows: Vec<StringRecord>,
    /// The file they come from.
    pub file: String,
    /// What was guessed about that file and about none before it, with its first rows; but for the first file's.
    pub notices: Vec<Notice>,
}

/// A file, or the files of a folder, that are being read a chunk at a time.
pub struct Chunks {
    options: ReadOptions,
    rows_per_chunk: usize,
    /// The file that is being read.
    current: Opened,
    later: VecDeque<String>,
    /// The name of the first one.
    first: String,
    is_folder: bool,
    notices: Vec<Notice>,
    fresh: Vec<Notice>,
    any: bool,
    done: bool,
}

/// A file that is being read.
struct Opened {
    file: String,
    rows: RowReader<Tidied<Decoded<Box<dyn Read + Send>>>>,
    delimiter: u8,
    has_header: bool,
    notices: Vec<Notice>,
}

impl Opened {
    fn new(file: &str, options: &ReadOptions) -> Result<Self, ReadError> {
        let open = || {
            let (stream, options, unpacked) = source::stream(file)?.unpacked(options)?;
            let layout = Layout::inspect(&stream.sample, stream.complete, &options)?;
            let mut rows = RowReader::new(layout.decode(stream.input), &layout.shape, &options)?;
            rows.look_ahead()?;
            let notices = unpacked.into_iter().chain(layout.notices).chain(rows.notices.clone()).collect();
            let (delimiter, has_header) = (layout.shape.delimiter, layout.shape.names == NameSource::FirstRow);
            Ok(Opened { file: file.to_owned(), rows, delimiter, has_header, notices })
        };
        open().map_err(|fault: Fault| fault.of(file))
    }
}

/// Opens a file, the files of a folder in the order of their names, or the standard input for `-`, to be read
/// `rows_per_chunk` rows at a time.
///
/// A column whose kind is not named in the options may come out as numbers in one chunk and
/// as words in the next. Whether the first row of a file holds units is decided once, by its first
/// rows, as of a table that is read whole.
///
/// # Errors
/// What is wrong with the (first) file up to its header.
pub fn chunks(path: &str, options: &ReadOptions, rows_per_chunk: usize) -> Result<Chunks, ReadError> {
    let mut later: VecDeque<String> = files(path)?.into();
    let first = later.pop_front().unwrap_or_default();
    let current = Opened::new(&first, options)?;
    let is_folder = first != path;
    let (options, rows_per_chunk, notices) = (options.clone(), rows_per_chunk.max(1), current.notices.clone());
    let (fresh, any, done) = (Vec::new(), false, false);
    Ok(Chunks { options, rows_per_chunk, current, later, first, is_folder, notices, fresh, any, done })
}

impl Chunks {
    /// The columns' names.
    pub fn header(&self) -> &[String] {
        &self.current.rows.names
    }

    /// What separates the cells.
    pub fn delimiter(&self) -> u8 {
        self.current.delimiter
    }

    /// What was guessed about the first file.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }
}

impl Chunks {
    fn read(&mut self) -> Result<Option<Chunk>, ReadError> {
        loop {
            let Opened { file, rows, .. } = &mut self.current;
            rows.any |= self.is_folder; // a part of a table may be without rows, but not all of them
            let mut cells = Vec::new();
            let read = rows.take(self.rows_per_chunk, |record| cells.push(record.clone()));
            if let Some(table) = read.map_err(|fault| fault.of(file))? {
                self.any = true;
                let table = Table { name: table_name(file), ..table };
                let notices = std::mem::take(&mut self.fresh);
                return Ok(Some(Chunk { table, rows: cells, file: file.clone(), notices }));
            }
            match self.later.pop_front() {
                Some(next) => self.open(&next)?,
                None if self.any => return Ok(None),
                None => return Err(Fault::NoRows.of(&self.first)),
            }
        }
    }

    fn open(&mut self, file: &str) -> Result<(), ReadError> {
        // A file of few rows alone might be taken for one without a header.
        let header = self.options.header.or(Some(self.current.has_header));
        let next = Opened::new(file, &ReadOptions { header, ..self.options.clone() })?;
        if next.rows.names != self.current.rows.names {
            return Err(Fault::OtherColumns { first: self.first.clone() }.of(file));
        }
        let is_new = |notice: &&Notice| !self.notices.contains(notice);
        self.fresh = next.notices.iter().filter(is_new).cloned().collect();
        self.notices.extend(self.fresh.iter().cloned());
        self.current = next;
        Ok(())
    }
}

impl Iterator for Chunks {
    type Item = Result<Chunk, ReadError>;

    /// The next rows; `None` at the end, and after an error.
    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let read = self.read().transpose();
        self.done = !matches!(read, Some(Ok(_)));
        read
    }
}
