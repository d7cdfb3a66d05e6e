//! What a model learned: coefficients as bars, or as R's table.

use super::classify::{is_separated, positive};
use crate::report::bars::signed_bar;
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::number::{fixed, list, maybe, p_value, signed, stars};
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{classify as words, common};
use crate::report::{bars, names};
use crate::task::classify::{Classification, Coefficient};

/// The section about the coefficients, in the form that suits the fit.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    if is_separated(result) {
        return separation(result, page);
    }
    page.heading(&words::what_speaks(lang, subject(result, page.style)));
    if result.data.classes.len() > 2 {
        by_class(result, page);
    } else if result.coefficients.iter().any(|c| c.std_error.is_some()) {
        inference(result, page);
    } else {
        signed_bars(result, page);
    }
}

fn subject(result: &Classification, style: &Style) -> String {
    match result.data.positive_class {
        Some(_) => positive(result, style),
        None => names::show(style.lang, result.data.target.as_deref().unwrap_or_default()),
    }
}

/// A bar for each term, grouped as the table's columns are.
fn signed_bars(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let terms: Vec<(String, f64)> =
        result.coefficients.iter().map(|c| (names::show(lang, &c.term), c.estimate.unwrap_or(0.0))).collect();
    page.block(bar_lines(&terms, page.style));
    page.remark(words::log_odds_remark(lang, positive(result, page.style)));
}

/// Bars between "against" and "for".
pub(super) fn bar_lines(terms: &[(String, f64)], style: &Style) -> Vec<String> {
    bar_lines_between(terms, style, [words::against(style.lang), words::speaks_for(style.lang)])
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
    let rest = (more > 0).then(|| ink(Ink::Faint, common::and_more(lang, more)));
    std::iter::once(head).chain(shown.iter().map(line)).chain(rest).collect()
}

/// R's `summary(glm)`.
fn inference(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let mut table = Table::new()
        .words(common::term(lang))
        .numbers(common::estimate(lang))
        .numbers(common::std_error(lang))
        .numbers("z")
        .numbers(common::p_value(lang))
        .words("")
        .column(words::odds_ratio(lang), Side::Right, 2)
        .column(common::interval(lang), Side::Right, 1);
    for c in result.coefficients.iter().take(super::MOST_TERMS) {
        table.row(inference_row(c, page.style));
    }
    page.block(table.lines(page.inner_width()));
    fit_lines(result, page);
}

fn inference_row(c: &Coefficient, style: &Style) -> [String; 8] {
    let interval = c.interval.map_or("–".to_owned(), |[low, high]| format!("{} … {}", fixed(low, 2), fixed(high, 2)));
    [
        names::show(style.lang, &c.term),
        maybe(c.estimate, 4),
        maybe(c.std_error, 4),
        maybe(c.z, 2),
        p_value(c.p_value),
        stars(c.p_value).to_owned(),
        maybe(c.odds_ratio, 2),
        interval,
    ]
}

/// Stars, reference levels, deviances.
fn fit_lines(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let fit = &result.fit;
    page.remark(common::stars(lang));
    if !result.reference.is_empty() {
        let levels: Vec<String> = result.reference.iter().map(|term| names::show(lang, term)).collect();
        page.remark(common::reference(lang, list(lang, &levels)));
    }
    let [null_df, residual_df] = fit.df;
    let (null, residual) = (fixed(fit.null_deviance, 3), fixed(fit.residual_deviance, 3));
    page.say(words::deviances(lang, null, null_df, residual, residual_df));
    let aic = fit.aic.map(|aic| words::aic(lang, fixed(aic, 3)));
    let iterations = fit.iterations.map(|n| words::iterations(lang, n));
    page.say([aic, iterations].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("；", "; ")));
}

/// One column a class.
fn by_class(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let mut table = Table::new().words(common::term(lang));
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
    page.remark(words::softmax_remark(lang));
    if result.options.l2 == 0.0 {
        fit_lines(result, page);
    }
}

/// Why there are no numbers to show.
fn separation(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::no_estimate(lang));
    let terms: Vec<String> = result.fit.separating_terms.iter().map(|term| names::show(lang, term)).collect();
    let terms = list(lang, &terms);
    page.say(match result.fit.separation.as_str() {
        "complete" => words::separated_completely(lang, terms),
        _ => words::separated_quasi(lang, terms),
    });
    page.say(words::separated_why(lang));
    page.say(ink(Ink::Strong, words::separated_remedy(lang)));
}

/// A bar for a probability, the class beside it.
pub(super) fn probability_bar(p: f64, columns: usize, chosen: bool) -> String {
    bars::gauge(p, columns, if chosen { Ink::For } else { Ink::Faint })
}
