//! Sums over rows as a question to whoever holds the rows.
//!
//! A closure cannot leave the program; a question can: it is data. The same question is answered here, from
//! a matrix or from pieces that pass by, and elsewhere, where a part of the rows lies.

use super::block::Block;
use super::of_source::{self, Lane};
use super::rows::{Cells, Rows, Targets};
use super::source::{Asked, Piece};
use super::sums::Sums;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is to be added up, a block at a time.
pub trait Question: Sync + Serialize + DeserializeOwned {
    /// By which it is known where it is answered.
    const NAME: &'static str;
    /// What comes of it.
    type Sums: Sums + Numbers;

    /// Columns of a block's own behind those of the rows.
    fn n_extra(&self) -> usize;

    /// The sums over no rows.
    fn zero(&self, n_columns: usize) -> Self::Sums;

    /// Adds a block.
    fn add(&self, sums: &mut Self::Sums, block: &mut Block);
}

/// Sums as plain numbers: the form in which they travel.
pub trait Numbers {
    /// All of them, in a fixed order.
    fn into_numbers(self) -> Vec<f64>;

    /// The sums whose numbers these are; `zero` says of what shape.
    fn of_numbers(zero: Self, numbers: &[f64]) -> Self;
}

impl Rows<'_> {
    /// The sums over all rows, by the rows' holder where it adds up itself.
    pub fn sum<Q: Question>(&self, question: &Q) -> Q::Sums {
        let zero = || question.zero(self.columns.len());
        let Cells::Source(source) = self.cells else {
            return self.fold(question.n_extra(), zero, |sums, block| question.add(sums, block));
        };
        let asked = Asked {
            part: 0,
            name: Q::NAME.to_owned(),
            question: serde_json::to_string(question).expect("numbers and lists of them"),
            columns: self.columns.to_vec(),
            shift: self.shift.to_vec(),
            has_targets: matches!(self.targets, Targets::OfSource),
        };
        match source.sums(&[asked]) {
            Some(answers) => Q::Sums::of_numbers(zero(), answers.first().map_or(&[][..], Vec::as_slice)),
            None => of_source::fold(self, source, question.n_extra(), zero, |sums, block| question.add(sums, block)),
        }
    }
}

/// A lane's part of an answer, where the lane's rows are.
pub trait Answer: Send {
    /// The next rows of the lane.
    fn see(&mut self, piece: Piece);

    /// No more rows: the lane's sums.
    fn end(self: Box<Self>) -> Vec<f64>;
}

/// The question as it was asked.
struct Answering<Q: Question> {
    question: Q,
    asked: Asked,
    lane: Lane<Q::Sums>,
}

/// Begins to answer for one lane.
///
/// # Errors
/// What cannot be understood.
pub fn begin<Q: Question + Send + 'static>(asked: &Asked) -> Result<Box<dyn Answer>, String>
where
    Q::Sums: 'static,
{
    let question: Q = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let n_columns = asked.columns.len();
    let lane = Lane { block: Block::new(n_columns, question.n_extra()), sums: question.zero(n_columns) };
    Ok(Box::new(Answering { question, asked: asked.clone(), lane }))
}

/// The answer from those of all lanes, in order.
///
/// # Errors
/// What cannot be understood.
pub fn total<Q: Question>(asked: &Asked, lanes: &[Vec<f64>]) -> Result<Vec<f64>, String> {
    let question: Q = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
    let zero = || question.zero(asked.columns.len());
    let mut lanes = lanes.iter().map(|numbers| Q::Sums::of_numbers(zero(), numbers));
    if lanes.len() == 1 {
        return Ok(lanes.next().expect("one").into_numbers()); // as of a matrix: nothing is added to an only lane
    }
    let mut total = zero();
    lanes.for_each(|lane| total.absorb(lane));
    Ok(total.into_numbers())
}

impl<Q: Question + Send> Answer for Answering<Q> {
    fn see(&mut self, piece: Piece) {
        let (cells, asked) = (Cells::Matrix(piece.x.reborrow()), &self.asked);
        let targets = if asked.has_targets { Targets::OfSource } else { Targets::None };
        let rows = Rows { cells, targets, columns: &asked.columns, shift: &asked.shift };
        self.lane.see(&rows, piece, &mut |sums, block| self.question.add(sums, block));
    }

    fn end(mut self: Box<Self>) -> Vec<f64> {
        self.lane.flush(&mut |sums, block| self.question.add(sums, block));
        self.lane.sums.into_numbers()
    }
}
