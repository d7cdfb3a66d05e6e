//! Which belong together? k-means, traced, profiled and compared with the truth.

pub(super) mod findings;
mod options;
pub(super) mod profile;
mod result;

pub use options::{ClusterOptions, Start};
pub use result::*;

use super::checked::{Check, Checked};
use super::classify::missing_answer;
use super::summary::{self, DataSummary};
use super::{TaskError, Wanted};
use crate::data::{Dataset, EncodeOptions, Encoder, Labels};
use crate::engine::patience::Patience;
use crate::engine::{self, Engine, EngineError, Init, KMeansFit, KMeansOptions, Needs};
use crate::eval::{clustering, silhouette};
use crate::model::kmeans::{in_encoders_units, in_own_units};
use crate::model::{KMeans, Model};
use crate::rng::{self, Seed};
use ndarray::{Array2, ArrayView2, Axis};

/// Samples up to which [`Clustering::points`] is filled.
pub const MOST_POINTS: usize = 2000;
/// Samples up to which the silhouette is that of all; it takes as many distances as there
/// are pairs.
pub(super) const MOST_FOR_SILHOUETTE: usize = 5000;

/// Clusters the features of `data`; its target, if it has one, is compared with the clusters
/// and never looked at. Categorical columns are coded one-hot.
///
/// # Errors
/// Options out of range; columns that cannot be encoded; more clusters than distinct
/// samples; a starting row that is not in the table, a starting point in other columns; a missing label.
pub fn cluster(data: &Dataset, options: &ClusterOptions) -> Result<Clustering, TaskError> {
    let options = &options.clone().checked()?;
    let encode =
        EncodeOptions { standardize: options.standardize, impute: summary::has_missing(data), ..Default::default() };
    let encoder = Encoder::fit(&data.features, encode)?;
    let x = encoder.transform(&data.features)?;
    let job = ClusterTask::new(data, options, encoder, x)?;
    let fit = job.run(options.k)?;
    let silhouette = job.silhouette(&fit, options.k)?;
    let mut sizes = vec![0; options.k];
    fit.labels.iter().for_each(|&label| sizes[label] += 1);
    let trace = |(iteration, step): (usize, &engine::KMeansStep)| TraceStep {
        iteration,
        centroids: in_own_units(&job.encoder, step.centroids.view()),
        inertia: step.inertia,
    };
    let n_points = if data.n_samples() <= MOST_POINTS { data.n_samples() } else { 0 };
    Ok(Clustering {
        model: "k-means".to_owned(),
        engine: job.engine.name().to_owned(),
        data: DataSummary::new(data, &[]),
        options: ClusterOptions { n_init: Some(job.n_runs()), ..options.clone().into_inner() },
        terms: job.encoder.terms().into_iter().map(|term| term.name).collect(),
        k: options.k,
        inertia: fit.inertia,
        iterations: fit.iterations,
        converged: fit.converged,
        centroids: in_own_units(&job.encoder, fit.centroids.view()),
        sizes,
        silhouette,
        trace: fit.trace.iter().enumerate().map(trace).collect(),
        range: job.range()?,
        against: agreement(data, &fit.labels, options.k)?,
        profiles: profile::profiles(&data.features, &fit.labels, options.k),
        findings: findings::of(data, options, &fit, silhouette, job.sampled.as_deref()),
        standardize: options.standardize,
        in_passes: None,
        points: in_own_units(&job.encoder, job.x.slice(ndarray::s![..n_points, ..])),
        labels: fit.labels.iter().map(|label| label + 1).collect(),
        fitted: Model::KMeans(KMeans::new(job.encoder, fit.centroids.view())),
    })
}

/// A matrix to be clustered, and how.
struct ClusterTask<'a> {
    options: &'a Checked<ClusterOptions>,
    encoder: Encoder,
    x: Array2<f64>, // (n_samples, n_terms)
    engine: &'static dyn Engine,
    init: Init,
    /// The samples of which the silhouette is taken; `None` for all.
    sampled: Option<Vec<usize>>,
}

impl<'a> ClusterTask<'a> {
    fn new(
        data: &Dataset,
        options: &'a Checked<ClusterOptions>,
        encoder: Encoder,
        x: Array2<f64>,
    ) -> Result<Self, TaskError> {
        let init = match &options.init {
            Start::PlusPlus => Init::PlusPlus,
            Start::Random => Init::Random,
            Start::Rows(rows) => Init::Rows(rows.iter().map(|&row| sample_of(data, row)).collect::<Result<_, _>>()?),
            Start::Points(points) => Init::Points(starting_points(&encoder, points)?),
        };
        // Always Lloyd's: a trace, asked for, must not change what is found.
        let needs = Needs { lloyd: true, ..Needs::default() };
        let engine = engine::choose(options.engine, x.nrows(), x.ncols(), needs);
        let n = data.n_samples();
        let draw = || rng::sample(&mut Seed(options.seed).stream("silhouette"), n, MOST_FOR_SILHOUETTE);
        let sampled = (n > MOST_FOR_SILHOUETTE).then(draw);
        Ok(ClusterTask { options, encoder, x, engine, init, sampled })
    }

