//! What stands above everything: the command, what is needed, and what of its figures the script leaves out.

use super::not_computed::NotComputed;
use super::recipe::Recipe;
use crate::report::words::{Lang, Say, script as words};

/// What stands above the script of one model.
pub(super) fn heading(recipe: &Recipe, needed: String, lang: Lang) -> [String; 3] {
    [words::Title { command: &recipe.command }.say(lang), needed, not_computed(recipe, lang)]
}

/// What the command shows and the script does not compute; empty where it computes all.
fn not_computed(recipe: &Recipe, lang: Lang) -> String {
    let name = |what: &NotComputed| match what {
        NotComputed::Rounding => words::RoundingErrors.text(lang),
        NotComputed::RocAuc => words::RoundedAuc.text(lang),
        NotComputed::Reasons => words::AskedReasons.text(lang),
        NotComputed::HowUsual => words::AskedRank.text(lang),
        NotComputed::Path => words::PenaltyPath.text(lang),
        NotComputed::ExactTests => words::ExactTests.text(lang),
        NotComputed::FoldsBeside => words::FoldsBeside.text(lang),
        NotComputed::OtherTrees => words::OtherTrees.text(lang),
        NotComputed::Silhouette => words::SampledSilhouette.text(lang),
        NotComputed::Range => words::ClusterRange.text(lang),
        NotComputed::Agreement => words::ClusterAgreement.text(lang),
        NotComputed::Steps => words::ClusterSteps.text(lang),
    };
    match recipe.not_computed.as_slice() {
        [] => String::new(),
        all => words::NotComputed { what: lang.clauses(all.iter().map(name)) }.say(lang),
    }
}
