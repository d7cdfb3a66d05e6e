//! How each split was chosen: every candidate with its gain.

use super::{by_hand, said};
use crate::data::Builtin;
use crate::model::Tree;
use crate::model::tree::{Criterion, Division, Examined, Tried, entropy};
use crate::report::names::show;
use crate::report::number::fixed;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page};
use crate::report::words::tree as words;
use crate::report::{Lang, Say};
use crate::task::classify::Classification;

/// Nodes that are shown.
const MOST_NODES: usize = 8;
/// Melons of the book's table.
const BOOK_ROWS: usize = 17;

/// Node by node, the root first; what to know of it before and behind.
pub(super) fn section(result: &Classification, tree: &Tree, splits: &[Examined], page: &mut Page) {
    let criterion = result.options.own.tree.criterion.unwrap_or_default();
    page.heading(words::Trace);
    match criterion {
        Criterion::Gain => page.say(words::TraceGain),
        Criterion::GainRatio => page.say(words::TraceRatio),
        Criterion::Gini => page.say(words::TraceGini),
    }
    let mut differs = false;
    for node in splits.iter().take(MOST_NODES) {
        differs |= of_node(node, criterion, page);
    }
    if splits.len() > MOST_NODES {
        page.remark(words::MoreNodes { n: splits.len() - MOST_NODES });
    }
    // What follows is about all of them, not about the last.
    page.heading(words::TraceNotes);
    let empty = tree.nodes.iter().filter(|node| node.split.is_none() && node.n() == 0.0).count();
    if empty > 0 {
        page.remark(words::EmptyLeaves { n: empty });
    }
    if differs {
        page.remark(words::RoundedFigures);
    }
    remarks(result, splits, criterion, page);
}

/// Whether a result differs from what its line gives by hand.
fn of_node(node: &Examined, criterion: Criterion, page: &mut Page) -> bool {
    let lang = page.lang;
    match node.node.0.as_slice() {
        [] => page.heading(words::AtRoot),
        steps => page.heading(words::AtNode { path: said::steps(steps, lang) }),
    }
    let n = said::weight(node.n);
    match criterion {
        Criterion::Gini => page.say(words::ExaminedGini { n, gini: fixed(node.gini, 3) }),
        _ => page.say(words::Examined { n, entropy: fixed(node.entropy, 3) }),
    }
    if !node.candidates.is_empty() {
        page.table(table(node, criterion, lang));
    }
    if node.chosen.is_none() {
        page.say(words::NothingToAsk);
    }
    node.chosen.is_some_and(|at| by_hand::formulas(node, &node.candidates[at], criterion, page))
}

/// The best split of each feature, the best of all first.
fn table(node: &Examined, criterion: Criterion, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words(words::Candidate.text(lang)).numbers(words::Gain.text(lang));
    let mut table = match criterion {
        Criterion::Gain => head,
        Criterion::GainRatio => head.numbers(words::GainRatio.text(lang)),
        Criterion::Gini => head.numbers(words::Gini.text(lang)),
    }
    .words("");
    for (at, tried) in ranked(node, criterion) {
        let emphasis = (node.chosen == Some(at)).then_some(Emphasis::Strong);
        let set = |cell: Cell| emphasis.map_or(cell.clone(), |emphasis| cell.with(emphasis));
        let mut cells = vec![name(tried, lang).into(), set(Cell::number(tried.gain.max(0.0), 3))];
        if criterion != Criterion::Gain {
            cells.push(set(Cell::number(tried.score, 3)));
        }
        cells.push(verdict(node, at, tried, lang).into());
        table.row(cells);
    }
    table
}

/// Those that are the best of their feature, in the order of the criterion.
fn ranked(node: &Examined, criterion: Criterion) -> Vec<(usize, &Tried)> {
    let mut best: Vec<(usize, &Tried)> =
        node.candidates.iter().enumerate().filter(|(_, tried)| tried.is_best).collect();
    let merit = |tried: &Tried| match (criterion, tried.score) {
        (Criterion::Gini, Some(score)) => -score,
        (_, Some(score)) => score,
        (_, None) => f64::NEG_INFINITY,
    };
    let is_first = |at: usize| node.chosen == Some(at) || node.ties.contains(&at);
    best.sort_by(|(a, one), (b, other)| {
        let place = |at: usize| (!is_first(at), node.chosen != Some(at));
        place(*a).cmp(&place(*b)).then(merit(other).total_cmp(&merit(one))).then(a.cmp(b))
    });
    best
}

