//! Samples of a dataset in passes, as an engine wants them: encoded, with what is to be learned.

use crate::data::encode::{Kind, NO_TERM};
use crate::data::read::passes::{Cells, RowPiece};
use crate::data::table::MISSING;
use crate::data::{Coding, Column, Encoder, InPasses};
use crate::engine::{LaneSums, Piece, Source, Sums, Visitor, lanes};
use ndarray::ArrayView2;
use std::collections::HashMap;
use std::ops::Range;

/// Samples that are encoded together.
const TOGETHER: usize = 2048;

/// How a column is written into the matrix.
enum Written {
    /// `(x - center) / scale`.
    Number { center: f64, scale: f64, impute: f64 },
    /// The term that is 1, for each code; behind all codes, for a missing cell.
    Indicator { n_terms: usize, term_of_code: Vec<u32> },
}

/// What a sample's target is worth.
pub(super) enum Target {
    /// There is none.
    None,
    /// Itself.
    Number,
    /// The class of each code.
    Classes(Vec<usize>),
    /// The class of each number.
    Numbers(HashMap<u64, usize>),
}

/// Some samples that follow each other.
pub(super) struct Part<'a> {
    /// As an engine wants them.
    pub encoded: Piece<'a>,
    /// As they are, at `rows`.
    pub cells: &'a [Cells],
    /// Which rows of `cells`.
    pub rows: Range<usize>,
}

/// Encoded samples that come in passes.
pub(super) struct Samples<'a> {
    data: &'a InPasses<'a>,
    columns: Vec<Written>,
    n_features: usize,
    target: Target,
    n_terms: usize,
    pub lanes: Vec<Range<usize>>,
}

impl<'a> Samples<'a> {
    /// Of `data`, encoded by `encoder`.
    pub fn new(data: &'a InPasses<'a>, encoder: &Encoder, target: Target) -> Self {
        let column = |(at, column): (usize, &crate::data::encode::ColumnEncoder)| match &column.kind {
            Kind::Numeric { center, scale, impute } => {
                Written::Number { center: *center, scale: *scale, impute: impute.unwrap_or(f64::NAN) }
            }
            Kind::Categorical { levels, impute } => {
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
        Samples { columns, n_terms: encoder.n_terms(), ..Samples::as_they_are(data, target) }
    }

    /// Of `data`, not encoded: without terms.
    pub fn as_they_are(data: &'a InPasses<'a>, target: Target) -> Self {
        let (n_features, lanes) = (data.sketch.features.len(), lanes(data.passes.n_samples()));
        Samples { data, columns: Vec::new(), n_features, target, n_terms: 0, lanes }
    }

    /// Sums over all samples, by one pass: `add` must add sample by sample, so that it does not matter where
    /// parts end.
    pub fn sum<A: Sums>(&self, zero: impl Fn() -> A + Sync, add: impl Fn(&mut A, &Part) + Sync) -> A {
        let sums = LaneSums::new(self.lanes.len(), zero);
        self.each(|lane, part| sums.add(lane, |own| add(own, &part)), |lane| sums.end(lane));
        sums.total()
    }

    /// One pass.
    fn each(&self, see: impl Fn(usize, Part) + Sync, end: impl Fn(usize) + Sync) {
        let encode = |lane: usize, cells: RowPiece| {
            let (mut x, mut y) = (Vec::new(), Vec::new());
            for start in (0..cells.n_samples).step_by(TOGETHER) {
                let part = start..(start + TOGETHER).min(cells.n_samples);
                let n = part.len();
                self.write(&cells, part.clone(), &mut x);
                self.y(&cells, part.clone(), &mut y);
                // Column after column in memory: the transposed rows of a matrix.
                let columns = ArrayView2::from_shape((self.n_terms, n), &x).expect("n cells a term");
                let encoded = Piece { first_row: cells.first_sample + start, x: columns.reversed_axes(), y: &y };
                see(lane, Part { encoded, cells: &cells.columns, rows: part });
            }
        };
        self.data.passes.pass(&self.lanes, encode, end);
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
                    for (cell, x) in cells[part.clone()].iter().zip(&mut x[at..at + n]) {
                        let value = if cell.is_nan() { *impute } else { *cell };
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

impl Source for Samples<'_> {
    fn n_samples(&self) -> usize {
        self.data.passes.n_samples()
    }

    fn n_columns(&self) -> usize {
        self.n_terms
    }

    fn n_lanes(&self) -> usize {
        self.lanes.len()
    }

    fn pass(&self, visitor: &dyn Visitor) {
        self.each(|lane, part| visitor.see(lane, part.encoded), |lane| visitor.end(lane));
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
