//! A form with answers, as YAML, TOML or Markdown have it.
//!
//! A form that is sound YAML or TOML is read as that: blocks, flow, quotes and tables mean there what they
//! mean everywhere. Any other is read line by line, as people write it. It may stand in a block of code within a text.

mod by_line;
mod fence;
mod keys;
mod table;
mod toml;
mod written;
mod yaml;

use super::fault::{LabFault, LabFaultKind};
use super::lines::{KeyValue, unquoted};
use super::spec::{Lab, WantedAnswer};
use crate::data::names;

/// What a student filled in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Form {
    /// The lab that it says it is for.
    pub lab: Option<String>,
    /// The student.
    pub student: Option<String>,
    /// `(question, answer)`.
    pub answers: Vec<(String, String)>,
}

/// Reads a form for `lab`.
///
/// # Errors
/// Everything that is wrong with it, by line.
pub fn read(source: &str, lab: &Lab) -> Result<Form, Vec<LabFault>> {
    let source = source.trim_start_matches('\u{feff}');
    let fenced = fence::find(source);
    let source = fenced.as_ref().map_or(source, |fenced| fenced.form.as_str());
    let sound = yaml::documents(source)
        .and_then(|documents| written::entries(&documents))
        .or_else(|| written::entries(&[toml::document(source)?]))
        .filter(|_| !has_sign_first(source, lab));
    let (entries, mut faults) = sound.map_or_else(|| by_line::entries(source), |entries| (entries, Vec::new()));
    let mut form = Form::default();
    let above = fenced.iter().flat_map(|fenced| fenced.head.iter().cloned());
    for KeyValue { key, value, line } in above.chain(entries) {
        match key.as_str() {
            "lab" => form.lab = Some(value),
            "student" => form.student = Some(value).filter(|id| !id.is_empty()),
            _ => match answer(&key, value, &form, lab) {
                Ok(answer) => form.answers.push((key, answer)),
                Err(what) => faults.push(LabFault::new(line, what)),
            },
        }
    }
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}

/// Whether an answer begins with `#`: `q9: #1 is only a number`. That is nothing in YAML, but nobody means it so.
fn has_sign_first(source: &str, lab: &Lab) -> bool {
    let is_one = |key: &str| lab.questions.iter().any(|question| question.id == key.trim());
    let mut lines = source.lines().filter_map(|line| line.split_once(':'));
    lines.any(|(key, value)| is_one(key) && value.trim_start().starts_with('#'))
}

/// The answer to question `key`, without the question itself where that was copied above it.
fn answer(key: &str, value: String, form: &Form, lab: &Lab) -> Result<String, LabFaultKind> {
    let question = lab.questions.iter().find(|question| question.id == key).ok_or_else(|| unknown(key, lab))?;
    if form.answers.iter().any(|(earlier, _)| earlier == key) {
        return Err(LabFaultKind::Twice { key: key.to_owned() });
    }
    let (first, rest) = value.split_once('\n').unwrap_or((&value, ""));
    let own = if first == question.title { rest } else { &value };
    Ok(unquoted(own.trim()).to_owned())
}

fn unknown(key: &str, lab: &Lab) -> LabFaultKind {
    let known = || lab.questions.iter().map(|question| question.id.as_str());
    let nearest = names::nearest(key, known());
    LabFaultKind::UnknownKey { key: key.to_owned(), nearest, known: known().map(str::to_owned).collect() }
}

/// An empty form; `explain` says of each question what is wanted.
pub fn empty(lab: &Lab, student: Option<&str>, head: &str, explain: impl Fn(&WantedAnswer) -> String) -> String {
    let mut text = format!("# {head}\nlab: {}\nstudent: {}\n", lab.id, student.unwrap_or_default());
    for question in &lab.questions {
        let wanted = explain(&question.wanted);
        text += &format!("\n# {}. {} ({wanted})\n{}:\n", question.id, question.title, question.id);
    }
    text
}
