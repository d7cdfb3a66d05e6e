//! The answers of a form beside those that the commands give.

use super::answers::{Printed, RightAnswer, RunCommand, answer, command_line, words};
use super::fault::LabFault;
use super::form::Form;
use super::grade::{is_not_certain, is_right, is_unreadable, threshold};
use super::placeholders::Student;
use super::spec::{AnswerKind, Lab, LabQuestion, WantedAnswer};
use serde::Serialize;
use serde_json::Value;

/// The version of the JSON of a check.
pub const SCHEMA: &str = "melon-lab-check/1";

/// The answer where the samples cannot show it.
pub const NOT_CERTAIN: &str = "not certain";

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
    /// Whether each student has data of their own, or is asked something else; without an ID it was checked with what
    /// is the same for all.
    #[serde(skip)]
    pub own_data: bool,
    /// Why nothing could be checked: what is wrong with the form, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
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
    /// Whether a whole number is asked for.
    #[serde(skip)]
    pub is_count: bool,
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
    /// A figure was asked for, and none could be read.
    Unreadable,
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
    /// The answer, or a list of several that are equally right; `None` for text. Where the samples
    /// cannot show it, [`NOT_CERTAIN`].
    pub answer: Option<Value>,
    /// The figures because of which they cannot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_certain: Option<String>,
    /// How far a number may be off.
    pub within: Option<super::spec::Tolerance>,
    /// The commands that give it, as one types them.
    pub commands: Vec<String>,
}

/// Holds the answers of `form` against those of the lab.
///
/// # Errors
/// A command of the lab that fails, or an answer that is not in what it prints.
pub fn check(lab: &Lab, form: &Form, student: &Student, run: RunCommand) -> Result<CheckReport, LabFault> {
    let mut printed = Printed::new(run);
    let one = |question: &LabQuestion| graded(lab, question, form, student, &mut printed);
    let results = lab.questions.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    Ok(CheckReport {
        passed: results.iter().all(|result| result.passed),
        score: results.iter().map(|result| result.score).sum(),
        results,
        ..CheckReport::of(lab, student)
    })
}

impl CheckReport {
    /// That nothing could be checked, and why.
    pub fn unusable(lab: &Lab, student: &Student, error: String) -> CheckReport {
        CheckReport { error: Some(error), ..CheckReport::of(lab, student) }
    }

    /// Before anything is checked.
    fn of(lab: &Lab, student: &Student) -> CheckReport {
        CheckReport {
            schema: SCHEMA,
            lab: lab.id.clone(),
            title: lab.title.clone(),
            student: student.id.clone(),
            own_data: lab.is_ones_own(),
            error: None,
            passed: false,
            score: 0,
            max_score: lab.questions.iter().map(|question| question.points).sum(),
            results: Vec::new(),
        }
    }
}

/// The answers, computed.
///
/// # Errors
/// As [`check`].
pub fn key(lab: &Lab, student: &Student, run: RunCommand) -> Result<Vec<Key>, LabFault> {
    let mut printed = Printed::new(run);
    let one = |question: &LabQuestion| {
        let (commands, within) = match &question.wanted {
            WantedAnswer::Computed { commands, kind: AnswerKind::Number(within), .. } => {
                (commands.as_slice(), Some(*within))
            }
            WantedAnswer::Computed { commands, .. } => (commands.as_slice(), None),
            WantedAnswer::Text => (&[][..], None),
        };
        let (answer, not_certain) = match answer(lab, question, student, &mut printed)? {
            RightAnswer::Open => (None, None),
            RightAnswer::AnyOf(mut one) if one.len() == 1 => (one.pop(), None),
            RightAnswer::AnyOf(several) => (Some(Value::Array(several)), None),
            RightAnswer::NotCertain { because } => (Some(NOT_CERTAIN.into()), Some(because)),
        };
        Ok(Key {
            name: question.id.clone(),
            title: question.title.clone(),
            answer,
            not_certain,
            within,
            commands: commands.iter().map(|command| command_line(&words(lab, command, student))).collect(),
        })
    };
    lab.questions.iter().map(one).collect()
}

fn graded(
    lab: &Lab,
    question: &LabQuestion,
    form: &Form,
    student: &Student,
    printed: &mut Printed,
) -> Result<Graded, LabFault> {
    let given = form.answers.iter().find(|(id, _)| *id == question.id).map_or("", |(_, answer)| answer.trim());
    let given = match &question.wanted {
        WantedAnswer::Computed { value, kind: AnswerKind::Number(_), .. } if value.is_threshold() => threshold(given),
        _ => given.to_owned(),
    };
    let given = given.as_str();
    let wanted = answer(lab, question, student, printed)?;
    let state = match (&question.wanted, wanted) {
        _ if given.is_empty() => AnswerState::Missing,
        (_, RightAnswer::Open) => AnswerState::ForTeacher,
        (_, RightAnswer::NotCertain { .. }) if is_not_certain(given) => AnswerState::Right,
        (WantedAnswer::Computed { kind, .. }, RightAnswer::AnyOf(right))
            if right.iter().any(|one| is_right(given, one, kind)) =>
        {
            AnswerState::Right
        }
        (WantedAnswer::Computed { kind, .. }, _) if is_unreadable(given, kind) => AnswerState::Unreadable,
        _ => AnswerState::Wrong,
    };
    let passed = matches!(state, AnswerState::Right | AnswerState::ForTeacher);
    let max_score = question.points;
    Ok(Graded {
        name: question.id.clone(),
        title: question.title.clone(),
        state,
        is_count: matches!(question.wanted, WantedAnswer::Computed { kind: AnswerKind::Count, .. }),
        passed,
        score: if state == AnswerState::Right { max_score } else { 0 },
        max_score,
        hint: (!passed && !question.hint.is_empty()).then(|| question.hint.clone()),
    })
}
