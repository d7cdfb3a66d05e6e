//! The same fits through linfa-logistic, linfa-linear and linfa-clustering.

use super::blocks::{CellStorage, Rows, Targets};
use super::native::{self, Centre};
use super::patience::Patience;
use super::{
    Engine, EngineError, KMeansFit, KMeansOptions, LinearFit, LinearOptions, LogisticFit, LogisticOptions, NotOffered,
    check,
};
use crate::math;
use linfa::prelude::{DatasetBase, Fit};
use linfa_clustering::{KMeans, KMeansInit};
use linfa_linear::LinearRegression;
use linfa_logistic::{LogisticRegression, MultiLogisticRegression};
use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, array, concatenate};

/// linfa's estimators, for tables of moderate size.
///
/// The objective is the same as the native engine's; what linfa does not report (whether a
/// fit converged, labels and inertia of the last centroids) is computed from what it does.
pub struct Linfa;

const NAME: &str = "linfa";
/// Largest entry of the gradient, per sample, at which a fit that linfa ended counts as
/// converged: its line search stops where the loss no longer changes in its last digits.
const GRADIENT_PER_SAMPLE: f64 = 1e-7;
/// Norm of the gradient at which linfa is told to stop.
const GRADIENT_NORM: f64 = 1e-9;
/// Iterations of L-BFGS: it takes many more than Newton's method, each much cheaper.
const MAX_ITERATIONS: u64 = 10_000;

impl Engine for Linfa {
    fn name(&self) -> &'static str {
        NAME
    }

    /// L-BFGS. No standard errors; dependent columns are an error at `l2 = 0`.
    fn logistic(
        &self,
        x: ArrayView2<f64>,
        labels: &[usize],
        n_classes: usize,
        options: &LogisticOptions,
    ) -> Result<LogisticFit, EngineError> {
        check::shape(x, labels.len(), options.l2)?;
        check::labels(labels, n_classes)?;
        check::finite(x)?;
        determined(x, options.l2)?;
        let (given, (x, means)) = (x, centred(x));
        let data = DatasetBase::new(x, Array1::from(labels.to_vec()));
        let (coefficients, intercepts) =
            if n_classes == 2 { two_classes(&data, options)? } else { more_classes(&data, options)? };
        let converged = largest_gradient(&data, &coefficients, &intercepts, options.l2) <= GRADIENT_PER_SAMPLE;
        let intercepts = intercepts - coefficients.dot(&means);
        check::finite_parameters(given, coefficients.iter().chain(&intercepts))?;
        let (iterations, covariance, overlap_proven) = (None, None, false);
        let (next_step, dropped) = (None, Vec::new());
        Ok(LogisticFit {
            coefficients,
            intercepts,
            iterations,
            converged,
            covariance,
            overlap_proven,
            next_step,
            dropped,
        })
    }

    /// QR decomposition; ridge is least squares with `sqrt(l2) e_j` as further rows,
    /// which at `l2 = 0` say nothing. Dependent columns are then an error.
    fn linear(&self, x: ArrayView2<f64>, y: &[f64], options: &LinearOptions) -> Result<LinearFit, EngineError> {
        check::shape(x, y.len(), options.l2)?;
        check::targets(y)?;
        check::finite(x)?;
        determined(x, options.l2)?;
        let (given, (x, means)) = (x, centred(x));
        let y = ArrayView1::from(y);
        let y_mean = y.mean().expect("at least one row");
        let penalty = Array2::from_diag_elem(x.ncols(), options.l2.sqrt());
        let rows = concatenate![Axis(0), x, penalty];
        let targets = concatenate![Axis(0), &y - y_mean, Array1::zeros(x.ncols())];
        let fit =
            LinearRegression::new().with_intercept(false).fit(&DatasetBase::new(rows, targets)).map_err(failed)?;
        let coefficients = fit.params().clone();
        let intercept = y_mean - coefficients.dot(&means);
        let (unscaled_covariance, dropped, condition) = (None, Vec::new(), f64::NAN);
        check::fitted(given, LinearFit { coefficients, intercept, unscaled_covariance, dropped, condition })
    }

    /// linfa's k-means from the native engine's drawn starts. Its update counts the old
    /// centroid as one more point of its cluster, so the path is not Lloyd's, and from one
    /// start it may end elsewhere; hence no trace and no chosen rows. The best of
    /// many starts is the same, and a cluster cannot run empty.
    fn kmeans(&self, x: ArrayView2<f64>, options: &KMeansOptions) -> Result<KMeansFit, EngineError> {
        if options.trace {
            return Err(unsupported(NotOffered::Trace));
        }
        if options.init.is_chosen() {
            return Err(unsupported(NotOffered::ChosenRows));
        }
        check::shape(x, x.nrows(), 0.0)?;
        check::clusters(x, options)?;
        check::finite(x)?;
        let fits = (0..options.runs(x.nrows(), x.ncols()))
            .map(|run| one_run(x, options, run))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(fits.into_iter().reduce(|a, b| if b.inertia < a.inertia { b } else { a }).expect("at least one run"))
    }
}

