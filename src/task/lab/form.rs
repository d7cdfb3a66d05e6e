//! A form with answers: `q1: 0.53`, a line each, as YAML, TOML or Markdown have it. More lines
//! of an answer follow below it: indented behind a `|`, as YAML has it, or between `"""`, as TOML has
//! it, they may look like anything.

use super::fault::{LabFault, LabFaultKind};
use super::lines::pair;
use super::spec::{Lab, WantedAnswer};
use crate::data::names;

/// What says in YAML that the answer stands below.
const BELOW: [&str; 6] = ["|", ">", "|-", ">-", "|+", ">+"];
/// What stands in TOML around several lines.
const QUOTES: [&str; 2] = ["\"\"\"", "'''"];

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

/// Where the lines of an answer end that may look like anything.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    /// At a line that is not indented.
    Indented,
    /// At these quotation marks.
    Quotes(&'static str),
}

/// What is read, line by line.
struct FormReader<'a> {
    lab: &'a Lab,
    form: Form,
    faults: Vec<LabFault>,
    /// The answer to which further lines belong.
    current: Option<usize>,
    inside: Option<Inside>,
}

/// Reads a form for `lab`.
///
/// # Errors
/// Everything that is wrong with it, by line.
pub fn read(source: &str, lab: &Lab) -> Result<Form, Vec<LabFault>> {
    let mut reader = FormReader { lab, form: Form::default(), faults: Vec::new(), current: None, inside: None };
    for (line, text) in (1..).zip(source.trim_start_matches('\u{feff}').lines()) {
        if !reader.continues(text) {
            reader.line(line, text);
        }
    }
    if reader.faults.is_empty() { Ok(reader.form) } else { Err(reader.faults) }
}

impl FormReader<'_> {
    /// Whether the line belongs to the answer above, whatever it looks like.
    fn continues(&mut self, text: &str) -> bool {
        match self.inside {
            None => return false,
            Some(Inside::Indented) if !text.trim().is_empty() && !text.starts_with([' ', '\t', '\u{3000}']) => {
                self.inside = None;
                return false;
            }
            Some(Inside::Indented) => self.add(text.trim()),
            Some(Inside::Quotes(marks)) => {
                let (inner, is_end) = text.split_once(marks).map_or((text, false), |(inner, _)| (inner, true));
                self.add(inner.trim());
                self.inside = self.inside.filter(|_| !is_end);
            }
        }
        true
    }

    fn line(&mut self, line: usize, text: &str) {
        let bare = text.trim();
        if bare.is_empty() || bare.starts_with("<!--") || matches!(bare, "---" | "```" | "|") || is_section(bare) {
            return;
        }
        let found = key_and_answer(text);
        match found.as_ref().map(|(key, value)| (key.as_str(), *value)) {
            Some(("lab", value)) => self.form.lab = Some(uncommented(value).to_owned()),
            Some(("student", value)) => {
                self.form.student = Some(uncommented(value).to_owned()).filter(|id| !id.is_empty());
            }
            Some((key, value)) if is_question(key) => self.answer(line, key, value),
            _ if bare.starts_with('#') => {}
            _ if self.current.is_some() => self.add(bare),
            _ => self.faults.push(LabFault::new(line, LabFaultKind::NoKey { text: bare.to_owned() })),
        }
    }

    /// A question's key, and what stands behind it.
    fn answer(&mut self, line: usize, key: &str, value: &str) {
        self.current = None;
        let quoted = QUOTES.into_iter().find_map(|marks| Some((marks, value.strip_prefix(marks)?)));
        let value = quoted.map_or(value, |(marks, inner)| inner.split(marks).next().unwrap_or_default().trim());
        self.inside = match quoted {
            Some((marks, inner)) if !inner.contains(marks) => Some(Inside::Quotes(marks)),
            _ if BELOW.contains(&value) => Some(Inside::Indented),
            _ => None,
        };
        if !self.lab.questions.iter().any(|question| question.id == key) {
            self.faults.push(unknown(line, key, self.lab));
        } else if self.form.answers.iter().any(|(earlier, _)| earlier == key) {
            self.faults.push(LabFault::new(line, LabFaultKind::Twice { key: key.to_owned() }));
        } else {
            let value = if BELOW.contains(&value) { "" } else { value };
            self.form.answers.push((key.to_owned(), value.to_owned()));
            self.current = Some(self.form.answers.len() - 1);
        }
    }

    /// One more line of the answer above.
    fn add(&mut self, line: &str) {
        let Some(at) = self.current.filter(|_| !line.is_empty()) else { return };
        let answer = &mut self.form.answers[at].1;
        if !answer.is_empty() {
            answer.push('\n');
        }
        answer.push_str(line);
    }
}

/// `[answers]` of TOML, `answers:` of YAML.
fn is_section(bare: &str) -> bool {
    let inner = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).or_else(|| bare.strip_suffix(':'));
    inner.is_some_and(|name| name.trim().eq_ignore_ascii_case("answers"))
}

/// `q1: 0.53`, `- q1: 0.53`, `## q1` with the answer below it.
fn key_and_answer(text: &str) -> Option<(String, &str)> {
    let heading = text.trim().trim_start_matches(['#', ' ', '-', '*']);
    let first = heading.split(['.', '．', ' ', '·']).next().unwrap_or_default().to_lowercase();
    match pair(text).map(|(key, value)| (key.to_lowercase(), value)) {
        Some((key, value)) if is_question(&key) || matches!(key.as_str(), "lab" | "student") => Some((key, value)),
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
