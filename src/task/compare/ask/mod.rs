//! Asks each model about the melon: its answer, why, and whatever else it can do.

mod abilities;
mod question;

pub(super) use question::AskedMelon;

use super::CompareOptions;
use super::held_out::{self, ComparedHeldOut};
use super::result::*;
use super::trained::{TrainedModel, TrainedModels};
use crate::data::Labels;
use crate::eval::classification;
use crate::math;
use crate::model::Gaps;
use crate::task::TaskError;
use std::collections::BTreeMap;

/// Asks every model, in their order.
pub(super) fn all(
    trained: &TrainedModels,
    question: &AskedMelon,
    options: &CompareOptions,
    held_out: Option<&ComparedHeldOut>,
) -> Result<Vec<ComparedModel>, TaskError> {
    let one = |model: &TrainedModel| {
        let scores = held_out.map(|all| held_out::scores(question.labels, all, model.entry.name));
        of(model, trained, question, options, scores)
    };
    trained.models.iter().map(one).collect()
}

fn of(
    model: &TrainedModel,
    trained: &TrainedModels,
    question: &AskedMelon,
    options: &CompareOptions,
    cross_validation: Option<ComparedScores>,
) -> Result<ComparedModel, TaskError> {
    let (entry, classifier) = (model.entry, model.classifier());
    let needs = if classifier.gaps() == Gaps::Refused { question.left_out() } else { Vec::new() };
    let can_answer = needs.is_empty();
    let generative = classifier.generative();
    Ok(ComparedModel {
        model: entry.name,
        family: entry.nature.family,
        models: entry.nature.subject,
        learned_from: entry.nature.learned_from,
        n_params: classifier.n_params(),
        answer: can_answer.then(|| answer(model, question)).transpose()?,
        why: can_answer.then(|| why(model, question)).transpose()?,
        needs,
        fills: classifier.feature_model().map(|model| abilities::fills(model, question)).transpose()?.flatten(),
        makes: generative.map(|model| abilities::makes(model, trained, question, options)).transpose()?,
        usual: classifier.feature_model().map(|model| abilities::usual(model, question)).transpose()?,
        cross_validation,
    })
}

fn answer(model: &TrainedModel, question: &AskedMelon) -> Result<ClassAnswer, TaskError> {
    let (labels, classifier) = (question.labels, model.classifier());
    let p = classifier.predict_proba(&question.row)?;
    let p = p.row(0);
    let reads = model.entry.nature.learned_from == LearnedFrom::Sentences;
    let logs = reads.then(|| Ok::<_, TaskError>(classifier.log_scores(&question.row)?.row(0).to_vec())).transpose()?;
    Ok(ClassAnswer {
        probabilities: by_class(labels, p.iter().copied()),
        predicted: labels.classes[classification::decide(p, 0.5)].clone(),
        class_mass: logs.as_ref().map(|logs| math::log_sum_exp(logs).exp()),
        raw: logs.map(|logs| by_class(labels, logs.into_iter().map(f64::exp))),
        labelled_afterwards: model.entry.nature.learned_from == LearnedFrom::None,
    })
}

fn why(model: &TrainedModel, question: &AskedMelon) -> Result<Why, TaskError> {
    let classifier = model.classifier();
    let p = classifier.predict_proba(&question.row)?;
    let why = classifier.explain(&question.row)?;
    Ok(why.log_odds(classifier.classes(), p.row(0)).in_table(question.data))
}

/// The class names with these values.
fn by_class(labels: &Labels, values: impl IntoIterator<Item = f64>) -> BTreeMap<String, f64> {
    labels.classes.iter().cloned().zip(values).collect()
}
