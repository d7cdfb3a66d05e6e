//! The answers of a lab as its commands give them.

use super::expression::{Expression, value_text};
use super::fault::{LabFault, LabFaultKind};
use super::grade::fits;
use super::placeholders::{Student, filled};
use super::spec::{AnswerCommand, Lab, LabQuestion, WantedAnswer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Runs a command, its words without `melon`, and gives what it printed as JSON; or else what it
/// said.
pub type RunCommand<'a> = &'a mut dyn FnMut(&[String]) -> Result<Value, String>;

/// Runs a command, its words without `melon`, and gives what a reader sees.
pub type ShowCommand<'a> = &'a mut dyn FnMut(&[String]) -> Result<String, String>;

/// What the commands of a lab print, each run once.
pub(super) struct Printed<'a, T = Value> {
    run: &'a mut dyn FnMut(&[String]) -> Result<T, String>,
    by_words: BTreeMap<Vec<String>, Result<T, String>>,
}

/// What is right.
#[derive(Debug, Clone, PartialEq)]
pub enum RightAnswer {
    /// Words for the teacher.
    Open,
    /// Any of these: one, or several that are equally good.
    AnyOf(Vec<Value>),
    /// That the samples cannot show it, and the figures because of which they cannot.
    NotCertain {
        /// `0.5294 in [0.5102, 0.9]`.
        because: String,
    },
}

/// The answer of a question.
pub(super) fn answer(
    lab: &Lab,
    question: &LabQuestion,
    student: &Student,
    printed: &mut Printed,
) -> Result<RightAnswer, LabFault> {
    let WantedAnswer::Computed { commands, value, uncertain, kind } = &question.wanted else {
        return Ok(RightAnswer::Open);
    };
    let mut of_commands = BTreeMap::new();
    for command in commands {
        let words = words(lab, command, student);
        let failed = |said: String| {
            LabFault::new(command.line, LabFaultKind::CommandFailed { command: command_line(&words), said })
        };
        of_commands.insert(command.name.clone(), printed.of(&words).map_err(failed)?);
    }
    let of = |expression: &Expression| {
        let fault = |part| LabFaultKind::NoValue { text: expression.text.clone(), part };
        expression.value(&of_commands).map_err(|part| LabFault::new(question.line, fault(part)))
    };
    let found = match of(value)? {
        Value::Array(several) if !several.is_empty() => several,
        one => vec![one],
    };
    if let Some(other) = found.iter().find(|one| !fits(one, kind)) {
        return Err(LabFault::new(question.line, LabFaultKind::OtherKind { found: value_text(other) }));
    }
    match uncertain {
        Some(condition) if of(condition)? == Value::Bool(true) => {
            Ok(RightAnswer::NotCertain { because: condition.with_figures(&of_commands) })
        }
        _ => Ok(RightAnswer::AnyOf(found)),
    }
}

/// The words of a command for this student: `{data}` may stand for several.
pub(super) fn words(lab: &Lab, command: &AnswerCommand, student: &Student) -> Vec<String> {
    let word = |word: &String| match word.as_str() {
        "{data}" => super::answer_block::split(&filled(word, lab, student)),
        _ => vec![filled(word, lab, student)],
    };
    command.words.iter().flat_map(word).collect()
}

/// A command as one types it: words with spaces, or with none of a character, are quoted.
pub(super) fn command_line(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("melon {}", words.join(" "))
}

/// A word as one types it.
pub(super) fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains(char::is_whitespace) { format!("'{word}'") } else { word.to_owned() }
}

impl<'a, T: Clone> Printed<'a, T> {
    pub fn new(run: &'a mut dyn FnMut(&[String]) -> Result<T, String>) -> Printed<'a, T> {
        Printed { run, by_words: BTreeMap::new() }
    }

    pub fn of(&mut self, words: &[String]) -> Result<T, String> {
        if let Some(known) = self.by_words.get(words) {
            return known.clone();
        }
        let found = (self.run)(words);
        self.by_words.insert(words.to_vec(), found.clone());
        found
    }
}
