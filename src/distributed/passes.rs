//! Every further pass.

use super::batch::BatchError;
use super::partition_sums::{Outcome, PartitionSums, TOTAL, firsts, unread};
use super::partition_work::{Chosen, Work};
use super::session::QueryEngine;
use super::table::PartitionedTable;
use crate::data::read::passes::{Progress, RowPiece};
use crate::data::read::{Fault, ReadError};
use crate::data::{ExternalReader, TablePasses};
use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::Int64Type;
use datafusion::error::DataFusionError;
use futures::StreamExt;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A table's chosen columns, read by a query engine.
pub struct DistributedPasses<'p> {
    engine: QueryEngine,
    table: Arc<PartitionedTable>,
    path: String,
    columns: Vec<String>,
    chosen: Chosen,
    /// Samples of each partition.
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

impl<'p> DistributedPasses<'p> {
    /// Whose rows are samples, all of them.
    pub fn new(
        engine: QueryEngine,
        table: Arc<PartitionedTable>,
        path: String,
        (columns, chosen): (Vec<String>, Chosen),
        rows: Vec<usize>,
        n_passes: usize,
        progress: &'p Progress<'p>,
    ) -> Self {
        let (n_passes, failure) = (AtomicUsize::new(n_passes), Mutex::new(None));
        DistributedPasses { engine, table, path, columns, chosen, samples: rows, n_passes, progress, failure }
    }

    /// Where some rows are no samples: how many are.
    ///
    /// # Errors
    /// A pass that fails.
    pub fn count_samples(&mut self) -> Result<(), ReadError> {
        let partitions = self.ask(&Work::Count(self.chosen.clone()))?;
        if let Some(unread) = unread(&partitions) {
            return Err(self.chosen.reading.fault(unread).of(&self.path));
        }
        self.samples = vec![0; self.table.files.partitions.len()];
        partitions.iter().for_each(|sums| self.samples[sums.partition] = sums.n_samples);
        Ok(())
    }

    fn ask(&self, work: &Work) -> Result<Vec<PartitionSums>, ReadError> {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(number, 0, 1);
        let partitions = self.engine.sums(&self.table, &self.columns, work);
        (self.progress)(number, 1, 1);
        partitions.map_err(|error| failed(&self.path, &error))
    }

    fn fail(&self, error: ReadError) {
        self.failure.lock().expect("no thread has panicked").get_or_insert(error);
    }

    /// Whether all partitions have come, with all their samples.
    fn is_whole(&self, partitions: &[PartitionSums]) -> bool {
        let mut left = self.samples.clone();
        for sums in partitions {
            left[sums.partition] = left[sums.partition].abs_diff(sums.n_samples);
        }
        left.iter().all(|&left| left == 0)
    }

    fn aggregated(&self, plan: &str) -> Result<Vec<Vec<f64>>, ReadError> {
        let (chosen, plan, firsts) = (self.chosen.clone(), plan.to_owned(), firsts(&self.samples));
        let mut partitions = self.ask(&Work::Samples { chosen, plan, firsts })?;
        if let Some(unread) = unread(&partitions) {
            return Err(self.chosen.reading.fault(unread).of(&self.path));
        }
        match partitions.pop() {
            Some(PartitionSums { partition: TOTAL, outcome: Outcome::Numbers(total), .. })
                if self.is_whole(&partitions) =>
            {
                Ok(total)
            }
            _ => Err(Fault::Changed.of(&self.path)),
        }
    }

    /// The rows come here, and are shown.
    async fn visit_rows(
        &self,
        see: &(dyn Fn(usize, RowPiece) + Sync),
        end: &(dyn Fn(usize) + Sync),
    ) -> Result<(), ReadError> {
        let (firsts, mut seen) = (firsts(&self.samples), vec![0; self.samples.len()]);
        (0..seen.len()).filter(|&partition| self.samples[partition] == 0).for_each(end);
        let rows = self.engine.rows(&self.table, &self.columns);
        let mut rows = rows.await.map_err(|error| failed(&self.path, &error))?;
        while let Some(batch) = rows.next().await {
            let batch = batch.map_err(|error| failed(&self.path, &error))?;
            let partitions = batch.column(0).as_primitive::<Int64Type>().values().clone();
            let mut start = 0;
            for run in partitions.chunk_by(|a, b| a == b) {
                let (partition, part) = (run[0] as usize, batch.slice(start, run.len()));
                let piece = self.chosen.samples(&part.columns()[1..], firsts[partition] + seen[partition]);
                let piece = piece.map_err(|trouble| match trouble {
                    BatchError::Cell(unread) => self.chosen.reading.fault(unread).of(&self.path),
                    BatchError::Changed => Fault::Changed.of(&self.path),
                    BatchError::Failed(error) => failed(&self.path, &error),
                })?;
                seen[partition] += piece.n_samples;
                if seen[partition] > self.samples[partition] {
                    return Err(Fault::Changed.of(&self.path));
                }
                let is_last = piece.n_samples > 0 && seen[partition] == self.samples[partition];
                see(partition, piece);
                if is_last {
                    end(partition);
                }
                start += run.len();
            }
        }
        if seen == self.samples { Ok(()) } else { Err(Fault::Changed.of(&self.path)) }
    }
}

impl TablePasses for DistributedPasses<'_> {
    fn n_samples(&self) -> usize {
        self.samples.iter().sum()
    }

    fn n_passes(&self) -> usize {
        self.n_passes.load(Ordering::Relaxed)
    }

    fn check(&self) -> Result<(), ReadError> {
        self.failure.lock().expect("no thread has panicked").clone().map_or(Ok(()), Err)
    }

    fn reader(&self) -> Option<ExternalReader> {
        Some(self.engine.reader())
    }

    fn partitions(&self) -> Option<Vec<Range<usize>>> {
        let partition = |(first, n): (usize, &usize)| first..first + n;
        Some(firsts(&self.samples).into_iter().zip(&self.samples).map(partition).collect())
    }

    fn pass(&self, _ranges: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync)) {
        let number = self.n_passes.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(number, 0, 1);
        if self.check().is_ok()
            && let Err(error) = self.engine.block_on(self.visit_rows(see, end))
        {
            self.fail(error);
        }
        (self.progress)(number, 1, 1);
    }

    fn aggregates(&self) -> bool {
        true
    }

    /// Of a pass that fails there are none: whoever wanted them finds out by [`check`](TablePasses::check).
    fn aggregate(&self, plan: &str) -> Vec<Vec<f64>> {
        if self.check().is_err() {
            return Vec::new();
        }
        self.aggregated(plan).unwrap_or_else(|error| {
            self.fail(error);
            Vec::new()
        })
    }
}
