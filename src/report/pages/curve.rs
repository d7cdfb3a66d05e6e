//! The page of `melon curve`: error over size, which model is ahead, and what theory expects.

use super::log_axis;
use crate::report::number::{fixed, grouped, rounded, short};
use crate::report::page::{
    Axis, Cell, DisplayTable, Emphasis, Marks, Page, PageContext, Plot, Reference, Suggestion, Text,
};
use crate::report::words::{Lang, common, curve as words};
use crate::report::{Say, models, names};
use crate::task::classifiers::ModelName;
use crate::task::curve::{
    Ahead, Curve, CurveModel, CurvePoint, LeadChange, ModelCurve, Pair, PairPoint, SETTLED_WITHIN,
};

/// One symbol a model, so that a plot can be read without colour.
const SYMBOLS: [char; 8] = ['o', '+', 'x', '*', '#', '@', '%', '='];
/// Tables below this size get a warning.
const SMALL: usize = 100;

/// What was measured, what of it is certain, and what to try next.
pub fn curve(result: &Curve, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    page.plot(plot(result, context.lang));
    page.heading(words::TableTitle);
    page.table(errors(result, context.lang));
    page.legend(words::BestMark);
    leads(result, &mut page);
    theory(result, &mut page);
    caveats(result, &mut page);
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

fn symbol(model: usize) -> char {
    SYMBOLS[model % SYMBOLS.len()]
}

/// A share in percent.
fn percent(share: f64) -> String {
    rounded(share * 100.0, 1)
}

fn opening(result: &Curve, page: &mut Page) {
    let (lang, data) = (page.lang, &result.data);
    match names::is_melons(data) {
        true => page.title(words::TitleMelons),
        false => page.title(words::TitleSamples),
    }
    let [from, to] = [result.sizes.first(), result.sizes.last()].map(|size| grouped(size.copied().unwrap_or(0)));
    let samples = names::count(lang, data, data.n_samples);
    let (models, table) = (result.curves.len(), &data.name);
    match from == to {
        true => page.say(words::OpeningOne { models, n: from, samples, table }),
        false => page.say(words::Opening { models, from, to, samples, table }),
    }
    page.say(words::Fair { n_test: grouped(result.n_test), n_splits: grouped(result.options.n_splits) });
}

fn plot(result: &Curve, lang: Lang) -> Plot {
    let measured = result.curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.error));
    let known = [Some(result.baseline.error), result.best_error].into_iter().flatten();
    let range = Axis::around(measured.chain(known).map(|error| error * 100.0));
    let x = log_axis::axis(words::XAxis.text(lang), result.sizes.iter().map(|&size| size as f64));
    let mut plot = Plot::new(x, Axis::new(words::YAxis.text(lang), range));
    for (i, curve) in result.curves.iter().enumerate() {
        let place = |point: &CurvePoint| log_axis::place(point.size as f64);
        let points: Vec<[f64; 2]> = curve.points.iter().map(|point| [place(point), point.error * 100.0]).collect();
        // An interval of two splits may reach far beyond what an error can be.
        let [low, high] = [0, 1].map(|end| move |point: &CurvePoint| point.interval[end].clamp(0.0, 1.0) * 100.0);
        let whiskers = curve.points.iter().map(|point| [place(point), low(point), high(point)]).collect();
        plot.add(None, Emphasis::Group(i), Marks::Whiskers(whiskers));
        plot.add(None, Emphasis::Group(i), Marks::Path(points.clone()));
        plot.mark(Some(models::curve(lang, curve.model)), symbol(i), Emphasis::Group(i), Marks::Points(points));
    }
    let class = names::show(lang, &result.baseline.class);
    let guessing = words::Guessing { class, error: percent(result.baseline.error) }.say(lang);
    plot.references.push(Reference::Horizontal(result.baseline.error * 100.0, guessing));
    if let Some(error) = result.best_error {
        let best = words::Best { error: percent(error) }.say(lang);
        plot.references.push(Reference::Horizontal(error * 100.0, best));
    }
    plot
}

