//! Questions about encoded samples that are answered where the samples lie.

use super::by_cluster::ByCluster;
use super::classified::Classify;
use super::coder::Coder;
use super::held_out::HashedFolds;
use super::measured::Measure;
use super::moments::MomentsAbout;
use super::of_cells::{self, CellAnswer, OfCells};
use super::tally::{self, Tally};
use crate::data::read::passes::RowPiece;
use crate::engine::{Answer, Asked, PICK, Piece, answer, answer_of_lanes};
use ndarray::Axis;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is asked, in one pass: all that is needed to answer it where some of the samples are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Query {
    pub(super) coder: Coder,
    pub(super) folds: Option<HashedFolds>,
    pub(super) asked: Vec<Asked>,
    /// For each of those asked that counts samples, how many of its part come before each lane.
    pub(super) before: Vec<Vec<usize>>,
}

/// Samples of the part that `asked` is about before each of `lanes`, if it counts samples.
pub(super) fn before(asked: &Asked, lanes: &[Range<usize>], folds: Option<HashedFolds>) -> Vec<usize> {
    if asked.name != PICK {
        return Vec::new();
    }
    let mut so_far = 0;
    let mut before = Vec::with_capacity(lanes.len());
    for lane in lanes {
        before.push(so_far);
        so_far += if asked.part == 0 {
            lane.len()
        } else {
            lane.clone().filter(|&sample| is_in(asked.part, sample, folds)).count()
        };
    }
    before
}

/// Whether a sample is in a part: 0 is all, others are all but those of a fold.
fn is_in(part: usize, sample: usize, folds: Option<HashedFolds>) -> bool {
    part == 0 || folds.is_none_or(|folds| folds.of(sample) != part - 1)
}

impl Query {
    /// As a text.
    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).expect("numbers and lists of them")
    }

    /// From a text.
    ///
    /// # Errors
    /// One that was written by another program.
    pub fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Begins with a lane.
    ///
    /// # Errors
    /// A question that is not known.
    pub fn begin(&self, lane: usize) -> Result<Lane, String> {
        let one = |(asked, before): (&Asked, &Vec<usize>)| -> Result<Answering, String> {
            match asked.name.as_str() {
                PICK => {}
                ByCluster::NAME => return of_cells::begin::<ByCluster>(asked).map(Answering::OfCells),
                MomentsAbout::NAME => return of_cells::begin::<MomentsAbout>(asked).map(Answering::OfCells),
                Measure::NAME => return tally::begin::<Measure>(asked).map(Answering::Encoded),
                Classify::NAME => return tally::begin::<Classify>(asked).map(Answering::Encoded),
                _ => return answer(asked).map(Answering::Encoded),
            }
            let rows: Vec<usize> = serde_json::from_str(&asked.question).map_err(|error| error.to_string())?;
            let next = before.get(lane).copied().unwrap_or_default();
            let at = rows.partition_point(|&row| row < next);
            Ok(Answering::Encoded(Box::new(Picking { rows, at, next, numbers: Vec::new() })))
        };
        Ok(Lane { answers: self.asked.iter().zip(&self.before).map(one).collect::<Result<_, _>>()? })
    }

    /// The answers from those of all lanes, in order.
    ///
    /// # Errors
    /// A question that is not known.
    pub fn total(&self, lanes: &[Vec<Vec<f64>>]) -> Result<Vec<Vec<f64>>, String> {
        let one = |(at, asked): (usize, &Asked)| {
            let own: Vec<Vec<f64>> = lanes.iter().map(|lane| lane.get(at).cloned().unwrap_or_default()).collect();
            match asked.name.as_str() {
                PICK => Ok(own.concat()),
                ByCluster::NAME => of_cells::total::<ByCluster>(asked, &own),
                MomentsAbout::NAME => of_cells::total::<MomentsAbout>(asked, &own),
                Measure::NAME => tally::total::<Measure>(asked, &own),
                Classify::NAME => tally::total::<Classify>(asked, &own),
                _ => answer_of_lanes(asked, &own),
            }
        };
        self.asked.iter().enumerate().map(one).collect()
    }
}

/// The answers of one lane.
pub struct Lane {
    answers: Vec<Answering>,
}

/// What an answer needs to see.
enum Answering {
    Encoded(Box<dyn Answer>),
    OfCells(Box<dyn CellAnswer>),
}

impl Lane {
    /// The next samples, numbered among all.
    pub fn see(&mut self, query: &Query, cells: &RowPiece) {
        query.coder.each(cells, |piece, part| {
            for (answer, asked) in self.answers.iter_mut().zip(&query.asked) {
                let answer = match answer {
                    Answering::OfCells(answer) => {
                        answer.see(&piece, cells, part.clone());
                        continue;
                    }
                    Answering::Encoded(answer) => answer,
                };
                if asked.part == 0 {
                    answer.see(piece);
                    continue;
                }
                let is_mine = |row: &usize| is_in(asked.part, piece.first_row + row, query.folds);
                let rows: Vec<usize> = (0..piece.x.nrows()).filter(is_mine).collect();
                let y: Vec<f64> = rows.iter().filter_map(|&row| piece.y.get(row).copied()).collect();
                answer.see(Piece { first_row: piece.first_row, x: piece.x.select(Axis(0), &rows).view(), y: &y });
            }
        });
    }

    /// No more samples.
    pub fn end(self) -> Vec<Vec<f64>> {
        let end = |answer: Answering| match answer {
            Answering::Encoded(answer) => answer.end(),
            Answering::OfCells(answer) => answer.end(),
        };
        self.answers.into_iter().map(end).collect()
    }
}

/// Takes samples out: of each the cells, and the target or NaN.
struct Picking {
    rows: Vec<usize>,
    /// The place of the next one that is wanted.
    at: usize,
    /// The number of the next sample.
    next: usize,
    numbers: Vec<f64>,
}

impl Answer for Picking {
    fn see(&mut self, piece: Piece) {
        let end = self.next + piece.x.nrows();
        while let Some(&row) = self.rows.get(self.at).filter(|&&row| row < end) {
            let row = row - self.next;
            self.numbers.extend(piece.x.row(row));
            self.numbers.push(piece.y.get(row).copied().unwrap_or(f64::NAN));
            self.at += 1;
        }
        self.next = end;
    }

    fn end(self: Box<Self>) -> Vec<f64> {
        self.numbers
    }
}
