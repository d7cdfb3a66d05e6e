//! The same logistic regression with more freedom and with less: along penalties, in the same folds.

use super::language::ScriptLanguage;
use super::literal::numbers;
use super::part::ScriptPart;
use super::recipe::Recipe;
use super::{figures, sklearn};
use crate::report::words::{Lang, Say, script as words};

/// The part about it; `None` where nobody asked, or the script cannot.
pub(super) fn part(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Option<ScriptPart> {
    let path = recipe.beside.l2_path.as_ref()?;
    let penalties: Vec<f64> = path.points.iter().map(|point| point.l2).collect();
    let judged_by: Vec<f64> = [path.more_freedom, path.less_freedom].iter().flatten().map(|step| step.l2).collect();
    let answered = match recipe.classes().len() {
        2 => include_str!("two.R"),
        _ => include_str!("many.R"),
    };
    let mut code = if recipe.beside.has_gain { String::new() } else { figures::paired(language).to_owned() };
    code += &language
        .of(include_str!("path.py"), include_str!("path.R"))
        .replace("PENALTIES", &numbers(&penalties))
        .replace("MODEL", &sklearn::logistic_of("1 / l2"))
        .replace("ANSWERED\n", answered);
    if !judged_by.is_empty() {
        code += &language
            .of(include_str!("changes.py"), include_str!("changes.R"))
            .replace("CHOSEN", &path.l2.to_string())
            .replace("JUDGED_BY", &numbers(&judged_by));
    }
    Some(ScriptPart::new([words::AlongPenalties.say(lang)], code))
}
