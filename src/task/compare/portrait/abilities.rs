//! What a model can do besides answering: fill a gap, make a melon, say how usual one is.

use super::{Question, centre, codes, rounded};
use crate::data::table::number_text;
use crate::data::{Column, Labels, Values};
use crate::math;
use crate::model::Classifier;
use crate::model::naive_bayes::Likelihood;
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::compare::CompareOptions;
use crate::task::compare::clusters::nearest;
use crate::task::compare::five::Five;
use crate::task::compare::result::*;
use crate::task::sentences::Codes;

/// The hidden feature, guessed from the others. A logistic regression has nothing to guess
/// with: it never learned how the features go together.
pub(super) fn fills(model: ModelName, five: &Five, question: &Question) -> Result<Option<Filled>, TaskError> {
    let hidden = question.hidden;
    Ok(match model {
        ModelName::Logistic => None,
        ModelName::NaiveBayes => Some(fill_by_bayes(five, question)?),
        ModelName::NGram | ModelName::Gpt => {
            let reader = five.reader(model).expect("a language model");
            let weights = reader.fill(&codes(reader, &question.row)?, hidden);
            let best = math::argmax(&weights).unwrap_or(0);
            let levels = reader.tokenizer.features()[hidden].levels.as_deref().unwrap_or_default();
            levels.get(best).map(|level| question.guess(level, Some(weights[best])))
        }
        ModelName::KMeans => {
            let distances = five.clusters.distances(&question.row, Some(hidden))?.remove(0);
            let guess = centre("", five.clusters.centre(nearest(&distances), hidden));
            Some(question.guess(guess.value, guess.probability))
        }
    })
}

/// `P(v | rest) = sum_y P(rest, v, y) / sum_v' sum_y P(rest, v', y)`; of a number its mean,
/// `sum_y P(y | rest) mean_y`.
fn fill_by_bayes(five: &Five, question: &Question) -> Result<Filled, TaskError> {
    let model = &five.naive_bayes;
    match &model.features[question.hidden].likelihood {
        Likelihood::Categorical(table) => {
            let weigh = |level: &String| Ok(model.log_evidence(&question.with(Some(level)))?[0]);
            let mut weights = table.levels.iter().map(weigh).collect::<Result<Vec<f64>, TaskError>>()?;
            math::softmax(&mut weights);
            let best = math::argmax(&weights).unwrap_or(0);
            Ok(question.guess(&table.levels[best], Some(weights[best])))
        }
        Likelihood::Gaussian { means, .. } => {
            let p = model.predict_proba(&question.with(None))?;
            let mean: f64 = p.row(0).iter().zip(means).map(|(p, mean)| p * mean).sum();
            Ok(question.guess(number_text(rounded(mean)), None))
        }
    }
}

/// A new melon, drawn.
pub(super) fn makes(model: ModelName, five: &Five, labels: &Labels, options: &CompareOptions) -> Option<Made> {
    let mut random = Seed(options.seed).stream("compare/one-melon");
    if let Some(reader) = five.reader(model) {
        let written = reader.sample(1, &mut random).remove(0);
        let cells = |codes: &Codes| {
            let told = reader.tokenizer.features().iter().zip(codes);
            told.filter_map(|(f, code)| Some((f.name.clone(), f.levels.as_ref()?[(*code)?].clone()))).collect()
        };
        return Some(Made {
            input: written.melon.as_ref().map(|(codes, _)| cells(codes)),
            class: written.melon.as_ref().map(|(_, class)| labels.classes[*class].clone()),
            text: Some(written.text),
        });
    }
    (model == ModelName::NaiveBayes).then(|| {
        let (columns, classes) = five.naive_bayes.sample(1, &mut random);
        let cell = |column: &Column| Some((column.name.clone(), drawn(column)?));
        Made {
            text: None,
            input: Some(columns.iter().filter_map(cell).collect()),
            class: Some(labels.classes[classes[0]].clone()),
        }
    })
}

/// The first cell, a number to four digits: a drawn one has sixteen that mean nothing.
fn drawn(column: &Column) -> Option<String> {
    match &column.values {
        Values::Numbers(cells) => Some(number_text(rounded(cells[0]))),
        Values::Words { .. } => column.text(0).map(|text| text.into_owned()),
    }
}

/// How usual the melon is, beside the table's own melons in the same features.
pub(super) fn usual(model: ModelName, five: &Five, question: &Question) -> Result<Option<Usual>, TaskError> {
    let scores = |columns: &[Column]| -> Result<Option<Vec<f64>>, TaskError> {
        Ok(match model {
            ModelName::Logistic => None,
            ModelName::NaiveBayes => Some(five.naive_bayes.log_evidence(columns)?),
            ModelName::NGram => Some(five.ngram.log_evidence(columns)?),
            ModelName::Gpt => Some(five.gpt.log_evidence(columns)?),
            ModelName::KMeans => {
                let distances = five.clusters.distances(columns, None)?;
                Some(distances.iter().map(|of| -of[nearest(of)]).collect())
            }
        })
    };
    let Some(own) = scores(&question.row)? else { return Ok(None) };
    let others = scores(&question.alike)?.unwrap_or_default();
    let has_numbers = question.row.iter().any(|column| column.is_numeric() && !column.is_missing(0));
    let is_probability = match model {
        ModelName::NaiveBayes => !has_numbers,
        ModelName::NGram | ModelName::Gpt => true,
        ModelName::Logistic | ModelName::KMeans => false,
    };
    // A rounding error apart is alike.
    let n_less_usual = others.iter().filter(|&&score| score < own[0] - 1e-9 * (1.0 + own[0].abs())).count();
    Ok(Some(Usual { score: own[0], is_probability, n_less_usual }))
}
