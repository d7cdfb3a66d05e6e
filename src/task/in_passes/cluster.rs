//! Which belong together? k-means in passes.

use super::encoder;
use super::row_encoder::Target;
use super::samples::{Samples, classes};
use super::told_apart::{ToldApart, tell_apart};
use super::{PassesMade, check_engine};
use crate::data::{EncodeOptions, Encoder, InPasses};
use crate::engine::{EngineError, Init, KMeansFit, KMeansOptions, KMeansStep, Native, Nearest, pick};
use crate::model::kmeans::in_own_units;
use crate::model::{KMeans, Model};
use crate::rng::{self, Seed};
use crate::task::checked::Check;
use crate::task::cluster::{
    ClusterOptions, Clustering, MOST_FOR_SILHOUETTE, RangeEntry, Start, TraceStep, agreement_of, findings,
    silhouette_of, starting_points,
};
use crate::task::summary::DataSummary;
use crate::task::{Finding, TaskError};
use ndarray::Array2;

/// As [`cluster`](crate::task::cluster::cluster), with at most `memory` bytes. The samples' own clusters are
/// not kept: `predict` tells them.
///
/// # Errors
/// As [`cluster`](crate::task::cluster::cluster); what cannot be done in passes; files that cannot be read once more.
pub fn cluster_in_passes(data: &InPasses, options: &ClusterOptions, memory: u64) -> Result<Clustering, TaskError> {
    check_engine(options.engine)?;
    let options = &options.clone().checked()?;
    let (sketch, n_samples) = (&data.sketch, data.passes.n_samples());
    let encode = EncodeOptions {
        standardize: options.standardize,
        impute: !data.incomplete.is_empty(),
        ..EncodeOptions::default()
    };
    let encoder = encoder::fit(data, encode)?;
    let (values, of_target) = match &sketch.target {
        Some(target) => classes(data, target).ok_or(TaskError::NoTarget)?,
        None => (Vec::new(), Target::None),
    };
    let samples = Samples::new(data, &encoder, of_target);
    let run = Run {
        data,
        samples: &samples,
        encoder: &encoder,
        options,
        silhouette_of: silhouette_sample(&samples, options.seed),
    };
    let (fit, nearest) = run.with(options.k)?;
    let ToldApart { sizes, table, profiles, spreads } = tell_apart(data, &samples, &nearest, options.k, values.len());
    let silhouette = run.silhouette(&nearest, options.k)?;
    let range = run.range()?;
    data.passes.check()?;
    let gaps = (!data.incomplete.is_empty()).then(|| Finding::Imputed { columns: data.incomplete.clone() });
    let n_sampled = (n_samples > MOST_FOR_SILHOUETTE).then_some(MOST_FOR_SILHOUETTE);
    let trace = |(iteration, step): (usize, &KMeansStep)| TraceStep {
        iteration,
        centroids: in_own_units(&encoder, step.centroids.view()),
        inertia: step.inertia,
    };
    let target = sketch.target.as_ref().map(|target| target.name.clone());
    Ok(Clustering {
        model: "k-means".to_owned(),
        engine: "native".to_owned(),
        data: DataSummary { n_samples, ..DataSummary::new(sketch, &[]) },
        terms: encoder.terms().into_iter().map(|term| term.name).collect(),
        k: options.k,
        inertia: fit.inertia,
        iterations: fit.iterations,
        converged: fit.converged,
        centroids: in_own_units(&encoder, fit.centroids.view()),
        sizes,
        silhouette,
        trace: fit.trace.iter().enumerate().map(trace).collect(),
        range,
        against: target.map(|target| agreement_of(target, values, table)),
        profiles,
        findings: findings::of_spreads(sketch, options, &fit, silhouette, (spreads, gaps, n_sampled)),
        standardize: options.standardize,
        options: options.clone().into_inner(),
        in_passes: Some(PassesMade::of(data, memory)),
        points: Vec::new(),
        labels: Vec::new(),
        fitted: Model::KMeans(KMeans::new(encoder, fit.centroids.view())),
    })
}

struct Run<'a> {
    data: &'a InPasses<'a>,
    samples: &'a Samples<'a>,
    encoder: &'a Encoder,
    options: &'a ClusterOptions,
    /// The samples that the silhouette is taken of.
    silhouette_of: Array2<f64>,
}

impl Run<'_> {
    /// The fit with `k` clusters. Chosen rows are the start of the asked-for `k` only.
    fn with(&self, k: usize) -> Result<(KMeansFit, Nearest), TaskError> {
        let options = self.options;
        let is_asked_for = k == options.k;
        let init = match &options.init {
            Start::Rows(rows) if is_asked_for => Init::Rows(self.rows(rows)?),
            Start::Points(points) if is_asked_for => Init::Points(self.points(points)?),
            Start::Random => Init::Random,
            Start::PlusPlus | Start::Rows(_) | Start::Points(_) => Init::PlusPlus,
        };
        let with = KMeansOptions {
            k,
            init,
            n_init: options.n_init,
            max_iter: options.max_iter,
            tol: options.tol,
            seed: Seed(options.seed),
            trace: options.trace && is_asked_for,
        };
        let fit = Native.kmeans_in_passes(self.samples, &with);
        self.data.passes.check()?;
        Ok(fit?)
    }

    /// Rows of the table, from 1, as samples. Where rows were left out nobody knows which are which.
    fn rows(&self, rows: &[usize]) -> Result<Vec<usize>, TaskError> {
        let n_samples = self.data.passes.n_samples();
        let is_there = |row: usize| (1..=n_samples).contains(&row) && n_samples == self.data.n_rows;
        match rows.iter().find(|row| !is_there(**row)) {
            Some(&row) => Err(TaskError::NoSuchRow { row, n_samples }),
            None => self.is_one_each(rows.len()).map(|()| rows.iter().map(|row| row - 1).collect()),
        }
    }

    fn points(&self, points: &[Vec<f64>]) -> Result<Array2<f64>, TaskError> {
        self.is_one_each(points.len())?;
        starting_points(self.encoder, points)
    }

    fn is_one_each(&self, given: usize) -> Result<(), TaskError> {
        let k = self.options.k;
        if given == k { Ok(()) } else { Err(EngineError::StartCount { k, given }.into()) }
    }

    fn silhouette(&self, nearest: &Nearest, k: usize) -> Result<Option<f64>, TaskError> {
        silhouette_of(self.silhouette_of.view(), &nearest.clusters(self.silhouette_of.view()), k)
    }

    fn range(&self) -> Result<Vec<RangeEntry>, TaskError> {
        let Some([first, last]) = self.options.k_range else { return Ok(Vec::new()) };
        let entry = |k: usize| {
            let (fit, nearest) = self.with(k)?;
            Ok(RangeEntry { k, inertia: fit.inertia, silhouette: self.silhouette(&nearest, k)? })
        };
        (first..=last).map(entry).collect()
    }
}

/// All samples, or as many as in memory, drawn as there.
fn silhouette_sample(samples: &Samples, seed: u64) -> Array2<f64> {
    use crate::engine::RowSource;
    let picked = rng::sample(&mut Seed(seed).stream("silhouette"), samples.n_samples(), MOST_FOR_SILHOUETTE);
    pick(samples, &picked).x
}
