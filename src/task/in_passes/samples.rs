//! Samples of a dataset in passes, as an engine wants them: encoded, with what is to be learned.

use super::hashed_folds::HashedFolds;
use super::part::SamplePart;
use super::part_aggregate::PartAggregate;
use super::pass_plan::PassPlan;
use super::row_encoder::{RowEncoder, Target};
use crate::data::{Column, Encoder, InPasses};
use crate::engine::{AggregateCall, AsNumbers, LaneSums, RowSource, Visitor, lanes};
use std::ops::Range;

/// Encoded samples that come in passes.
pub(super) struct Samples<'a> {
    data: &'a InPasses<'a>,
    encoder: RowEncoder,
    /// Of which fits on parts of the samples are made.
    folds: Option<HashedFolds>,
    pub lanes: Vec<Range<usize>>,
}

impl<'a> Samples<'a> {
    /// Of `data`, encoded by `encoder`.
    pub fn new(data: &'a InPasses<'a>, encoder: &Encoder, target: Target) -> Self {
        Self::encoded(data, RowEncoder::new(data, encoder, target))
    }

    /// Of `data`, not encoded: without terms.
    pub fn as_they_are(data: &'a InPasses<'a>, target: Target) -> Self {
        Self::encoded(data, RowEncoder::of_targets(data, target))
    }

    fn encoded(data: &'a InPasses<'a>, encoder: RowEncoder) -> Self {
        let lanes = data.passes.partitions().unwrap_or_else(|| lanes(data.passes.n_samples()));
        Samples { data, encoder, folds: None, lanes }
    }

    /// The same, of which those of each fold are to be held out.
    pub fn in_folds(self, folds: Option<HashedFolds>) -> Self {
        Samples { folds, ..self }
    }

    /// Sums over all samples, by one pass.
    pub fn aggregate<A: PartAggregate>(&self, aggregate: &A) -> A::State {
        let zero = || aggregate.zero();
        if let Some(totals) = RowSource::aggregate(self, &[AggregateCall::new(A::NAME, aggregate)]) {
            return totals.first().and_then(|total| A::State::of_numbers(total)).unwrap_or_else(zero);
        }
        let sums = LaneSums::new(self.lanes.len(), zero);
        self.each(|lane, part| sums.add(lane, |own| aggregate.add(own, &part)), |lane| sums.end(lane));
        sums.total()
    }

    /// One pass over all samples, each part of them encoded.
    fn each(&self, see: impl Fn(usize, SamplePart) + Sync, end: impl Fn(usize) + Sync) {
        self.data.passes.pass(&self.lanes, &|lane, cells| self.encoder.each(&cells, |part| see(lane, part)), &end);
    }
}

impl RowSource for Samples<'_> {
    fn n_samples(&self) -> usize {
        self.data.passes.n_samples()
    }

    fn n_columns(&self) -> usize {
        self.encoder.n_terms
    }

    fn n_lanes(&self) -> usize {
        self.lanes.len()
    }

    fn pass(&self, visitor: &dyn Visitor) {
        self.each(|lane, part| visitor.see(lane, part.encoded), |lane| visitor.end(lane));
    }

    fn aggregate(&self, calls: &[AggregateCall]) -> Option<Vec<Vec<f64>>> {
        let passes = &self.data.passes;
        if !passes.aggregates() || calls.is_empty() {
            return passes.aggregates().then(Vec::new);
        }
        let plan = PassPlan::new(self.encoder.clone(), self.folds, calls.to_vec(), &self.lanes);
        Some(passes.aggregate(&plan.written()))
    }
}

/// The classes of a target: their names in order, how many samples each has, and how cells tell them.
pub(super) fn classes(data: &InPasses, target: &Column) -> Option<(Vec<String>, Target)> {
    let labels = crate::data::Labels::from_column(&only_present(target))?;
    let at = data.sketch.features.len();
    let place = |name: &str| labels.classes.iter().position(|class| class == name).unwrap_or(0);
    let target = match &target.values {
        crate::data::Values::Words { .. } => {
            Target::Classes(data.levels[at].iter().map(|level| place(&level.name)).collect())
        }
        crate::data::Values::Numbers(cells) => {
            let class = |cell: &f64| ((cell + 0.0).to_bits(), place(&crate::data::table::number_text(*cell)));
            Target::Numbers(cells.iter().filter(|cell| !cell.is_nan()).map(class).collect())
        }
    };
    Some((labels.classes, target))
}

/// One row for each level or number of the sketch's target.
fn only_present(target: &Column) -> Column {
    match &target.values {
        crate::data::Values::Words { levels, .. } => {
            Column::words(&target.name, levels.iter().map(|level| Some(level.as_str())))
        }
        crate::data::Values::Numbers(cells) => {
            Column::numbers(&target.name, cells.iter().copied().filter(|cell| !cell.is_nan()))
        }
    }
}
