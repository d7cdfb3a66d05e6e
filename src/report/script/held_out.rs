//! The figures on samples that the fits had not seen, in the folds of the program, beside those on samples learned
//! from.

use super::answers;
use super::folds::{HeldOut, NotHeldOut};
use super::literal::text;
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// The language of a script.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum ScriptLanguage {
    Python,
    R,
}

/// The part of a script about them; `None` where nothing was held out.
pub(super) fn part(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Option<ScriptPart> {
    let why = match &recipe.held_out {
        HeldOut::Untested => return None,
        HeldOut::Folds(_) | HeldOut::Alone => None,
        HeldOut::Not(NotHeldOut::NoEstimate) => Some(words::NotWithoutPenalty.say(lang)),
        HeldOut::Not(NotHeldOut::Unfinished) => Some(words::NotUnfinished.say(lang)),
        HeldOut::Not(NotHeldOut::TooMany) => Some(words::NotSoMany.say(lang)),
    };
    if let Some(why) = why {
        return Some(ScriptPart::new([words::NoHeldOut { why }.say(lang)], String::new()));
    }
    let (folds, is_number) = (folds(&recipe.held_out, language), matches!(recipe.method, Method::Linear { .. }));
    // Of neighbours and naive Bayes the function has been used already.
    let is_known = matches!(recipe.method, Method::Knn { .. } | Method::NaiveBayes { .. });
    let function = |code: String| if is_known { String::new() } else { code + "\n" };
    let code = match (language, is_number) {
        (ScriptLanguage::Python, false) => {
            let function = function(answers::python::answer_from(recipe));
            folds
                + "truth = np.array(y)\n\n"
                + &function
                + &frame(recipe, language)
                + include_str!("answers/figures.py")
        }
        (ScriptLanguage::R, false) => {
            let labels = if matches!(recipe.method, Method::Tree { .. }) { "y" } else { "labels" };
            let function = function(answers::r::answer_from(recipe));
            format!("{folds}truth <- {labels}\n{function}")
                + &frame(recipe, language)
                + include_str!("answers/figures.R")
        }
        (ScriptLanguage::Python, true) => {
            let target = text(recipe.target.as_deref().unwrap_or_default());
            let function = answers::python::answer_from(recipe);
            format!("{folds}truth = table[{target}].to_numpy(float)\n\n{function}\n")
                + include_str!("answers/numbers.py")
        }
        (ScriptLanguage::R, true) => {
            folds + "truth <- y\n" + &answers::r::answer_from(recipe) + include_str!("answers/numbers.R")
        }
    };
    Some(ScriptPart::new([words::HeldOut.say(lang)], code))
}

/// Functions that answer in the folds and measure the answers.
pub(super) fn frame(recipe: &Recipe, language: ScriptLanguage) -> String {
    match language {
        ScriptLanguage::Python => include_str!("answers/classes.py").replace("DECIDED", &decided_in_python(recipe)),
        ScriptLanguage::R => include_str!("answers/classes.R").replace("DECIDED", &decided_in_r(recipe)),
    }
}

/// Of each division, a mark a sample.
pub(super) fn folds(held_out: &HeldOut, language: ScriptLanguage) -> String {
    match (held_out, language) {
        (HeldOut::Folds(all), ScriptLanguage::Python) => {
            let lines: String = all.iter().map(|marks| format!("    \"{marks}\",\n")).collect();
            format!("folds = [\n{lines}]\n\n")
        }
        (HeldOut::Folds(all), ScriptLanguage::R) => {
            let lines: Vec<String> = all.iter().map(|marks| format!("  \"{marks}\"")).collect();
            format!("parts <- strsplit(c(\n{}\n), \"\")\n", lines.join(",\n"))
        }
        (_, ScriptLanguage::Python) => "folds = [range(len(table))]\n\n".to_owned(),
        (_, ScriptLanguage::R) => "parts <- list(seq_len(nrow(data)))\n".to_owned(),
    }
}

fn decided_in_python(recipe: &Recipe) -> String {
    match recipe.threshold() {
        Some(threshold) => format!("answers[:, 1] >= {threshold}"),
        None => "answers.argmax(axis=1)".to_owned(),
    }
}

fn decided_in_r(recipe: &Recipe) -> String {
    match recipe.threshold() {
        Some(threshold) => format!("1 + (answers[, 2] >= {threshold})"),
        None => "max.col(answers, ties.method = \"first\")".to_owned(),
    }
}
