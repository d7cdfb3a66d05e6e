//! Errors of the use-cases.

use super::{Tell, sentences};
use crate::report::Lang;
use crate::report::names::show;
use crate::report::words::errors as words;
use crate::task::TaskError;

impl Tell for TaskError {
    fn tell(&self, lang: Lang) -> String {
        match self {
            TaskError::NoTarget => words::no_target_at_all(lang).to_owned(),
            TaskError::MissingAnswer { column, row } => words::missing_answer(lang, row, show(lang, column)),
            TaskError::NotANumber { column, row, text } => {
                words::row_not_number(lang, words::row_place(lang, row), show(lang, column), text)
            }
            TaskError::InvalidOption { option, value, wanted } => {
                words::invalid_option(lang, option.replace('_', "-"), value, wanted_in(lang, option, wanted))
            }
            TaskError::NoSuchRow { row, n_samples } => words::start_out_of_range(lang, row, n_samples),
            TaskError::TrainingSize { size, most, n_test, n_samples } => {
                words::training_size(lang, size, most, n_test, n_samples)
            }
            TaskError::TooLarge { term } => words::too_large(lang, show(lang, term)),
            TaskError::Fold { fold, source } => sentences(lang, [words::in_fold(lang, fold), source.tell(lang)]),
            TaskError::Untrained { model, reason } => words::untrained(lang, model, reason),
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
            _ => false,
        }
    }
}

/// What an option may be; for one without words of its own, what the task says in English.
fn wanted_in(lang: Lang, option: &str, wanted: &'static str) -> &'static str {
    match option {
        "threshold" if wanted.contains("classes") => words::wanted_two_classes(lang),
        "task" => crate::report::words::scale::wanted_task(lang),
        "splits" => words::wanted_two(lang),
        "test_share" => words::wanted_share(lang),
        "threshold" => words::wanted_probability(lang),
        "l2" | "alpha" | "tol" => words::wanted_not_negative(lang),
        "cv" => words::wanted_cv(lang),
        "k" | "n_init" | "max_iter" => words::wanted_positive(lang),
        _ => wanted,
    }
}
