//! A decision tree on the page: drawn, as rules, with its splits, its pruning, and the other
//! trees that are as good.

mod by_hand;
mod drawn;
mod others;
mod pruning;
mod said;
mod trace;
mod ways;

pub use others::others;
pub use ways::{explained, why};

use crate::model::Model;
use crate::report::page::{Block, Page, PageContext, Suggestion, Text};
use crate::report::words::tree as words;
use crate::report::{Lang, Say, names};
use crate::task::classifiers::Validation;
use crate::task::classify::Classification;

/// Lines of a tree before its lower branches are left out.
const MOST_LINES: usize = 28;
/// Rules that are shown.
const MOST_RULES: usize = 20;

/// The tree and what to know about it; then how it grew, if that is wanted.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let (Model::Tree(tree), Some(report)) = (&result.fitted, &result.tree) else { return };
    page.heading(words::Title);
    page.push(Block::Tree(drawn::root(tree, page.lang, MOST_LINES)));
    match tree.depth() {
        0 => page.remark(words::OnlyRoot),
        depth => page.remark(words::Size { leaves: tree.n_leaves(), depth }),
    }
    let tied = tree.nodes.iter().flat_map(|node| &node.split).filter(|split| !split.ties.is_empty()).count();
    if tied > 0 && report.others.is_none() {
        match result.options.own.tree.prefer {
            None => page.remark(words::TiesRemark { n: tied }),
            Some(_) => page.remark(words::TiesPreferred { n: tied }),
        }
    }
    if !report.splits.is_empty() {
        trace::section(result, tree, &report.splits, page);
    }
    if let Some(pruned) = &report.pruning {
        pruning::section(result, pruned, page);
    }
}

/// How many of the samples the tree does not grow on; nothing of a tree that grows on all of them.
pub(super) fn set_aside(result: &Classification, lang: Lang) -> String {
    let pruning = result.tree.as_ref().and_then(|report| report.pruning.as_ref());
    pruning.map_or_else(String::new, |pruning| {
        let held = pruning.n_validation;
        words::SetAside { grown: result.data.n_samples - held, held }.say(lang)
    })
}

/// The tree as rules, one a leaf.
pub fn rules(result: &Classification, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    let Some(report) = &result.tree else { return page };
    let lang = page.lang;
    page.heading(words::Rules);
    let rule = |rule: &crate::model::tree::TreeRule| {
        let class = said::class(result, &rule.predicted, lang);
        let support = said::support(rule.n_right.0, rule.n.0, lang);
        if rule.conditions.is_empty() {
            return words::RuleAlways { class, support }.say(lang);
        }
        words::Rule { conditions: said::steps(&rule.conditions, lang), class, support }.say(lang)
    };
    page.list(report.rules.iter().take(MOST_RULES).map(|one| Text::from(rule(one))));
    if report.rules.len() > MOST_RULES {
        page.remark(words::MoreRules { n: report.rules.len() - MOST_RULES });
    }
    page
}

/// What to try next with a tree.
pub(super) fn suggestions(result: &Classification, context: &PageContext) -> Vec<Suggestion> {
    let (Model::Tree(tree), Some(report)) = (&result.fitted, &result.tree) else { return Vec::new() };
    let (again, lang) = (|| context.again(), context.lang);
    let has_numbers = tree.features.iter().any(|feature| feature.levels.is_none());
    let is_book = result.data.n_samples == 17 && names::is_melons(&result.data);
    let all = [
        (!context.has("--trace")).then(|| again().with_flag("--trace").because(words::TryTrace, lang)),
        (report.pruning.is_none() && is_book).then(|| {
            let pruned = again().with("--prune", "post").with("--validation", Validation::Table42);
            pruned.because(words::TryBookPrune, lang)
        }),
        (report.pruning.is_none() && !is_book).then(|| again().with("--prune", "post").because(words::TryPrune, lang)),
        (!has_numbers && is_book).then(|| context.switch("tree").on("watermelon-3.0").because(words::TryNumbers, lang)),
        (!context.has("--rules")).then(|| again().with_flag("--rules").because(words::TryRules, lang)),
    ];
    all.into_iter().flatten().take(3).collect()
}
