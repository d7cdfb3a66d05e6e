//! A form with answers: `q1: 0.53`, a line each, as YAML, TOML or Markdown have it. More lines
//! of an answer follow below it.

use super::fault::{LabFault, LabFaultKind};
use super::lines::pair;
use super::spec::{Lab, WantedAnswer};
use crate::data::names;

/// What says in YAML that the answer stands below.
const BELOW: [&str; 6] = ["|", ">", "|-", ">-", "|+", ">+"];

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
    let (mut form, mut faults) = (Form::default(), Vec::new());
    let mut current: Option<usize> = None;
    for (line, text) in (1..).zip(source.trim_start_matches('\u{feff}').lines()) {
        let bare = text.trim();
        if bare.is_empty() || bare.starts_with("<!--") || matches!(bare, "---" | "```" | "|") {
            continue;
        }
        let found = key_and_answer(text);
        match found.as_ref().map(|(key, value)| (key.as_str(), *value)) {
            Some(("lab", value)) => form.lab = Some(uncommented(value).to_owned()),
            Some(("student", value)) => {
                form.student = Some(uncommented(value).to_owned()).filter(|id| !id.is_empty());
            }
            Some((key, value)) if is_question(key) => {
                current = None;
                if !lab.questions.iter().any(|question| question.id == key) {
                    faults.push(unknown(line, key, lab));
                } else if form.answers.iter().any(|(earlier, _)| earlier == key) {
                    faults.push(LabFault::new(line, LabFaultKind::Twice { key: key.to_owned() }));
                } else {
                    form.answers.push((key.to_owned(), value.to_owned()));
                    current = Some(form.answers.len() - 1);
                }
            }
            _ if bare.starts_with('#') => {}
            _ => match current {
                Some(at) => continued(&mut form.answers[at].1, bare),
                None => faults.push(LabFault::new(line, LabFaultKind::NoKey { text: bare.to_owned() })),
            },
        }
    }
    if faults.is_empty() { Ok(form) } else { Err(faults) }
}

/// `q1: 0.53`, `- q1: 0.53`, `## q1` with the answer below it.
fn key_and_answer(text: &str) -> Option<(String, &str)> {
    let heading = text.trim().trim_start_matches(['#', ' ', '-', '*']);
    let first = heading.split(['.', '．', ' ', '·']).next().unwrap_or_default().to_lowercase();
    match pair(text).map(|(key, value)| (key.to_lowercase(), value)) {
        Some((key, value)) if is_question(&key) || matches!(key.as_str(), "lab" | "student") => {
            Some((key, if BELOW.contains(&value) { "" } else { value }))
        }
        _ if text.trim_start().starts_with("##") && is_question(&first) => Some((first, "")),
        _ => None,
    }
}

/// Without a comment behind it.
fn uncommented(value: &str) -> &str {
    value.find(" #").map_or(value, |at| value[..at].trim_end())
}

fn is_question(key: &str) -> bool {
    key.strip_prefix('q').is_some_and(|number| number.parse::<usize>().is_ok())
}

fn continued(answer: &mut String, line: &str) {
    if !answer.is_empty() {
        answer.push('\n');
    }
    answer.push_str(line);
}

fn unknown(line: usize, key: &str, lab: &Lab) -> LabFault {
    let known = || lab.questions.iter().map(|question| question.id.as_str());
    let nearest = names::nearest(key, known());
    let known = known().map(str::to_owned).collect();
    LabFault::new(line, LabFaultKind::UnknownKey { key: key.to_owned(), nearest, known })
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
