//! All models at a glance: what each learns and answers, and what it can do.

use super::model;
use crate::report::number::fixed;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, Text};
use crate::report::words::{Lang, common, compare as words};
use crate::report::{Say, models, names};
use crate::task::Scheme;
use crate::task::compare::{ComparedModel, Comparison, Family, LearnedFrom, ModelName, Subject};
use crate::task::cv::N_REPEATS;
use crate::task::sentences::Unit;

/// The kinds of models, and a row a model.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let samples = names::noun(page.lang, &result.data);
    let target = names::show(page.lang, result.data.target.as_deref().unwrap_or_default());
    page.heading(words::Kinds);
    page.say(words::KindDiscriminative { target, samples });
    page.say(words::KindGenerative { samples });
    if result.models.iter().any(|model| model.family == Family::Unsupervised) {
        page.say(words::KindNeither { samples });
    }
    page.table(answers(result, page.lang));
    page.remark(words::GlanceRemark);
    if result.folds.is_some() {
        page.remark(words::AccuracyRemark);
    }
    if result.models.iter().any(ComparedModel::is_counted) {
        page.remark(words::CountedRemark);
    }
    page.heading(words::Abilities);
    page.table(abilities(result, page.lang));
    page.remark(words::AbilitiesRemark { sample: names::one(page.lang, &result.data) });
    sentences(result, page);
}

/// The two tables alone.
pub(super) fn tables(result: &Comparison, page: &mut Page) {
    page.heading(words::Kinds);
    page.table(answers(result, page.lang));
    if let Some(folds) = &result.folds {
        page.remark(tested(result, folds.scheme, page.lang));
    }
    page.heading(words::Abilities);
    page.table(abilities(result, page.lang));
}

/// Where the accuracies come from, in a sentence.
fn tested(result: &Comparison, scheme: Scheme, lang: Lang) -> String {
    let has_gpt = result.models.iter().any(|model| model.model == ModelName::Gpt);
    match (scheme.n_folds(), scheme.n_repeats()) {
        (None, _) => words::TestedLoo.say(lang),
        (Some(k), 1) => words::TestedFolds { k }.say(lang),
        (Some(k), n) if has_gpt && n < N_REPEATS => words::TestedFewer { k, n, more: N_REPEATS }.say(lang),
        (Some(k), n) => words::TestedRepeated { k, n }.say(lang),
    }
}

/// What each model learns, and what it answers.
fn answers(result: &Comparison, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words("").words(words::Learns.text(lang)).words(words::Labels.text(lang));
    let head = head.words(words::Answer.text(lang)).numbers(words::Probability.text(lang));
    let is_tested = result.folds.is_some();
    let mut table = if is_tested { head.numbers(common::Accuracy.text(lang)) } else { head };
    for model in &result.models {
        let answer = model.answer.as_ref();
        let class = answer.map(|answer| Text::emphasised(Emphasis::Strong, names::show(lang, &answer.predicted)));
        let accuracy = model.cross_validation.as_ref().map(|scores| scores.metrics.accuracy);
        let row = [
            models::inline(lang, model.model).into(),
            subject(lang, model).into(),
            labels(lang, model).into(),
            class.map_or(Cell::undefined(), Cell::from),
            Cell::probability(answer.map(|answer| answer.probabilities[&answer.predicted])),
        ];
        table.row(row.into_iter().chain(is_tested.then(|| Cell::share(accuracy))));
    }
    if is_tested {
        let guess = &result.baseline.majority;
        let class = names::show(lang, &guess.class);
        let cells = [words::Always { class: &class }.say(lang).into(), Cell::empty(), Cell::empty(), class.into()];
        let cells = cells.into_iter().chain([Cell::empty(), Cell::share(guess.accuracy)]);
        table.row(cells.map(|cell| cell.with(Emphasis::Faint)));
    }
    table
}

fn subject(lang: Lang, model: &ComparedModel) -> &'static str {
    match model.models {
        Subject::Answer => "P(y|x)",
        Subject::Joint => "P(x,y)",
        Subject::NextToken => words::NextToken.text(lang),
        Subject::Distances => words::Distance.text(lang),
    }
}

fn labels(lang: Lang, model: &ComparedModel) -> &'static str {
    match model.learned_from {
        LearnedFrom::Labels => words::LabelsUsed.text(lang),
        LearnedFrom::Sentences => words::LabelsAsWords.text(lang),
        LearnedFrom::None => words::LabelsNotUsed.text(lang),
    }
}

/// What each model can do, and what it costs.
fn abilities(result: &Comparison, lang: Lang) -> DisplayTable {
    let able = [words::Classify.text(lang), words::Fill.text(lang), words::Make.text(lang), words::Rate.text(lang)];
    let head = able.into_iter().fold(DisplayTable::new().words(""), DisplayTable::words);
    let mut table = head.numbers(words::Params.text(lang)).numbers(words::TrainingTime.text(lang));
    for model in &result.models {
        let can = [
            model.family != Family::Unsupervised && model.answer.is_some(),
            model.fills.is_some(),
            model.makes.is_some(),
            model.usual.is_some(),
        ];
        let secs = result.timing.training_secs.get(&model.model);
        let secs = secs.map_or(Cell::undefined(), |&secs| duration(lang, secs).into());
        let name = std::iter::once(models::inline(lang, model.model).into());
        table.row(name.chain(can.map(mark)).chain([model.n_params.into(), secs]));
    }
    table
}

fn mark(can: bool) -> Cell {
    if can { Cell::from("✓").with(Emphasis::For) } else { Cell::undefined() }
}

fn duration(lang: Lang, secs: f64) -> String {
    if secs < 0.0005 {
        words::Milliseconds { ms: "<1" }.say(lang)
    } else if secs < 0.9995 {
        words::Milliseconds { ms: format!("{:.0}", secs * 1000.0) }.say(lang)
    } else {
        words::Seconds { secs: fixed(secs, 1) }.say(lang)
    }
}

/// What the language models read, where there are any.
fn sentences(result: &Comparison, page: &mut Page) {
    let written = result.models.iter().find_map(|model| model.makes.as_ref()?.text.clone());
    if let Some(sentence) = model::example(result).or(written) {
        match result.options.unit {
            Unit::Clause => page.remark(words::TokensClause { sentence }),
            Unit::Character => page.remark(words::TokensCharacter { sentence }),
        }
    }
}
