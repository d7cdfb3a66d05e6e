//! From cells to what an engine wants: numbers, a term at a time.

use super::part::SamplePart;
use crate::data::encode::{ColumnEncoder, ColumnEncoding, NO_TERM};
use crate::data::read::passes::{Cells, RowPiece};
use crate::data::table::MISSING;
use crate::data::{Coding, Encoder, InPasses};
use crate::engine::Piece;
use ndarray::ArrayView2;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;

/// Samples that are encoded together.
const TOGETHER: usize = 2048;

/// How a column is written into the matrix.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Written {
    /// `(x - center) / scale`.
    Number { center: f64, scale: f64, impute: Option<f64> },
    /// The term that is 1, for each code; behind all codes, for a missing cell.
    Indicator { n_terms: usize, term_of_code: Vec<u32> },
}

/// What a sample's target is worth.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Target {
    /// There is none.
    None,
    /// The number of its cell.
    Number,
    /// The class of each code.
    Classes(Vec<usize>),
    /// The class of each number.
    Numbers(HashMap<u64, usize>),
}

/// Encodes rows where they are read, here or in another process.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RowEncoder {
    columns: Vec<Written>,
    n_features: usize,
    target: Target,
    pub n_terms: usize,
}

impl RowEncoder {
    /// As `encoder` does, where codes are those of the passes.
    pub fn new(data: &InPasses, encoder: &Encoder, target: Target) -> Self {
        let column = |(at, column): (usize, &ColumnEncoder)| match &column.kind {
            ColumnEncoding::Numeric { center, scale, impute } => {
                Written::Number { center: *center, scale: *scale, impute: *impute }
            }
            ColumnEncoding::Categorical { levels, impute } => {
                let drop_first = usize::from(encoder.options.coding == Coding::DropFirst);
                let term = |name: &String| {
                    let place = levels.iter().position(|level| level == name);
                    place.and_then(|place| place.checked_sub(drop_first)).map_or(NO_TERM, |term| term as u32)
                };
                let known = data.levels[at].iter().map(|level| term(&level.name));
                let of_missing = impute.as_ref().map_or(NO_TERM, term);
                let n_terms = levels.len() - drop_first.min(levels.len());
                Written::Indicator { n_terms, term_of_code: known.chain([of_missing]).collect() }
            }
        };
        let columns = encoder.columns.iter().enumerate().map(column).collect();
        RowEncoder { columns, n_terms: encoder.n_terms(), ..RowEncoder::of_targets(data, target) }
    }

    /// Features are left as they are: no terms.
    pub fn of_targets(data: &InPasses, target: Target) -> Self {
        RowEncoder { columns: Vec::new(), n_features: data.sketch.features.len(), target, n_terms: 0 }
    }

    /// Encoded samples, some at a time.
    pub fn each(&self, cells: &RowPiece, mut see: impl FnMut(SamplePart)) {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for start in (0..cells.n_samples).step_by(TOGETHER) {
            let part = start..(start + TOGETHER).min(cells.n_samples);
            let n = part.len();
            self.write(cells, part.clone(), &mut x);
            self.y(cells, part.clone(), &mut y);
            // Column after column in memory: the transposed rows of a matrix.
            let columns = ArrayView2::from_shape((self.n_terms, n), &x).expect("n cells a term");
            let encoded = Piece { first_row: cells.first_sample + start, x: columns.reversed_axes(), y: &y };
            see(SamplePart { encoded, cells: &cells.columns, rows: part });
        }
    }

    /// What the targets of some samples are worth.
    fn y(&self, piece: &RowPiece, part: Range<usize>, into: &mut Vec<f64>) {
        into.clear();
        let cells = piece.columns.get(self.n_features);
        match (&self.target, cells) {
            (Target::Number, Some(Cells::Numbers(cells))) => into.extend(&cells[part]),
            (Target::Classes(classes), Some(Cells::Codes(codes))) => {
                into.extend(codes[part].iter().map(|&code| classes[code as usize] as f64));
            }
            (Target::Numbers(classes), Some(Cells::Numbers(cells))) => {
                let class = |cell: &f64| classes.get(&(cell + 0.0).to_bits()).copied().unwrap_or(0) as f64;
                into.extend(cells[part].iter().map(class));
            }
            _ => {}
        }
    }

    /// Writes some samples, column after column.
    fn write(&self, piece: &RowPiece, part: Range<usize>, x: &mut Vec<f64>) {
        let n = part.len();
        x.clear();
        x.resize(n * self.n_terms, 0.0);
        let mut at = 0;
        for (column, cells) in self.columns.iter().zip(&piece.columns) {
            match (column, cells) {
                (Written::Number { center, scale, impute }, Cells::Numbers(cells)) => {
                    let impute = impute.unwrap_or(f64::NAN);
                    for (cell, x) in cells[part.clone()].iter().zip(&mut x[at..at + n]) {
                        let value = if cell.is_nan() { impute } else { *cell };
                        *x = (value - center) / scale;
                    }
                    at += n;
                }
                (Written::Indicator { n_terms, term_of_code }, Cells::Codes(codes)) => {
                    for (row, &code) in codes[part.clone()].iter().enumerate() {
                        let place = if code == MISSING { term_of_code.len() - 1 } else { code as usize };
                        let term = term_of_code[place];
                        if term != NO_TERM {
                            x[at + term as usize * n + row] = 1.0;
                        }
                    }
                    at += n * n_terms;
                }
                _ => unreachable!("a column keeps its kind"),
            }
        }
    }
}