/// One row a size, one column a model.
fn errors(result: &Curve, lang: Lang) -> DisplayTable {
    let mut table = DisplayTable::new().numbers(words::Size.text(lang));
    for (i, curve) in result.curves.iter().enumerate() {
        let name = models::setting(curve.model).unwrap_or_else(|| models::curve(lang, curve.model));
        table = table.marked_numbers(name, symbol(i));
    }
    for (row, &size) in result.sizes.iter().enumerate() {
        let points = || result.curves.iter().map(|curve| &curve.points[row]);
        let least = points().map(|point| point.error).fold(f64::INFINITY, f64::min);
        let cell = |point: &CurvePoint| {
            let cell = Cell::plus_minus(point.error * 100.0, point.interval.map(|end| end * 100.0), 1);
            if point.error == least { cell.with(Emphasis::Strong) } else { cell }
        };
        table.row(std::iter::once(size.into()).chain(points().map(cell)));
    }
    table
}

/// Which model is ahead, pair by pair.
fn leads(result: &Curve, page: &mut Page) {
    let lang = page.lang;
    if result.pairs.is_empty() {
        return;
    }
    page.heading(words::Who);
    let n = result.data.n_samples;
    // The intervals of a small table are too rough for this word.
    let (certainly, what) = match n < SMALL {
        true => ("", words::Ahead.text(lang)),
        false => (words::Certainly.text(lang), words::Certain.text(lang)),
    };
    result.pairs.iter().for_each(|pair| page.say(names::capital(&lead(pair, certainly, lang))));
    page.remark(words::SureRemark { what });
    page.remark(words::TableRemark);
    if n < SMALL {
        page.say(Text::emphasised(Emphasis::Strong, words::Tiny { n_test: result.n_test, n }.say(lang)));
    }
}

/// What is shown about one pair, in a sentence: which is ahead, and how `certainly`.
fn lead(pair: &Pair, certainly: &str, lang: Lang) -> String {
    let [reference, other] = [pair.reference, pair.other].map(|model| models::curve(lang, model));
    let sure: Vec<&PairPoint> = pair.points.iter().filter(|point| point.ahead != Ahead::Unsure).collect();
    let Some(first) = sure.first() else {
        let last = pair.points.last().expect("a curve has a point");
        let [low, high] = last.interval.map(percent);
        return words::NeverSure { a: reference, b: other, n: grouped(last.size), low, high }.say(lang);
    };
    let (a, b) = if first.ahead == Ahead::Other { (&other, &reference) } else { (&reference, &other) };
    let ends = |turn: &LeadChange| [turn.from_size, turn.to_size].map(grouped);
    match pair.turns.as_slice() {
        [] => {
            let sizes = lang.names(shortened(sure.iter().map(|point| grouped(point.size)).collect()));
            let most = sure.iter().max_by(|a, b| a.difference.abs().total_cmp(&b.difference.abs()));
            let (n, by) = most.map_or_else(Default::default, |most| (grouped(most.size), lead_of(most, lang)));
            let ahead = match sure.len() {
                1 => words::AheadOnce { a, b, certainly, n, by }.say(lang),
                _ => words::OneAhead { a, b, certainly, sizes, n, by }.say(lang),
            };
            let elsewhere = (sure.len() < pair.points.len()).then(|| words::Elsewhere.text(lang).to_owned());
            lang.sentences(std::iter::once(ahead).chain(elsewhere))
        }
        [turn] => {
            let [from, to] = ends(turn);
            let by = |size| sure.iter().find(|point| point.size == size).map(|point| lead_of(point, lang));
            let [first, then] = [turn.from_size, turn.to_size].map(|size| by(size).unwrap_or_default());
            words::Crossing { a, b, certainly, from, to, first, then }.say(lang)
        }
        turns => {
            let change = |turn: &LeadChange| {
                let [from, to] = ends(turn);
                let b = if turn.ahead == Ahead::Other { &other } else { &reference };
                words::Change { b, from, to }.say(lang)
            };
            words::Crossings { a, b, n: turns.len(), changes: lang.list(turns.iter().map(change)) }.say(lang)
        }
    }
}

/// Between what the lead of the one that is ahead lies.
fn lead_of(point: &PairPoint, lang: Lang) -> String {
    let [low, high] = point.interval;
    let [low, high] = if point.difference > 0.0 { [low, high] } else { [-high, -low] };
    // What leaves out 0 is not to read as 0.
    let [low, high] = [low, high].map(|end| fixed(end * 100.0, 1));
    words::Between { low, high }.say(lang)
}

/// The first two and the last of many.
fn shortened(mut items: Vec<String>) -> Vec<String> {
    if items.len() > 4 {
        items.splice(2..items.len() - 1, ["…".to_owned()]);
    }
    items
}

