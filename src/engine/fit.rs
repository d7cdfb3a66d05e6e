//! What a fit returns: plain parameters.

use ndarray::{Array1, Array2};

/// A fitted logistic regression.
#[derive(Debug, Clone, PartialEq)]
pub struct LogisticFit {
    /// `(n_outputs, n_features)`: one row for two classes, else one a class; 0 for a
    /// column that was left out.
    pub coefficients: Array2<f64>,
    /// `(n_outputs)`: the logit where every column is 0.
    pub intercepts: Array1<f64>,
    /// Iterations taken; `None` where the engine does not tell.
    pub iterations: Option<usize>,
    /// Whether the tolerance was reached.
    pub converged: bool,
    /// The inverse of the observed information at `l2 = 0`, over intercept then the kept
    /// coefficients of each free output in turn (class 0 is not free where there are more
    /// than two); `None` where the engine has none, where the information is singular, or
    /// with a penalty (a penalised estimate has no standard error of that kind).
    pub covariance: Option<Array2<f64>>,
    /// At `l2 = 0`: the classes are proved to overlap, so that the estimate exists. If not,
    /// ask [`detect`](super::separation::detect).
    pub overlap_proven: bool,
    /// At `l2 = 0` without that proof: the most by which one more Newton step would move a
    /// sample's logit. Nearly 0 at an estimate; about 1, again and again, where classes are
    /// separated and there is none.
    pub next_step: Option<f64>,
    /// Columns (from 0) that are linear combinations of those before them (or constant):
    /// at `l2 = 0` their coefficients cannot be told apart and are fixed at 0.
    pub dropped: Vec<usize>,
}

/// A fitted linear regression.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearFit {
    /// `(n_features)`; 0 for a column that was left out.
    pub coefficients: Array1<f64>,
    /// The value at the origin.
    pub intercept: f64,
    /// `(X'X)^-1` over intercept then the kept coefficients, at `l2 = 0`; times the
    /// residual variance it is the covariance of the estimates.
    pub unscaled_covariance: Option<Array2<f64>>,
    /// Columns (from 0) that are linear combinations of those before them (or constant):
    /// their coefficients cannot be told apart and are fixed at 0, as R does (`NA`).
    pub dropped: Vec<usize>,
    /// Estimated condition number of the standardised design (of its kept columns): the
    /// square root of the 1-norm condition number of the correlation matrix. `NaN` where
    /// the engine does not tell.
    pub condition: f64,
}

/// A fitted clustering: the kept run of k-means.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansFit {
    /// `(k, n_features)`.
    pub centroids: Array2<f64>,
    /// The cluster of each row, in `0..k`.
    pub labels: Vec<usize>,
    /// Sum of squared distances to the nearest centroid.
    pub inertia: f64,
    /// Passes over the rows that the kept run took, the one that changed nothing included.
    pub iterations: usize,
    /// Whether the kept run converged.
    pub converged: bool,
    /// `trace[0]` is the start, `trace[i]` the state after update `i`; empty unless asked
    /// for. A pass that changes nothing makes no update.
    pub trace: Vec<KMeansStep>,
}

/// One state of Lloyd's algorithm.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansStep {
    /// `(k, n_features)`.
    pub centroids: Array2<f64>,
    /// The inertia of the rows assigned to these centroids.
    pub inertia: f64,
}
