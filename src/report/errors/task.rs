//! Errors of the use-cases.

use super::{Tell, sentences};
use crate::report::names::show;
use crate::report::words::errors as words;
use crate::report::{Lang, Say};
use crate::task::TaskError;

impl Tell for TaskError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TaskError::NoTarget => words::NoTargetAtAll.text(lang).to_owned(),
            TaskError::MissingAnswer { column, row } => {
                words::MissingAnswer { row, column: show(lang, column) }.say(lang)
            }
            TaskError::NotANumber { column, row, text } => {
                words::RowNotNumber { place: words::RowPlace { row }.say(lang), column: show(lang, column), text }
                    .say(lang)
            }
            TaskError::InvalidOption { option, value, wanted } => words::InvalidOption {
                option: option.replace('_', "-"),
                value,
                wanted: wanted_in(lang, option, wanted),
            }
            .say(lang),
            TaskError::NoSuchRow { row, n_samples } => words::StartOutOfRange { row, n: n_samples }.say(lang),
            TaskError::TrainingSize { size, most, n_test, n_samples } => {
                words::TrainingSize { size, most, n_test, n_samples }.say(lang)
            }
            TaskError::TooLarge { term } => words::TooLarge { term: show(lang, term) }.say(lang),
            TaskError::Fold { fold, source } => sentences(lang, [words::InFold { fold }.say(lang), source.tell(lang)]),
            TaskError::Untrained { model, reason } => words::Untrained { model, reason }.say(lang),
            TaskError::Melon(error) => error.tell(lang),
            TaskError::Split(error) => error.tell(lang),
            TaskError::Encode(error) => error.tell(lang),
            TaskError::Engine(error) => error.tell(lang),
            TaskError::Model(error) => error.tell(lang),
        }
    }

    fn is_misuse(&self) -> bool {
        match self {
            TaskError::InvalidOption { .. } | TaskError::TrainingSize { .. } => true,
            TaskError::Engine(error) => error.is_misuse(),
            TaskError::Model(error) => error.is_misuse(),
            TaskError::Fold { source, .. } => source.is_misuse(),
            _ => false,
        }
    }
}

/// What an option may be; for one without words of its own, what the task says in English.
fn wanted_in(lang: Lang, option: &str, wanted: &'static str) -> &'static str {
    match option {
        "threshold" if wanted.contains("classes") => words::WantedTwoClasses.text(lang),
        "task" => crate::report::words::scale::WantedTask.text(lang),
        "splits" => words::WantedTwo.text(lang),
        "test_share" => words::WantedShare.text(lang),
        "threshold" => words::WantedProbability.text(lang),
        "l2" | "alpha" | "tol" => words::WantedNotNegative.text(lang),
        "cv" => words::WantedCv.text(lang),
        "k" if wanted.contains("knn") => words::WantedKnn.text(lang),
        "model" => words::WantedSaved.text(lang),
        "models" => words::WantedModels.text(lang),
        "k" | "n_init" | "max_iter" => words::WantedPositive.text(lang),
        _ => wanted,
    }
}
