//! One chunk of whole lines, cell by cell.

use crate::data::read::cell::without_sign_of_zero;
use crate::data::read::kinds::RequestedKind;
use crate::data::read::taken::{Taken, is_code, is_look_alike};
use crate::data::read::{Markers, number};
use crate::data::table::MISSING;
use memchr::{memchr, memchr2};
use std::collections::{BTreeSet, HashMap};

/// Numbers of more digits than a number keeps are as large as this.
const LONG_CODES: f64 = 1e15;

/// A chunk's slice of a column.
pub(in crate::data::read) enum ColumnSlice<'a> {
    Numbers(&'a mut [f64]),
    Words(&'a mut [u32]),
}

/// Why a chunk could not be parsed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::data::read) enum ChunkStop {
    /// A cell of this numeric column is no number.
    Word { column: usize },
    /// The slow way must decide.
    NotPlain,
}

/// The words of one column, numbered in the order in which they first appear in the chunk.
pub(in crate::data::read) type ChunkWords<'a> = Vec<&'a str>;

/// What a chunk holds besides numbers.
pub(in crate::data::read) struct Noted<'a> {
    /// The words of each column; none for a numeric one.
    pub words: Vec<ChunkWords<'a>>,
    /// Texts taken for missing.
    pub tokens: BTreeSet<String>,
    /// Numbers that are written with signs which only look like those of one, each with its column.
    pub look_alikes: Vec<(usize, &'a str)>,
    /// Numbers that are written as codes are, each with its column.
    pub codes: Vec<(usize, &'a str)>,
}

impl Noted<'_> {
    /// What cells of columns with these names were taken for.
    pub fn taken(&self, names: &[String]) -> Taken {
        let named = |(at, text): &(usize, &str)| (names[*at].clone(), (*text).to_owned());
        let (look_alikes, codes) = (self.look_alikes.iter().map(named), self.codes.iter().map(named));
        Taken { missing: self.tokens.clone(), look_alikes: look_alikes.collect(), codes: codes.collect() }
    }
}

/// Parses a chunk into its slices of the columns.
pub(in crate::data::read) fn parse<'a>(
    chunk: &'a [u8],
    delimiter: u8,
    markers: &'a Markers,
    columns: &mut [ColumnSlice],
) -> Result<Noted<'a>, ChunkStop> {
    let (tokens, look_alikes, codes) = (BTreeSet::new(), Vec::new(), Vec::new());
    let mut parser = Parser { chunk, at: 0, delimiter, markers, tokens, look_alikes, codes };
    let mut numberings: Vec<Numbering<'a>> = columns.iter().map(|_| Numbering::default()).collect();
    let (n_rows, last) = (columns.first().map_or(0, ColumnSlice::len), columns.len() - 1);
    for row in 0..n_rows {
        for (column, cells) in columns.iter_mut().enumerate() {
            match cells {
                ColumnSlice::Numbers(cells) => cells[row] = parser.number(column)?,
                ColumnSlice::Words(codes) => {
                    codes[row] = numberings[column].code(parser.word()?, markers, &mut parser.tokens)?
                }
            }
            parser.pass(column == last, row + 1 == n_rows)?;
        }
    }
    let words = numberings.into_iter().map(|numbering| numbering.words).collect();
    Ok(Noted { words, tokens: parser.tokens, look_alikes: parser.look_alikes, codes: parser.codes })
}

/// Which columns hold words, by their first rows; `None` if the rows are not plain.
pub(in crate::data::read) fn look(
    chunk: &[u8],
    delimiter: u8,
    markers: &Markers,
    requested: &[RequestedKind],
    n_rows: usize,
) -> Option<Vec<bool>> {
    let lines = chunk.split(|&byte| byte == b'\n').take(n_rows);
    let mut are_words: Vec<bool> = requested.iter().map(|kind| *kind == RequestedKind::Words).collect();
    for line in lines {
        let text = std::str::from_utf8(line).ok()?;
        let cells: Vec<&str> = text.split(delimiter as char).map(str::trim).collect();
        if cells.len() != requested.len() {
            return None;
        }
        let is_word = |cell: &str| !markers.is_missing(cell) && number(cell).is_none();
        are_words.iter_mut().zip(cells).for_each(|(words, cell)| *words |= is_word(cell));
    }
    let contradicted = |(words, kind): (&bool, &RequestedKind)| *words && *kind == RequestedKind::Numbers;
    (!are_words.iter().zip(requested).any(contradicted)).then_some(are_words)
}

impl ColumnSlice<'_> {
    fn len(&self) -> usize {
        match self {
            ColumnSlice::Numbers(cells) => cells.len(),
            ColumnSlice::Words(codes) => codes.len(),
        }
    }
}

