//! What a model learned: coefficients as bars, or as R's table.

use super::classify::positive;
use super::separation;
use crate::report::bars::signed_bar;
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::number::{fixed, list, maybe, p_value, signed, stars};
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, classify as words, common};
use crate::report::{bars, names};
use crate::task::classify::{Classification, Coefficient};

/// The section about the coefficients, in the form that suits the fit.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    if result.fit.is_separated() {
        return separation::section(result, page);
    }
    page.heading(&words::WhatSpeaks { class: subject(result, page.style) }.say(lang));
    let has_errors = result.coefficients.iter().any(|c| c.std_error.is_some());
    if result.data.classes.len() > 2 {
        if has_errors { inference_by_class(result, page) } else { by_class(result, page) }
    } else if has_errors {
        inference(result, page);
    } else {
        signed_bars(result, page);
    }
}

fn subject(result: &Classification, style: &Style) -> String {
    match result.data.positive_class {
        Some(_) => positive(result, style.lang),
        None => names::show(style.lang, result.data.target.as_deref().unwrap_or_default()),
    }
}

/// A bar for each term, grouped as the table's columns are.
fn signed_bars(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let terms: Vec<(String, f64)> =
        result.coefficients.iter().map(|c| (names::show(lang, &c.term), c.estimate.unwrap_or(0.0))).collect();
    page.block(bar_lines(&terms, page.style));
    page.remark(words::LogOddsRemark { class: positive(result, page.style.lang) }.say(lang));
}

/// Bars between "against" and "for".
pub(super) fn bar_lines(terms: &[(String, f64)], style: &Style) -> Vec<String> {
    bar_lines_between(terms, style, [words::Against.text(style.lang), words::SpeaksFor.text(style.lang)])
}

/// Name, number and bar of each term, under a line that says which side is which.
pub(super) fn bar_lines_between(terms: &[(String, f64)], style: &Style, sides: [&str; 2]) -> Vec<String> {
    let lang = style.lang;
    let shown = &terms[..terms.len().min(super::MOST_TERMS)];
    let name_width = shown.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(style.width / 2);
    let largest = shown.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
    let half = ((style.width - 2 - name_width - 12) / 2).clamp(8, 20);
    let side = |text: &str, fill: usize| ink(Ink::Faint, pad_left(text, fill));
    let [against, speaks_for] = sides;
    let head = format!("{}{}   {}", " ".repeat(name_width + 11), side(against, half - 1), ink(Ink::Faint, speaks_for));
    let line = |(name, value): &(String, f64)| {
        let name = crate::report::layout::shorten(name, name_width);
        format!("{}  {}  {}", pad(&name, name_width), pad_left(&signed(*value), 7), signed_bar(*value, largest, half))
    };
    let more = terms.len() - shown.len();
    let rest = (more > 0).then(|| ink(Ink::Faint, common::AndMore { n: more }.say(lang)));
    std::iter::once(head).chain(shown.iter().map(line)).chain(rest).collect()
}

/// R's `summary(glm)`.
fn inference(result: &Classification, page: &mut Page) {
    estimates(&result.coefficients.iter().collect::<Vec<_>>(), page);
    fit_lines(result, page);
}

/// The estimates with all that is known of them; where one table is too wide for the page,
/// what belongs to the estimate goes below what belongs to its test.
fn estimates(terms: &[&Coefficient], page: &mut Page) {
    let shown = &terms[..terms.len().min(super::MOST_TERMS)];
    let width = page.inner_width();
    let whole = table_of(shown, page.style, &[tested, effect]);
    if whole.fits(width) {
        page.block(whole.lines(width));
    } else {
        page.block(table_of(shown, page.style, &[tested]).lines(width));
        page.blank();
        page.block(table_of(shown, page.style, &[effect]).lines(width));
    }
    let more = terms.len() - shown.len();
    if more > 0 {
        page.remark(common::AndMore { n: more }.say(page.style.lang));
    }
}

/// Some columns of the table: their headings, or a term's cells.
type Part = fn(Option<&Coefficient>, Lang) -> Vec<(String, Side)>;

