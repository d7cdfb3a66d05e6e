//! The page of `melon curve`: error over size, who is ahead, and what theory expects.

use super::log_axis;
use crate::report::Say;
use crate::report::layout::{Page, width};
use crate::report::names;
use crate::report::number::{fixed, grouped, short};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::table::Table;
use crate::report::words::{common, curve as words};
use crate::task::curve::{Ahead, Curve, CurveModel, ModelCurve, Pair, PairPoint, SETTLED_WITHIN};

/// One mark a model, so that a plot can be read without colour.
const MARKS: [char; 8] = ['o', '+', 'x', '*', '#', '@', '%', '='];
/// Tables below this size get a warning.
const SMALL: usize = 100;

/// What was measured, what of it is sure, and what to try next.
pub fn curve(result: &Curve, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    plot(result, &mut page);
    errors(result, &mut page);
    who(result, &mut page);
    theory(result, &mut page);
    caveats(result, &mut page);
    try_next(result, &mut page);
    page.finish()
}

fn mark(model: usize) -> char {
    MARKS[model % MARKS.len()]
}

fn name(model: CurveModel, style: &Style) -> String {
    match model {
        CurveModel::Logistic { l2 } => words::Logistic { l2 }.say(style.lang),
        CurveModel::NaiveBayes => words::NaiveBayes.text(style.lang).to_owned(),
        CurveModel::NGram => words::Ngram.text(style.lang).to_owned(),
        CurveModel::Gpt => "GPT".to_owned(),
    }
}

fn opening(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let melons = names::is_melons(&result.data);
    page.title(if melons { words::TitleMelons.text(lang) } else { words::TitleSamples.text(lang) });
    let samples = names::count(lang, &result.data, result.data.n_samples);
    let ends = [result.sizes.first(), result.sizes.last()].map(|size| grouped(size.copied().unwrap_or(0)));
    let [from, to] = ends;
    let table = &result.data.name;
    page.say(match result.curves.len() {
        1 => words::OpeningOne { from, to, samples, table }.say(lang),
        n => words::Opening { models: n, from, to, samples, table }.say(lang),
    });
    page.say(words::Fair { n_test: grouped(result.n_test), n_splits: grouped(result.options.n_splits) }.say(lang));
    page.blank();
}

fn plot(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let all = result.curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.error * 100.0));
    let lines = [Some(result.baseline.error), result.best_error].map(|error| error.map(|e| e * 100.0));
    let y_range = Plot::range(all.chain(lines.into_iter().flatten()).collect::<Vec<_>>().into_iter());
    let log = |size: usize| (size as f64).log10();
    let x_range = Plot::range(result.sizes.iter().map(|&size| log(size)));
    let mut plot = Plot::new(x_range, y_range, (page.inner_width() - 8).min(64), 14);
    lines.into_iter().flatten().for_each(|error| plot.curve(|_| error, Ink::Faint));
    for (i, curve) in result.curves.iter().enumerate() {
        curve.points.iter().for_each(|p| plot.point(log(p.size), p.error * 100.0, mark(i), Ink::Group(i)));
    }
    plot.x_ticks = log_axis::ticks(x_range);
    page.block(plot.lines(words::XAxis.text(lang), words::YAxis.text(lang)));
    legend(result, page);
}

/// The marks and their models, then the lines, as many beside each other as fit.
fn legend(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let entry =
        |(i, curve): (usize, &ModelCurve)| format!("{} {}", ink(Ink::Group(i), mark(i)), name(curve.model, page.style));
    let mut entries: Vec<String> = result.curves.iter().enumerate().map(entry).collect();
    let percent = |error: f64| format!("{}%", fixed(error * 100.0, 1));
    let line = |what: String, error: f64| ink(Ink::Faint, format!("⠒ {what} {}", percent(error)));
    let class = names::show(lang, &result.baseline.class);
    entries.push(line(words::Guessing { class }.say(lang), result.baseline.error));
    entries.extend(result.best_error.map(|error| line(words::Best.text(lang).to_owned(), error)));
    let mut lines = vec![String::new()];
    for entry in entries {
        let last = lines.last_mut().expect("never empty");
        if !last.is_empty() && width(last) + 3 + width(&entry) > page.inner_width() {
            lines.push(entry);
        } else {
            *last += &format!("{}{entry}", if last.is_empty() { "" } else { "   " });
        }
    }
    page.block(lines);
}

