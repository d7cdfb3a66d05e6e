//! The first pass: where the rows lie, and what the columns hold.

use super::facts::{Facts, TypedCell};
use super::files;
use super::piece::{self, Parsed, SegmentTrouble};
use super::pieces::Pieces;
use super::segment::FileSegment;
use super::surveyed::{FilesToRead, Survey};
use super::table_facts::TableFacts;
use super::{MemoryBudget, sketch};
use crate::data::fingerprint::in_digits;
use crate::data::read::kinds::{RequestedKind, requested_kinds};
use crate::data::read::left_out::LeftOut;
use crate::data::read::taken::Taken;
use crate::data::read::{Fault, ReadError, ReadOptions};
use crate::data::table::Table;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// How far a pass is: its number, from 1, and bytes of all.
pub type Progress<'a> = dyn Fn(usize, u64, u64) + Sync + 'a;

/// Reads the file at `path`, or those of a folder, once.
///
/// # Errors
/// As [`read`](crate::data::read::read); files that cannot be cut into pieces, or that have other columns.
pub fn survey(path: &str, options: &ReadOptions, room: MemoryBudget, progress: &Progress) -> Result<Survey, ReadError> {
    let parts = files::parts(path, options)?;
    let requested = requested_kinds(&parts.names, &options.categorical, &options.numeric);
    let are_words = requested.iter().map(|kind| *kind == RequestedKind::Words).collect();
    let mut files = FilesToRead { parts, segments: Vec::new(), requested, are_words, options: options.clone() };
    for n_passes in 1.. {
        match once(&files, room, &|done| progress(n_passes, done, files.n_bytes())) {
            Ok(found) => {
                let left_out = found.left_out.notices().collect();
                files.segments = found.segments;
                let known = TableFacts {
                    sketch: Table::new("", Vec::new()),
                    is_complete: false,
                    n_rows: found.n_rows,
                    sha256: found.sha256,
                    names: files.parts.names.clone(),
                    are_words: files.are_words.clone(),
                    facts: found.facts,
                    written: Vec::new(),
                };
                return sketch::drawn(Survey { known, files, n_passes }, path, found.taken, left_out);
            }
            // A column of numbers turned out to be of words: from the start again, with the column so.
            Err((_, SegmentTrouble::Word { column })) => files.are_words[column] = true,
            Err((part, SegmentTrouble::Fault(fault))) => return Err(fault.of(&files.parts.parts[part].path)),
        }
    }
    unreachable!("each further pass takes one more column for words")
}

/// What the rows so far have shown.
#[derive(Default)]
struct Found {
    segments: Vec<FileSegment>,
    facts: Vec<Facts>,
    taken: Taken,
    n_rows: usize,
    left_out: LeftOut,
    waiting: BTreeMap<usize, (FileSegment, Parsed, Vec<Facts>)>,
    next: usize,
    trouble: Option<(usize, usize, SegmentTrouble)>,
    n_bytes: u64,
    sha256: String,
}

fn once(
    files: &FilesToRead,
    room: MemoryBudget,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Found, (usize, SegmentTrouble)> {
    let n_columns = files.parts.names.len();
    let start = Found { facts: vec![Facts::default(); n_columns], ..Found::default() };
    let found = Mutex::new(start);
    // Small files are cut as well: what holds for pieces is then tried on every table.
    let piece_bytes = room.piece_bytes.min((files.n_bytes() / 16).max(1 << 12) as usize);
    let mut later = files.parts.parts.iter().enumerate();
    let mut current: Option<(usize, Result<Pieces, Fault>)> = None;
    let mut hash = Sha256::new();
    let pieces = std::iter::from_fn(|| {
        loop {
            let Some((at, pieces)) = &mut current else {
                let (at, part) = later.next()?;
                current = Some((at, Pieces::of(at, part, piece_bytes, &mut hash)));
                continue;
            };
            let next = match pieces {
                Ok(pieces) => pieces.next(&mut hash),
                Err(fault) => Err(fault.clone()),
            };
            match next {
                Ok(None) => current = None,
                Ok(Some(piece)) => return Some((*at, Ok(piece))),
                Err(fault) => return Some((*at, Err(fault))),
            }
        }
    });
    let wrong = |found: &Mutex<Found>, number: usize, part: usize, trouble: SegmentTrouble| {
        let mut found = found.lock().expect("no thread has panicked");
        if found.trouble.as_ref().is_none_or(|(first, ..)| number < *first) {
            found.trouble = Some((number, part, trouble));
        }
    };
    let is_fine = || found.lock().expect("no thread has panicked").trouble.is_none();
    pieces.take_while(|_| is_fine()).enumerate().par_bridge().for_each(|(number, (part, piece))| match piece {
        Err(fault) => wrong(&found, number, part, SegmentTrouble::Fault(fault)),
        Ok((segment, bytes)) => match piece::parse(&bytes, &segment, &files.parts.parts[part], &files.columns()) {
            Err(trouble) => wrong(&found, number, part, trouble),
            Ok(parsed) => {
                let line =
                    |row: usize| parsed.lines.as_ref().map_or(segment.first_line + row as u64, |lines| lines[row]);
                let facts = parsed.columns.iter().map(|values| Facts::of(values, line)).collect();
                let mut found = found.lock().expect("no thread has panicked");
                found.waiting.insert(number, (segment, parsed, facts));
                found.absorb(room);
                progress(found.n_bytes);
            }
        },
    });
    let mut found = found.into_inner().expect("no thread has panicked");
    match found.trouble.take() {
        Some((_, part, trouble)) => Err((part, trouble)),
        None if found.n_rows == 0 => Err((0, SegmentTrouble::Fault(Fault::NoRows))),
        None => Ok(Found { sha256: in_digits(hash), ..found }),
    }
}

impl Found {
    /// Takes in what waits, in the rows' order.
    fn absorb(&mut self, room: MemoryBudget) {
        while let Some((mut segment, parsed, facts)) = self.waiting.remove(&self.next) {
            for ((own, later), values) in self.facts.iter_mut().zip(facts).zip(&parsed.columns) {
                own.absorb(later, self.n_rows, &|row| TypedCell::of(values, row));
            }
            (segment.first_row, segment.n_rows) = (self.n_rows, parsed.n_rows);
            (segment.first_sample, segment.n_samples) = (self.n_rows, parsed.n_rows);
            self.n_bytes += segment.n_bytes;
            self.n_rows += parsed.n_rows;
            self.left_out.absorb(parsed.left_out);
            self.taken.absorb(parsed.taken);
            self.segments.push(segment);
            self.next += 1;
            let bytes: usize = self.facts.iter().map(|facts| facts.words.bytes).sum();
            if bytes > room.level_bytes {
                let open = self.facts.iter_mut().filter(|facts| !facts.words.overflown);
                open.max_by_key(|facts| facts.words.bytes).into_iter().for_each(|facts| facts.words.overflown = true);
            }
        }
    }
}
