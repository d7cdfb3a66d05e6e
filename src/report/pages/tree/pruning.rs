//! What pruning did, decision by decision.

use super::said;
use crate::model::tree::{Decision, Prune, Pruning};
use crate::report::number::percent;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page};
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

fn table(pruned: &Pruning, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words(words::NodeColumn.text(lang)).numbers(words::Here.text(lang));
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
    if prune == Prune::Post {
        let (gone, there): (Vec<&Decision>, Vec<&Decision>) =
            all.iter().filter(|one| !one.pruned).partition(|one| is_gone(one, all));
        let equal = there.iter().filter(|one| one.n_right_leaf == one.n_right_split).count();
        if equal > 0 {
            page.remark(words::PrunedNothingTies { n: equal });
        }
        if !gone.is_empty() {
            page.remark(words::KeptThenGone { n: gone.len() });
        }
    }
}

/// Whether a node above was cut later, from below up, and this one with it.
fn is_gone(decision: &Decision, all: &[Decision]) -> bool {
    let way = &decision.node.0;
    all.iter().any(|cut| cut.pruned && cut.node.0.len() < way.len() && way.starts_with(&cut.node.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tree::{Branch, PathStep, TreePath};
    use crate::report::page::Block;

    fn decision(way: &[&str], pruned: bool, n_right_leaf: usize) -> Decision {
        let step = |value: &&str| PathStep { feature: "a".into(), branch: Branch::Value((*value).into()) };
        let node = TreePath(way.iter().map(step).collect());
        Decision { node, feature: "b".into(), threshold: None, n_right_leaf, n_right_split: 1, n_here: 1, pruned }
    }

    fn said(decisions: Vec<Decision>, lang: Lang) -> String {
        let mut page = Page::new(lang);
        verdict(&Pruning { rows: vec![], n_validation: 4, n_right: 2, decisions }, Prune::Post, &mut page);
        let text = |block: &Block| match block {
            Block::Paragraph(text) | Block::Remark(text) => text.plain(),
            other => panic!("{other:?}"),
        };
        page.blocks.iter().map(text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_went_with_a_node_above_did_not_stay() {
        let below = || [decision(&["u", "x"], false, 1), decision(&["u", "z"], false, 0), decision(&["v"], false, 1)];
        let stays: Vec<Decision> = below().into_iter().chain([decision(&["u"], false, 0)]).collect();
        assert!(said(stays.clone(), Lang::En).contains("At 2 nodes a leaf"), "{}", said(stays, Lang::En));
        let cut: Vec<Decision> = below().into_iter().chain([decision(&["u"], true, 2)]).collect();
        let page = said(cut.clone(), Lang::En);
        assert!(page.contains("At 1 node a leaf") && page.contains("kept, 2 went later"), "{page}");
        assert!(said(cut, Lang::Zh).contains("有 2 个后来"));
        let all = below().into_iter().chain([decision(&[], true, 2)]).collect();
        let page = said(all, Lang::En);
        assert!(!page.contains("a leaf would do") && page.contains("kept, 3 went later"), "{page}");
    }
}
