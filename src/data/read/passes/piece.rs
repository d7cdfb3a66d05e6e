//! The cells of one segment.

use super::files::TableFile;
use super::segment::FileSegment;
use crate::data::read::fast::chunk;
use crate::data::read::kinds::{self, RequestedKind};
use crate::data::read::left_out::LeftOut;
use crate::data::read::rows::RowReader;
use crate::data::read::taken::Taken;
use crate::data::read::tidy::Tidy;
use crate::data::read::{Fault, Markers};
use crate::data::table::{MISSING, Values};
use csv::StringRecord;
use memchr::memchr_iter;
use std::collections::HashMap;
use std::io::{Read, repeat};

/// What is known of the columns before a piece is parsed.
pub(super) struct Columns<'a> {
    pub names: &'a [String],
    pub requested: &'a [RequestedKind],
    pub are_words: &'a [bool],
    pub markers: &'a Markers,
}

/// The cells of a segment.
pub(super) struct Parsed {
    pub n_rows: usize,
    /// One a column: numbers, or words with the levels of this segment alone.
    pub columns: Vec<Values>,
    /// The line of each row, where they do not simply follow each other.
    pub lines: Option<Vec<u64>>,
    /// What cells were taken for.
    pub taken: Taken,
    /// What is said of lines that are no rows.
    pub left_out: LeftOut,
}

/// Why a segment could not be parsed.
#[derive(Debug)]
pub(super) enum SegmentTrouble {
    /// A column that was taken for numbers has a word, and may have.
    Word { column: usize },
    /// The file is wrong.
    Fault(Fault),
}

/// Parses a segment: at full speed where it is plain, else as any table is read.
pub(super) fn parse(
    bytes: &[u8],
    segment: &FileSegment,
    part: &TableFile,
    columns: &Columns,
) -> Result<Parsed, SegmentTrouble> {
    if part.layout.shape.tidy == Tidy::default()
        && let Some(done) = plain(bytes, part, columns)
    {
        return done;
    }
    // On the way that tells lines, lines are counted from the file's first one.
    match slow(bytes, part, columns, segment.first_line) {
        Err(SegmentTrouble::Fault(_)) => {
            let above = repeat(b'\n').take(segment.first_line - 1).chain(bytes);
            slow(above, part, columns, 1)
        }
        other => other,
    }
}

fn plain(bytes: &[u8], part: &TableFile, columns: &Columns) -> Option<Result<Parsed, SegmentTrouble>> {
    let mut body = bytes;
    while let Some(shorter) = body.strip_suffix(b"\n") {
        body = shorter.strip_suffix(b"\r").unwrap_or(shorter);
    }
    if body.is_empty() || !(part.layout.encoding == encoding_rs::UTF_8 || body.is_ascii()) {
        return None;
    }
    let n_rows = memchr_iter(b'\n', body).count() + 1;
    let blank = |&words: &bool| match words {
        true => Values::Words { levels: Vec::new(), codes: vec![0; n_rows] },
        false => Values::Numbers(vec![0.0; n_rows]),
    };
    let mut values: Vec<Values> = columns.are_words.iter().map(blank).collect();
    let mut cells: Vec<chunk::ColumnSlice> = values
        .iter_mut()
        .map(|values| match values {
            Values::Numbers(cells) => chunk::ColumnSlice::Numbers(cells),
            Values::Words { codes, .. } => chunk::ColumnSlice::Words(codes),
        })
        .collect();
    match chunk::parse(body, part.layout.shape.delimiter, columns.markers, &mut cells) {
        Err(chunk::ChunkStop::Word { column }) if columns.requested[column] == RequestedKind::Inferred => {
            Some(Err(SegmentTrouble::Word { column }))
        }
        Err(_) => None,
        Ok(noted) => {
            let taken = noted.taken(columns.names);
            for (values, words) in values.iter_mut().zip(noted.words) {
                if let Values::Words { levels, .. } = values {
                    *levels = words.into_iter().map(str::to_owned).collect();
                }
            }
            let is_missing = |values: &Values, row: usize| match values {
                Values::Numbers(cells) => cells[row].is_nan(),
                Values::Words { codes, .. } => codes[row] == MISSING,
            };
            let is_empty = |row: usize| values.iter().all(|values| is_missing(values, row));
            if values.len() > 1 && (0..n_rows).any(is_empty) {
                return None;
            }
            Some(Ok(Parsed { n_rows, columns: values, lines: None, taken, left_out: LeftOut::default() }))
        }
    }
}

fn slow(text: impl Read, part: &TableFile, columns: &Columns, first_line: u64) -> Result<Parsed, SegmentTrouble> {
    let shape = &part.layout.shape;
    let mut rows = RowReader::headless(part.layout.decode(text), shape, columns.names, columns.markers);
    let mut cells: Vec<kinds::CellTexts> = columns.names.iter().map(|_| kinds::CellTexts::default()).collect();
    let (mut record, mut lines) = (StringRecord::new(), Vec::new());
    while let Some(line) = rows.next(&mut record).map_err(SegmentTrouble::Fault)? {
        cells.iter_mut().zip(&record).for_each(|(cells, cell)| cells.push(cell));
        lines.push(line + first_line - 1);
    }
    let left_out = rows.left_out().below(first_line - 1);
    let (mut values, mut taken) = (Vec::with_capacity(cells.len()), Taken::default());
    for (at, cells) in cells.into_iter().enumerate() {
        let kind = if columns.are_words[at] { RequestedKind::Words } else { RequestedKind::Inferred };
        let column = cells.into_column(&columns.names[at], kind, columns.markers, &mut taken);
        if !columns.are_words[at] && !column.is_numeric() {
            if columns.requested[at] == RequestedKind::Inferred {
                return Err(SegmentTrouble::Word { column: at });
            }
            let (row, text) = kinds::first_word(&column).unwrap_or_default();
            return Err(SegmentTrouble::Fault(Fault::NotANumber { line: lines[row], column: column.name, text }));
        }
        values.push(column.values);
    }
    Ok(Parsed { n_rows: lines.len(), columns: values, lines: Some(lines), taken, left_out })
}

/// The codes of a segment's own levels among `known`; `None` if one is not there.
pub(super) fn translated(levels: &[String], codes: &[u32], known: &HashMap<String, u32>) -> Option<Vec<u32>> {
    let map: Vec<u32> = levels.iter().map(|level| known.get(level).copied()).collect::<Option<_>>()?;
    Some(codes.iter().map(|&code| if code == MISSING { MISSING } else { map[code as usize] }).collect())
}
