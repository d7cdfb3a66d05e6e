//! What stands above everything: the command, what is needed, and what of its figures the script leaves out.

use super::recipe::{NotComputed, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// What stands above the script of one model.
pub(super) fn heading(recipe: &Recipe, needed: String, lang: Lang) -> [String; 3] {
    [words::Title { command: &recipe.command }.say(lang), needed, not_computed(recipe, lang)]
}

/// What the command shows and the script does not compute; empty where it computes all.
fn not_computed(recipe: &Recipe, lang: Lang) -> String {
    let name = |what: &NotComputed| match what {
        NotComputed::LogisticErrors => words::LogisticErrors.text(lang),
        NotComputed::LinearErrors => words::LinearErrors.text(lang),
        NotComputed::LinearFit => words::LinearFit.text(lang),
        NotComputed::Answers => words::AskedAnswers.text(lang),
        NotComputed::Path => words::PenaltyPath.text(lang),
    };
    match recipe.not_computed.as_slice() {
        [] => String::new(),
        all => words::NotComputed { what: lang.clauses(all.iter().map(name)) }.say(lang),
    }
}
