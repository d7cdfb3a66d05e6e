//! k-means, one step after the other, from wherever the reader puts the centroids.

use super::question::Question;
use crate::data::{Column, Dataset, Goal, Labels, Values};
use crate::engine::{Engine, Init, KMeansOptions, Native};
use crate::eval::clustering::{adjusted_rand_index, contingency};
use crate::eval::silhouette::silhouette;
use crate::report::page::Command;
use crate::report::words::web as words;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::cluster::Start;
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::{self, ShownNames, Typed};
use crate::web::request_context::RequestContext;
use crate::web::tables::{ColumnChoices, PageTable};
use ndarray::{Array2, ArrayView2};
use serde::{Deserialize, Serialize};

/// Clusters, at most: there are as many colours.
const MOST_CLUSTERS: usize = 6;
/// Points, at most: a silhouette takes the distance of every pair.
const MOST_POINTS: usize = 2000;

/// What is clustered, and from where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Steps {
    table: PageTable,
    #[serde(default)]
    columns: ColumnChoices,
    k: usize,
    start: StartingCentroids,
}

/// Where the centroids begin.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum StartingCentroids {
    /// On rows of the table, from 1.
    Rows(Vec<usize>),
    /// On rows that this seed draws.
    Random(u64),
    /// Anywhere: `[x, y]` each.
    Points(Vec<[f64; 2]>),
}

/// Every state on the way, the start first.
#[derive(Serialize)]
pub(super) struct Path {
    axes: [String; 2],
    points: Vec<[f64; 2]>,
    /// What the points truly are, which k-means does not see.
    truth: Option<Truth>,
    steps: Vec<StepState>,
    converged: bool,
    names: ShownNames,
    commands: Vec<Typed>,
}

#[derive(Serialize)]
struct Truth {
    column: String,
    classes: Vec<String>,
    codes: Vec<usize>,
    /// How well the last step agrees with it (Hubert and Arabie, 1985).
    ari: f64,
}

#[derive(Serialize)]
struct StepState {
    centroids: Vec<[f64; 2]>,
    /// The nearest centroid of each point, from 0.
    labels: Vec<usize>,
    inertia: f64,
    silhouette: Option<f64>,
}

impl Question for Steps {
    type Answer = Path;

    fn answer(self, asked: &RequestContext) -> Result<Path, RequestFailure> {
        let data = self.table.dataset(&self.columns, Goal::Cluster, asked.lang)?;
        let (axes, x) = plane(&data, asked)?;
        if self.k > MOST_CLUSTERS {
            return Err(said(words::TooManyClusters { most: MOST_CLUSTERS }, asked.lang));
        }
        let options = self.options(&data)?;
        let fit = Native.kmeans(x.view(), &options).map_err(TaskError::from)?;
        let step = |step: &crate::engine::KMeansStep| state(x.view(), &step.centroids, step.inertia);
        let steps: Vec<StepState> = fit.trace.iter().map(step).collect();
        Ok(Path {
            points: pairs(&x),
            truth: truth(&data, &fit.labels, self.k),
            steps,
            converged: fit.converged,
            names: names_and_commands::names_in(&data, asked.lang),
            commands: self.commands(asked),
            axes,
        })
    }
}

impl Steps {
    fn options(&self, data: &Dataset) -> Result<KMeansOptions, RequestFailure> {
        let own = KMeansOptions { n_init: Some(1), trace: true, ..KMeansOptions::new(self.k) };
        Ok(match &self.start {
            StartingCentroids::Random(seed) => KMeansOptions { init: Init::Random, seed: Seed(*seed), ..own },
            StartingCentroids::Points(points) => KMeansOptions { init: Init::Points(points.clone().into()), ..own },
            StartingCentroids::Rows(rows) => {
                let missing = |row: usize| TaskError::NoSuchRow { row, n_samples: data.n_samples() };
                let sample = |&row: &usize| data.rows.iter().position(|&own| own == row).ok_or(missing(row));
                KMeansOptions { init: Init::Rows(rows.iter().map(sample).collect::<Result<_, _>>()?), ..own }
            }
        })
    }

    fn commands(&self, asked: &RequestContext) -> Vec<Typed> {
        let command = self.columns.typed(Command::new("cluster").on(self.table.name()), asked.lang);
        let command = names_and_commands::with_unless(command, "--k", self.k, 3);
        let from = |start: Start| command.clone().with("--init", start);
        let command = match &self.start {
            StartingCentroids::Rows(rows) => from(Start::Rows(rows.clone())),
            StartingCentroids::Points(points) => from(Start::Points(points.iter().map(|p| p.to_vec()).collect())),
            StartingCentroids::Random(seed) => {
                names_and_commands::with_unless(from(Start::Random).with("--n-init", 1), "--seed", *seed, 42)
            }
        };
        vec![command.with_flag("--trace").because(words::TrySteps.text(asked.lang), asked.lang).into()]
    }
}

/// The two numeric features as a matrix `(n, 2)`.
fn plane(data: &Dataset, asked: &RequestContext) -> Result<([String; 2], Array2<f64>), RequestFailure> {
    let numbers = |column: &Column| match &column.values {
        Values::Numbers(cells) if cells.iter().all(|cell| cell.is_finite()) => {
            Some((column.name.clone(), cells.clone()))
        }
        _ => None,
    };
    let found: Vec<_> = data.features.iter().filter_map(numbers).collect();
    match &found[..] {
        [(x, xs), (y, ys)] if data.features.len() == 2 && data.n_samples() <= MOST_POINTS => {
            let matrix = Array2::from_shape_fn((data.n_samples(), 2), |(row, axis)| [xs, ys][axis][row]);
            Ok(([x.clone(), y.clone()], matrix))
        }
        _ => Err(said(words::NoPlane { most: MOST_POINTS }, asked.lang)),
    }
}

fn pairs(x: &Array2<f64>) -> Vec<[f64; 2]> {
    x.rows().into_iter().map(|row| [row[0], row[1]]).collect()
}

fn state(x: ArrayView2<f64>, centroids: &Array2<f64>, inertia: f64) -> StepState {
    let distance = |point: ndarray::ArrayView1<f64>, c: usize| (&point - &centroids.row(c)).mapv(|d| d * d).sum();
    let nearest = |point: ndarray::ArrayView1<f64>| {
        let distances = (0..centroids.nrows()).map(|c| distance(point, c));
        distances.enumerate().fold((0, f64::INFINITY), |best, (c, d)| if d < best.1 { (c, d) } else { best }).0
    };
    let labels: Vec<usize> = x.rows().into_iter().map(nearest).collect();
    StepState { silhouette: silhouette(x, &labels, centroids.nrows()), labels, inertia, centroids: pairs(centroids) }
}

fn truth(data: &Dataset, clusters: &[usize], k: usize) -> Option<Truth> {
    let Labels { target, classes, codes } = Labels::from_column(data.target.as_ref()?)?;
    let table = contingency(clusters, k, &codes, classes.len());
    Some(Truth { column: target, ari: adjusted_rand_index(table.view()), classes, codes })
}
