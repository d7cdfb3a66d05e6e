//! What a model can do besides answering: fill a gap, make a melon, say how usual one is.

use super::AskedMelon;
use crate::data::table::number_text;
use crate::data::{Column, Values};
use crate::model::{FeatureModel, Generative, rounded};
use crate::rng::Seed;
use crate::task::TaskError;
use crate::task::compare::CompareOptions;
use crate::task::compare::result::{Filled, GeneratedMelon, Usual};
use crate::task::compare::trained::TrainedModels;

/// The hidden feature, guessed from the others.
pub(super) fn fills(model: &dyn FeatureModel, question: &AskedMelon) -> Result<Option<Filled>, TaskError> {
    let hidden = question.row[question.hidden].text(0).map(|text| text.into_owned());
    Ok(model.fill(&question.row, question.hidden)?.map(|guess| Filled { guess, hidden }))
}

/// One melon: in words where the model knows words only.
pub(super) fn makes(
    model: &dyn Generative,
    trained: &TrainedModels,
    question: &AskedMelon,
    options: &CompareOptions,
) -> Result<GeneratedMelon, TaskError> {
    let drawn = model.draw(1, &mut Seed(options.seed).stream("compare/one-melon"));
    let text = drawn.texts.into_iter().next();
    let labels = question.labels;
    let class = drawn.classes[0].map(|class| labels.classes[class].clone());
    let row = drawn.classes[0].and_then(|class| known_row(&drawn.features, class, question));
    let input = match &text {
        Some(_) => {
            let codes = trained.tokenizer.codes(&drawn.features)?.remove(0);
            let clauses = trained.tokenizer.features().iter().zip(codes);
            clauses.filter_map(|(f, code)| Some((f.name.clone(), f.levels.as_ref()?[code?].clone()))).collect()
        }
        None => drawn.features.iter().filter_map(|column| Some((column.name.clone(), first(column)?))).collect(),
    };
    Ok(GeneratedMelon { text, input: class.is_some().then_some(input), class, row })
}

/// The first row, from 1, whose features and class are those of the one melon in `made`.
fn known_row(made: &[Column], class: usize, question: &AskedMelon) -> Option<usize> {
    let is_same = |row: &usize| {
        let cell = |(column, made): (&Column, &Column)| column.text(*row) == made.text(0);
        question.labels.codes[*row] == class && question.data.features.iter().zip(made).all(cell)
    };
    (0..question.data.n_samples()).find(is_same).map(|row| question.data.rows[row])
}

/// The first cell, a number to four digits: a drawn one has sixteen that mean nothing.
fn first(column: &Column) -> Option<String> {
    match &column.values {
        Values::Numbers(cells) => Some(number_text(rounded(cells[0]))),
        Values::Words { .. } => column.text(0).map(|text| text.into_owned()),
    }
}

/// How usual the melon is, beside the table's own melons in the same features.
pub(super) fn usual(model: &dyn FeatureModel, question: &AskedMelon) -> Result<Usual, TaskError> {
    let score = model.usualness(&question.row)?[0];
    let others = model.usualness(&question.alike)?;
    // A rounding error apart is alike.
    let n_less_usual = others.iter().filter(|&&other| other < score - 1e-9 * (1.0 + score.abs())).count();
    Ok(Usual { score, is_probability: model.is_probability(&question.row), n_less_usual })
}
