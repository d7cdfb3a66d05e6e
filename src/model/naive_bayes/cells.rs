//! The cells of a table's column, as a fitted feature understands them.

/// Cells that fit a feature.
pub(super) enum Cells {
    /// Of a categorical feature: the level's index, `None` where missing.
    Levels(Vec<Option<usize>>),
    /// Of a numeric feature, `NaN` where missing.
    Numbers(Vec<f64>),
}

impl Cells {
    /// Whether the cell of `row` is missing.
    pub(super) fn is_missing(&self, row: usize) -> bool {
        match self {
            Cells::Levels(codes) => codes[row].is_none(),
            Cells::Numbers(cells) => cells[row].is_nan(),
        }
    }
}