/// One line a term, with the columns of these parts.
fn table_of(terms: &[&Coefficient], style: &Style, parts: &[Part]) -> Table {
    let lang = style.lang;
    let headings = parts.iter().flat_map(|part| part(None, lang));
    let table = Table::new().words(common::Term.text(lang));
    let mut table = headings.fold(table, |table, (name, side)| table.column(name, side, 0));
    for &c in terms {
        let cells = parts.iter().flat_map(|part| part(Some(c), lang)).map(|(cell, _)| cell);
        table.row(std::iter::once(names::show(lang, &c.term)).chain(cells));
    }
    table
}

/// The estimate and its test.
fn tested(of: Option<&Coefficient>, lang: Lang) -> Vec<(String, Side)> {
    let (numbers, stars) = match of {
        None => (
            [common::Estimate.text(lang), common::StdError.text(lang), "z", common::PValue.text(lang)]
                .map(str::to_owned),
            String::new(),
        ),
        Some(c) => (
            [maybe(c.estimate, 4), maybe(c.std_error, 4), maybe(c.z, 2), p_value(c.p_value)],
            stars(c.p_value).to_owned(),
        ),
    };
    numbers.map(|cell| (cell, Side::Right)).into_iter().chain([(stars, Side::Left)]).collect()
}

/// How large the effect may be.
fn effect(of: Option<&Coefficient>, lang: Lang) -> Vec<(String, Side)> {
    let cells = match of {
        None => [common::Interval.text(lang), words::OddsRatio.text(lang)].map(str::to_owned),
        Some(c) => {
            let between = |[low, high]: [f64; 2]| format!("{} … {}", fixed(low, 2), fixed(high, 2));
            [c.interval.map_or("–".to_owned(), between), maybe(c.odds_ratio, 2)]
        }
    };
    cells.map(|cell| (cell, Side::Right)).to_vec()
}

/// Stars, reference levels, deviances.
fn fit_lines(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let fit = &result.fit;
    page.remark(common::Stars.text(lang));
    if !result.reference.is_empty() {
        let levels: Vec<String> = result.reference.iter().map(|term| names::show(lang, term)).collect();
        page.remark(common::Reference { levels: list(lang, &levels) }.say(lang));
    }
    let [null_df, residual_df] = fit.df;
    let (null, residual) = (fixed(fit.null_deviance, 3), fixed(fit.residual_deviance, 3));
    page.say(words::Deviances { null, null_df, residual, residual_df }.say(lang));
    let aic = fit.aic.map(|aic| words::Aic { aic: fixed(aic, 3) }.say(lang));
    let iterations = fit.iterations.map(|n| words::Iterations { n }.say(lang));
    page.say([aic, iterations].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("；", "; ")));
}

/// A class after the other, each against the reference.
fn inference_by_class(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let target = result.data.target.as_deref().unwrap_or_default();
    let shown = |class: &String| names::show(lang, &format!("{target}={class}"));
    let Some((reference, others)) = result.data.classes.split_first() else { return };
    for (at, class) in others.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        page.say(words::ClassAgainst { class: shown(class), reference: shown(reference) }.say(lang));
        estimates(&result.coefficients.iter().filter(|c| c.class.as_ref() == Some(class)).collect::<Vec<_>>(), page);
    }
    fit_lines(result, page);
}

/// One column a class.
fn by_class(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let mut table = Table::new().words(common::Term.text(lang));
    for class in &result.data.classes {
        table = table.numbers(names::show(lang, class));
    }
    let mut terms: Vec<&str> = Vec::new();
    for c in &result.coefficients {
        if !terms.contains(&c.term.as_str()) {
            terms.push(&c.term);
        }
    }
    let estimate = |term: &str, class: &String| {
        let own = |c: &&Coefficient| c.term == term && c.class.as_ref() == Some(class);
        result.coefficients.iter().find(own).and_then(|c| c.estimate).map_or("–".to_owned(), signed)
    };
    for term in terms.iter().take(super::MOST_TERMS) {
        let cells = result.data.classes.iter().map(|class| estimate(term, class));
        table.row(std::iter::once(names::show(lang, term)).chain(cells));
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::SoftmaxRemark.text(lang));
}

/// A bar for a probability, the class beside it.
pub(super) fn probability_bar(p: f64, columns: usize, chosen: bool) -> String {
    bars::gauge(p, columns, if chosen { Ink::For } else { Ink::Faint })
}