    /// The best run with `k` clusters. Chosen rows are the start of the asked-for `k` only.
    fn run(&self, k: usize) -> Result<KMeansFit, TaskError> {
        self.engine.kmeans(self.x.view(), &self.with(k)).map_err(|error| self.named(error))
    }

    /// How many runs that takes for the number of clusters asked for.
    fn n_runs(&self) -> usize {
        self.with(self.options.k).runs(self.x.nrows(), self.x.ncols())
    }

    fn with(&self, k: usize) -> KMeansOptions {
        let is_asked_for = k == self.options.k;
        KMeansOptions {
            k,
            init: if is_asked_for { self.init.clone() } else { self.init_of_others() },
            n_init: self.options.n_init,
            max_iter: self.options.max_iter,
            tol: self.options.tol,
            seed: Seed(self.options.seed),
            trace: self.options.trace && is_asked_for,
        }
    }

    fn init_of_others(&self) -> Init {
        if self.init.is_chosen() { Init::PlusPlus } else { self.init.clone() }
    }

    /// The engine's error, with names for columns and the table's numbers for rows.
    fn named(&self, error: EngineError) -> TaskError {
        match (error, &self.options.init) {
            (EngineError::StartDuplicate { .. }, Start::Rows(_)) => TaskError::InvalidOption {
                option: "init",
                value: self.options.init.to_string(),
                wanted: Wanted::DifferentRows,
            },
            (error, _) => TaskError::from_engine(error, &self.encoder.terms()),
        }
    }

    fn silhouette(&self, fit: &KMeansFit, k: usize) -> Result<Option<f64>, TaskError> {
        match &self.sampled {
            None => silhouette_of(self.x.view(), &fit.labels, k),
            Some(samples) => {
                let labels: Vec<usize> = samples.iter().map(|&i| fit.labels[i]).collect();
                silhouette_of(self.x.select(Axis(0), samples).view(), &labels, k)
            }
        }
    }

    fn range(&self) -> Result<Vec<RangeEntry>, TaskError> {
        let Some([first, last]) = self.options.k_range else { return Ok(Vec::new()) };
        let entry = |k: usize| {
            let fit = self.run(k)?;
            Ok(RangeEntry { k, inertia: fit.inertia, silhouette: self.silhouette(&fit, k)? })
        };
        (first..=last).map(entry).collect()
    }
}

/// The mean silhouette, for whoever waits: it takes a distance for each two samples.
pub(super) fn silhouette_of(x: ArrayView2<f64>, labels: &[usize], k: usize) -> Result<Option<f64>, TaskError> {
    let patience = Patience::here();
    let mean = silhouette::silhouette_while(x, labels, k, || patience.check().is_ok());
    patience.check()?;
    Ok(mean)
}

/// Points in the data's own units, as the matrix has them.
pub(super) fn starting_points(encoder: &Encoder, points: &[Vec<f64>]) -> Result<Array2<f64>, TaskError> {
    let terms: Vec<String> = encoder.terms().into_iter().map(|term| term.name).collect();
    match points.iter().find(|point| point.len() != terms.len()) {
        Some(point) => Err(TaskError::StartingPoint { given: point.len(), terms }),
        None => Ok(in_encoders_units(encoder, points)),
    }
}

/// Which sample (from 0) is row `row` (from 1) of the table.
fn sample_of(data: &Dataset, row: usize) -> Result<usize, TaskError> {
    let found = data.rows.iter().position(|&own| own == row);
    found.ok_or(TaskError::NoSuchRow { row, n_samples: data.n_samples() })
}

/// The clusters beside the target, if there is one.
fn agreement(data: &Dataset, clusters: &[usize], k: usize) -> Result<Option<Agreement>, TaskError> {
    let Some(target) = &data.target else { return Ok(None) };
    let labels = Labels::from_column(target).ok_or_else(|| missing_answer(target, data))?;
    let table = clustering::contingency(clusters, k, &labels.codes, labels.classes.len());
    Ok(Some(agreement_of(labels.target, labels.classes, table)))
}

/// The same of what was counted: `(k, n_values)`.
pub(super) fn agreement_of(column: String, values: Vec<String>, table: Array2<usize>) -> Agreement {
    Agreement {
        column,
        values,
        ari: clustering::adjusted_rand_index(table.view()),
        nmi: clustering::normalized_mutual_information(table.view()),
        purity: clustering::purity(table.view()),
        table: table.rows().into_iter().map(|row| row.to_vec()).collect(),
    }
}

#[cfg(test)]
mod tests;
