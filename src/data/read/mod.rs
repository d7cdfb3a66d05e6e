//! Tables and texts from files and from the standard input: the only part of `data` that opens any.
//!
//! ```text
//! source (bytes) -> container (workbook, zip) -> encoding (text) -> dialect (separator) -> header -> fast, or records
//!   -> kinds (numbers or words) -> Table
//! ```
//!
//! Large files of plain cells go through `fast`, on all cores; whatever it cannot take
//! (quotes, empty lines, other encodings, and every fault) goes through `records`, so
//! that a table and an error are the same on either way.

mod above;
mod accents;
mod alphabets;
mod arff;
mod cell;
mod chunks;
mod container;
mod cut;
mod cut_numbers;
mod dialect;
mod doubts;
mod encoding;
mod end_mark;
mod error;
mod explaining;
mod familiar;
mod fast;
mod finish;
mod folder;
mod footer;
mod guess;
mod header;
mod kinds;
mod languages;
mod layout;
mod left_out;
mod markers;
mod merged;
mod mixed;
mod moments;
mod nameless;
mod naming;
mod notation;
mod opening;
mod options;
mod packed;
pub mod passes;
mod pieces;
mod preamble;
mod quotes;
mod records;
mod rows;
mod shape;
mod single_quotes;
mod source;
mod spelling;
mod taken;
mod texts;
mod tidy;
mod type_name;
mod unit;
mod unit_name;
mod units;
mod written;

pub use cell::{is_infinite, number};
pub use chunks::{Chunk, Chunks, chunks};
pub(super) use doubts::has_one_odd_text;
pub use error::{Fault, FileFormat, Obstacle, ReadError};
pub use folder::n_bytes;
pub use markers::{MISSING_MARKERS, Markers, is_missing};
pub use notation::Notation;
pub use options::ReadOptions;
pub use texts::{TextFile, corpus, text_file};
pub use written::Notations;

use super::table::Table;
use super::{Notice, catalogue, names};
use container::{ContainerKind, Unpacked};
use finish::{table_name, with_notices, with_unfound};
use layout::Layout;
use nameless::without_empty_columns;
use rows::RowReader;
use shape::Shape;
use std::path::Path;

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
            let known = catalogue::catalogue().iter().map(|entry| entry.name);
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
    let Some(kind) = ContainerKind::of(bytes, options)? else { return from_text(bytes, options) };
    let Unpacked { text, options, notices } = container::unpack(kind, bytes, options)?;
    Ok(with_notices(from_text(&text, &options)?, notices))
}

/// The table in the bytes of a text, without the mark that may end it; read once more as text where points and commas are to be told apart.
fn from_text(bytes: &[u8], options: &ReadOptions) -> Result<Table, Fault> {
    let (bytes, is_marked) = end_mark::without(bytes);
    let table = match read_text(bytes, options) {
        Err(Fault::PointsAmongCommas { .. }) => {
            read_text(bytes, &ReadOptions { decimal: Some(','), ..options.clone() })
        }
        other => other,
    };
    let table = table.map_err(|fault| encoding::narrowed(fault, bytes))?;
    let table = with_unfound(without_empty_columns(table), &options.markers);
    Ok(with_notices(table, is_marked.then_some(Notice::EndMark)))
}

fn read_text(bytes: &[u8], options: &ReadOptions) -> Result<Table, Fault> {
    // The fast way keeps no texts of numbers.
    if (options.decimal != Some(',') || options.points_are_decimal)
        && let Some(table) = fast::table(bytes, options)?
    {
        return Ok(table);
    }
    let layout = Layout::inspect(bytes, true, options)?;
    match rows(bytes, &layout, options) {
        Err(fault @ (Fault::StrayQuote { line } | Fault::UnclosedQuote { line })) => {
            // As in a file of messages, a quote may be a character like any other.
            let plain = Layout { shape: Shape { quote: None, ..layout.shape.clone() }, ..layout };
            let table = rows(bytes, &plain, options).map_err(|_| fault)?;
            Ok(with_notices(table, [Notice::QuotesPlain { line }]))
        }
        other => other,
    }
}

/// All rows of a file written so.
fn rows(bytes: &[u8], layout: &Layout, options: &ReadOptions) -> Result<Table, Fault> {
    let mut rows = RowReader::new(layout.decode(bytes), &layout.shape, options)?;
    let table = rows.take(usize::MAX, |_| {})?.ok_or(Fault::NoRows)?;
    Ok(with_notices(table, layout.notices.iter().cloned().chain(rows.notices)))
}

/// A small table from UTF-8 text with commas, whose first line names the columns.
pub(super) fn text(text: &str) -> Result<Table, Fault> {
    let options = ReadOptions { delimiter: Some(b','), header: Some(true), ..ReadOptions::default() };
    from_bytes(text.as_bytes(), &options)
}

#[cfg(test)]
mod tests;
