//! Rows that do not lie in memory: they come piece by piece, in passes.

use super::numbers::AsNumbers;
use ndarray::{Array2, ArrayView2, ShapeBuilder};
use serde::{Deserialize, Serialize};
use std::sync::Mutex;

/// Some rows that follow each other.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// The number of the first one, from 0, among all.
    pub first_row: usize,
    /// `(n_rows, n_columns)`, in either memory layout; every cell finite.
    pub x: ArrayView2<'a, f64>,
    /// `(n_rows)`: the target, or the number of each row's class; empty where there is none.
    pub y: &'a [f64],
}

/// Where rows lie that are not in memory: a file, a folder, a query.
///
/// All that the native drivers ever ask of rows are sums over them, a pass at a time. A source makes
/// the passes:
///
/// - Its rows are cut into *lanes*, contiguous and numbered in the rows' order. The cut depends on the
///   data alone, never on threads or memory: sums are kept a lane, and lanes are added up in order, so
///   that one seed gives the same bytes everywhere. [`lanes`](super::lanes()) is the cut of a matrix in memory; a
///   source that takes it gives the very digits that the matrix would. Another cut (the partitions of a
///   query) gives the same figures but for rounding.
/// - A pass hands each lane's rows to the [`Visitor`] in their order, in pieces of any size, and then
///   ends the lane. Lanes may come at the same time from several threads: better a few, nearly in order,
///   because what is known of a lane is kept until all before it have ended.
/// - Every pass gives the same rows. Columns and targets are numbers already: encoding is the source's.
/// - A source whose rows lie in other processes may add them up there, instead of bringing them here.
/// - A source that fails gives no more rows, neither in that pass nor in later ones, and keeps why:
///   whoever had something fitted asks it before the fit is believed.
pub trait RowSource: Sync {
    /// The number of rows.
    fn n_samples(&self) -> usize;

    /// The number of columns, the target not counted.
    fn n_columns(&self) -> usize;

    /// The number of lanes.
    fn n_lanes(&self) -> usize;

    /// One pass over all rows.
    fn pass(&self, visitor: &dyn Visitor);

    /// The sums of several calls, made where the rows lie, by one pass; `None` from a source that gives rows
    /// only. Of a source that failed there are none.
    fn aggregate(&self, _calls: &[AggregateCall]) -> Option<Vec<Vec<f64>>> {
        None
    }
}

/// What a source that adds up itself is to add up.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AggregateCall {
    /// Of all rows, 0; of one of several parts of them, its number: see [`together`](super::together()).
    pub part: usize,
    /// By which the aggregate is known, or [`PICK_ROWS`].
    pub name: String,
    /// The aggregate itself, as numbers; of [`PICK_ROWS`] the numbers of the rows.
    #[serde(with = "super::bits")]
    pub arguments: Vec<f64>,
    /// The columns taken, in this order.
    pub columns: Vec<usize>,
    /// Subtracted from every cell of each taken column.
    pub shift: Vec<f64>,
    /// Whether the source's targets are taken.
    pub has_targets: bool,
}

impl AggregateCall {
    /// Of all rows as they are.
    pub fn new(name: &str, arguments: &impl AsNumbers) -> Self {
        AggregateCall {
            part: 0,
            name: name.to_owned(),
            arguments: arguments.to_numbers(),
            columns: Vec::new(),
            shift: Vec::new(),
            has_targets: true,
        }
    }
}

/// The name of the call that takes some rows out, whose numbers are its arguments.
pub const PICK_ROWS: &str = "pick_rows";

/// What a pass is made for.
pub trait Visitor: Sync {
    /// The next rows of a lane.
    fn see(&self, lane: usize, piece: Piece);

    /// No more rows in this lane.
    fn end(&self, lane: usize);
}

/// Some rows of a source, taken out of it.
pub struct Picked {
    /// `(n_rows, n_columns)`, column after column in memory.
    pub x: Array2<f64>,
    /// Their targets; empty where there are none.
    pub y: Vec<f64>,
}

/// The rows numbered `rows`, which rise, in one pass.
pub fn pick(source: &dyn RowSource, rows: &[usize]) -> Picked {
    let x = Array2::zeros((rows.len(), source.n_columns()).f());
    if let Some(totals) = source.aggregate(&[AggregateCall::new(PICK_ROWS, &rows.to_vec())]) {
        return picked(x, totals.first().map_or(&[][..], Vec::as_slice));
    }
    let picking = Picking { rows, picked: Mutex::new(Picked { x, y: Vec::new() }) };
    source.pass(&picking);
    picking.picked.into_inner().expect("no thread has panicked")
}

/// From their numbers: of each row the cells, and the target or NaN.
fn picked(mut x: Array2<f64>, numbers: &[f64]) -> Picked {
    let (width, mut y) = (x.ncols() + 1, Vec::new());
    for (mut row, numbers) in x.rows_mut().into_iter().zip(numbers.chunks(width)) {
        let (cells, target) = numbers.split_at(width - 1);
        row.iter_mut().zip(cells).for_each(|(cell, v)| *cell = *v);
        y.extend(target.iter().filter(|target| !target.is_nan()));
    }
    Picked { x, y }
}

struct Picking<'a> {
    rows: &'a [usize],
    picked: Mutex<Picked>,
}

impl Visitor for Picking<'_> {
    fn see(&self, _lane: usize, piece: Piece) {
        let end = piece.first_row + piece.x.nrows();
        let wanted =
            self.rows.partition_point(|&row| row < piece.first_row)..self.rows.partition_point(|&row| row < end);
        if wanted.is_empty() {
            return;
        }
        let mut picked = self.picked.lock().expect("no thread has panicked");
        for at in wanted {
            let row = self.rows[at] - piece.first_row;
            picked.x.row_mut(at).assign(&piece.x.row(row));
            if let Some(&y) = piece.y.get(row) {
                picked.y.resize(self.rows.len(), 0.0);
                picked.y[at] = y;
            }
        }
    }

    fn end(&self, _lane: usize) {}
}
