//! How to cluster.

use crate::engine::EngineChoice;
use crate::task::checked::{Check, check_weight, invalid};
use crate::task::{TaskError, Wanted};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Where the centroids of k-means begin.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Start {
    /// k-means++ (Arthur and Vassilvitskii, 2007).
    #[default]
    PlusPlus,
    /// Distinct rows drawn at random.
    Random,
    /// These rows of the table, from 1.
    Rows(Vec<usize>),
    /// These points, in the data's own units: one number a column of the matrix that is clustered.
    Points(Vec<Vec<f64>>),
}

/// What k-means is run with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClusterOptions {
    /// Which engine runs it.
    pub engine: EngineChoice,
    /// The number of clusters.
    pub k: usize,
    /// Where the centroids begin.
    pub init: Start,
    /// Runs from different starts, of which the best is kept; `None` for as many as the table's
    /// size allows.
    pub n_init: Option<usize>,
    /// Passes over the samples after which a run stops unconverged.
    pub max_iter: usize,
    /// Movement of the centroids at which a run has converged, relative to the columns'
    /// variance (scikit-learn's rule).
    pub tol: f64,
    /// Divide each numeric column by its population standard deviation, after centring.
    pub standardize: bool,
    /// Whether the centroids and the inertia of every iteration are kept.
    pub trace: bool,
    /// Also try every number of clusters from the first to the second.
    pub k_range: Option<[usize; 2]>,
    /// The seed of the starts, and of samples that stand for a large table.
    pub seed: u64,
}

impl Default for ClusterOptions {
    fn default() -> Self {
        ClusterOptions {
            engine: EngineChoice::Auto,
            k: 3,
            init: Start::PlusPlus,
            n_init: None,
            max_iter: 300,
            tol: 1e-4,
            standardize: false,
            trace: false,
            k_range: None,
            seed: 42,
        }
    }
}

impl Check for ClusterOptions {
    /// What depends on the data is the engine's to check.
    fn check(&self) -> Result<(), TaskError> {
        if let Some([first, last]) = self.k_range.filter(|[first, last]| *first == 0 || first > last) {
            invalid("k-range", format!("{first}..{last}"), Wanted::Rising)?;
        }
        check_weight("tol", self.tol)
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Start::PlusPlus => f.write_str("k-means++"),
            Start::Random => f.write_str("random"),
            Start::Rows(rows) => write!(f, "rows:{}", listed(rows)),
            Start::Points(points) => {
                let points: Vec<String> = points.iter().map(|point| listed(point)).collect();
                write!(f, "points:{}", points.join("/"))
            }
        }
    }
}

fn listed<T: ToString>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

impl FromStr for Start {
    type Err = TaskError;

    fn from_str(text: &str) -> Result<Self, TaskError> {
        let row = |cell: &str| cell.trim().parse().ok().filter(|&row: &usize| row > 0);
        let rows = |list: &str| list.split(',').map(row).collect::<Option<Vec<usize>>>();
        let number = |cell: &str| cell.trim().parse().ok().filter(|number: &f64| number.is_finite());
        let point = |list: &str| list.split(',').map(number).collect::<Option<Vec<f64>>>();
        let points = |list: &str| list.split('/').map(point).collect::<Option<Vec<_>>>();
        let parsed = match (text, text.split_once(':')) {
            ("k-means++", _) => Some(Start::PlusPlus),
            ("random", _) => Some(Start::Random),
            (_, Some(("rows", list))) => rows(list).map(Start::Rows),
            (_, Some(("points", list))) => points(list).map(Start::Points),
            _ => None,
        };
        let value = text.to_owned();
        parsed.ok_or(TaskError::InvalidOption { option: "init", value, wanted: Wanted::Start })
    }
}

impl From<Start> for String {
    fn from(start: Start) -> String {
        start.to_string()
    }
}

impl TryFrom<String> for Start {
    type Error = TaskError;

    fn try_from(text: String) -> Result<Self, TaskError> {
        text.parse()
    }
}