/// A place in a chunk.
struct Parser<'a> {
    chunk: &'a [u8],
    at: usize,
    delimiter: u8,
    markers: &'a Markers,
    tokens: BTreeSet<String>,
    look_alikes: Vec<(usize, &'a str)>,
    codes: Vec<(usize, &'a str)>,
}

impl<'a> Parser<'a> {
    /// The number of this column that begins here; `NaN` for a missing cell.
    #[inline]
    fn number(&mut self, column: usize) -> Result<f64, ChunkStop> {
        let rest = &self.chunk[self.at..];
        match fast_float2::parse_partial::<f64, _>(rest) {
            Ok((value, length))
                if value.is_finite() && !self.markers.is_missing_number(value) && self.ends_cell(rest.get(length)) =>
            {
                self.at += length;
                // Of the many cells few are as large as a long code, or begin as a code does.
                if value >= LONG_CODES || length > 3 && rest[0] == b'0' && rest[1] != b'.' {
                    self.note_code(column, &rest[..length]);
                }
                Ok(without_sign_of_zero(value))
            }
            _ => self.odd_number(column),
        }
    }

    /// Remembers the first number of a column that is written as a code is.
    #[cold]
    fn note_code(&mut self, column: usize, cell: &'a [u8]) {
        let text = std::str::from_utf8(cell).unwrap_or_default();
        if is_code(text) && self.codes.iter().all(|(other, _)| *other != column) {
            self.codes.push((column, text));
        }
    }

    fn ends_cell(&self, byte: Option<&u8>) -> bool {
        byte.is_none_or(|&byte| byte == self.delimiter || byte == b'\n')
    }

    /// A cell that is missing, or has spaces or full-width digits, or ends a `\r\n` line.
    #[cold]
    fn odd_number(&mut self, column: usize) -> Result<f64, ChunkStop> {
        let cell = self.word()?;
        if self.markers.is_missing(cell) {
            note(cell, &mut self.tokens);
            return Ok(f64::NAN);
        }
        if is_look_alike(cell) && self.look_alikes.iter().all(|(other, _)| *other != column) {
            self.look_alikes.push((column, cell));
        }
        self.note_code(column, cell.as_bytes());
        number(cell).ok_or(ChunkStop::Word { column })
    }

    /// The text of the cell that begins here, without the space around it.
    #[inline]
    fn word(&mut self) -> Result<&'a str, ChunkStop> {
        let rest = &self.chunk[self.at..];
        let length = memchr2(self.delimiter, b'\n', rest).unwrap_or(rest.len());
        self.at += length;
        let cell = &rest[..length];
        let text = std::str::from_utf8(cell).map_err(|_| ChunkStop::NotPlain)?;
        let alone = self.at == self.chunk.len() || self.chunk[self.at] == b'\n';
        let starts_line = || self.at == length || self.chunk[self.at - length - 1] == b'\n';
        let trimmed = text.trim();
        // An empty line, or a quote, or a NUL, that only binary files have.
        let odd = (trimmed.is_empty() && alone && starts_line()) || cell.first() == Some(&b'"');
        if odd || memchr(0, cell).is_some() { Err(ChunkStop::NotPlain) } else { Ok(trimmed) }
    }

    /// Steps over what must follow a cell: a separator, a line end, or the chunk's end.
    #[inline]
    fn pass(&mut self, last_column: bool, last_row: bool) -> Result<(), ChunkStop> {
        let follows = self.chunk.get(self.at).copied();
        self.at += 1;
        let expected = match (last_column, last_row) {
            (false, _) => Some(self.delimiter),
            (true, false) => Some(b'\n'),
            (true, true) => None,
        };
        if follows == expected { Ok(()) } else { Err(ChunkStop::NotPlain) }
    }
}

/// Numbers the words of a column.
#[derive(Default)]
struct Numbering<'a> {
    codes: HashMap<&'a str, u32>,
    words: Vec<&'a str>,
}

impl<'a> Numbering<'a> {
    #[inline]
    fn code(&mut self, word: &'a str, markers: &Markers, tokens: &mut BTreeSet<String>) -> Result<u32, ChunkStop> {
        if let Some(&code) = self.codes.get(word) {
            return Ok(code);
        }
        let code = match markers.is_missing(word) {
            true => {
                note(word, tokens);
                MISSING
            }
            false => {
                self.words.push(word);
                u32::try_from(self.words.len() - 1).map_err(|_| ChunkStop::NotPlain)?
            }
        };
        self.codes.insert(word, code);
        Ok(code)
    }
}

/// Remembers a text taken for missing; the empty one goes without saying.
fn note(token: &str, tokens: &mut BTreeSet<String>) {
    if !token.is_empty() && !tokens.contains(token) {
        tokens.insert(token.to_owned());
    }
}