fn theory(result: &Curve, page: &mut Page) {
    let Some(bayes) = result.pairs.iter().find(|pair| pair.reference.name() == ModelName::NaiveBayes) else { return };
    page.heading(words::Theory);
    page.say(words::NgJordan);
    let unpenalised = CurveModel::logistic(0.0);
    let pair = result.pairs.iter().find(|pair| pair.other == unpenalised).unwrap_or(bayes);
    if result.data.n_samples >= SMALL {
        needs(result, pair, page);
    }
    at_the_end(pair, page);
    independence(result, page);
    if let Some(error) = result.best_error {
        let best = words::BestError { error: percent(error) }.say(page.lang);
        let is_below = result.curves.iter().flat_map(|curve| &curve.points).any(|point| point.error < error);
        let below = is_below.then(|| words::BelowBest { n_test: grouped(result.n_test) }.say(page.lang));
        page.say(page.lang.sentences(std::iter::once(best).chain(below)));
    }
}

/// How soon each model is near its own limit, and whether the reference is the sooner one.
fn needs(result: &Curve, pair: &Pair, page: &mut Page) {
    let lang = page.lang;
    // At the last size every curve is at its own end: whether it has settled is not known there.
    let last = result.sizes.last().copied().unwrap_or_default();
    let size = |size: usize| {
        if size < last { grouped(size) } else { words::OrMore { n: grouped(size) }.say(lang) }
    };
    let settled = |curve: &ModelCurve| {
        if curve.settled_between[0] >= last {
            return words::SettledLater { model: models::curve(lang, curve.model), n: size(last) }.say(lang);
        }
        let [low, high] = curve.settled_between.map(size);
        words::SettledOne { model: models::curve(lang, curve.model), n: size(curve.settled_at), low, high }.say(lang)
    };
    let list = lang.clauses(result.curves.iter().map(settled));
    page.say(words::Settled { points: short(SETTLED_WITHIN * 100.0, 1), list });
    let (a, b) = (models::curve(lang, pair.reference), models::curve(lang, pair.other));
    page.remark(words::SettledRemark);
    match pair.settles_sooner {
        Ahead::Reference => page.say(words::NeedsFewer { a, b }),
        Ahead::Other => page.say(words::NeedsFewer { a: b, b: a }),
        Ahead::Unsure => match the_same_need(result, pair) {
            Some(n) if n >= last => page.say(words::NeedsLater { a, b, n: grouped(n) }),
            Some(n) => page.say(words::NeedsSame { a, b, n: grouped(n) }),
            None => page.say(words::NeedsUnclear { a, b }),
        },
    }
}

/// The size at which both models of a pair settle, if that is the same one in (nearly) all draws of the splits.
fn the_same_need(result: &Curve, pair: &Pair) -> Option<usize> {
    let of = |model: CurveModel| result.curves.iter().find(|curve| curve.model == model);
    let (reference, other) = (of(pair.reference)?, of(pair.other)?);
    let [low, high] = reference.settled_between;
    (low == high && other.settled_between == [low, high]).then_some(low)
}

/// The difference at the largest size.
fn at_the_end(pair: &Pair, page: &mut Page) {
    let last = pair.points.last().expect("a curve has a point");
    let [reference, other] = [pair.reference, pair.other].map(|model| models::curve(page.lang, model));
    let n = grouped(last.size);
    let [low, high] = last.interval;
    let better = |a: String, b: String, [points, low, high]: [f64; 3]| {
        let [points, low, high] = [points, low, high].map(percent);
        words::LastBetter { a, b, n: &n, points, low, high }
    };
    match last.ahead {
        Ahead::Reference => page.say(better(reference, other, [last.difference, low, high])),
        Ahead::Other => page.say(better(other, reference, [-last.difference, -high, -low])),
        Ahead::Unsure => {
            if low == 0.0 && high == 0.0 {
                return page.say(words::LastSame { a: reference, b: other, n });
            }
            let [low, high] = [low, high].map(percent);
            page.say(words::LastUnsure { a: reference, b: other, n, low, high });
        }
    }
}

fn independence(result: &Curve, page: &mut Page) {
    let found = &result.independence;
    match &found.strongest {
        Some(pair) => {
            let [a, b] = pair.features.each_ref().map(|feature| names::show(page.lang, feature));
            let nats = fixed(pair.mutual_information_nats, 3);
            page.say(words::Dependent { n: found.n_dependent, pairs: found.n_tested, a, b, nats });
        }
        None if found.n_tested == 0 => page.say(words::Untested),
        None => page.say(words::Independent { pairs: found.n_tested }),
    }
}

