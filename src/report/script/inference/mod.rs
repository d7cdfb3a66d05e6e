//! How sure the estimates of a fit without a penalty are, and how well it fits.

use super::language::ScriptLanguage;
use super::literal::{numbers, text};
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// The part about them, which prints the `estimates`, too; `None` where the command shows nothing of the kind.
pub(super) fn part(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Option<ScriptPart> {
    let inference = recipe.beside.inference.as_ref()?;
    if matches!(recipe.method, Method::Linear { .. }) {
        let target = text(recipe.target.as_deref().unwrap_or_default());
        let code = language.of(include_str!("linear.py"), include_str!("linear.R"));
        return Some(ScriptPart::new([words::LinearInference.say(lang)], code.replace("TARGET", &target)));
    }
    let information = match recipe.classes().len() {
        2 => language.of(include_str!("information_two.py"), include_str!("information_two.R")),
        _ => language.of(include_str!("information_many.py"), include_str!("information_many.R")),
    };
    let tests = language.of(include_str!("logistic.py"), include_str!("logistic.R"));
    let code = information.to_owned() + &tests.replace("STEPS", &numbers(&inference.steps));
    Some(ScriptPart::new([words::LogisticInference.say(lang)], code))
}