fn errors(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::TableTitle.text(lang));
    let mut table = Table::new().numbers(words::Size.text(lang));
    for (i, curve) in result.curves.iter().enumerate() {
        let short_name = match curve.model {
            CurveModel::Logistic { l2 } => format!("l2={l2}"),
            other => name(other, page.style),
        };
        table = table.numbers(format!("{} {short_name}", mark(i)));
    }
    for (row, &size) in result.sizes.iter().enumerate() {
        let points = || result.curves.iter().map(|curve| &curve.points[row]);
        let least = points().map(|point| point.error).fold(f64::INFINITY, f64::min);
        let cell = |point: &crate::task::curve::CurvePoint| {
            let half = (point.interval[1] - point.interval[0]) / 2.0;
            let text = format!("{} ±{}", fixed(point.error * 100.0, 1), fixed_small(half * 100.0));
            if point.error == least { ink(Ink::For, text) } else { text }
        };
        table.row(std::iter::once(grouped(size)).chain(points().map(cell)));
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::BestMark.text(lang));
}

/// One decimal, never in scientific notation.
fn fixed_small(value: f64) -> String {
    format!("{value:.1}")
}

fn who(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    if result.pairs.is_empty() {
        return;
    }
    page.heading(words::Who.text(lang));
    result.pairs.iter().for_each(|pair| page.say(lead(pair, page.style)));
    page.remark(words::SureRemark.text(lang));
    page.remark(words::OverlapRemark.text(lang));
    if result.data.n_samples < SMALL {
        page.say(ink(Ink::Strong, words::Tiny { n_test: result.n_test, n: result.data.n_samples }.say(lang)));
    }
}

/// One pair's story in a sentence.
fn lead(pair: &Pair, style: &Style) -> String {
    let lang = style.lang;
    let names = |ahead: Ahead| match ahead {
        Ahead::Other => (name(pair.other, style), name(pair.reference, style)),
        _ => (name(pair.reference, style), name(pair.other, style)),
    };
    let sure: Vec<&PairPoint> = pair.points.iter().filter(|point| point.ahead != Ahead::Unsure).collect();
    match (pair.turns.as_slice(), sure.first()) {
        (_, None) => words::NeverSure { a: name(pair.reference, style), b: name(pair.other, style) }.say(lang),
        ([], Some(first)) => {
            let (ahead, behind) = names(first.ahead);
            let sizes: Vec<String> = sure.iter().map(|point| grouped(point.size)).collect();
            words::OneAhead { a: ahead, b: behind, sizes: lang.names(shortened(&sizes)) }.say(lang)
        }
        ([turn], _) => {
            let (later, earlier) = names(turn.ahead);
            words::Crossing { a: earlier, b: later, from: grouped(turn.from_size), to: grouped(turn.to_size) }.say(lang)
        }
        (turns, Some(first)) => {
            let (ahead, behind) = names(first.ahead);
            let change = |turn: &crate::task::curve::Turn| {
                words::Change { b: names(turn.ahead).0, from: grouped(turn.from_size), to: grouped(turn.to_size) }
                    .say(lang)
            };
            let changes: Vec<String> = turns.iter().map(change).collect();
            words::Crossings { a: ahead, b: behind, n: turns.len(), changes: lang.list(changes) }.say(lang)
        }
    }
}

/// The first and the last of many.
fn shortened(items: &[String]) -> Vec<&str> {
    match items {
        [first, second, .., last] if items.len() > 4 => vec![first, second, "…", last],
        few => few.iter().map(String::as_str).collect(),
    }
}

fn theory(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let Some(bayes) = result.pairs.iter().find(|pair| pair.reference == CurveModel::NaiveBayes) else { return };
    page.heading(words::Theory.text(lang));
    page.say(words::NgJordan.text(lang));
    let unpenalised = CurveModel::Logistic { l2: 0.0 };
    let pair = result.pairs.iter().find(|pair| pair.other == unpenalised).unwrap_or(bayes);
    if result.data.n_samples >= SMALL {
        needs(result, pair, page);
    }
    page.say(at_the_end(pair, page.style));
    independence(result, page);
    if let Some(error) = result.best_error {
        page.say(words::BestError { error: format!("{}%", fixed(error * 100.0, 1)) }.say(lang));
    }
}

