//! The same melon, discriminative and generative, side by side.
//!
//! Several models learn from the same table and are asked the same things: what is it, why,
//! what would a hidden feature be, make a new one, how usual is this one? What a model
//! cannot do by its nature it does not do here either. All are then tested in the same folds.

mod ask;
mod findings;
mod held_out;
mod melons;
mod options;
mod result;
#[cfg(test)]
mod tests;
mod trained;

pub use options::{CompareOptions, MODELS, N_SAMPLES};
pub use result::*;

use super::checked::Check;
use super::classify::labels_of;
use super::summary::{self, DataSummary};
use super::{Melon, Scheme, TaskError};
use crate::data::{Dataset, Folds};
use crate::model::ModelError;
use crate::rng::Seed;
use held_out::ComparedHeldOut;
use trained::TrainedModels;
use web_time::Instant;

/// Trains all models on `data`, asks them about `melon` (or else the first row), tests them in
/// the same folds, and lets the generative ones make melons.
///
/// # Errors
/// No target or a missing one; a single class; options out of range; columns that cannot be
/// encoded; folds that cannot be made; a model that cannot be trained.
pub fn compare(data: &Dataset, melon: Option<&Melon>, options: &CompareOptions) -> Result<Comparison, TaskError> {
    let options = options.resolved(data.n_samples())?.checked()?;
    let labels = labels_of(data)?;
    if let [class] = labels.classes.as_slice() {
        return Err(ModelError::OneClass { class: class.clone() }.into());
    }
    let fits = options.fits(summary::has_missing(data))?;
    let folds = options.cv.stratified(&labels.codes, Seed(options.seed))?;
    folds.iter().try_for_each(|(_, folds)| options.own.fit_into(folds))?;
    let trained = TrainedModels::fit(data, &labels, &options, &fits)?;
    let asked = ask::AskedMelon::new(data, &labels, melon)?;
    let start = Instant::now();
    let held_out =
        folds.as_ref().map(|(_, folds)| held_out::hold_out(data, &labels, folds, &options, &fits)).transpose()?;
    let cross_validation_secs = if folds.is_some() { start.elapsed().as_secs_f64() } else { 0.0 };
    let baseline = held_out::baseline(&labels, held_out.as_ref());
    let models = ask::all(&trained, &asked, &options, held_out.as_ref())?;
    let log_probs = held_out.as_ref().and_then(|all| all.log_probs.clone());
    let new_melons = melons::new_melons(data, &labels, &trained, log_probs, &options)?;
    let differences = held_out.as_ref().map_or(Vec::new(), |all| held_out::differences(&labels, all));
    let scheme = folds.as_ref().map(|(scheme, divisions)| (*scheme, divisions.iter().map(Folds::len).sum()));
    Ok(Comparison {
        data: DataSummary::new(data, &labels.classes),
        class_counts: labels.counts(),
        melon: asked.summary(),
        folds: held_out.as_ref().zip(scheme).map(|(all, scheme)| folds_summary(all, scheme)),
        findings: findings::of(&labels, held_out.as_ref(), &models, &baseline),
        models,
        baseline,
        differences,
        new_melons,
        timing: timing(&trained, cross_validation_secs),
        options: options.into_inner(),
    })
}

fn folds_summary(held_out: &ComparedHeldOut, (scheme, n_folds): (Scheme, usize)) -> FoldsSummary {
    FoldsSummary { scheme, n_folds, n_unconverged: held_out.n_unconverged, n_lacking: held_out.n_lacking }
}

fn timing(trained: &TrainedModels, cross_validation_secs: f64) -> Timing {
    let training_secs = trained.models.iter().map(|model| (model.entry.name, model.secs)).collect();
    Timing { training_secs, cross_validation_secs }
}
