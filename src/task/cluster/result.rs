//! What `melon cluster` found out: the shape of its JSON.

use super::ClusterOptions;
use crate::model::Model;
use crate::task::Finding;
use crate::task::in_passes::PassesMade;
use crate::task::summary::DataSummary;
use serde::Serialize;

/// What `melon cluster` found out. Centroids and points are in the data's own units, also
/// where the columns were standardised; inertia and silhouette are those of what was
/// clustered.
#[derive(Debug, Clone, Serialize)]
pub struct Clustering {
    /// What was run: `k-means`.
    pub model: String,
    /// The engine that ran it.
    pub engine: String,
    /// The table whose features were clustered.
    pub data: DataSummary,
    /// The options, with the number of runs that the table's size decides.
    pub options: ClusterOptions,
    /// The columns of the matrix that was clustered, in order: terms as in the encoder.
    pub terms: Vec<String>,
    /// How many clusters were asked for.
    pub k: usize,
    /// Sum of squared distances to the nearest centroid.
    pub inertia: f64,
    /// Iterations of the kept run.
    pub iterations: usize,
    /// Whether the kept run converged, and was not merely stopped after `max_iter` passes.
    pub converged: bool,
    /// `(k, n_terms)`, in the data's own units.
    pub centroids: Vec<Vec<f64>>,
    /// `(k)`: samples in each cluster.
    pub sizes: Vec<usize>,
    /// The cluster of each sample, from 1.
    pub labels: Vec<usize>,
    /// Mean silhouette (Rousseeuw, 1987); `None` for a single cluster.
    pub silhouette: Option<f64>,
    /// Every Lloyd iteration, if asked for; `trace[0]` is the start. Where single rows were moved at the
    /// end, what follows from that too.
    pub trace: Vec<TraceStep>,
    /// The same data under other numbers of clusters, if asked for.
    pub range: Vec<RangeEntry>,
    /// The clusters beside a column that k-means did not see.
    pub against: Option<Agreement>,
    /// What is particular about each cluster, in the data's own words.
    pub profiles: Vec<Profile>,
    /// What is worth saying about all this.
    pub findings: Vec<Finding>,
    /// Whether the columns were standardised first.
    pub standardize: bool,
    /// How it came about, if the table was read in passes: then `labels` is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_passes: Option<PassesMade>,
    /// The samples, `(n_samples, n_terms)`, to be drawn; at most
    /// [`MOST_POINTS`](super::MOST_POINTS) of them.
    #[serde(skip)]
    pub points: Vec<Vec<f64>>,
    /// The model itself, to be saved.
    #[serde(skip)]
    pub fitted: Model,
}

/// One cluster in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    /// The cluster's number, from 1.
    pub cluster: usize,
    /// One a feature, the most telling first.
    pub traits: Vec<Trait>,
}

/// How one feature looks inside a cluster and outside.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Trait {
    /// A numeric column: how far its mean is off.
    Number {
        /// The column that is looked at.
        column: String,
        /// The mean of the cluster's samples.
        mean: f64,
        /// The mean of all samples.
        overall_mean: f64,
        /// Population standard deviation over all samples.
        overall_std: f64,
    },
    /// A categorical column: which value is the most frequent, and by how much.
    Word {
        /// The column that is looked at.
        column: String,
        /// The most frequent value inside the cluster.
        value: String,
        /// Its share inside the cluster.
        share: f64,
        /// Its share over all samples.
        overall_share: f64,
    },
}

/// One state of Lloyd's algorithm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TraceStep {
    /// How many updates were made before; 0 is the start.
    pub iteration: usize,
    /// `(k, n_terms)`, in the data's own units.
    pub centroids: Vec<Vec<f64>>,
    /// Inertia of the rows assigned to these centroids.
    pub inertia: f64,
}

/// One number of clusters tried.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RangeEntry {
    /// The number of clusters tried.
    pub k: usize,
    /// The least inertia of all runs with so many clusters.
    pub inertia: f64,
    /// Mean silhouette, from -1 to 1; `None` for a single cluster.
    pub silhouette: Option<f64>,
}

/// Clusters against a known column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// The column that the clusters are compared with.
    pub column: String,
    /// Its values, the columns of `table`.
    pub values: Vec<String>,
    /// Adjusted Rand index (Hubert and Arabie, 1985).
    pub ari: f64,
    /// Normalised mutual information, arithmetic mean.
    pub nmi: f64,
    /// Share of samples in their cluster's most frequent value.
    pub purity: f64,
    /// `(k, n_values)`: samples of each cluster with each value.
    pub table: Vec<Vec<usize>>,
}