/// How soon each model is near its own limit, and whether the reference is the sooner one.
fn needs(result: &Curve, pair: &Pair, page: &mut Page) {
    let (style, lang) = (page.style, page.style.lang);
    let settled = |curve: &ModelCurve| {
        words::SettledOne { model: name(curve.model, style), n: grouped(curve.settled_at) }.say(lang)
    };
    let needs: Vec<String> = result.curves.iter().map(settled).collect();
    page.say(words::Settled { points: short(SETTLED_WITHIN * 100.0, 1), list: lang.list(needs) }.say(lang));
    let settled_at = |model| result.curves.iter().find(|curve| curve.model == model).map(|curve| curve.settled_at);
    let (a, b) = (name(pair.reference, style), name(pair.other, style));
    page.say(match settled_at(pair.reference) < settled_at(pair.other) {
        true => words::NeedsFewer { a, b }.say(lang),
        false => words::NeedsNoFewer { a, b }.say(lang),
    });
}

fn at_the_end(pair: &Pair, style: &Style) -> String {
    let lang = style.lang;
    let last = pair.points.last().expect("a curve has a point");
    let points = |share: f64| fixed_small(share * 100.0);
    let [low, high] = last.interval;
    let (reference, other, n) = (name(pair.reference, style), name(pair.other, style), grouped(last.size));
    match last.ahead {
        Ahead::Reference => words::LastBetter {
            a: reference,
            b: other,
            n,
            points: points(last.difference),
            low: points(low),
            high: points(high),
        }
        .say(lang),
        Ahead::Other => words::LastBetter {
            a: other,
            b: reference,
            n,
            points: points(-last.difference),
            low: points(-high),
            high: points(-low),
        }
        .say(lang),
        Ahead::Unsure => {
            words::LastUnsure { a: reference, b: other, n, low: points(low), high: points(high) }.say(lang)
        }
    }
}

fn independence(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let found = &result.independence;
    page.say(match &found.strongest {
        Some(pair) => {
            let [a, b] = pair.features.each_ref().map(|feature| names::show(lang, feature));
            let nats = fixed(pair.mutual_information_nats, 3);
            words::Dependent { n: found.n_dependent, pairs: found.n_tested, a, b, nats }.say(lang)
        }
        None if found.n_tested == 0 => words::Untested.text(lang).to_owned(),
        None => words::Independent { pairs: found.n_tested }.say(lang),
    });
}

fn caveats(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let counts = |curve: &ModelCurve, count: fn(&crate::task::curve::CurvePoint) -> usize| {
        let some: Vec<String> = (curve.points.iter())
            .filter(|point| count(point) > 0)
            .map(|point| format!("{}: {}", grouped(point.size), count(point)))
            .collect();
        (!some.is_empty()).then(|| lang.phrases(some))
    };
    let guessed = result.curves.first().and_then(|curve| counts(curve, |point| point.n_guessed));
    let separated: Vec<(String, String)> = (result.curves.iter())
        .filter_map(|curve| Some((name(curve.model, page.style), counts(curve, |point| point.n_separated)?)))
        .collect();
    if guessed.is_none() && separated.is_empty() {
        return;
    }
    page.heading(words::Caveats.text(lang));
    guessed.into_iter().for_each(|list| page.say(words::Guessed { list }.say(lang)));
    separated.into_iter().for_each(|(model, list)| page.say(words::Separated { model, list }.say(lang)));
}

fn try_next(result: &Curve, page: &mut Page) {
    let lang = page.style.lang;
    let style = page.style;
    let more = result.options.n_splits * 4;
    let mut commands = vec![
        (style.again_with(&format!("--splits {more}")), words::TryMore { n: more }.say(lang)),
        (style.again_with("--format csv"), words::TryCsv.text(lang).to_owned()),
    ];
    if result.best_error.is_some() {
        commands.push(("melon curve watermelon-3.0".to_owned(), words::TryTable.text(lang).to_owned()));
    } else {
        commands.push(("melon curve melon-field".to_owned(), words::TryField.text(lang).to_owned()));
    }
    let table = &result.data.name;
    if names::is_melons(&result.data) {
        commands.push((format!("melon classify {table} --model naive-bayes"), words::TryBayes.text(lang).to_owned()));
    }
    page.heading(common::TryNext.text(lang));
    page.commands(&commands);
}
