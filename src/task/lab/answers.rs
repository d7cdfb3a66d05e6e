//! The answers of a lab as its commands give them.

use super::expression::shown;
use super::fault::{LabFault, LabFaultKind};
use super::grade::fits;
use super::placeholders::{Student, filled};
use super::spec::{AnswerCommand, Lab, Question, WantedAnswer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Runs a command, its words without `melon`, and gives what it printed as JSON; or else what it
/// said.
pub type RunCommand<'a> = &'a mut dyn FnMut(&[String]) -> Result<Value, String>;

/// The commands of a lab that have been run, each once.
pub(super) struct Printed<'a> {
    run: RunCommand<'a>,
    by_words: BTreeMap<Vec<String>, Result<Value, String>>,
}

/// The answer of a question; `None` for text.
pub(super) fn answer(
    lab: &Lab,
    question: &Question,
    student: &Student,
    printed: &mut Printed,
) -> Result<Option<Value>, LabFault> {
    let WantedAnswer::Computed { commands, value, kind } = &question.wanted else { return Ok(None) };
    let mut of_commands = BTreeMap::new();
    for command in commands {
        let words = words(lab, command, student);
        let failed = |said: String| {
            let command_line = format!("melon {}", words.join(" "));
            LabFault::new(command.line, LabFaultKind::CommandFailed { command: command_line, said })
        };
        of_commands.insert(command.name.clone(), printed.of(&words).map_err(failed)?);
    }
    let found = value
        .value(&of_commands)
        .map_err(|part| LabFault::new(question.line, LabFaultKind::NoValue { text: value.text.clone(), part }))?;
    if fits(&found, kind) {
        return Ok(Some(found));
    }
    Err(LabFault::new(question.line, LabFaultKind::OtherKind { found: shown(&found) }))
}

/// The words of a command for this student: `{data}` may stand for several.
pub(super) fn words(lab: &Lab, command: &AnswerCommand, student: &Student) -> Vec<String> {
    let word = |word: &String| match word.as_str() {
        "{data}" => super::answer_block::split(&filled(word, lab, student)),
        _ => vec![filled(word, lab, student)],
    };
    command.words.iter().flat_map(word).collect()
}

impl<'a> Printed<'a> {
    pub fn new(run: RunCommand<'a>) -> Printed<'a> {
        Printed { run, by_words: BTreeMap::new() }
    }

    fn of(&mut self, words: &[String]) -> Result<Value, String> {
        if let Some(known) = self.by_words.get(words) {
            return known.clone();
        }
        let found = (self.run)(words);
        self.by_words.insert(words.to_vec(), found.clone());
        found
    }
}
