//! The first pass.

use super::batch::{self, Kept};
use super::files::listed;
use super::lane::{Found, LaneSums};
use super::passing::{AfarPasses, failed};
use super::session::Machines;
use super::store::Reader;
use super::table::LaneTable;
use super::work::{Chosen, Work};
use crate::data::read::passes::{Known, Progress, Reading, Room, Seen, Unread};
use crate::data::read::{Fault, ReadError, ReadOptions};
use crate::data::table::{Column, Values};
use crate::data::{Passing, Surveyed};
use datafusion::catalog::TableProvider;
use datafusion::error::DataFusionError;
use std::sync::Arc;

/// A table that others read, after the first pass.
pub struct Elsewhere<'p> {
    machines: Machines,
    table: Arc<LaneTable>,
    path: String,
    reading: Reading,
    known: Known,
    /// Rows of each lane.
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
fn executors(_path: &str, scheduler: Scheduler) -> Result<Result<Machines, DataFusionError>, ReadError> {
    Ok(super::afar::executors_of(scheduler.address, scheduler.is_adaptive))
}

#[cfg(not(feature = "cluster"))]
fn executors(path: &str, _scheduler: Scheduler) -> Result<Result<Machines, DataFusionError>, ReadError> {
    Err(Fault::ClusterLeftOut.of(path))
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
    room: Room,
    progress: &'p Progress<'p>,
) -> Result<Elsewhere<'p>, ReadError> {
    let machines = match scheduler {
        None => Machines::here(),
        Some(scheduler) => executors(path, scheduler)?,
    };
    let machines = machines.map_err(|error| failed(path, &error))?;
    let listed = Reader::new().and_then(|reader| machines.block_on(listed(path, options, &reader)));
    let listed = listed.map_err(|error| failed(path, &error))?.map_err(|fault| fault.of(path))?;
    let is_text: Vec<bool> = listed
        .schema
        .fields()
        .iter()
        .map(|field| {
            matches!(listed.files.format, super::files::Format::Parquet) && !batch::is_number(field.data_type())
        })
        .collect();
    let names: Vec<String> = listed.schema.fields().iter().map(|field| field.name().clone()).collect();
    let mut reading = Reading::new(names.clone(), &is_text, options);
    let table = Arc::new(LaneTable::new(listed.files, listed.schema));
    let mut n_passes = 0;
    let ask = |work: &Work, n_passes: &mut usize| {
        *n_passes += 1;
        progress(*n_passes, 0, 1);
        let sums = machines.sums(&table, &names, work).map_err(|error| failed(path, &error));
        progress(*n_passes, 1, 1);
        sums
    };
    let (seen, rows) = loop {
        let lanes = ask(&Work::Survey(reading.clone()), &mut n_passes)?;
        match unread(&lanes) {
            // A column of numbers turned out to be of words: once more, with the column so.
            Some(Unread::Word(column)) => reading.are_words[column] = true,
            Some(unread) => return Err(reading.fault(unread).of(path)),
            None => break taken_together(&lanes, table.files.lanes.len(), room).map_err(|fault| fault.of(path))?,
        }
    };
    if seen.n_rows == 0 {
        return Err(Fault::NoRows.of(path));
    }
    let wanted = seen.rows();
    let firsts = firsts(&rows);
    let lanes = ask(&Work::Rows { reading: reading.clone(), rows: wanted.clone(), firsts }, &mut n_passes)?;
    let columns = cells(&lanes, &reading, wanted.len()).ok_or_else(|| Fault::Changed.of(path))?;
    let known = seen.known_as(path, &reading, columns, &listed.described, options)?;
    Ok(Elsewhere { machines, table, path: path.to_owned(), reading, known, rows, n_passes, progress })
}

/// The number of each lane's first row.
pub fn firsts(rows: &[usize]) -> Vec<usize> {
    rows.iter().scan(0, |so_far, &n| Some(std::mem::replace(so_far, *so_far + n))).collect()
}

/// What could not be read, if anything.
pub fn unread(lanes: &[LaneSums]) -> Option<Unread> {
    lanes.iter().find_map(|lane| match &lane.found {
        Found::Unread(unread) => Some(unread.clone()),
        _ => None,
    })
}

/// What all lanes have shown, and how many rows each has.
fn taken_together(lanes: &[LaneSums], n_lanes: usize, room: Room) -> Result<(Seen, Vec<usize>), Fault> {
    let (mut all, mut rows) = (Seen::default(), vec![0; n_lanes]);
    for lane in lanes {
        let Found::Text(text) = &lane.found else { return Err(Fault::Changed) };
        let seen: Seen = serde_json::from_str(text).map_err(|error| Fault::Query { message: error.to_string() })?;
        rows[lane.lane] = lane.n_rows;
        all.absorb(seen);
        all = all.bounded(room.level_bytes);
    }
    Ok((all, rows))
}

/// The cells of the sketch's rows, a column at a time; `None` if there are not as many as there were.
fn cells(lanes: &[LaneSums], reading: &Reading, n_rows: usize) -> Option<Vec<Values>> {
    let blank = |&are_words: &bool| match are_words {
        true => Column::words("", []).values,
        false => Values::Numbers(Vec::new()),
    };
    let mut columns: Vec<Values> = reading.are_words.iter().map(blank).collect();
    for lane in lanes {
        let Found::Text(text) = &lane.found else { return None };
        let kept: Vec<Kept> = serde_json::from_str(text).ok()?;
        columns.iter_mut().zip(kept).for_each(|(column, kept)| batch::append(column, kept.into()));
    }
    let n = |values: &Values| match values {
        Values::Numbers(cells) => cells.len(),
        Values::Words { codes, .. } => codes.len(),
    };
    columns.iter().all(|column| n(column) == n_rows).then_some(columns)
}

impl<'p> Surveyed<'p> for Elsewhere<'p> {
    fn known(&self) -> &Known {
        &self.known
    }

    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn Passing + 'p>, ReadError> {
        let (used, needed) = (self.known.used(chosen), Known::needed(chosen));
        let leaves_out = self.known.leaves_out(chosen);
        let columns = used.iter().map(|(at, _)| self.table.schema().field(*at).name().clone()).collect();
        let Elsewhere { machines, table, path, reading, rows, n_passes, progress, .. } = *self;
        let chosen = Chosen { reading, used, needed };
        let mut passes = AfarPasses::new(machines, table, path, (columns, chosen), rows, n_passes, progress);
        if leaves_out {
            passes.count_samples()?;
        }
        Ok(Box::new(passes))
    }
}
