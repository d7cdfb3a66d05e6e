//! Every further pass.

use super::lane::{Found, LaneSums, TOTAL};
use super::session::Machines;
use super::surveyed::{firsts, unread};
use super::table::LaneTable;
use super::work::{Chosen, Trouble, Work};
use crate::data::read::passes::{Progress, RowPiece};
use crate::data::read::{Fault, ReadError};
use crate::data::{Passing, Reader};
use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::Int64Type;
use datafusion::error::DataFusionError;
use futures::StreamExt;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A table's chosen columns, read by others.
pub struct AfarPasses<'p> {
    machines: Machines,
    table: Arc<LaneTable>,
    path: String,
    columns: Vec<String>,
    chosen: Chosen,
    /// Samples of each lane.
    samples: Vec<usize>,
    n_passes: AtomicUsize,
    progress: &'p Progress<'p>,
    failure: Mutex<Option<ReadError>>,
}

/// The engine's words, as an error about the table.
pub fn failed(path: &str, error: &DataFusionError) -> ReadError {
    let told = error.strip_backtrace();
    let message = told.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ");
    Fault::Query { message }.of(path)
}

impl<'p> AfarPasses<'p> {
    /// Whose rows are samples, all of them.
    pub fn new(
        machines: Machines,
        table: Arc<LaneTable>,
        path: String,
        (columns, chosen): (Vec<String>, Chosen),
        rows: Vec<usize>,
        n_passes: usize,
        progress: &'p Progress<'p>,
    ) -> Self {
        let (n_passes, failure) = (AtomicUsize::new(n_passes), Mutex::new(None));
        AfarPasses { machines, table, path, columns, chosen, samples: rows, n_passes, progress, failure }
    }

    /// Where some rows are no samples: how many are.
    ///
    /// # Errors
    /// A pass that fails.
    pub fn count_samples(&mut self) -> Result<(), ReadError> {
        let lanes = self.ask(&Work::Count(self.chosen.clone()))?;
        if let Some(unread) = unread(&lanes) {
            return Err(self.chosen.reading.fault(unread).of(&self.path));
        }
        self.samples = vec![0; self.table.files.lanes.len()];
        lanes.iter().for_each(|lane| self.samples[lane.lane] = lane.n_samples);
        Ok(())
    }

    fn ask(&self, work: &Work) -> Result<Vec<LaneSums>, ReadError> {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(number, 0, 1);
        let lanes = self.machines.sums(&self.table, &self.columns, work);
        (self.progress)(number, 1, 1);
        lanes.map_err(|error| failed(&self.path, &error))
    }

    fn fail(&self, error: ReadError) {
        self.failure.lock().expect("no thread has panicked").get_or_insert(error);
    }

    /// Whether all lanes have come, with all their samples.
    fn is_whole(&self, lanes: &[LaneSums]) -> bool {
        let mut left = self.samples.clone();
        lanes.iter().for_each(|lane| left[lane.lane] = left[lane.lane].abs_diff(lane.n_samples));
        left.iter().all(|&left| left == 0)
    }

    fn answered(&self, question: &str) -> Result<Vec<Vec<f64>>, ReadError> {
        let (chosen, query) = (self.chosen.clone(), question.to_owned());
        let mut lanes = self.ask(&Work::Samples { chosen, query, firsts: firsts(&self.samples) })?;
        if let Some(unread) = unread(&lanes) {
            return Err(self.chosen.reading.fault(unread).of(&self.path));
        }
        match lanes.pop() {
            Some(LaneSums { lane: TOTAL, found: Found::Numbers(total), .. }) if self.is_whole(&lanes) => Ok(total),
            _ => Err(Fault::Changed.of(&self.path)),
        }
    }

    /// The rows come here, and are shown.
    async fn shown(
        &self,
        see: &(dyn Fn(usize, RowPiece) + Sync),
        end: &(dyn Fn(usize) + Sync),
    ) -> Result<(), ReadError> {
        let (firsts, mut seen) = (firsts(&self.samples), vec![0; self.samples.len()]);
        (0..seen.len()).filter(|&lane| self.samples[lane] == 0).for_each(end);
        let rows = self.machines.rows(&self.table, &self.columns);
        let mut rows = rows.await.map_err(|error| failed(&self.path, &error))?;
        while let Some(batch) = rows.next().await {
            let batch = batch.map_err(|error| failed(&self.path, &error))?;
            let lanes = batch.column(0).as_primitive::<Int64Type>().values().clone();
            let mut start = 0;
            for run in lanes.chunk_by(|a, b| a == b) {
                let (lane, part) = (run[0] as usize, batch.slice(start, run.len()));
                let piece = self.chosen.samples(&part.columns()[1..], firsts[lane] + seen[lane]);
                let piece = piece.map_err(|trouble| match trouble {
                    Trouble::Unread(unread) => self.chosen.reading.fault(unread).of(&self.path),
                    Trouble::Changed => Fault::Changed.of(&self.path),
                    Trouble::Failed(error) => failed(&self.path, &error),
                })?;
                seen[lane] += piece.n_samples;
                if seen[lane] > self.samples[lane] {
                    return Err(Fault::Changed.of(&self.path));
                }
                let is_last = piece.n_samples > 0 && seen[lane] == self.samples[lane];
                see(lane, piece);
                if is_last {
                    end(lane);
                }
                start += run.len();
            }
        }
        if seen == self.samples { Ok(()) } else { Err(Fault::Changed.of(&self.path)) }
    }
}

impl Passing for AfarPasses<'_> {
    fn n_samples(&self) -> usize {
        self.samples.iter().sum()
    }

    fn n_passes(&self) -> usize {
        self.n_passes.load(Ordering::Relaxed)
    }

    fn check(&self) -> Result<(), ReadError> {
        self.failure.lock().expect("no thread has panicked").clone().map_or(Ok(()), Err)
    }

    fn reader(&self) -> Option<Reader> {
        Some(self.machines.reader())
    }

    fn lanes(&self) -> Option<Vec<Range<usize>>> {
        let lane = |(first, n): (usize, &usize)| first..first + n;
        Some(firsts(&self.samples).into_iter().zip(&self.samples).map(lane).collect())
    }

    fn pass(&self, _lanes: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync)) {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(number, 0, 1);
        if self.check().is_ok()
            && let Err(error) = self.machines.block_on(self.shown(see, end))
        {
            self.fail(error);
        }
        (self.progress)(number, 1, 1);
    }

    /// Where a pass fails the answers are empty: whoever asked finds out by [`check`](Passing::check).
    fn answers(&self, question: &str) -> Option<Vec<Vec<f64>>> {
        if question.is_empty() || self.check().is_err() {
            return Some(Vec::new());
        }
        Some(self.answered(question).unwrap_or_else(|error| {
            self.fail(error);
            Vec::new()
        }))
    }
}
