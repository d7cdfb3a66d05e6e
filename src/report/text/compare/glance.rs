//! All five at a glance.

use super::heading;
use crate::report::names;
use crate::report::number::{fixed, grouped, percent, probability};
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, compare as words};
use crate::task::compare::{Comparison, Family, LearnedFrom, Portrait, Subject};

/// One column a model, one row a question.
pub(super) fn table(result: &Comparison, lang: Lang) -> Table {
    let mut table = Table::new().words("");
    for _ in &result.models {
        table = table.numbers("");
    }
    let headings: Vec<_> = result.models.iter().map(|model| heading(lang, model.model)).collect();
    let mut line = |label: &str, cell: &dyn Fn(&Portrait) -> String| {
        table.row(std::iter::once(ink(Ink::Faint, label)).chain(result.models.iter().map(cell)));
    };
    let at = |model: &Portrait| result.models.iter().position(|other| other.model == model.model).unwrap_or(0);
    line("", &|model| ink(Ink::Strong, headings[at(model)].0));
    line("", &|model| ink(Ink::Strong, headings[at(model)].1));
    line(words::row_models(lang), &|model| subject(lang, model).to_owned());
    line(words::row_labels(lang), &|model| labels(lang, model).to_owned());
    let predicted = |model: &Portrait| model.answer.as_ref().map(|answer| answer.predicted.clone());
    line(words::row_answer(lang), &|model| {
        predicted(model).map_or(dash(), |class| ink(Ink::Strong, names::show(lang, &class)))
    });
    let sure = |model: &Portrait| model.answer.as_ref().map(|answer| answer.probabilities[&answer.predicted]);
    line(words::row_probability(lang), &|model| sure(model).map_or(dash(), probability));
    let accuracy = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.accuracy);
    let log_loss = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.log_loss);
    if result.folds.is_some() {
        line(words::row_accuracy(lang), &|model| accuracy(model).map_or(dash(), percent));
        line(words::row_log_loss(lang), &|model| log_loss(model).map_or(dash(), |loss| fixed(loss, 2)));
    }
    line(words::row_classify(lang), &|model| mark(model.family != Family::Unsupervised && model.answer.is_some()));
    line(words::row_fill(lang), &|model| mark(model.fills.is_some()));
    line(words::row_make(lang), &|model| mark(model.makes.is_some()));
    line(words::row_usual(lang), &|model| mark(model.usual.is_some()));
    line(words::row_params(lang), &|model| grouped(model.n_params));
    let secs = |model: &Portrait| result.timing.training_secs.get(&model.model).copied();
    line(words::row_time(lang), &|model| secs(model).map_or(dash(), |secs| duration(lang, secs)));
    table
}

fn subject(lang: Lang, model: &Portrait) -> &'static str {
    match model.models {
        Subject::Answer => "P(y|x)",
        Subject::Joint => "P(x,y)",
        Subject::NextToken => words::next_token(lang),
        Subject::Distances => words::distance(lang),
    }
}

fn labels(lang: Lang, model: &Portrait) -> &'static str {
    match model.learned_from {
        LearnedFrom::Labels => words::labels_used(lang),
        LearnedFrom::Sentences => words::labels_as_words(lang),
        LearnedFrom::None => words::labels_not_used(lang),
    }
}

fn mark(can: bool) -> String {
    if can { ink(Ink::For, "✓") } else { dash() }
}

fn dash() -> String {
    ink(Ink::Faint, "–")
}

fn duration(lang: Lang, secs: f64) -> String {
    if secs < 0.0005 {
        words::milliseconds(lang, "<1")
    } else if secs < 0.9995 {
        words::milliseconds(lang, format!("{:.0}", secs * 1000.0))
    } else {
        words::seconds(lang, fixed(secs, 1))
    }
}
