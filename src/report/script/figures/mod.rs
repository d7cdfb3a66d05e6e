//! The figures of a model's answers, of samples learned from and of those held out: functions of a script, and the
//! tables that it prints.

use super::decisions;
use super::folds::HeldOut;
use super::language::ScriptLanguage;
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use crate::report::words::{Lang, Say, script as words};

/// Functions that measure probabilities beside `truth`.
fn measure(recipe: &Recipe, language: ScriptLanguage) -> String {
    let functions = language.of(include_str!("measure.py"), include_str!("measure.R"));
    functions.replace("DECIDED", &decisions::decided(recipe, language))
}

/// The same, and functions that answer in the folds.
pub(super) fn frame(recipe: &Recipe, language: ScriptLanguage) -> String {
    measure(recipe, language) + language.of(include_str!("../answers/classes.py"), include_str!("../answers/classes.R"))
}

/// Functions that compare log-losses, sample by sample.
pub(super) fn paired(language: ScriptLanguage) -> &'static str {
    language.of(include_str!("paired.py"), include_str!("paired.R"))
}

/// The table of figures.
pub(super) fn table(recipe: &Recipe, language: ScriptLanguage) -> String {
    let code = match recipe.method {
        Method::Linear { .. } => numbers(&recipe.held_out, language),
        _ => probabilities(recipe, language),
    };
    code + language.of(
        "print(measured.to_csv(index=False))\n",
        "write.csv(measured, row.names = FALSE, na = \"\")\ncat(\"\\n\")\n",
    )
}

fn numbers(held_out: &HeldOut, language: ScriptLanguage) -> String {
    let mut code = language.of(include_str!("numbers.py"), include_str!("numbers.R")).to_owned();
    if held_out.is_computed() {
        code += language.of(include_str!("numbers_held_out.py"), include_str!("numbers_held_out.R"));
    }
    if !matches!(held_out, HeldOut::Not(_)) {
        code += language.of(include_str!("numbers_mean.py"), include_str!("numbers_mean.R"));
    }
    code
}

fn probabilities(recipe: &Recipe, language: ScriptLanguage) -> String {
    let learned = language.of(include_str!("learned.py"), include_str!("learned.R"));
    match &recipe.held_out {
        HeldOut::Folds(_) | HeldOut::Alone => {
            frame(recipe, language) + language.of(include_str!("held_out.py"), include_str!("held_out.R"))
        }
        HeldOut::Not(_) => measure(recipe, language) + learned,
        HeldOut::Untested => {
            let shares = language.of(include_str!("learned_shares.py"), include_str!("learned_shares.R"));
            measure(recipe, language) + learned + shares
        }
    }
}

/// What else is shown of a classifier: the interval of its accuracy, which class it takes for which, how it compares
/// with the classes' shares.
pub(super) fn of_classes(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Vec<ScriptPart> {
    let part = |said: String, code: String| ScriptPart::new([said], code);
    let accuracy = language.of(include_str!("accuracy.py"), include_str!("accuracy.R"));
    let mut all = vec![part(words::AccuracyInterval.say(lang), accuracy.to_owned())];
    if recipe.beside.has_roc_auc {
        let auc = language.of(include_str!("auc.py"), include_str!("auc.R"));
        all.push(part(words::RocAuc.say(lang), auc.to_owned()));
    }
    if !matches!(recipe.held_out, HeldOut::Not(_)) {
        let (tested, said) = match recipe.held_out.is_computed() {
            true => ("\"held_out\"", words::Mistakes.say(lang)),
            false => ("\"learned\"", words::MistakesLearned.say(lang)),
        };
        let mistakes = language.of(include_str!("mistakes.py"), include_str!("mistakes.R"));
        all.push(part(said, mistakes.replace("TESTED", tested)));
    }
    if recipe.beside.has_gain {
        let gain = language.of(include_str!("gain.py"), include_str!("gain.R"));
        all.push(part(words::Gain.say(lang), paired(language).to_owned() + gain));
    }
    all
}
