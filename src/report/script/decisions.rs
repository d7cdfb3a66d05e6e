//! Which class is the answer: from a threshold on the second of two, else the likeliest.

use super::language::ScriptLanguage;
use super::literal::{text, texts};
use super::part::ScriptPart;
use super::recipe::Recipe;
use crate::eval::classification::ROUNDING;
use crate::report::words::{Lang, Say, script as words};

/// What a probability must reach, in both languages: what is the threshold on paper may come out a little below it.
pub(super) fn reached(threshold: f64) -> String {
    format!("{threshold} - {ROUNDING}")
}

/// The numbers of the classes that `answers` say, a row a sample.
pub(super) fn decided(recipe: &Recipe, language: ScriptLanguage) -> String {
    match (recipe.threshold().map(reached), language) {
        (Some(reached), ScriptLanguage::Python) => format!("answers[:, 1] >= {reached}"),
        (Some(reached), ScriptLanguage::R) => format!("1 + (answers[, 2] >= {reached})"),
        (None, ScriptLanguage::Python) => "answers.argmax(axis=1)".to_owned(),
        (None, ScriptLanguage::R) => "max.col(answers, ties.method = \"first\")".to_owned(),
    }
}

/// The table `frame` of `probabilities`, with the class that is predicted.
pub(super) fn table(recipe: &Recipe, language: ScriptLanguage, frame: &str, probabilities: &str) -> String {
    let (target, classes) = (recipe.target.as_deref().unwrap_or_default(), recipe.classes());
    let columns = texts(classes.iter().map(|class| format!("P({target}={class})")));
    let decided = match (recipe.threshold().map(reached), classes, language) {
        (Some(reached), [negative, positive], ScriptLanguage::Python) => {
            format!("np.where({probabilities}[:, 1] >= {reached}, {}, {})", text(positive), text(negative))
        }
        (Some(reached), _, _) => format!("ifelse({probabilities}[, 2] >= {reached}, classes[2], classes[1])"),
        (None, _, ScriptLanguage::Python) => format!("np.array(classes)[{probabilities}.argmax(axis=1)]"),
        (None, _, ScriptLanguage::R) => format!("classes[max.col({probabilities}, ties.method = \"first\")]"),
    };
    match language {
        ScriptLanguage::Python => {
            format!(
                "{frame} = pd.DataFrame({probabilities}, columns=[{columns}])\n{frame}[\"predicted\"] = {decided}\n"
            )
        }
        ScriptLanguage::R => format!(
            "{frame} <- data.frame({probabilities})\nnames({frame}) <- c({columns})\n{frame}$predicted <- {decided}\n"
        ),
    }
}

/// The last part of a script: the answer for each sample.
pub(super) fn part(recipe: &Recipe, language: ScriptLanguage, lang: Lang) -> ScriptPart {
    let print = language.of("print(predictions.to_csv(index=False))\n", "write.csv(predictions, row.names = FALSE)\n");
    ScriptPart::new([words::InSample.say(lang)], table(recipe, language, "predictions", "probabilities") + print)
}
