//! The figures on samples that the fits had not seen, in the folds of the program, beside those on samples learned
//! from.

use super::folds::{HeldOut, NotHeldOut};
use super::language::ScriptLanguage;
use super::literal::text;
use super::part::ScriptPart;
use super::recipe::{Method, Recipe};
use super::{answers, figures, l2_path};
use crate::report::words::{Lang, Say, script as words};

/// The parts of a script about them; none where nothing is measured.
pub(super) fn parts(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> Vec<ScriptPart> {
    if matches!(recipe.method, Method::KMeans { .. }) {
        return Vec::new();
    }
    let code = setup(recipe, language) + &figures::table(recipe, language);
    let mut all = vec![ScriptPart::new(said(recipe, lang), code)];
    if !matches!(recipe.method, Method::Linear { .. }) {
        all.extend(figures::of_classes(recipe, language, lang));
        all.extend(l2_path::part(recipe, language, lang));
    }
    all
}

fn said(recipe: &Recipe, lang: Lang) -> Vec<String> {
    let is_number = matches!(recipe.method, Method::Linear { .. });
    let why = match &recipe.held_out {
        HeldOut::Folds(_) | HeldOut::Alone if is_number => return vec![words::HeldOutNumbers.say(lang)],
        HeldOut::Folds(_) | HeldOut::Alone => return vec![words::HeldOut.say(lang)],
        HeldOut::Untested => return vec![words::Learned.say(lang)],
        HeldOut::Not(NotHeldOut::NoEstimate) => words::NotWithoutPenalty.say(lang),
        HeldOut::Not(NotHeldOut::Unfinished) => words::NotUnfinished.say(lang),
        HeldOut::Not(NotHeldOut::TooMany) => words::NotSoMany.say(lang),
    };
    vec![words::Learned.say(lang), words::NoHeldOut { why }.say(lang)]
}

/// The folds, the truth, and how a model answers that learned from a part of the samples; where nothing is held out,
/// the truth alone.
fn setup(recipe: &Recipe, language: ScriptLanguage) -> String {
    let truth = match (&recipe.method, language) {
        (Method::Linear { .. }, ScriptLanguage::Python) => {
            format!("truth = table[{}].to_numpy(float)\n\n", text(recipe.target.as_deref().unwrap_or_default()))
        }
        (_, ScriptLanguage::Python) => "truth = np.array(y)\n\n".to_owned(),
        (Method::Linear { .. } | Method::Tree { .. }, ScriptLanguage::R) => "truth <- y\n".to_owned(),
        (_, ScriptLanguage::R) => "truth <- labels\n".to_owned(),
    };
    if !recipe.held_out.is_computed() {
        return truth;
    }
    // Of neighbours and naive Bayes the function has been used already.
    let function = match (&recipe.method, language) {
        (Method::Knn { .. } | Method::NaiveBayes { .. }, _) => String::new(),
        (_, ScriptLanguage::Python) => answers::python::answer_from(recipe) + "\n",
        (_, ScriptLanguage::R) => answers::r::answer_from(recipe) + "\n",
    };
    folds(&recipe.held_out, language) + &truth + &function
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
