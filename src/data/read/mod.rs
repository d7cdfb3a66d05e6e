//! Tables and texts from files and from the standard input: the only part of `data` that opens any.
//!
//! ```text
//! source (bytes) -> encoding (text) -> dialect (separator) -> header -> fast, or records
//!   -> kinds (numbers or words) -> Table
//! ```
//!
//! Large files of plain cells go through `fast`, on all cores; whatever it cannot take
//! (quotes, empty lines, other encodings, and every fault) goes through `records`, so
//! that a table and an error are the same on either way.

mod cell;
mod chunks;
mod dialect;
mod encoding;
mod error;
mod fast;
mod header;
mod kinds;
mod quotes;
mod records;
mod source;
mod texts;

pub use cell::{MISSING_TOKENS, is_infinite, is_missing, number};
pub use chunks::{Chunk, Chunks, chunks};
pub use error::{Fault, ReadError};
pub use texts::{TextFile, corpus, text_file};

use super::table::Table;
use super::{Notice, builtin, names};
use crate::rng::Seed;
use chunks::Rows;
use encoding::Decoded;
use kinds::Wish;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// How to read a file; what is not said is found out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadOptions {
    /// What separates the cells.
    pub delimiter: Option<u8>,
    /// The encoding's label, as `gbk` or `big5`.
    pub encoding: Option<String>,
    /// Columns to be read as words; names in either language.
    pub categorical: Vec<String>,
    /// Columns to be read as numbers; a cell that is none is an error.
    pub numeric: Vec<String>,
}

/// A built-in table or a file. `data` is a built-in name, a path, or `-`; `n_rows` and
/// `seed` matter to the synthetic table only.
///
/// # Errors
/// What is wrong with the file; of a name that is neither, the nearest built-in one.
pub fn open(data: &str, n_rows: Option<usize>, seed: Seed, options: &ReadOptions) -> Result<Table, ReadError> {
    match builtin::find(data) {
        Some(builtin) => Ok(builtin.table(n_rows, seed)),
        None => read(Path::new(data), options),
    }
}

/// The table in the file at `path`, or in the standard input for `-`; `.gz` is unpacked.
///
/// # Errors
/// See [`Fault`]: each says where it is.
pub fn read(path: &Path, options: &ReadOptions) -> Result<Table, ReadError> {
    let file = path.to_string_lossy();
    let table = source::load(&file).and_then(|bytes| from_bytes(&bytes, options));
    match table {
        Ok(table) => Ok(Table { name: table_name(&file), ..table }),
        Err(Fault::NotFound { .. }) => {
            let known = builtin::catalogue().iter().map(|entry| entry.name);
            Err(Fault::NotFound { nearest: names::nearest(&file, known) }.of(&file))
        }
        Err(fault) => Err(fault.of(&file)),
    }
}

/// The table in the bytes of a file.
///
/// # Errors
/// See [`Fault`].
pub fn from_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Table, Fault> {
    if let Some(table) = fast::table(bytes, options)? {
        return Ok(table);
    }
    let text = Text::inspect(bytes, true, options)?;
    let mut rows = Rows::new(text.decode(bytes), text.delimiter, options)?;
    let table = rows.take(usize::MAX, |_| {})?.ok_or(Fault::NoRows)?;
    Ok(with_notices(table, text.notices.into_iter().chain(rows.notices)))
}

/// A small table from UTF-8 text with commas.
pub(super) fn text(text: &str) -> Result<Table, Fault> {
    from_bytes(text.as_bytes(), &ReadOptions { delimiter: Some(b','), ..ReadOptions::default() })
}

/// What was found out about a text before it is read.
struct Text {
    encoding: &'static encoding_rs::Encoding,
    delimiter: u8,
    /// Lines end in `\r` alone, as old spreadsheets write them.
    only_carriage_returns: bool,
    notices: Vec<Notice>,
}

impl Text {
    /// Looks at the beginning of a file, or at all of it if `complete`.
    fn inspect(sample: &[u8], complete: bool, options: &ReadOptions) -> Result<Text, Fault> {
        let found = encoding::detect(sample, complete, options.encoding.as_deref())?;
        let mut notices = Vec::new();
        if found.guessed {
            notices.push(Notice::EncodingGuessed { encoding: found.encoding.name().to_owned() });
        }
        let preview = encoding::preview(sample, found.encoding);
        let only_carriage_returns = preview.contains('\r') && !preview.contains('\n');
        let lines = if only_carriage_returns { preview.replace('\r', "\n") } else { preview };
        let delimiter = options.delimiter.unwrap_or_else(|| dialect::sniff(&lines));
        if options.delimiter.is_none() && delimiter != b',' {
            notices.push(Notice::DelimiterGuessed { delimiter: delimiter as char });
        }
        Ok(Text { encoding: found.encoding, delimiter, only_carriage_returns, notices })
    }

    /// Decodes a file of this kind; all lines come out ending in `\n` or `\r\n`.
    fn decode<R: Read>(&self, input: R) -> Decoded<R> {
        Decoded::new(input, self.encoding, self.only_carriage_returns)
    }
}

/// Says what is noteworthy about the cells of a table, and refuses infinite ones.
fn finish(mut table: Table, tokens: BTreeSet<String>, wishes: &[Wish]) -> Result<Table, Fault> {
    if !tokens.is_empty() {
        table.notices.push(Notice::MissingTokens { tokens: tokens.into_iter().collect() });
    }
    for (column, _) in table.columns.iter().zip(wishes).filter(|(_, wish)| **wish == Wish::None) {
        let name = column.name.clone();
        if let Some((row, text)) = kinds::infinite_cell(column) {
            return Err(Fault::Infinite { line: table.line(row), column: name, text });
        }
        if let Some(text) = kinds::decimal_comma(column) {
            table.notices.push(Notice::DecimalCommas { column: name.clone(), text });
        }
        if let Some((count, row, text)) = kinds::odd_cells(column) {
            let line = table.line(row);
            table.notices.push(Notice::AlmostNumeric { column: name, count, line, text });
        }
    }
    Ok(table)
}

/// The table with these notices before its own.
fn with_notices(table: Table, notices: impl IntoIterator<Item = Notice>) -> Table {
    let notices = notices.into_iter().chain(table.notices).collect();
    Table { notices, ..table }
}

/// The file's name without its folder.
fn table_name(file: &str) -> String {
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    if file == "-" { "stdin".to_owned() } else { name.unwrap_or_else(|| file.to_owned()) }
}

#[cfg(test)]
mod tests;
