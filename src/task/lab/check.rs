//! The answers of a form held against those that the commands give.

use super::answers::{Printed, RunCommand, answer, words};
use super::expression::shown;
use super::fault::{LabFault, LabFaultKind};
use super::form::Form;
use super::grade::is_right;
use super::placeholders::{Student, filled};
use super::spec::{AnswerKind, Lab, Question, WantedAnswer};
use serde::Serialize;
use serde_json::Value;

/// The version of the JSON of a check.
pub const SCHEMA: &str = "melon-lab-check/1";

/// What came of a check: the shape of its JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckReport {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Which lab.
    pub lab: String,
    /// Its title.
    pub title: String,
    /// The student, if it is one's own.
    pub student: Option<String>,
    /// Whether all that can be checked is right.
    pub passed: bool,
    /// Points.
    pub score: usize,
    /// Points there are.
    pub max_score: usize,
    /// One a question.
    pub results: Vec<Graded>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Graded {
    /// `q1`.
    pub name: String,
    /// What was asked.
    pub title: String,
    /// How it stands.
    pub state: AnswerState,
    /// Whether it is right; true for text that is there, which the teacher reads.
    pub passed: bool,
    /// Points.
    pub score: usize,
    /// Points there are.
    pub max_score: usize,
    /// What helps, where it is not right.
    pub hint: Option<String>,
}

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// Right.
    Right,
    /// Not right.
    Wrong,
    /// Nothing was filled in.
    Missing,
    /// Text for the teacher to read.
    ForTeacher,
}

/// The answers as the commands give them, for the teacher.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Key {
    /// `q1`.
    pub name: String,
    /// What was asked.
    pub title: String,
    /// The answer; `None` for text.
    pub answer: Option<Value>,
    /// How far a number may be off.
    pub within: Option<super::spec::Tolerance>,
    /// The commands that give it.
    pub commands: Vec<String>,
}

/// Holds the answers of `form` against those of the lab.
///
/// # Errors
/// A command of the lab that fails, or an answer that is not in what it prints.
pub fn check(lab: &Lab, form: &Form, student: &Student, run: RunCommand) -> Result<CheckReport, LabFault> {
    let mut printed = Printed::new(run);
    let one = |question: &Question| graded(lab, question, form, student, &mut printed);
    let results = lab.questions.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    Ok(CheckReport {
        schema: SCHEMA,
        lab: lab.id.clone(),
        title: lab.title.clone(),
        student: student.id.clone(),
        passed: results.iter().all(|result| result.passed),
        score: results.iter().map(|result| result.score).sum(),
        max_score: results.iter().map(|result| result.max_score).sum(),
        results,
    })
}

/// The answers, computed.
///
/// # Errors
/// As [`check`].
pub fn key(lab: &Lab, student: &Student, run: RunCommand) -> Result<Vec<Key>, LabFault> {
    let mut printed = Printed::new(run);
    let one = |question: &Question| {
        let (commands, within) = match &question.wanted {
            WantedAnswer::Computed { commands, kind: AnswerKind::Number(within), .. } => {
                (commands.as_slice(), Some(*within))
            }
            WantedAnswer::Computed { commands, .. } => (commands.as_slice(), None),
            WantedAnswer::Text => (&[][..], None),
        };
        Ok(Key {
            name: question.id.clone(),
            title: question.title.clone(),
            answer: answer(lab, question, student, &mut printed)?,
            within,
            commands: commands
                .iter()
                .map(|command| format!("melon {}", words(lab, command, student).join(" ")))
                .collect(),
        })
    };
    lab.questions.iter().map(one).collect()
}

/// Whether every answer can be computed, is of the kind that the question says, and is not told
/// by its hint.
pub fn verify(lab: &Lab, run: RunCommand) -> Vec<LabFault> {
    let mut printed = Printed::new(run);
    let student = Student::default();
    let mut faults = Vec::new();
    for question in &lab.questions {
        match answer(lab, question, &student, &mut printed) {
            Err(fault) => faults.push(fault),
            Ok(Some(Value::String(word))) if tells(&question.hint, &word) => {
                faults.push(LabFault::new(question.line, LabFaultKind::HintTells { answer: word }));
            }
            Ok(Some(number)) if number.is_number() && tells(&question.hint, &shown(&number)) => {
                faults.push(LabFault::new(question.line, LabFaultKind::HintTells { answer: shown(&number) }));
            }
            Ok(_) => {}
        }
    }
    faults
}

/// Whether a hint has the answer as a word of its own.
fn tells(hint: &str, answer: &str) -> bool {
    let english = crate::data::names::display_name(answer, true);
    let is_there = |word: &str| {
        let begins = |before: &str| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        // A point ends a sentence, unless the number goes on behind it.
        let ends = |after: &str| !after.trim_start_matches('.').starts_with(|c: char| c.is_ascii_alphanumeric());
        hint.match_indices(word).any(|(at, _)| begins(&hint[..at]) && ends(&hint[at + word.len()..]))
    };
    is_there(answer) || is_there(&english)
}

fn graded(
    lab: &Lab,
    question: &Question,
    form: &Form,
    student: &Student,
    printed: &mut Printed,
) -> Result<Graded, LabFault> {
    let given = form.answers.iter().find(|(id, _)| *id == question.id).map_or("", |(_, answer)| answer.trim());
    let wanted = answer(lab, question, student, printed)?;
    let state = match (&question.wanted, wanted) {
        _ if given.is_empty() => AnswerState::Missing,
        (WantedAnswer::Computed { kind, .. }, Some(wanted)) if is_right(given, &wanted, kind) => AnswerState::Right,
        (WantedAnswer::Computed { .. }, _) => AnswerState::Wrong,
        (WantedAnswer::Text, _) => AnswerState::ForTeacher,
    };
    let passed = matches!(state, AnswerState::Right | AnswerState::ForTeacher);
    let max_score = question.points;
    Ok(Graded {
        name: question.id.clone(),
        title: question.title.clone(),
        state,
        passed,
        score: if state == AnswerState::Right { max_score } else { 0 },
        max_score,
        hint: (!passed && !question.hint.is_empty()).then(|| filled(&question.hint, lab, student)),
    })
}
