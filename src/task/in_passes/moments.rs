//! Means and deviations of columns, as a question.

use super::of_cells::OfCells;
use crate::data::read::passes::{Cells, RowPiece};
use crate::engine::{Numbers, Piece, Sums};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Of the cells that are there: how many, their sum and their squares, about a shift.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    pub n: f64,
    pub sum: f64,
    pub squares: f64,
    pub shift: f64,
}

/// One a feature; nothing of words.
#[derive(Debug, Clone)]
pub(super) struct AllMoments(pub Vec<Moments>);

/// The question: a shift near the mean of each feature.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MomentsAbout {
    pub shifts: Vec<f64>,
}

impl Sums for AllMoments {
    fn absorb(&mut self, later: Self) {
        for (sum, of_lane) in self.0.iter_mut().zip(later.0) {
            (sum.n, sum.sum, sum.squares) = (sum.n + of_lane.n, sum.sum + of_lane.sum, sum.squares + of_lane.squares);
        }
    }
}

impl Numbers for AllMoments {
    fn into_numbers(self) -> Vec<f64> {
        self.0.iter().flat_map(|moments| [moments.n, moments.sum, moments.squares]).collect()
    }

    fn of_numbers(mut zero: Self, numbers: &[f64]) -> Self {
        for (moments, [n, sum, squares]) in zero.0.iter_mut().zip(numbers.as_chunks().0) {
            (moments.n, moments.sum, moments.squares) = (*n, *sum, *squares);
        }
        zero
    }
}

impl OfCells for MomentsAbout {
    const NAME: &'static str = "moments";
    type Sums = AllMoments;

    fn zero(&self) -> AllMoments {
        AllMoments(self.shifts.iter().map(|&shift| Moments { shift, ..Moments::default() }).collect())
    }

    fn add(&self, sums: &mut AllMoments, _piece: &Piece, cells: &RowPiece, part: Range<usize>) {
        for (moments, cells) in sums.0.iter_mut().zip(&cells.columns) {
            let Cells::Numbers(cells) = cells else { continue };
            for cell in cells[part.clone()].iter().filter(|cell| !cell.is_nan()) {
                let d = cell - moments.shift;
                (moments.n, moments.sum, moments.squares) = (moments.n + 1.0, moments.sum + d, moments.squares + d * d);
            }
        }
    }
}
