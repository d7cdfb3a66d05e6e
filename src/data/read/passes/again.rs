//! Every further pass.

pub use super::cells::Cells;
use super::cells::Decode;
use super::reread::Rereader;
use super::segment::FileSegment;
use super::survey::Progress;
use super::surveyed::{FilesToRead, Survey};
use super::table_facts::TableFacts;
use crate::data::read::{Fault, ReadError};
use crate::data::table::{Column, Values};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Stretches of a table that are counted at the same time.
const TOGETHER: usize = 64;

/// A table's chosen columns, to be read as often as one likes.
pub struct Passes<'p> {
    files: FilesToRead,
    used: Vec<(usize, Decode)>,
    /// Which of the used columns must have a cell for a row to be a sample.
    needed: Vec<usize>,
    n_samples: usize,
    progress: &'p Progress<'p>,
    n_passes: AtomicUsize,
    failure: Mutex<Option<ReadError>>,
}

/// Samples that follow each other.
pub struct RowPiece {
    /// The number of the first one, from 0.
    pub first_sample: usize,
    /// The number of samples.
    pub n_samples: usize,
    /// Their cells, a column at a time, in the order in which the columns were chosen.
    pub columns: Vec<Cells>,
}

impl Survey {
    /// Passes over these columns of the sketch. A row without a cell in one that is needed is no sample:
    /// where there are such rows, a pass counts them.
    ///
    /// # Errors
    /// A file that changes under the reader's hands.
    pub fn passes<'p>(self, chosen: &[(&Column, bool)], progress: &'p Progress<'p>) -> Result<Passes<'p>, ReadError> {
        let any = self.known.leaves_out(chosen);
        let mut passes = Passes {
            n_samples: self.known.n_rows,
            used: self.known.used(chosen),
            needed: TableFacts::needed(chosen),
            files: self.files,
            progress,
            n_passes: AtomicUsize::new(self.n_passes),
            failure: Mutex::new(None),
        };
        if any {
            passes.count_samples()?;
        }
        Ok(passes)
    }
}

impl Passes<'_> {
    /// The number of samples.
    pub fn n_samples(&self) -> usize {
        self.n_samples
    }

    /// Passes made so far, the survey's included.
    pub fn n_passes(&self) -> usize {
        self.n_passes.load(Ordering::Relaxed)
    }

    /// What went wrong, if anything did: then nothing that came of the passes is to be believed.
    ///
    /// # Errors
    /// The first failure.
    pub fn check(&self) -> Result<(), ReadError> {
        self.failure.lock().expect("no thread has panicked").clone().map_or(Ok(()), Err)
    }

    /// One pass: the samples of each range of `lanes`, in order, are shown to `see` with the number of the
    /// range, and its end to `end`. Ranges rise and may be read at the same time.
    pub fn pass(&self, lanes: &[Range<usize>], see: impl Fn(usize, RowPiece) + Sync, end: impl Fn(usize) + Sync) {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        let (total, done) = (self.files.n_bytes(), AtomicU64::new(0));
        lanes.iter().cloned().enumerate().par_bridge().for_each(|(lane, range)| {
            let first = self.files.segments.partition_point(|s| s.first_sample + s.n_samples <= range.start);
            let mut rereader = Rereader::default();
            for segment in self.files.segments[first..].iter().take_while(|s| s.first_sample < range.end) {
                match self.samples(segment, &range, &mut rereader) {
                    Ok(Some(piece)) => see(lane, piece),
                    Ok(None) => {}
                    Err(error) => self.fail(error),
                }
                if self.has_failed() {
                    break;
                }
                if segment.first_sample >= range.start {
                    let so_far = done.fetch_add(segment.n_bytes, Ordering::Relaxed) + segment.n_bytes;
                    (self.progress)(number, so_far, total);
                }
            }
            end(lane);
        });
    }

    fn fail(&self, error: ReadError) {
        self.failure.lock().expect("no thread has panicked").get_or_insert(error);
    }

    fn has_failed(&self) -> bool {
        self.failure.lock().expect("no thread has panicked").is_some()
    }

    /// The samples of a segment that lie in `range`.
    fn samples(
        &self,
        segment: &FileSegment,
        range: &Range<usize>,
        rereader: &mut Rereader,
    ) -> Result<Option<RowPiece>, ReadError> {
        let (mut columns, kept) = self.kept(segment, rereader)?;
        if kept.as_ref().map_or(segment.n_rows, Vec::len) != segment.n_samples {
            return Err(self.changed(segment));
        }
        let from = range.start.saturating_sub(segment.first_sample);
        let to = (range.end - segment.first_sample).min(segment.n_samples);
        if from >= to {
            return Ok(None);
        }
        if kept.is_some() || to - from < segment.n_rows {
            let rows: Vec<usize> = kept.map_or_else(|| (from..to).collect(), |kept| kept[from..to].to_vec());
            columns = columns.iter().map(|cells| cells.take(&rows)).collect();
        }
        Ok(Some(RowPiece { first_sample: segment.first_sample + from, n_samples: to - from, columns }))
    }

    /// The used columns of a segment, and which rows are samples, if not all are.
    fn kept(
        &self,
        segment: &FileSegment,
        rereader: &mut Rereader,
    ) -> Result<(Vec<Cells>, Option<Vec<usize>>), ReadError> {
        let parsed = self.files.parsed(segment, rereader)?;
        if parsed.n_rows != segment.n_rows {
            return Err(self.changed(segment));
        }
        let mut values: Vec<Option<Values>> = parsed.columns.into_iter().map(Some).collect();
        let cells = |(at, decode): &(usize, Decode)| {
            values[*at].take().and_then(|values| decode.cells(values)).ok_or_else(|| self.changed(segment))
        };
        let columns = self.used.iter().map(cells).collect::<Result<Vec<_>, _>>()?;
        let is_sample = |row: &usize| self.needed.iter().all(|&at| !columns[at].is_missing(*row));
        let kept: Vec<usize> = (0..segment.n_rows).filter(is_sample).collect();
        let all = kept.len() == segment.n_rows;
        Ok((columns, (!all).then_some(kept)))
    }

    fn changed(&self, segment: &FileSegment) -> ReadError {
        Fault::Changed.of(&self.files.parts.parts[segment.part].path)
    }

    /// How many samples each segment has.
    fn count_samples(&mut self) -> Result<(), ReadError> {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        let (total, done) = (self.files.n_bytes(), AtomicU64::new(0));
        let count = |segment: &FileSegment, rereader: &mut Rereader| {
            let n_samples = self.kept(segment, rereader)?.1.map_or(segment.n_rows, |kept| kept.len());
            let so_far = done.fetch_add(segment.n_bytes, Ordering::Relaxed) + segment.n_bytes;
            (self.progress)(number, so_far, total);
            Ok(n_samples)
        };
        let counts = |segments: &[FileSegment]| {
            let mut rereader = Rereader::default();
            segments.iter().map(|segment| count(segment, &mut rereader)).collect::<Result<Vec<usize>, ReadError>>()
        };
        let together = self.files.segments.len().div_ceil(TOGETHER).max(1);
        let counts: Vec<Vec<usize>> =
            self.files.segments.par_chunks(together).map(counts).collect::<Result<_, ReadError>>()?;
        let counts = counts.into_iter().flatten();
        let mut first = 0;
        for (segment, n_samples) in self.files.segments.iter_mut().zip(counts) {
            (segment.first_sample, segment.n_samples) = (first, n_samples);
            first += n_samples;
        }
        self.n_samples = first;
        Ok(())
    }
}
