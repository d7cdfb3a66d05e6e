//! Large tables on all cores.
//!
//! The text is cut at line ends into chunks. A first pass counts each chunk's lines, so
//! that the columns are allocated once and every chunk writes its cells straight into its
//! own slice of every column; words are numbered chunk by chunk and the numberings merged
//! in the chunks' order, so that the result does not depend on the threads.
//!
//! Whatever is not one plain row a line (a quoted cell, an empty line, a row too long or
//! too short, bytes that are not UTF-8) makes this way give up, and the slow one decides.

pub(super) mod chunk;
mod merge;

use super::finish::{How, finish, with_notices};
use super::footer::without_remarks;
use super::header::Header;
use super::kinds::{MINUS, PLUS, RequestedKind, requested_kinds};
use super::layout::Layout;
use super::taken::Taken;
use super::units::without_row_of_units;
use super::{Fault, Markers, ReadOptions};
use crate::data::table::{Column, Table, Values};
use chunk::{ChunkStop, ChunkWords, ColumnSlice};
use memchr::{memchr, memchr_iter};
use rayon::prelude::*;

/// About how many bytes one task parses.
const CHUNK: usize = 1 << 20;
/// How many rows are looked at to tell numbers from words.
const SAMPLE_ROWS: usize = 100;
/// How many bytes are looked at to tell the encoding and the separator.
const SAMPLE_BYTES: usize = 1 << 16;
/// How often a column may turn out to be of words after all before this way gives up.
const MAX_ATTEMPTS: usize = 4;

/// The table in `bytes`, or `None` if they are not as plain as this way needs them.
pub(super) fn table(bytes: &[u8], options: &ReadOptions) -> Result<Option<Table>, Fault> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let layout = Layout::inspect(sample, sample.len() == bytes.len(), options)?;
    let Some((first, body)) = split_header(bytes, &layout) else { return Ok(None) };
    let delimiter = layout.shape.delimiter;
    let header = Header::of_line(first.split(delimiter as char), 1, options.header == Some(true))?;
    if header.n_nameless > 0 {
        return Ok(None);
    }
    let Header { names, notices: header_notices, .. } = header;
    let requested = requested_kinds(&names, &options.categorical, &options.numeric);
    let Some((columns, taken)) = columns(body, delimiter, &options.markers, &names, &requested) else {
        return Ok(None);
    };
    let minus_is_class = taken.missing.contains(MINUS) && columns.iter().any(has_plus);
    if minus_is_class || has_empty_row(&columns) {
        return Ok(None);
    }
    let table = without_remarks(without_row_of_units(Table::new("", columns), &requested)?);
    let how = How { requested: &requested, rules: options.rules(delimiter), written: &options.written };
    let table = finish(table, taken, how)?;
    Ok(Some(with_notices(table, layout.notices.into_iter().chain(header_notices))))
}

/// The header's text and the bytes below it, without line ends at the end of the file.
///
/// Below the header only UTF-8 is taken or, in a file that is something else, ASCII: in all
/// encodings but UTF-16, ASCII bytes are ASCII.
fn split_header<'a>(bytes: &'a [u8], layout: &Layout) -> Option<(String, &'a [u8])> {
    if !layout.encoding.is_ascii_compatible() || layout.only_carriage_returns || !layout.shape.is_plain() {
        return None;
    }
    let end = memchr(b'\n', bytes)?;
    let (header, is_damaged) = layout.encoding.decode_with_bom_removal(&bytes[..end]);
    let mut body = &bytes[end + 1..];
    while let Some(shorter) = body.strip_suffix(b"\n") {
        body = shorter.strip_suffix(b"\r").unwrap_or(shorter);
    }
    let is_utf8 = layout.encoding == encoding_rs::UTF_8;
    let plain = !is_damaged
        && (is_utf8 || body.is_ascii())
        && !header.contains('"')
        && !header.trim().is_empty()
        && !body.is_empty();
    plain.then(|| (header.into_owned(), body))
}

/// Whether some row has no cell at all.
fn has_empty_row(columns: &[Column]) -> bool {
    let n_rows = columns.first().map_or(0, Column::len);
    columns.len() > 1 && (0..n_rows).any(|row| columns.iter().all(|column| column.is_missing(row)))
}

fn has_plus(column: &Column) -> bool {
    matches!(&column.values, Values::Words { levels, .. } if levels.iter().any(|level| level == PLUS))
}

