//! What a check found, in the formats of those who collect grades.

mod check50;
mod github;
mod gradescope;

pub use check50::check50;
pub use github::github;
pub use gradescope::gradescope;

use super::words::lab as words;
use super::{Lang, Say};
use crate::task::lab::{AnswerState, Graded};

/// Why an answer does not count, for a student to read; empty where it does.
fn reason(one: &Graded, lang: Lang) -> String {
    match one.state {
        AnswerState::Right => String::new(),
        AnswerState::Wrong => words::NotRight.say(lang),
        AnswerState::Unreadable if one.is_count => words::NoCount.say(lang),
        AnswerState::Unreadable => words::NoFigure.say(lang),
        AnswerState::Missing => words::Skipped.say(lang),
        AnswerState::ForTeacher => words::TeacherReads.say(lang),
    }
}

/// The reason and the hint.
fn explained(one: &Graded, lang: Lang) -> String {
    let (reason, colon, space) = (reason(one, lang), lang.language().colon, lang.language().space);
    match &one.hint {
        Some(hint) => format!("{reason}\n{}{colon}{space}{hint}", words::Hint.text(lang)),
        None => reason,
    }
}
