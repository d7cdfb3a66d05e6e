//! How does the test error fall with the number of training samples? Learning curves of
//! discriminative and generative models on the same splits: the experiment of Ng and Jordan
//! (On Discriminative vs. Generative classifiers, NIPS 2001).
//!
//! In each of many random splits some samples are set aside for the test. From the others,
//! in random order, the first `n` teach every model, for each size `n`: training sets are
//! nested, and all models see the same ones. What is compared are differences within a
//! split, so that the luck of the split, which hits all models alike, falls out; the luck
//! of the table, from which all splits come, is in their intervals.

mod ahead;
mod independence;
mod measure;
mod options;
mod paired;
mod result;
mod settled;
mod splits;
mod tested_rows;

pub use ahead::Ahead;
pub use independence::{DependentPair, Independence};
pub use options::{CurveModel, CurveOptions, FIELD_ROWS, MOST_TESTED, N_SIZES};
pub use paired::{LeadChange, Pair, PairPoint};
pub use result::*;
pub use settled::SETTLED_WITHIN;
pub use splits::Nested;

use super::checked::Check;
use super::summary::{self, DataSummary};
use super::{TaskError, classify};
use crate::data::{Builtin, Dataset, Labels, synth};
use crate::engine::EngineError;
use crate::engine::patience::Patience;
use crate::rng::Seed;
use measure::SplitResult;
use rayon::prelude::*;
use settled::Draws;
use splits::SplitPlan;

/// Measures the curves. `on_split` is called after each split, from any thread.
///
/// # Errors
/// No target, a missing one or a single class; options out of range; a training size that
/// the table cannot give; columns that cannot be encoded.
pub fn curve(data: &Dataset, options: &CurveOptions, on_split: impl Fn() + Sync) -> Result<Curve, TaskError> {
    let options = options.clone().checked()?;
    let labels = classify::labels_of(data)?;
    if labels.classes.len() < 2 {
        return Err(EngineError::OneClass.into());
    }
    let plan = SplitPlan::new(labels.codes.len(), &options)?;
    let impute = summary::has_missing(data);
    let fits = options.models.iter().map(|model| model.fit(impute)).collect::<Result<Vec<_>, _>>()?;
    let patience = Patience::here();
    let one = |split: usize| {
        patience.check()?;
        let measured = patience.over(|| measure::split(data, &labels, &plan, split, &fits));
        on_split();
        measured
    };
    let done: Vec<Result<Vec<Vec<SplitResult>>, TaskError>> = (0..options.n_splits).into_par_iter().map(one).collect();
    let splits = done.into_iter().collect::<Result<Vec<_>, _>>()?;
    let error = |split: usize, size: usize, model: usize| splits[split][size][model].error(plan.n_test);
    let draws = Draws::new([options.models.len(), plan.sizes.len(), options.n_splits], Seed(options.seed), error);
    let curves: Vec<ModelCurve> = (options.models.iter().enumerate())
        .map(|(model, &kind)| {
            let between = draws.interval(model, &plan.sizes);
            ModelCurve::of(kind, &plan, |split, size| &splits[split][size][model], options.n_splits, between)
        })
        .collect();
    Ok(Curve {
        data: DataSummary::new(data, &labels.classes),
        baseline: MajorityError::of(&labels),
        best_error: best_error(data),
        independence: independence::of(data, &labels),
        pairs: paired::all(&options.models, &plan, &splits, &draws),
        options: options.into_inner(),
        n_test: plan.n_test,
        sizes: plan.sizes,
        curves,
    })
}

/// The splits on which a curve was measured, drawn again.
///
/// # Errors
/// As [`curve`].
pub fn splits_of(curve: &Curve) -> Result<Vec<Nested>, TaskError> {
    let plan = SplitPlan::new(curve.data.n_samples, &curve.options)?;
    Ok((0..curve.options.n_splits).map(|number| plan.split(number)).collect())
}

/// The least error that any classifier can have, where the truth is known: on `melon-field`
/// with all that ripeness depends on.
fn best_error(data: &Dataset) -> Option<f64> {
    let field = data.builtin.filter(|&builtin| builtin == Builtin::MelonField)?;
    let target = data.target.as_ref().map(|target| target.name.as_str());
    let has = |name: &str| data.features.iter().any(|column| column.name == name);
    let all = ["色泽", "根蒂", "敲声", "密度"].into_iter().all(has);
    (target == field.entry().classify_target && all).then(synth::best_error)
}

impl MajorityError {
    fn of(labels: &Labels) -> MajorityError {
        let baseline = classify::majority(labels, None);
        MajorityError { class: baseline.class, error: 1.0 - baseline.accuracy }
    }
}

#[cfg(test)]
mod tests;