fn caveats(result: &Curve, page: &mut Page) {
    let guessed = counted(result, |point| point.n_guessed, page.lang);
    let separated = counted(result, |point| point.n_separated, page.lang);
    if guessed.is_empty() && separated.is_empty() {
        return;
    }
    page.heading(words::Caveats);
    for (list, models) in guessed {
        page.caveat(words::Guessed { models: names::capital(&page.lang.list(models)), list });
    }
    for (list, models) in separated {
        page.caveat(words::Separated { models: names::capital(&page.lang.list(models)), list });
    }
}

/// In how many splits something was so, size by size, and the models of which that holds alike.
fn counted(result: &Curve, count: fn(&CurvePoint) -> usize, lang: Lang) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for curve in &result.curves {
        let some = curve.points.iter().filter(|point| count(point) > 0);
        let (colon, space) = (lang.language().colon, lang.language().space);
        let counts = lang.phrases(some.map(|point| format!("{}{colon}{space}{}", grouped(point.size), count(point))));
        let name = models::curve(lang, curve.model);
        match all.iter_mut().find(|(known, _)| *known == counts) {
            Some((_, models)) => models.push(name),
            None if !counts.is_empty() => all.push((counts, vec![name])),
            None => {}
        }
    }
    all
}

fn suggestions(result: &Curve, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let n = result.options.n_splits.saturating_mul(4);
    let mut next = vec![
        context.again().with("--splits", n).because(words::TryMore { n }, lang),
        context.again().with("--format", "csv").because(words::TryCsv, lang),
        match result.best_error {
            Some(_) => context.other("curve").on("watermelon-3.0").because(words::TryTable, lang),
            None => context.other("curve").on("melon-field").because(words::TryField, lang),
        },
    ];
    if names::is_melons(&result.data) {
        let bayes = context.switch("classify").on(&result.data.name).with("--model", "naive-bayes");
        next.push(bayes.because(words::TryBayes, lang));
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixtures;
    use crate::report::page::Command;

    /// Seventeen melons, of which the other model is ahead at the sizes `ahead`.
    fn with_leads(ahead: &[usize]) -> Curve {
        let mut result = fixtures::tiny_curves();
        let pair = &mut result.pairs[0];
        pair.turns.clear();
        for point in &mut pair.points {
            point.ahead = if ahead.contains(&point.size) { Ahead::Other } else { Ahead::Unsure };
            (point.difference, point.interval) = (-0.2, [-0.3, -0.1]);
        }
        result
    }

    #[test]
    fn a_small_table_makes_no_lead_certain() {
        let result = with_leads(&[8, 10]);
        let in_english = (Lang::En, "certainly ahead", "intervals are rough", "l2=0 is ahead, the most with");
        let in_chinese = (Lang::Zh, "能确定领先", "只是粗略的", "领先的是逻辑回归（l2=0）；");
        for (lang, word, rough, ahead) in [in_english, in_chinese] {
            let page = format!("{:?}", curve(&result, &PageContext::new(lang, Command::new("curve"))).blocks);
            assert!(page.contains(ahead) && page.contains(rough) && !page.contains(word), "{page}");
        }
    }

    #[test]
    fn models_that_settle_at_the_same_size_are_not_said_to_disagree() {
        let mut result = fixtures::tiny_curves();
        let pair = result.pairs[0].clone();
        let last = result.sizes.last().copied().unwrap();
        for size in [result.sizes[0], last] {
            result.curves.iter_mut().for_each(|curve| (curve.settled_at, curve.settled_between) = (size, [size; 2]));
            assert_eq!(the_same_need(&result, &pair), Some(size));
        }
        let at = result.curves.iter().position(|curve| curve.model == pair.other).unwrap();
        result.curves[at].settled_between = [result.sizes[0], last];
        assert_eq!(the_same_need(&result, &pair), None);
    }

    #[test]
    fn the_only_size_is_not_the_one_with_the_most() {
        let result = with_leads(&[8]);
        let pair = &result.pairs[0];
        let said = lead(pair, words::Certainly.text(Lang::En), Lang::En);
        assert!(said.contains("with 8 samples logistic regression l2=0 is certainly ahead (by 10.0 to 30.0"), "{said}");
        assert!(!said.contains("the most"), "{said}");
        let said = lead(pair, "", Lang::Zh);
        assert!(said.contains("用 8 个样本时，领先的是逻辑回归（l2=0）（10.0 到 30.0 个百分点）"), "{said}");
    }
}
