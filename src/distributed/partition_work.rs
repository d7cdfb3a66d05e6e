//! What is done with the rows of a partition, where they lie.

use super::batch::{self, BatchError};
use super::partition_sums::{Outcome, PartitionSums};
use crate::data::read::passes::{CellError, Cells, ColumnReader, Decode, PartitionFacts, RowPiece};
use crate::data::table::Values;
use crate::task::in_passes::{PartitionAggregates, PassPlan};
use datafusion::arrow::array::ArrayRef;
use datafusion::error::DataFusionError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One pass.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Work {
    /// What the columns hold.
    Survey(ColumnReader),
    /// The cells of some rows, as they were read; `firsts` has the number of each partition's first row.
    Rows { reading: ColumnReader, rows: Vec<usize>, firsts: Vec<usize> },
    /// How many samples there are.
    Count(Chosen),
    /// Sums over samples; `firsts` has the number of each partition's first sample.
    Samples { chosen: Chosen, plan: String, firsts: Vec<usize> },
}

/// Which columns are read, and how.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chosen {
    pub reading: ColumnReader,
    /// Of each, where it is among all, and how its cells become numbers or codes.
    pub used: Vec<(usize, Decode)>,
    /// Which of these must have a cell for a row to be a sample.
    pub needed: Vec<usize>,
}

impl Chosen {
    /// The samples among some rows.
    pub fn samples(&self, columns: &[ArrayRef], first_sample: usize) -> Result<RowPiece, BatchError> {
        let mut tokens = BTreeSet::new();
        let cells = |((at, decode), column): (&(usize, Decode), &ArrayRef)| {
            let values = batch::values(&self.reading, *at, column, &mut tokens)?;
            decode.cells(values).ok_or(BatchError::Changed)
        };
        let mut columns_read: Vec<Cells> = self.used.iter().zip(columns).map(cells).collect::<Result<_, _>>()?;
        let n_rows = columns.first().map_or(0, |column| column.len());
        let is_sample = |row: &usize| self.needed.iter().all(|&at| !columns_read[at].is_missing(*row));
        let kept: Vec<usize> = (0..n_rows).filter(is_sample).collect();
        if kept.len() < n_rows {
            columns_read = columns_read.iter().map(|cells| cells.take(&kept)).collect();
        }
        Ok(RowPiece { first_sample, n_samples: kept.len(), columns: columns_read })
    }
}

/// The work on one partition, so far.
pub struct PartitionWork {
    partition: usize,
    n_rows: usize,
    n_samples: usize,
    unread: Option<CellError>,
    so_far: SoFar,
}

enum SoFar {
    PartitionFacts(Box<PartitionFacts>),
    Rows(Vec<Values>),
    Counted,
    Aggregates(Box<PassPlan>, PartitionAggregates, usize),
}

impl PartitionWork {
    /// The work on a partition of which no row was seen yet.
    pub fn new(work: &Work, partition: usize) -> Result<Self, String> {
        let so_far = match work {
            Work::Survey(_) => SoFar::PartitionFacts(Box::default()),
            Work::Rows { .. } => SoFar::Rows(Vec::new()),
            Work::Count(_) => SoFar::Counted,
            Work::Samples { plan, firsts, .. } => {
                let plan = PassPlan::read(plan)?;
                let sums = plan.begin(partition).ok_or("sums that are not known here")?;
                let first = *firsts.get(partition).ok_or("a partition too many")?;
                SoFar::Aggregates(Box::new(plan), sums, first)
            }
        };
        Ok(PartitionWork { partition, n_rows: 0, n_samples: 0, unread: None, so_far })
    }

    /// The number of the partition, from 0.
    pub fn partition(&self) -> usize {
        self.partition
    }

    /// The next rows of the partition.
    pub fn see(&mut self, work: &Work, columns: &[ArrayRef], n_rows: usize) -> Result<(), DataFusionError> {
        match self.added(work, columns, n_rows) {
            Ok(()) => {}
            Err(BatchError::Cell(unread)) => _ = self.unread.get_or_insert(unread),
            Err(BatchError::Changed) => _ = self.unread.get_or_insert(CellError::Word(0)),
            Err(BatchError::Failed(error)) => return Err(error),
        }
        self.n_rows += n_rows;
        Ok(())
    }

    fn added(&mut self, work: &Work, columns: &[ArrayRef], n_rows: usize) -> Result<(), BatchError> {
        if self.unread.is_some() {
            return Ok(());
        }
        match (work, &mut self.so_far) {
            (Work::Survey(reading), SoFar::PartitionFacts(seen)) => {
                let mut tokens = BTreeSet::new();
                let read = |(at, column)| batch::values(reading, at, column, &mut tokens);
                let values: Vec<Values> = columns.iter().enumerate().map(read).collect::<Result<_, _>>()?;
                seen.see(&values, n_rows, tokens);
                self.n_samples += n_rows;
            }
            (Work::Rows { reading, rows, firsts }, SoFar::Rows(kept)) => {
                let first = firsts.get(self.partition).copied().unwrap_or_default() + self.n_rows;
                let (from, to) = (rows.partition_point(|&row| row < first), first + n_rows);
                let wanted: Vec<usize> =
                    rows[from..].iter().take_while(|row| **row < to).map(|row| row - first).collect();
                let mut tokens = BTreeSet::new();
                for (at, column) in columns.iter().enumerate() {
                    let values = batch::values(reading, at, &batch::taken(column, &wanted)?, &mut tokens)?;
                    match kept.get_mut(at) {
                        Some(before) => batch::append(before, values),
                        None => kept.push(values),
                    }
                }
                self.n_samples += n_rows;
            }
            (Work::Count(chosen), SoFar::Counted) => {
                self.n_samples += chosen.samples(columns, 0)?.n_samples;
            }
            (Work::Samples { chosen, .. }, SoFar::Aggregates(plan, sums, first)) => {
                let piece = chosen.samples(columns, *first + self.n_samples)?;
                sums.see(plan, &piece);
                self.n_samples += piece.n_samples;
            }
            _ => unreachable!("begun with the same work"),
        }
        Ok(())
    }

    /// The sums of the partition, once all its rows were seen.
    pub fn end(self) -> PartitionSums {
        let found = match (self.unread, self.so_far) {
            (Some(unread), _) => Outcome::Unread(unread),
            (None, SoFar::PartitionFacts(seen)) => Outcome::Text(written(&seen)),
            (None, SoFar::Rows(columns)) => {
                Outcome::Text(written(&columns.into_iter().map(batch::Kept::from).collect::<Vec<_>>()))
            }
            (None, SoFar::Counted) => Outcome::Numbers(Vec::new()),
            (None, SoFar::Aggregates(_, sums, _)) => Outcome::Numbers(sums.end()),
        };
        PartitionSums { partition: self.partition, n_rows: self.n_rows, n_samples: self.n_samples, outcome: found }
    }
}

fn written(what: &impl Serialize) -> String {
    serde_json::to_string(what).expect("lists, numbers and texts")
}
