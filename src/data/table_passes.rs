//! Who reads a table in passes: this program, files on this machine; or a query engine.

use super::read::ReadError;
use super::read::passes::{Passes, Progress, RowPiece, Survey, TableFacts};
use super::table::Column;
use serde::Serialize;
use std::ops::Range;

/// A table after its first pass.
pub trait SurveyedTable<'p> {
    /// What is known of its columns.
    fn facts(&self) -> &TableFacts;

    /// Passes over these columns of the sketch. A row without a cell in one that is needed is no sample.
    ///
    /// # Errors
    /// Files that cannot be read once more.
    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn TablePasses + 'p>, ReadError>;
}

/// Who reads, if not this program itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ExternalReader {
    /// DataFusion, in this process.
    Datafusion,
    /// The executors of the scheduler at this address.
    Ballista(String),
}

/// Samples of a table, as often as one likes.
pub trait TablePasses: Sync {
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
    fn reader(&self) -> Option<ExternalReader> {
        None
    }

    /// The samples of each partition, whose sums are kept apart; `None` where any may be.
    fn partitions(&self) -> Option<Vec<Range<usize>>> {
        None
    }

    /// One pass: the samples of each range of `ranges`, in order, are shown to `see` with the number of the
    /// range, and its end to `end`. Ranges rise and may be read at the same time.
    fn pass(&self, ranges: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync));

    /// Whether sums can be made where the rows lie.
    fn aggregates(&self) -> bool {
        false
    }

    /// The sums of a pass that was written down, made where the rows lie. Who reads them wrote the plan.
    fn aggregate(&self, _plan: &str) -> Vec<Vec<f64>> {
        Vec::new()
    }
}

/// Files on this machine.
pub struct SurveyedFiles<'p> {
    /// What the first pass found out.
    pub survey: Survey,
    /// Told how far each pass is.
    pub progress: &'p Progress<'p>,
}

impl<'p> SurveyedTable<'p> for SurveyedFiles<'p> {
    fn facts(&self) -> &TableFacts {
        &self.survey.known
    }

    fn passes(self: Box<Self>, chosen: &[(&Column, bool)]) -> Result<Box<dyn TablePasses + 'p>, ReadError> {
        Ok(Box::new(self.survey.passes(chosen, self.progress)?))
    }
}

impl TablePasses for Passes<'_> {
    fn n_samples(&self) -> usize {
        self.n_samples()
    }

    fn n_passes(&self) -> usize {
        self.n_passes()
    }

    fn check(&self) -> Result<(), ReadError> {
        self.check()
    }

    fn pass(&self, ranges: &[Range<usize>], see: &(dyn Fn(usize, RowPiece) + Sync), end: &(dyn Fn(usize) + Sync)) {
        self.pass(ranges, see, end);
    }
}
