//! All models at a glance.

use crate::report::models::heading;
use crate::report::names;
use crate::report::number::{fixed, grouped, percent, probability};
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, Say, compare as words};
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
    line(words::RowModels.text(lang), &|model| subject(lang, model.models).to_owned());
    line(words::RowLabels.text(lang), &|model| labels(lang, model).to_owned());
    let predicted = |model: &Portrait| model.answer.as_ref().map(|answer| answer.predicted.clone());
    line(words::RowAnswer.text(lang), &|model| {
        predicted(model).map_or(dash(), |class| ink(Ink::Strong, names::show(lang, &class)))
    });
    let sure = |model: &Portrait| model.answer.as_ref().map(|answer| answer.probabilities[&answer.predicted]);
    line(words::RowProbability.text(lang), &|model| sure(model).map_or(dash(), probability));
    let accuracy = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.accuracy);
    let log_loss = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.log_loss);
    if result.folds.is_some() {
        line(words::RowAccuracy.text(lang), &|model| accuracy(model).map_or(dash(), percent));
        line(words::RowLogLoss.text(lang), &|model| log_loss(model).map_or(dash(), |loss| fixed(loss, 2)));
    }
    line(words::RowClassify.text(lang), &|model| mark(model.family != Family::Unsupervised && model.answer.is_some()));
    line(words::RowFill.text(lang), &|model| mark(model.fills.is_some()));
    line(words::RowMake.text(lang), &|model| mark(model.makes.is_some()));
    line(words::RowUsual.text(lang), &|model| mark(model.usual.is_some()));
    line(words::RowParams.text(lang), &|model| grouped(model.n_params));
    let secs = |model: &Portrait| result.timing.training_secs.get(&model.model).copied();
    line(words::RowTime.text(lang), &|model| secs(model).map_or(dash(), |secs| duration(lang, secs)));
    table
}

fn subject(lang: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::Answer => "P(y|x)",
        Subject::Joint => "P(x,y)",
        Subject::NextToken => words::NextToken.text(lang),
        Subject::Distances => words::Distance.text(lang),
    }
}

fn labels(lang: Lang, model: &Portrait) -> &'static str {
    match model.learned_from {
        LearnedFrom::Labels => words::LabelsUsed.text(lang),
        LearnedFrom::Sentences => words::LabelsAsWords.text(lang),
        LearnedFrom::None => words::LabelsNotUsed.text(lang),
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
        words::Milliseconds { ms: "<1" }.say(lang)
    } else if secs < 0.9995 {
        words::Milliseconds { ms: format!("{:.0}", secs * 1000.0) }.say(lang)
    } else {
        words::Seconds { secs: fixed(secs, 1) }.say(lang)
    }
}
