//! What is drawn in a plot: points, lines and areas, in the units of its axes.

use serde::Serialize;

/// Where the marks of a series lie, in the units of the axes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Single points `[x, y]`; those at one place are counted, where there is room for the number.
    Points(Vec<[f64; 2]>),
    /// Points joined by a line, in the order of x.
    Line(Vec<[f64; 2]>),
    /// The same beside points of their own; left out where a medium is too coarse for both.
    Path(Vec<[f64; 2]>),
    /// Samples at `x`, piled up from the lower edge.
    PileUp(Vec<f64>),
    /// Samples at `x`, piled down from the upper edge.
    PileDown(Vec<f64>),
    /// The area between two lines, as `[x, low, high]` in the order of x.
    Band(Vec<[f64; 3]>),
    /// Intervals `[x, low, high]` from below to above; left out where a medium is too coarse.
    Whiskers(Vec<[f64; 3]>),
    /// Bars `[x, y]` from the left edge to x, at the height y.
    Bars(Vec<[f64; 2]>),
    /// Intervals `[low, high, y]` from left to right; left out where a medium is too coarse.
    Ranges(Vec<[f64; 3]>),
    /// A share at every place.
    Field(Field),
    /// Where the share is a half or more: tinted, with small marks that can be told without colour.
    Region(Field),
    /// Pieces of a line that may go anywhere, each from one point to another; left out where a
    /// medium is too coarse.
    Contour(Vec<[[f64; 2]; 2]>),
}

/// Shares, 0 to 1, over the whole plot, in rows from the lower left to the upper right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Cells from left to right.
    pub n_columns: usize,
    /// The share in the middle of each cell.
    pub shares: Vec<f64>,
}

impl Field {
    /// Cells from bottom to top.
    pub fn n_rows(&self) -> usize {
        self.shares.len() / self.n_columns.max(1)
    }

    /// The share at a place of the plot, both from 0 to 1 from the lower left.
    pub fn at(&self, [across, up]: [f64; 2]) -> Option<f64> {
        let cell = |share: f64, n: usize| ((share * n as f64) as usize).min(n.saturating_sub(1));
        let (column, row) = (cell(across, self.n_columns), cell(up, self.n_rows()));
        self.shares.get(row * self.n_columns + column).copied()
    }

    /// The line along which the share is `level`, over axes of these ranges: in every square
    /// between four neighbouring middles, from where it enters to where it leaves, with the
    /// places on the edges by linear interpolation (marching squares).
    pub fn contour(&self, level: f64, x: [f64; 2], y: [f64; 2]) -> Vec<[[f64; 2]; 2]> {
        let middle = |[low, high]: [f64; 2], at: usize, n: usize| low + (high - low) * (at as f64 + 0.5) / n as f64;
        let place = |column: usize, row: usize| {
            let share = self.shares[row * self.n_columns + column] - level;
            ([middle(x, column, self.n_columns), middle(y, row, self.n_rows())], share)
        };
        let squares = (1..self.n_rows()).flat_map(|row| (1..self.n_columns).map(move |column| (column, row)));
        let pieces = squares.flat_map(|(column, row)| {
            let corners =
                [place(column - 1, row - 1), place(column, row - 1), place(column, row), place(column - 1, row)];
            let crossings: Vec<[f64; 2]> =
                (0..4).filter_map(|edge| crossing(corners[edge], corners[(edge + 1) % 4])).collect();
            crossings.chunks_exact(2).map(|ends| [ends[0], ends[1]]).collect::<Vec<_>>()
        });
        pieces.collect()
    }
}

/// Where the line from one corner to the other is 0, if it is.
fn crossing((a, from): ([f64; 2], f64), (b, to): ([f64; 2], f64)) -> Option<[f64; 2]> {
    let share = from / (from - to);
    ((from < 0.0) != (to < 0.0)).then(|| [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contour_lies_where_the_share_is_the_level() {
        // The share is x: the line x = 0.3 over the unit square, in three squares.
        let shares = (0..4).flat_map(|_| (0..5).map(|column| (column as f64 + 0.5) / 5.0)).collect();
        let field = Field { n_columns: 5, shares };
        let line = field.contour(0.4, [0.0, 1.0], [0.0, 1.0]);
        assert_eq!(line.len(), 3);
        assert!(line.iter().flatten().all(|[x, _]| (x - 0.4).abs() < 1e-12), "{line:?}");
        assert_eq!((field.at([0.99, 0.0]), field.at([0.0, 1.0])), (Some(0.9), Some(0.1)));
    }
}