fn name(tried: &Tried, lang: Lang) -> String {
    let Some(threshold) = tried.threshold else { return show(lang, &tried.feature) };
    let n = tried.n_thresholds;
    let (feature, threshold) = (show(lang, &tried.feature), crate::report::number::short(threshold, 4));
    if n > 1 {
        words::Midpoints { feature, threshold, n }.say(lang)
    } else {
        words::OneMidpoint { feature, threshold }.say(lang)
    }
}

fn verdict(node: &Examined, at: usize, tried: &Tried, lang: Lang) -> &'static str {
    let divides = tried.division.as_ref().is_some_and(Division::divides);
    match () {
        () if node.chosen == Some(at) => words::Chosen.text(lang),
        () if node.ties.contains(&at) => words::Tied.text(lang),
        () if !divides => words::DividesNothing.text(lang),
        () if !tried.eligible => words::BelowMean.text(lang),
        () => "",
    }
}

fn remarks(result: &Classification, splits: &[Examined], criterion: Criterion, page: &mut Page) {
    let has_gaps = |node: &Examined| node.candidates.iter().any(|tried| by_hand::has_gaps(node, tried));
    if splits.iter().take(MOST_NODES).any(has_gaps) {
        match criterion {
            Criterion::Gini => page.remark(words::TraceGapsGini),
            _ => page.remark(words::TraceGaps),
        }
    }
    let root = splits.first().filter(|_| criterion != Criterion::Gini);
    if let Some((tried, rounded)) = root.and_then(rounded_on_the_way) {
        let rounding = words::Rounding {
            feature: show(page.lang, &tried.feature),
            rounded: format!("{rounded:.3}"),
            exact: format!("{:.3}", tried.gain),
            entropy: format!("{:.3}", splits[0].entropy),
        };
        // Of the book's whole table the figure is known from copies; of any other nobody has printed it.
        let copies = is_exercise(result).then(|| words::Copies.say(page.lang));
        page.remark(page.lang.sentences([rounding.say(page.lang)].into_iter().chain(copies)));
    }
    if splits.iter().flat_map(|node| &node.candidates).any(|tried| tried.threshold.is_some()) {
        page.remark(words::TraceNumbers);
    }
    if splits.iter().any(|node| !node.ties.is_empty()) {
        page.remark(words::ExactTies);
    }
    page.remark(words::Spaces);
}

/// Whether this is the exercise of the book, on all of its melons.
fn is_exercise(result: &Classification) -> bool {
    let tables = [Some(Builtin::Watermelon2), Some(Builtin::Watermelon3)];
    let is_whole = result.tree.as_ref().is_none_or(|tree| tree.pruning.is_none());
    tables.contains(&result.data.builtin) && result.data.n_samples == BOOK_ROWS && is_whole
}

/// A category of the root whose gain comes out otherwise, to three decimals, where entropies are
/// rounded to three decimals first.
fn rounded_on_the_way(root: &Examined) -> Option<(&Tried, f64)> {
    let round = |x: f64| (x * 1000.0).round() / 1000.0;
    let rounded = |division: &Division| {
        let parts = division.weights().into_iter().zip(&division.children);
        let rest: f64 = parts.map(|(weight, classes)| weight / root.n * round(entropy(classes))).sum();
        round(round(root.entropy) - rest)
    };
    let whole = |tried: &&Tried| tried.threshold.is_none() && tried.is_best && !by_hand::has_gaps(root, tried);
    let mut found =
        root.candidates.iter().filter(whole).filter_map(|tried| Some((tried, rounded(tried.division.as_ref()?))));
    found.find(|(tried, rounded)| (round(tried.gain) - rounded).abs() > 1e-9)
}
