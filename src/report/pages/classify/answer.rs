//! The answer for one melon, and why.

use super::super::{described, terms::signed_bars};
use super::classes::class_name;
use super::likelihoods;
use crate::report::number::{probability, short, signed};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, Text};
use crate::report::words::classify as words;
use crate::report::{Say, models, names};
use crate::task::classify::{ClassPrediction, Classification};
use crate::task::summary::Contribution;

/// The probability of each class, then each feature's share of the log-odds.
pub(super) fn section(result: &Classification, prediction: &ClassPrediction, page: &mut Page) {
    page.heading(described(&result.data, &prediction.input, page.lang));
    probabilities(result, prediction, page);
    if let Some((title, lines)) = models::explained(&result.data, prediction.explanation.as_ref(), page.lang) {
        page.heading(title);
        page.list(lines.into_iter().map(Text::from));
    }
    if prediction.contributions.is_empty() {
        return;
    }
    if let Some(known) = &prediction.generative {
        likelihoods::product(result, prediction, known, page);
    }
    shares(result, prediction, page);
    if let Some(known) = &prediction.generative {
        likelihoods::usual(result, known, page);
    }
}

/// One gauge a class; the one that is the answer is marked.
fn probabilities(result: &Classification, prediction: &ClassPrediction, page: &mut Page) {
    let lang = page.lang;
    let mut table = DisplayTable::new().words("").numbers(words::Probability.text(lang)).drawing("").words("");
    for class in result.data.classes.iter().rev() {
        let p = prediction.probabilities.get(class).copied().unwrap_or(0.0);
        let name = class_name(result, class, lang).into();
        table.row(if *class == prediction.predicted {
            let p_cell = Cell::probability(p).with(Emphasis::Strong);
            [name, p_cell, Cell::gauge(p, Emphasis::For), words::TheAnswer.text(lang).into()]
        } else {
            [name, Cell::probability(p), Cell::gauge(p, Emphasis::Faint), Cell::empty()]
        });
    }
    page.table(table);
    if result.options.threshold != 0.5 {
        let threshold = short(result.options.threshold, 4);
        page.remark(words::FromThreshold { class: super::positive(result, lang), threshold });
    }
}

/// What each term adds to the log-odds of the positive class; of more than two classes, to
/// the score of the one predicted.
fn shares(result: &Classification, prediction: &ClassPrediction, page: &mut Page) {
    let lang = page.lang;
    let is_own = |c: &&Contribution| c.class.as_ref().is_none_or(|class| *class == prediction.predicted);
    let name = |term: &str| match prediction.generative {
        Some(_) if term == names::INTERCEPT => words::Prior.text(lang).to_owned(),
        _ => names::show(lang, term),
    };
    let own: Vec<(String, f64)> =
        prediction.contributions.iter().filter(is_own).map(|c| (name(&c.term), c.value)).collect();
    let of = result.data.positive_class.as_ref();
    page.heading(words::Shares { class: class_name(result, of.unwrap_or(&prediction.predicted), lang) });
    page.table(signed_bars(
        &own,
        words::LogOdds.text(lang),
        [words::SideAgainst.text(lang), words::SideFor.text(lang)],
        lang,
    ));
    super::super::terms::and_more(own.len(), page);
    if let Some(p) = of.and_then(|class| prediction.probabilities.get(class)) {
        let log_odds = signed(own.iter().map(|(_, value)| value).sum());
        let sum = words::SumLine { log_odds, probability: probability(*p) }.say(lang);
        page.say(Text::emphasised(Emphasis::Strong, sum));
    }
}
