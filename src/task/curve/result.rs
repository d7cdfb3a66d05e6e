//! What the curves show.

use super::measure::SplitResult;
use super::paired::Pair;
use super::settled::settles;
use super::splits::SplitPlan;
use super::{CurveModel, CurveOptions, Independence};
use crate::eval::interval;
use crate::task::summary::DataSummary;
use serde::Serialize;

/// Learning curves on common splits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curve {
    /// The table from which the splits were drawn.
    pub data: DataSummary,
    /// The options that the curves were made with.
    pub options: CurveOptions,
    /// Samples that test in each split.
    pub n_test: usize,
    /// Training samples at each point, ascending.
    pub sizes: Vec<usize>,
    /// Always answering with the table's most frequent class.
    pub baseline: MajorityError,
    /// The least error that any classifier can have, where the truth is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_error: Option<f64>,
    /// Are features independent within the classes, as naive Bayes takes them to be?
    pub independence: Independence,
    /// One a model, in the order of the options.
    pub curves: Vec<ModelCurve>,
    /// The reference (naive Bayes, if it is among the models, else the first) against each
    /// other model.
    pub pairs: Vec<Pair>,
}

/// The error of guessing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MajorityError {
    /// The most frequent class.
    pub class: String,
    /// The share of the others.
    pub error: f64,
}

/// How the test error of one model falls.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModelCurve {
    /// The classifier, and the option that tells it from others of its kind.
    pub model: CurveModel,
    /// Its test error at each size, ascending.
    pub points: Vec<CurvePoint>,
    /// The least size from which on the mean error stays within [`SETTLED_WITHIN`](super::SETTLED_WITHIN) of the
    /// last one.
    pub settled_at: usize,
    /// Between which sizes that lies in 95 % of draws of the splits (bootstrap).
    pub settled_between: [usize; 2],
}

/// The test error at one size.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CurvePoint {
    /// How many samples it learned from.
    pub size: usize,
    /// Mean over the splits of the share of wrong answers.
    pub error: f64,
    /// 95 % interval of that mean (Student's t over the splits).
    pub interval: [f64; 2],
    /// Splits whose training samples had one class only (or a column without any value):
    /// their most frequent class was the answer.
    pub n_guessed: usize,
    /// Splits whose training classes were separated, so that no unpenalised estimate exists.
    pub n_separated: usize,
}

impl ModelCurve {
    /// Over the splits, from what `at(split, size)` tells.
    pub(super) fn of<'a>(
        model: CurveModel,
        plan: &SplitPlan,
        at: impl Fn(usize, usize) -> &'a SplitResult,
        n_splits: usize,
        settled_between: [usize; 2],
    ) -> ModelCurve {
        let point = |(i, &size): (usize, &usize)| {
            let all = || (0..n_splits).map(|split| at(split, i));
            let errors: Vec<f64> = all().map(|measured| measured.error(plan.n_test)).collect();
            let (error, interval) = interval::mean(&errors, 0.05);
            CurvePoint {
                size,
                error,
                // A share cannot leave [0, 1], whatever Student says.
                interval: interval.map(|end| end.clamp(0.0, 1.0)),
                n_guessed: all().filter(|measured| measured.guessed).count(),
                n_separated: all().filter(|measured| measured.separated).count(),
            }
        };
        let points: Vec<CurvePoint> = plan.sizes.iter().enumerate().map(point).collect();
        let errors: Vec<f64> = points.iter().map(|point| point.error).collect();
        ModelCurve { model, settled_at: points[settles(&errors)].size, settled_between, points }
    }
}