/// The columns of the rows in `body`, and what cells were taken for.
fn columns(
    body: &[u8],
    delimiter: u8,
    markers: &Markers,
    names: &[String],
    requested: &[RequestedKind],
) -> Option<(Vec<Column>, Taken)> {
    let chunks = cut(body);
    let n_rows: Vec<usize> = chunks.par_iter().map(|chunk| n_lines(chunk)).collect();
    let mut are_words = chunk::look(chunks[0], delimiter, markers, requested, SAMPLE_ROWS)?;
    for _ in 0..MAX_ATTEMPTS {
        match parse(&chunks, &n_rows, delimiter, markers, &are_words) {
            Ok((values, noted)) => {
                let mut taken = Taken::default();
                noted.iter().for_each(|noted| taken.absorb(noted.taken(names)));
                let named = names.iter().zip(values);
                return Some((named.map(|(name, values)| Column { name: name.clone(), values }).collect(), taken));
            }
            Err(stops) => {
                for stop in stops {
                    match stop {
                        ChunkStop::Word { column } if requested[column] == RequestedKind::Inferred => {
                            are_words[column] = true
                        }
                        _ => return None,
                    }
                }
            }
        }
    }
    None
}

/// The body in chunks of whole lines, without the line end of the last one.
fn cut(body: &[u8]) -> Vec<&[u8]> {
    let mut chunks = Vec::with_capacity(body.len() / CHUNK + 1);
    let mut rest = body;
    while rest.len() > CHUNK
        && let Some(end) = memchr(b'\n', &rest[CHUNK..])
    {
        let (chunk, after) = rest.split_at(CHUNK + end);
        chunks.push(chunk);
        rest = &after[1..];
    }
    chunks.push(rest);
    chunks
}

fn n_lines(chunk: &[u8]) -> usize {
    memchr_iter(b'\n', chunk).count() + 1
}

/// Parses all chunks into columns, or says why not: in each chunk that stopped, where.
fn parse<'a>(
    chunks: &[&'a [u8]],
    n_rows: &[usize],
    delimiter: u8,
    markers: &'a Markers,
    are_words: &[bool],
) -> Result<(Vec<Values>, Vec<chunk::Noted<'a>>), Vec<ChunkStop>> {
    let total: usize = n_rows.iter().sum();
    let blank = |&words: &bool| match words {
        true => Values::Words { levels: Vec::new(), codes: vec![0; total] },
        false => Values::Numbers(vec![0.0; total]),
    };
    let mut columns: Vec<Values> = are_words.par_iter().map(blank).collect();
    let tasks = slices(&mut columns, n_rows);
    let parsed: Vec<Result<chunk::Noted, ChunkStop>> = (chunks.par_iter().zip(tasks))
        .map(|(chunk, mut cells)| chunk::parse(chunk, delimiter, markers, &mut cells))
        .collect();
    if parsed.iter().any(Result::is_err) {
        return Err(parsed.into_iter().filter_map(Result::err).collect());
    }
    let noted: Vec<chunk::Noted> = parsed.into_iter().flatten().collect();
    let of_column = |at: usize| noted.iter().map(|noted| &noted.words[at]).collect::<Vec<&ChunkWords>>();
    (columns.iter_mut().enumerate()).for_each(|(at, column)| merge::levels(column, &of_column(at), n_rows));
    Ok((columns, noted))
}

/// Each chunk's own slice of every column.
fn slices<'a>(columns: &'a mut [Values], n_rows: &[usize]) -> Vec<Vec<ColumnSlice<'a>>> {
    let mut tasks: Vec<Vec<ColumnSlice<'a>>> = n_rows.iter().map(|_| Vec::with_capacity(columns.len())).collect();
    for column in columns {
        match column {
            Values::Numbers(cells) => deal(cells, n_rows, &mut tasks, ColumnSlice::Numbers),
            Values::Words { codes, .. } => deal(codes, n_rows, &mut tasks, ColumnSlice::Words),
        }
    }
    tasks
}

fn deal<'a, T>(
    mut cells: &'a mut [T],
    n_rows: &[usize],
    tasks: &mut [Vec<ColumnSlice<'a>>],
    wrap: fn(&'a mut [T]) -> ColumnSlice<'a>,
) {
    for (task, &n_rows) in tasks.iter_mut().zip(n_rows) {
        let (own, rest) = std::mem::take(&mut cells).split_at_mut(n_rows);
        task.push(wrap(own));
        cells = rest;
    }
}
