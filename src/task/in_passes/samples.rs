//! Samples of a dataset in passes, as an engine wants them: encoded, with what is to be learned.

use super::coder::{Coder, Target};
use super::elsewhere::{Query, before};
use super::held_out::HashedFolds;
use super::of_cells::{self, OfCells};
use crate::data::read::passes::RowPiece;
use crate::data::{Column, Encoder, InPasses};
use crate::engine::{Asked, Piece, Source, Sums, Visitor, lanes};
use std::ops::Range;
use std::sync::Mutex;

/// Encoded samples that come in passes.
pub(super) struct Samples<'a> {
    data: &'a InPasses<'a>,
    coder: Coder,
    folds: Option<HashedFolds>,
    pub lanes: Vec<Range<usize>>,
}

impl<'a> Samples<'a> {
    /// Of `data`, encoded by `encoder`; parts of them are all but those of each fold.
    pub fn new(data: &'a InPasses<'a>, encoder: &Encoder, target: Target, folds: Option<HashedFolds>) -> Self {
        let lanes = data.passes.lanes().unwrap_or_else(|| lanes(data.passes.n_samples()));
        Samples { data, coder: Coder::new(data, encoder, target), folds, lanes }
    }

    /// One pass: encoded samples, and beside them their cells: those at the range within the piece.
    pub fn each(&self, see: impl Fn(usize, Piece, &RowPiece, Range<usize>) + Sync, end: impl Fn(usize) + Sync) {
        let encode = |lane: usize, cells: RowPiece| {
            self.coder.each(&cells, |piece, part| see(lane, piece, &cells, part));
        };
        self.data.passes.pass(&self.lanes, &encode, &end);
    }
}

impl Samples<'_> {
    /// One pass: sums over samples as they were read.
    pub fn of_cells<T: OfCells>(&self, question: &T) -> T::Sums {
        if let Some(answers) = self.sums(&[of_cells::asked(question)]) {
            return of_cells::read(question, &answers);
        }
        let lanes: Vec<Mutex<Option<T::Sums>>> = self.lanes.iter().map(|_| Mutex::new(None)).collect();
        let see = |lane: usize, piece: Piece, cells: &RowPiece, part: Range<usize>| {
            let mut place = lanes[lane].lock().expect("no thread has panicked");
            question.add(place.get_or_insert_with(|| question.zero()), &piece, cells, part);
        };
        self.each(see, |_| {});
        let mut total = question.zero();
        let lanes = lanes.into_iter().filter_map(|lane| lane.into_inner().expect("no thread has panicked"));
        lanes.for_each(|lane| total.absorb(lane));
        total
    }
}

impl Source for Samples<'_> {
    fn n_samples(&self) -> usize {
        self.data.passes.n_samples()
    }

    fn n_columns(&self) -> usize {
        self.coder.n_terms
    }

    fn n_lanes(&self) -> usize {
        self.lanes.len()
    }

    fn pass(&self, visitor: &dyn Visitor) {
        self.each(|lane, piece, _, _| visitor.see(lane, piece), |lane| visitor.end(lane));
    }

    fn sums(&self, asked: &[Asked]) -> Option<Vec<Vec<f64>>> {
        if asked.is_empty() {
            return self.data.passes.answers("");
        }
        let before = asked.iter().map(|asked| before(asked, &self.lanes, self.folds)).collect();
        let (coder, folds, asked) = (self.coder.clone(), self.folds, asked.to_vec());
        self.data.passes.answers(&Query { coder, folds, asked, before }.written())
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