fn failed(reason: impl std::fmt::Display) -> EngineError {
    EngineError::Backend { engine: NAME, reason: reason.to_string() }
}

fn unsupported(feature: NotOffered) -> EngineError {
    EngineError::Unsupported { engine: NAME, feature }
}

/// At `l2 = 0` dependent columns have no one estimate, and linfa would return any.
fn determined(x: ArrayView2<f64>, l2: f64) -> Result<(), EngineError> {
    if l2 == 0.0 && !native::dependent_columns(CellStorage::Matrix(x.reborrow()), &Centre::of(x.reborrow()))?.is_empty()
    {
        return Err(unsupported(NotOffered::DependentColumns));
    }
    Ok(())
}

/// The matrix about its means: the same fit but for the intercept, and better conditioned.
fn centred(x: ArrayView2<f64>) -> (Array2<f64>, Array1<f64>) {
    let means = x.mean_axis(Axis(0)).expect("at least one row");
    (&x - &means, means)
}

type Data = DatasetBase<Array2<f64>, Array1<usize>>;

/// linfa takes the more frequent class as the positive one: `labels` says which it was.
fn two_classes(data: &Data, options: &LogisticOptions) -> Result<(Array2<f64>, Array1<f64>), EngineError> {
    let params = LogisticRegression::default().alpha(options.l2).max_iterations(MAX_ITERATIONS);
    let fit = params.gradient_tolerance(GRADIENT_NORM).fit(data).map_err(failed)?;
    let sign = if fit.labels().pos.class == 1 { 1.0 } else { -1.0 };
    Ok(((fit.params() * sign).insert_axis(Axis(0)), array![fit.intercept() * sign]))
}

/// linfa's softmax is the symmetric one; without a penalty class 0 becomes the reference.
fn more_classes(data: &Data, options: &LogisticOptions) -> Result<(Array2<f64>, Array1<f64>), EngineError> {
    let params = MultiLogisticRegression::default().alpha(options.l2).max_iterations(MAX_ITERATIONS);
    let fit = params.gradient_tolerance(GRADIENT_NORM).fit(data).map_err(failed)?;
    let (weights, intercepts) = (fit.params().t().to_owned(), fit.intercept().clone());
    if options.l2 > 0.0 {
        let mean = intercepts.mean().expect("at least two classes");
        return Ok((weights, intercepts - mean));
    }
    Ok((&weights - &weights.row(0), &intercepts - intercepts[0]))
}

/// The largest entry of the gradient, per sample: linfa does not say whether it converged.
fn largest_gradient(data: &Data, coefficients: &Array2<f64>, intercepts: &Array1<f64>, l2: f64) -> f64 {
    let (x, labels) = (data.records(), data.targets());
    let mut residuals = x.dot(&coefficients.t()) + intercepts;
    for (mut row, &label) in residuals.rows_mut().into_iter().zip(labels) {
        if row.len() == 1 {
            row[0] = math::sigmoid(row[0]) - label as f64;
        } else {
            math::softmax(row.as_slice_mut().expect("row by row"));
            row[label] -= 1.0;
        }
    }
    let weights = residuals.t().dot(x) + l2 * coefficients;
    let entries = weights.iter().copied().chain(residuals.sum_axis(Axis(0)));
    entries.fold(0.0, |most: f64, g| most.max(g.abs())) / x.nrows() as f64
}

/// Runs linfa one update at a time, which is how it can be watched, until its centroids
/// no longer move.
fn one_run(x: ArrayView2<f64>, options: &KMeansOptions, run: usize) -> Result<KMeansFit, EngineError> {
    let columns: Vec<usize> = (0..x.ncols()).collect();
    let unshifted = vec![0.0; x.ncols()];
    let rows =
        Rows { cells: CellStorage::Matrix(x.reborrow()), targets: Targets::None, columns: &columns, shift: &unshifted };
    let data = DatasetBase::from(x.to_owned());
    let mut centroids = native::initial_centroids(rows, options, run)?;
    let (patience, mut iterations, mut converged) = (Patience::here(), 0, false);
    while !converged && iterations < options.max_iter {
        patience.check()?;
        let once = KMeans::params_with_rng(options.k, options.seed.stream("linfa"))
            .init_method(KMeansInit::Precomputed(centroids.clone()))
            .n_runs(1)
            .max_n_iterations(1)
            .fit(&data)
            .map_err(failed)?;
        let movement = (once.centroids() - &centroids).mapv(|d| d * d).sum();
        centroids = once.centroids().clone();
        iterations += 1;
        converged = movement <= f64::EPSILON * f64::EPSILON * centroids.mapv(|c| c * c).sum();
    }
    let mut labels = vec![0; x.nrows()];
    let inertia = native::assign(rows, &centroids, &mut labels).inertia;
    Ok(KMeansFit { centroids, labels, inertia, iterations, converged, trace: Vec::new() })
}
