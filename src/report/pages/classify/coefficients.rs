//! What a model learned: coefficients as bars, or as R's table.

use super::super::MOST_TERMS;
use super::super::terms::{and_more, signed_bars};
use super::classes::{class_name, positive};
use super::many::{MOST_CLASSES, and_more_classes};
use super::separation;
use crate::report::number::{fixed, short, stars};
use crate::report::page::{Cell, DisplayTable, Page};
use crate::report::words::{classify as words, common};
use crate::report::{Say, names};
use crate::task::classify::{Classification, Coefficient};

/// The section about the coefficients, in the form that suits the fit.
pub(super) fn section(result: &Classification, page: &mut Page) {
    if result.fit.is_separated() {
        return separation::section(result, page);
    }
    let subject = match result.data.positive_class {
        Some(_) => positive(result, page.lang),
        None => names::show(page.lang, result.data.target.as_deref().unwrap_or_default()),
    };
    page.heading(words::WhatSpeaks { class: subject });
    let has_errors = result.coefficients.iter().any(|c| c.std_error.is_some());
    match (has_errors, result.data.classes.len() > 2) {
        (true, true) => inference_by_class(result, page),
        (true, false) => inference(result, page),
        (false, true) => by_class(result, page),
        (false, false) => as_bars(result, page),
    }
}

/// A bar for each term, grouped as the table's columns are.
fn as_bars(result: &Classification, page: &mut Page) {
    let lang = page.lang;
    let terms: Vec<(String, f64)> =
        result.coefficients.iter().map(|c| (names::show(lang, &c.term), c.estimate.unwrap_or(0.0))).collect();
    page.table(signed_bars(
        &terms,
        words::LogOdds.text(lang),
        [words::SideAgainst.text(lang), words::SideFor.text(lang)],
        lang,
    ));
    and_more(terms.len(), page);
    page.remark(words::LogOddsRemark { class: positive(result, lang) });
}

/// R's `summary(glm)`.
fn inference(result: &Classification, page: &mut Page) {
    estimates(result.coefficients.iter(), page);
    fit_lines(result, page);
}

/// The estimates and how sure they are, then the effects and their tests.
fn estimates<'a>(terms: impl Iterator<Item = &'a Coefficient> + Clone, page: &mut Page) {
    let lang = page.lang;
    let head = DisplayTable::new().words(common::Term.text(lang)).numbers(common::Estimate.text(lang));
    let head = head.numbers(common::StdError.text(lang)).numbers(common::Interval.text(lang)).may_break();
    let head = head.numbers(words::OddsRatio.text(lang));
    let mut table = head.numbers("z").numbers(common::PValue.text(lang)).words("");
    for c in terms.clone().take(MOST_TERMS) {
        table.row([
            names::show(lang, &c.term).into(),
            Cell::number(c.estimate, 4),
            Cell::number(c.std_error, 4),
            Cell::interval(c.interval, 2),
            Cell::number(c.odds_step.map(|step| step.ratio).or(c.odds_ratio), 2),
            Cell::number(c.z, 2),
            Cell::p_value(c.p_value),
            stars(c.p_value).into(),
        ]);
    }
    page.table(table);
    and_more(terms.clone().count(), page);
    let step = |c: &Coefficient| Some(format!("{} +{}", names::show(lang, &c.term), short(c.odds_step?.size, 6)));
    let steps: Vec<String> = terms.take(MOST_TERMS).filter_map(step).collect();
    if !steps.is_empty() {
        page.remark(words::OddsSteps { steps: lang.list(steps) });
    }
}

/// Stars, reference levels, deviances.
fn fit_lines(result: &Classification, page: &mut Page) {
    let (lang, fit) = (page.lang, &result.fit);
    page.remark(common::Stars);
    if !result.reference.is_empty() {
        let levels = lang.list(result.reference.iter().map(|term| names::show(lang, term)));
        page.remark(common::Reference { levels });
    }
    let [null_df, residual_df] = fit.df;
    let (null, residual) = (fixed(fit.null_deviance, 3), fixed(fit.residual_deviance, 3));
    page.say(words::Deviances { null, null_df, residual, residual_df });
    let aic = fit.aic.map(|aic| words::Aic { aic: fixed(aic, 3) }.say(lang));
    let iterations = fit.iterations.map(|n| words::Iterations { n }.say(lang));
    page.say(lang.clauses(aic.into_iter().chain(iterations)));
}

/// A class after the other, each against the reference.
fn inference_by_class(result: &Classification, page: &mut Page) {
    let lang = page.lang;
    let Some((reference, others)) = result.data.classes.split_first() else { return };
    for class in others.iter().take(MOST_CLASSES - 1) {
        let shown = |class: &str| class_name(result, class, lang);
        page.say(words::ClassAgainst { class: shown(class), reference: shown(reference) });
        estimates(result.coefficients.iter().filter(|c| c.class.as_ref() == Some(class)), page);
    }
    and_more_classes(result, page);
    fit_lines(result, page);
}

/// One column a class.
fn by_class(result: &Classification, page: &mut Page) {
    let (lang, classes) = (page.lang, &result.data.classes);
    let classes = &classes[..classes.len().min(MOST_CLASSES)];
    let head = DisplayTable::new().words(common::Term.text(lang));
    let mut table = classes.iter().fold(head, |table, class| table.numbers(names::show(lang, class)));
    let mut terms: Vec<&str> = Vec::new();
    for c in &result.coefficients {
        if !terms.contains(&c.term.as_str()) {
            terms.push(&c.term);
        }
    }
    let estimate = |term: &str, class: &String| {
        let own = |c: &&Coefficient| c.term == term && c.class.as_ref() == Some(class);
        Cell::signed(result.coefficients.iter().find(own).and_then(|c| c.estimate))
    };
    for term in terms.iter().take(MOST_TERMS) {
        let cells = classes.iter().map(|class| estimate(term, class));
        table.row(std::iter::once(names::show(lang, term).into()).chain(cells));
    }
    page.table(table);
    and_more(terms.len(), page);
    and_more_classes(result, page);
    page.remark(words::SoftmaxRemark);
}
