//! Who reads a table in passes: files on this machine, or somebody else.

use super::read::ReadError;
use super::read::passes::{Known, Passes, Progress, RowPiece, Survey};
use super::table::Column;
use serde::Serialize;
use std::ops::Range;

/// A table after its first pass.
pub trait Surveyed<'p> {
    /// What is known of its columns.
    fn known(&self) -> &Known;

    /// Passes over these columns of the sketch. A row without a cell in one that is needed is no sample.
    ///
    /// # Errors
    /// Files that cannot be read once more.
    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn Passing + 'p>, ReadError>;
}

/// Who reads, if not this program itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reader {
    /// DataFusion, in this process.
    Datafusion,
    /// The executors of the scheduler at this address.
    Ballista(String),
}

/// Samples of a table, as often as one likes.
pub trait Passing: Sync {
    /// The number of samples.
    fn n_samples(&self) -> usize;

    /// Passes made so far, the survey's included.
    fn n_passes(&self) -> usize;

    /// What went wrong, if anything did: then nothing that came of the passes is to be believed.
    ///
    /// # Errors
    /// The first failure.
    fn check(&self) -> Result<(), ReadError>;

    /// Who reads, if not this program itself.
    fn reader(&self) -> Option<Reader> {
        None
    }

    /// The parts whose sums are to be kept apart; `None` where any may be.
    fn lanes(&self) -> Option<Vec<Range<usize>>> {
        None
    }

    /// One pass: the samples of each range of `lanes`, in order, are shown to `see` with the number of the
    /// range, and its end to `end`. Ranges rise and may be read at the same time.
    fn pass(&self, lanes: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync));

    /// The numbers that are asked for, made where the rows lie; `None` where rows are all that is given.
    /// Both sides of the question and of its answer are whoever asks.
    fn answers(&self, _question: &str) -> Option<Vec<Vec<f64>>> {
        None
    }
}

/// Files on this machine.
pub struct OfFiles<'p> {
    /// What the first pass found out.
    pub survey: Survey,
    /// Told how far each pass is.
    pub progress: &'p Progress<'p>,
}

impl<'p> Surveyed<'p> for OfFiles<'p> {
    fn known(&self) -> &Known {
        &self.survey.known
    }

    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn Passing + 'p>, ReadError> {
        Ok(Box::new(self.survey.passes(chosen, self.progress)?))
    }
}

impl Passing for Passes<'_> {
    fn n_samples(&self) -> usize {
        self.n_samples()
    }

    fn n_passes(&self) -> usize {
        self.n_passes()
    }

    fn check(&self) -> Result<(), ReadError> {
        self.check()
    }

    fn pass(&self, lanes: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync)) {
        self.pass(lanes, see, end);
    }
}
