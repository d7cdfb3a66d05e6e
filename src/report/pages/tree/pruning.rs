//! What pruning did, decision by decision.

use super::said;
use crate::model::tree::{Decision, Prune, Pruning};
use crate::report::number::percent;
use crate::report::page::{Cell, Emphasis, Page, Table};
use crate::report::words::tree as words;
use crate::report::{Lang, Say, names};
use crate::task::classifiers::Validation;
use crate::task::classify::Classification;

/// Decisions that are shown.
const MOST_DECISIONS: usize = 12;
/// Rows that were set aside and are named.
const MOST_ROWS: usize = 20;

/// Which samples decided, what they said, and what that means.
pub(super) fn section(result: &Classification, pruned: &Pruning, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Pruning);
    let grown = names::count(lang, &result.data, result.data.n_samples - pruned.n_validation);
    match result.options.own.tree.validation {
        Some(Validation::Table42) => {
            page.say(words::HeldTable { grown, held: lang.names(pruned.rows.iter().map(usize::to_string)) });
        }
        _ if pruned.n_validation <= MOST_ROWS => {
            page.say(words::HeldRows { grown, held: lang.names(pruned.rows.iter().map(usize::to_string)) });
        }
        _ => page.say(words::Held { grown, held: pruned.n_validation }),
    }
    let prune = result.options.own.tree.prune.unwrap_or_default();
    match prune {
        Prune::None => page.say(words::NoPruning),
        Prune::Pre => page.say(words::PreTitle),
        Prune::Post => page.say(words::PostTitle),
    }
    page.table(table(pruned, lang));
    if pruned.decisions.len() > MOST_DECISIONS {
        page.remark(words::MoreDecisions { n: pruned.decisions.len() - MOST_DECISIONS });
    }
    let (right, n) = (pruned.n_right, pruned.n_validation);
    page.say(words::Validated { right, n, share: percent(right as f64 / n as f64) });
    if prune != Prune::None {
        verdict(pruned, prune, page);
    }
    page.remark(words::NotTheTest);
    if prune == Prune::Pre {
        page.remark(words::PreIsNotPost);
    }
    page.remark(words::TrainingHolds);
}

fn table(pruned: &Pruning, lang: Lang) -> Table {
    let head = Table::new().words(words::NodeColumn.text(lang)).numbers(words::Here.text(lang));
    let head = head.numbers(words::AsLeaf.text(lang)).numbers(words::AsSplit.text(lang));
    let mut table = head.words(words::Decision.text(lang));
    for one in pruned.decisions.iter().take(MOST_DECISIONS) {
        let right = |right: usize| words::RightOf { right, n: pruned.n_validation }.say(lang);
        let decision = match one.pruned {
            true => Cell::from(words::Stopped.text(lang)).with(Emphasis::Against),
            false => Cell::from(words::Kept.text(lang)).with(Emphasis::For),
        };
        let (leaf, split) = (right(one.n_right_leaf).into(), right(one.n_right_split).into());
        table.row([node(one, lang).into(), one.n_here.into(), leaf, split, decision]);
    }
    table
}

fn node(decision: &Decision, lang: Lang) -> String {
    let way = match decision.node.0.as_slice() {
        [] => words::Root.text(lang).to_owned(),
        [step] => said::step(step, lang),
        [.., step] => words::Deeper { node: said::step(step, lang) }.say(lang),
    };
    words::NodeSplit { node: way, split: said::split(&decision.feature, decision.threshold, lang) }.say(lang)
}

/// What to make of it where nothing was cut, or nothing grew.
fn verdict(pruned: &Pruning, prune: Prune, page: &mut Page) {
    let (n, all) = (pruned.n_validation, &pruned.decisions);
    let n_pruned = all.iter().filter(|one| one.pruned).count();
    match (prune, n_pruned) {
        _ if all.is_empty() => page.say(words::NothingToDecide),
        (Prune::Post, 0) => {
            page.say(words::PrunedNothing { n, step: percent(1.0 / n as f64) });
        }
        (Prune::Pre, _) if all[0].pruned => page.say(words::NothingGrew),
        _ => {}
    }
    let equal = all.iter().filter(|one| !one.pruned && one.n_right_leaf == one.n_right_split).count();
    if prune == Prune::Post && equal > 0 {
        page.remark(words::PrunedNothingTies { n: equal });
    }
}
