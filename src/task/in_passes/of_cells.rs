//! Sums over samples as they were read, beside what they are encoded as: as questions.

use crate::data::read::passes::RowPiece;
use crate::engine::{Asked, Numbers, Piece, Sums};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// What is added up, sample by sample.
pub(super) trait OfCells: Serialize + DeserializeOwned + Send + Sync {
    /// By which it is known where it is answered.
    const NAME: &'static str;
    /// What comes of it.
    type Sums: Sums + Numbers;

    /// Of no samples.
    fn zero(&self) -> Self::Sums;

    /// Some samples more: encoded, and as they stand at `part` of `cells`.
    fn add(&self, sums: &mut Self::Sums, piece: &Piece, cells: &RowPiece, part: Range<usize>);
}

/// The question as it is asked.
pub(super) fn asked<T: OfCells>(of: &T) -> Asked {
    Asked {
        part: 0,
        name: T::NAME.to_owned(),
        question: serde_json::to_string(of).expect("numbers and lists of them"),
        columns: Vec::new(),
        shift: Vec::new(),
        has_targets: true,
    }
}

/// The sums that an answer tells: none, of a pass that failed.
pub(super) fn read<T: OfCells>(of: &T, answers: &[Vec<f64>]) -> T::Sums {
    answers.first().map_or_else(|| of.zero(), |numbers| T::Sums::of_numbers(of.zero(), numbers))
}

/// A lane's part of an answer, where the lane's samples are.
pub(super) trait CellAnswer: Send {
    /// Some samples more.
    fn see(&mut self, piece: &Piece, cells: &RowPiece, part: Range<usize>);

    /// No more: the lane's sums.
    fn end(self: Box<Self>) -> Vec<f64>;
}

struct Adding<T: OfCells> {
    of: T,
    sums: T::Sums,
}

impl<T: OfCells> CellAnswer for Adding<T> {
    fn see(&mut self, piece: &Piece, cells: &RowPiece, part: Range<usize>) {
        self.of.add(&mut self.sums, piece, cells, part);
    }

    fn end(self: Box<Self>) -> Vec<f64> {
        self.sums.into_numbers()
    }
}

/// Begins with a lane.
pub(super) fn begin<T: OfCells + 'static>(asked: &Asked) -> Result<Box<dyn CellAnswer>, String>
where
    T::Sums: 'static,
{
    let of: T = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let sums = of.zero();
    Ok(Box::new(Adding { of, sums }))
}

/// The sums of all lanes, from those of each.
pub(super) fn total<T: OfCells>(asked: &Asked, lanes: &[Vec<f64>]) -> Result<Vec<f64>, String> {
    let of: T = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let mut total = of.zero();
    lanes.iter().for_each(|numbers| total.absorb(T::Sums::of_numbers(of.zero(), numbers)));
    Ok(total.into_numbers())
}
