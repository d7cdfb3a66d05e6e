//! Why a fit could not be made.

/// Why a fit could not be made; `report` puts it into the user's words.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum EngineError {
    /// A cell of the matrix is NaN or infinite.
    #[error("row {row}, column {column} of the matrix is not a finite number")]
    NotFinite {
        /// From 0.
        row: usize,
        /// From 0.
        column: usize,
    },
    /// A target is NaN or infinite.
    #[error("the target of row {row} is not a finite number")]
    TargetNotFinite {
        /// From 0.
        row: usize,
    },
    /// The sums over a column leave the range of `f64`: its cells are too large to be squared.
    #[error("column {column} of the matrix is too large to be summed: rescale it")]
    Overflow {
        /// From 0.
        column: usize,
    },
    /// The sums over the target leave the range of `f64`.
    #[error("the target is too large to be squared: rescale it")]
    TargetOverflow,
    /// There are no rows.
    #[error("there are no samples to fit on")]
    NoSamples,
    /// Labels or targets are not one a row.
    #[error("{n_samples} samples, but {n_targets} targets")]
    LengthMismatch {
        /// Rows of the matrix.
        n_samples: usize,
        /// Labels or targets given.
        n_targets: usize,
    },
    /// A label is not in `0..n_classes`.
    #[error("row {row} has label {label}, but there are {n_classes} classes")]
    LabelOutOfRange {
        /// From 0.
        row: usize,
        /// The label.
        label: usize,
        /// The number of classes.
        n_classes: usize,
    },
    /// All labels are the same.
    #[error("all samples have the same class: there is nothing to tell apart")]
    OneClass,
    /// A class that no sample has cannot be fitted.
    #[error("no sample has class {class}")]
    EmptyClass {
        /// From 0.
        class: usize,
    },
    /// A penalty must be finite and not negative.
    #[error("the penalty must be a number not below 0, not {l2}")]
    InvalidPenalty {
        /// The penalty asked for.
        l2: f64,
    },
    /// `k` is 0.
    #[error("the number of clusters must be at least 1")]
    NoClusters,
    /// No run was asked for.
    #[error("k-means needs at least one run of at least one iteration")]
    NoIterations,
    /// More clusters than distinct rows.
    #[error("{k} clusters asked for, but there are only {distinct} distinct samples")]
    TooManyClusters {
        /// The number asked for.
        k: usize,
        /// The number of distinct rows.
        distinct: usize,
    },
    /// Not one starting row a cluster.
    #[error("{k} clusters asked for, but {given} starting rows given")]
    StartCount {
        /// The number of clusters.
        k: usize,
        /// The number of rows given.
        given: usize,
    },
    /// A starting row lies outside the table.
    #[error("starting row {row} is outside the table of {n_samples} samples (rows from 0)")]
    StartOutOfRange {
        /// From 0.
        row: usize,
        /// The number of rows.
        n_samples: usize,
    },
    /// Two starting rows are equal, in number or in all their cells.
    #[error("starting rows {first} and {second} (from 0) are the same point")]
    StartDuplicate {
        /// From 0.
        first: usize,
        /// From 0.
        second: usize,
    },
    /// The engine does not offer what was asked.
    #[error("the engine {engine} offers no {feature}: use native")]
    Unsupported {
        /// Its name.
        engine: &'static str,
        /// What it lacks.
        feature: &'static str,
    },
    /// A library under the engine failed.
    #[error("the engine {engine} failed: {reason}")]
    Backend {
        /// Its name.
        engine: &'static str,
        /// What it said.
        reason: String,
    },
}
