//! The first pass.

use super::batch::{self, Kept};
use super::files::listed;
use super::partition_sums::{Outcome, PartitionSums, firsts, unread};
use super::partition_work::{Chosen, Work};
use super::passes::{DistributedPasses, failed};
use super::session::QueryEngine;
use super::store::StoreReader;
use super::table::PartitionedTable;
use crate::data::read::passes::{CellError, ColumnReader, MemoryBudget, PartitionFacts, Progress, TableFacts};
use crate::data::read::{Fault, ReadError, ReadOptions};
use crate::data::table::{Column, Values};
use crate::data::{SurveyedTable, TablePasses};
use datafusion::catalog::TableProvider;
use std::sync::Arc;

/// A table that others read, after the first pass.
pub struct DistributedTable<'p> {
    engine: QueryEngine,
    table: Arc<PartitionedTable>,
    path: String,
    reading: ColumnReader,
    known: TableFacts,
    /// Rows of each partition.
    rows: Vec<usize>,
    n_passes: usize,
    progress: &'p Progress<'p>,
}

/// Whose executors read.
#[derive(Debug, Clone, Copy)]
pub struct Scheduler<'a> {
    /// `HOST:PORT`.
    pub address: &'a str,
    /// Which of Ballista's two planners cuts a pass into tasks.
    pub is_adaptive: bool,
}

#[cfg(feature = "cluster")]
fn executors(scheduler: Scheduler) -> Result<QueryEngine, Fault> {
    let engine = super::remote::executors_of(scheduler.address, scheduler.is_adaptive);
    engine.map_err(|_| Fault::NoScheduler { address: scheduler.address.to_owned() })
}

#[cfg(not(feature = "cluster"))]
fn executors(_scheduler: Scheduler) -> Result<QueryEngine, Fault> {
    Err(Fault::ClusterLeftOut)
}

/// Reads the files at `path` once: a file, a folder, a pattern or an address, by this process, or by the
/// executors of the scheduler at `HOST:PORT`.
///
/// # Errors
/// Files that cannot be read, or that are no table.
pub fn survey<'p>(
    path: &str,
    options: &ReadOptions,
    scheduler: Option<Scheduler>,
    room: MemoryBudget,
    progress: &'p Progress<'p>,
) -> Result<DistributedTable<'p>, ReadError> {
    let engine = match scheduler {
        None => QueryEngine::here().map_err(|error| failed(path, &error))?,
        Some(scheduler) => executors(scheduler).map_err(|fault| fault.of(path))?,
    };
    let listed = StoreReader::new().and_then(|reader| engine.block_on(listed(path, options, &reader)));
    let listed = listed.map_err(|error| failed(path, &error))?.map_err(|fault| fault.of(path))?;
    let names: Vec<String> = listed.schema.fields().iter().map(|field| field.name().clone()).collect();
    let mut reading = ColumnReader::new(names.clone(), options);
    let table = Arc::new(PartitionedTable::new(listed.files, listed.schema));
    let mut n_passes = 0;
    let ask = |work: &Work, n_passes: &mut usize| {
        *n_passes += 1;
        progress(*n_passes, 0, 1);
        let sums = engine.sums(&table, &names, work).map_err(|error| failed(path, &error));
        progress(*n_passes, 1, 1);
        sums
    };
    let (seen, rows) = loop {
        let partitions = ask(&Work::Survey(reading.clone()), &mut n_passes)?;
        match unread(&partitions) {
            // A column of numbers turned out to be of words: once more, with the column so.
            Some(CellError::Word(column)) => reading.are_words[column] = true,
            Some(unread) => return Err(reading.fault(unread).of(path)),
            None => {
                break taken_together(&partitions, table.files.partitions.len(), room)
                    .map_err(|fault| fault.of(path))?;
            }
        }
    };
    if !table.files.are_all(&rows) {
        return Err(Fault::Changed.of(path));
    }
    if seen.n_rows == 0 {
        return Err(Fault::NoRows.of(path));
    }
    let wanted = seen.rows();
    let firsts = firsts(&rows);
    let partitions = ask(&Work::Rows { reading: reading.clone(), rows: wanted.clone(), firsts }, &mut n_passes)?;
    let columns = cells(&partitions, &reading, wanted.len()).ok_or_else(|| Fault::Changed.of(path))?;
    let known = seen.facts_as(path, &reading, columns, &listed.described, options)?;
    Ok(DistributedTable { engine, table, path: path.to_owned(), reading, known, rows, n_passes, progress })
}

/// What all partitions have shown, and how many rows each has.
fn taken_together(
    partitions: &[PartitionSums],
    n_partitions: usize,
    room: MemoryBudget,
) -> Result<(PartitionFacts, Vec<usize>), Fault> {
    let (mut all, mut rows) = (PartitionFacts::default(), vec![0; n_partitions]);
    for partition in partitions {
        let Outcome::Text(text) = &partition.outcome else { return Err(Fault::Changed) };
        let seen: PartitionFacts =
            serde_json::from_str(text).map_err(|error| Fault::Query { message: error.to_string() })?;
        rows[partition.partition] = partition.n_rows;
        all.absorb(seen);
        all = all.bounded(room.level_bytes);
    }
    Ok((all, rows))
}

/// The cells of the sketch's rows, a column at a time; `None` if there are not as many as there were.
fn cells(partitions: &[PartitionSums], reading: &ColumnReader, n_rows: usize) -> Option<Vec<Values>> {
    let blank = |&are_words: &bool| match are_words {
        true => Column::words("", []).values,
        false => Values::Numbers(Vec::new()),
    };
    let mut columns: Vec<Values> = reading.are_words.iter().map(blank).collect();
    for partition in partitions {
        let Outcome::Text(text) = &partition.outcome else { return None };
        let kept: Vec<Kept> = serde_json::from_str(text).ok()?;
        columns.iter_mut().zip(kept).for_each(|(column, kept)| batch::append(column, kept.into()));
    }
    let n = |values: &Values| match values {
        Values::Numbers(cells) => cells.len(),
        Values::Words { codes, .. } => codes.len(),
    };
    columns.iter().all(|column| n(column) == n_rows).then_some(columns)
}

impl<'p> SurveyedTable<'p> for DistributedTable<'p> {
    fn facts(&self) -> &TableFacts {
        &self.known
    }

    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn TablePasses + 'p>, ReadError> {
        let (used, needed) = (self.known.used(chosen), TableFacts::needed(chosen));
        let leaves_out = self.known.leaves_out(chosen);
        let columns = used.iter().map(|(at, _)| self.table.schema().field(*at).name().clone()).collect();
        let DistributedTable { engine, table, path, reading, rows, n_passes, progress, .. } = *self;
        let chosen = Chosen { reading, used, needed };
        let mut passes = DistributedPasses::new(engine, table, path, (columns, chosen), rows, n_passes, progress);
        if leaves_out {
            passes.count_samples()?;
        }
        Ok(Box::new(passes))
    }
}
