//! One model: its answer for the melon, why, and everything else it can do, done.

mod abilities;
mod question;
mod reasons;

pub(super) use question::Question;

use super::CompareOptions;
use super::by_class;
use super::clusters::Centre;
use super::five::Five;
use super::result::*;
use crate::data::Column;
use crate::data::table::number_text;
use crate::eval::classification;
use crate::math;
use crate::task::TaskError;
use crate::task::sentences::{Codes, SentenceModel};
use abilities::{fills, makes, usual};
use reasons::why;

/// One model's portrait.
pub(super) fn of(
    model: ModelName,
    five: &Five,
    question: &Question,
    options: &CompareOptions,
    cross_validation: Option<Scores>,
) -> Result<Portrait, TaskError> {
    let needs = needs(model, five, question);
    let can_answer = needs.is_empty();
    let (models, learned_from) = nature(model);
    Ok(Portrait {
        model,
        family: model.family(),
        models,
        learned_from,
        n_params: five.n_params(model),
        answer: can_answer.then(|| answer(model, five, question)).transpose()?,
        why: can_answer.then(|| why(model, five, question)).transpose()?,
        needs,
        fills: fills(model, five, question)?,
        makes: makes(model, five, question.labels, options),
        usual: usual(model, five, question)?,
        cross_validation,
    })
}

/// What it is a model of, and how it came by the labels.
fn nature(model: ModelName) -> (&'static str, &'static str) {
    match model {
        ModelName::Logistic => ("P(y|x)", "labels"),
        ModelName::NaiveBayes => ("P(x,y)", "labels"),
        ModelName::NGram | ModelName::Gpt => ("P(next token | tokens before)", "sentences"),
        ModelName::KMeans => ("distances", "none"),
    }
}

/// The features that the melon leaves out and the model cannot do without.
fn needs(model: ModelName, five: &Five, question: &Question) -> Vec<String> {
    let imputes = five.logistic.encoder.options.impute;
    if model == ModelName::Logistic && !imputes { question.left_out() } else { Vec::new() }
}

fn answer(model: ModelName, five: &Five, question: &Question) -> Result<Answer, TaskError> {
    let p = five.predict_proba(model, &question.row)?;
    let p = p.row(0);
    let labels = question.labels;
    let verdict =
        five.reader(model).map(|reader| Ok::<_, TaskError>(reader.class_probabilities(&codes(reader, &question.row)?)));
    let verdict = verdict.transpose()?;
    Ok(Answer {
        probabilities: by_class(labels, p.iter().copied()),
        predicted: labels.classes[classification::decide(p, 0.5)].clone(),
        class_mass: verdict.as_ref().map(|verdict| verdict.mass),
        raw: verdict.map(|verdict| by_class(labels, verdict.raw)),
        labelled_afterwards: model == ModelName::KMeans,
    })
}

/// The one melon in a language model's words.
fn codes(reader: &SentenceModel, row: &[Column]) -> Result<Codes, TaskError> {
    Ok(reader.tokenizer.codes(row)?.remove(0))
}

/// The likeliest value of a centroid, or its mean.
fn centre(feature: &str, centre: Centre) -> Guess {
    let (value, probability) = match centre {
        Centre::Mean(mean) => (number_text(rounded(mean)), None),
        Centre::Shares(shares) => {
            let best = math::argmax(&shares.iter().map(|(_, share)| *share).collect::<Vec<_>>());
            best.map_or((String::new(), None), |at| (shares[at].0.clone(), Some(shares[at].1)))
        }
    };
    Guess { feature: feature.to_owned(), value, probability }
}

/// To four significant digits.
fn rounded(x: f64) -> f64 {
    format!("{x:.3e}").parse().unwrap_or(x)
}
