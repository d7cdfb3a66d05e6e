//! The same melon, discriminative and generative, side by side.
//!
//! Five models learn from the same table and are asked the same things: what is it, why,
//! what would a hidden feature be, make a new one, how usual is this one? What a model
//! cannot do by its nature it does not do here either. All are then tested in the same folds.

mod clusters;
mod findings;
mod five;
mod held_out;
mod melons;
mod options;
mod portrait;
mod result;
#[cfg(test)]
mod tests;

pub use options::{CompareOptions, MOST_SAMPLES, N_SAMPLES};
pub use result::*;

use super::classify::labels_of;
use super::summary::{self, DataSummary};
use super::{Cv, Melon, TaskError};
use crate::data::{Dataset, Labels};
use crate::model::ModelError;
use crate::rng::Seed;
use five::Five;
use held_out::HeldOut;
use std::collections::BTreeMap;
use std::time::Instant;

/// Trains all five on `data`, asks them about `melon` (or else the first row), tests them in
/// the same folds, and lets the generative ones make melons.
///
/// # Errors
/// No target or a missing one; a single class; options out of range; columns that cannot be
/// encoded; folds that cannot be made; a model that cannot be trained.
pub fn compare(data: &Dataset, melon: Option<&Melon>, options: &CompareOptions) -> Result<Comparison, TaskError> {
    options.check()?;
    let labels = labels_of(data)?;
    if let [class] = labels.classes.as_slice() {
        return Err(ModelError::OneClass { class: class.clone() }.into());
    }
    let options = CompareOptions { cv: options.cv.resolve(data.n_samples()), ..options.clone() };
    let five = Five::fit(&data.features, &labels, &options, summary::has_missing(data))?;
    let asked = portrait::Question::new(data, &labels, melon, &five)?;
    let start = Instant::now();
    let folds = options.cv.folds(&labels.codes, Seed(options.seed))?;
    let held_out = folds.as_ref().map(|folds| held_out::hold_out(data, &labels, folds, &options)).transpose()?;
    let cross_validation_secs = if folds.is_some() { start.elapsed().as_secs_f64() } else { 0.0 };
    let baseline = held_out::baseline(&labels, held_out.as_ref());
    let scores = |model| held_out.as_ref().map(|all| held_out::scores(&labels, all, model));
    let portrait = |model| portrait::of(model, &five, &asked, &options, scores(model));
    let models = ModelName::ALL.into_iter().map(portrait).collect::<Result<Vec<_>, _>>()?;
    let new_melons = melons::new_melons(data, &labels, &five, held_out.as_ref(), &options)?;
    let differences = held_out.as_ref().map_or(Vec::new(), |all| held_out::differences(&labels, all));
    Ok(Comparison {
        data: DataSummary::new(data, &labels.classes),
        class_counts: labels.counts(),
        melon: asked.summary(data, &labels),
        folds: held_out.as_ref().zip(folds.as_ref()).map(|(all, folds)| folds_summary(all, folds.len(), &options)),
        findings: findings::of(&labels, held_out.as_ref(), &models, &baseline),
        models,
        baseline,
        differences,
        new_melons,
        timing: timing(&five, cross_validation_secs),
        options,
    })
}

fn folds_summary(held_out: &HeldOut, n_folds: usize, options: &CompareOptions) -> FoldsSummary {
    let stratified = if matches!(options.cv, Cv::Folds(_)) { "stratified " } else { "" };
    FoldsSummary {
        scheme: format!("{stratified}{}", options.cv.scheme()),
        n_folds,
        n_unconverged: held_out.n_unconverged,
        n_lacking: held_out.n_lacking,
    }
}

fn timing(five: &Five, cross_validation_secs: f64) -> Timing {
    let training_secs: BTreeMap<ModelName, f64> = ModelName::ALL.into_iter().zip(five.training_secs).collect();
    Timing { training_secs, cross_validation_secs }
}

/// The class names with these values.
fn by_class(labels: &Labels, values: impl IntoIterator<Item = f64>) -> BTreeMap<String, f64> {
    labels.classes.iter().cloned().zip(values).collect()
}
