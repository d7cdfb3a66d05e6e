//! A lab, checks of its form and its key to set pages from in tests: all but the lab is made up.

use super::Lang;
use crate::task::lab::{
    AnswerState, CheckReport, Graded, Key, Lab, LabQuestion, NOT_CERTAIN, Student, Tolerance, parse,
};
use serde_json::Value;

/// Whose lab it is.
pub fn student() -> Student {
    Student::new(Some("s1"))
}

/// The lab that teachers begin their own with, as this student has it: a number and a word between
/// two open questions.
pub fn example(lang: Lang) -> Lab {
    let source = match lang {
        Lang::Zh => include_str!("../../datasets/labs/example.zh.md"),
        Lang::En => include_str!("../../datasets/labs/example.en.md"),
    };
    parse(source).unwrap().of(&student())
}

/// Two checks of its form: of one just begun, and of one in which all is right.
pub fn checks(lang: Lang) -> [CheckReport; 2] {
    use AnswerState::{ForTeacher, Missing, Right, Unreadable, Wrong};
    let begun = [ForTeacher, Unreadable, Wrong, Missing];
    let done = [ForTeacher, Right, Right, ForTeacher];
    [begun, done].map(|states| checked(&example(lang), states))
}

fn checked(lab: &Lab, states: [AnswerState; 4]) -> CheckReport {
    let graded = lab.questions.iter().zip(states).map(|(question, state)| graded(question, state));
    let results: Vec<Graded> = graded.collect();
    CheckReport {
        error: None,
        passed: results.iter().all(|one| one.passed),
        score: results.iter().map(|one| one.score).sum(),
        results,
        ..CheckReport::unusable(lab, &student(), String::new())
    }
}

fn graded(question: &LabQuestion, state: AnswerState) -> Graded {
    let passed = matches!(state, AnswerState::Right | AnswerState::ForTeacher);
    Graded {
        name: question.id.clone(),
        title: question.title.clone(),
        state,
        is_count: false,
        passed,
        score: if state == AnswerState::Right { question.points } else { 0 },
        max_score: question.points,
        hint: (!passed && !question.hint.is_empty()).then(|| question.hint.clone()),
    }
}

/// What is right, the figures because of which it cannot be known, and how far it may be off.
type KeyAnswer = (Option<Value>, Option<String>, Option<Tolerance>);

/// Its key: what is open, a number, and what the samples cannot show.
pub fn keys(lang: Lang) -> Vec<Key> {
    let answers: [KeyAnswer; 4] = [
        (None, None, None),
        (Some(0.5812_f64.into()), None, Some(Tolerance::Absolute(0.006))),
        (Some(NOT_CERTAIN.into()), Some("0.5294 in [0.4412, 0.7021]".to_owned()), None),
        (None, None, None),
    ];
    let key = |(question, (answer, not_certain, within)): (&LabQuestion, KeyAnswer)| Key {
        name: question.id.clone(),
        title: question.title.clone(),
        commands: answer.iter().map(|_| "melon classify melons --features color --cv 5".to_owned()).collect(),
        answer,
        not_certain,
        within,
    };
    example(lang).questions.iter().zip(answers).map(key).collect()
}
