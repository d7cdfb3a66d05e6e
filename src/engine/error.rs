//! Why a fit could not be made.

/// Why a fit could not be made; `report` puts it into the user's words.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum EngineError {
    /// Nobody waits for it any more: it took too long, or whoever asked has gone.
    GivenUp,
    /// A cell of the matrix is NaN or infinite.
    NotFinite {
        /// The row of the cell, from 0.
        row: usize,
        /// The column of the cell, from 0.
        column: usize,
    },
    /// A target is NaN or infinite.
    TargetNotFinite {
        /// The row of the target, from 0.
        row: usize,
    },
    /// The sums over a column leave the range of `f64`: its cells are too large to be squared.
    Overflow {
        /// The column, from 0.
        column: usize,
    },
    /// The sums over the target leave the range of `f64`.
    TargetOverflow,
    /// There are no rows.
    NoSamples,
    /// Labels or targets are not one a row.
    LengthMismatch {
        /// Rows of the matrix.
        n_samples: usize,
        /// Labels or targets given.
        n_targets: usize,
    },
    /// A label is not in `0..n_classes`.
    LabelOutOfRange {
        /// The row of the label, from 0.
        row: usize,
        /// The label, which is `n_classes` or more.
        label: usize,
        /// The number of classes.
        n_classes: usize,
    },
    /// All labels are the same.
    OneClass,
    /// A class that no sample has cannot be fitted.
    EmptyClass {
        /// The class without samples, from 0.
        class: usize,
    },
    /// A penalty must be finite and not negative.
    InvalidPenalty {
        /// The penalty asked for.
        l2: f64,
    },
    /// `k` is 0.
    NoClusters,
    /// No run was asked for.
    NoIterations,
    /// More clusters than distinct rows.
    TooManyClusters {
        /// The number asked for.
        k: usize,
        /// The number of distinct rows.
        distinct: usize,
    },
    /// Not one starting row a cluster.
    StartCount {
        /// The number of clusters.
        k: usize,
        /// The number of rows given.
        given: usize,
    },
    /// A starting row lies outside the table.
    StartOutOfRange {
        /// The row that was asked for, from 0.
        row: usize,
        /// The number of rows.
        n_samples: usize,
    },
    /// Two starting rows are equal, in number or in all their cells.
    StartDuplicate {
        /// One of the two rows, from 0.
        first: usize,
        /// The other one, from 0.
        second: usize,
    },
    /// The engine does not offer what was asked.
    Unsupported {
        /// The name that `--engine` knows it by.
        engine: &'static str,
        /// What it lacks.
        feature: NotOffered,
    },
    /// A library under the engine failed.
    Backend {
        /// The name that `--engine` knows it by.
        engine: &'static str,
        /// The library's own words.
        reason: String,
    },
}

/// What only the native engine offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOffered {
    /// Every step of k-means.
    Trace,
    /// k-means from rows that the caller names.
    ChosenRows,
    /// An unpenalised fit of columns of which one is a combination of others.
    DependentColumns,
}
