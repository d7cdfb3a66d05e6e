//! A form as YAML and TOML have it: fields, lists and texts. What of it are answers?

use super::keys;
use crate::task::lab::lines::KeyValue;

/// How deep parts may stand in parts: a form needs four.
pub(super) const MOST_DEPTH: usize = 16;

/// A part of a form.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FormValue {
    Text(String),
    List(Vec<FormValue>),
    Fields(Vec<FormField>),
}

/// A part with its name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FormField {
    pub key: String,
    /// In the file, from 1.
    pub line: usize,
    pub value: FormValue,
}

/// What the parts say; `None` if there is no question in them, or something that is no part of a form.
pub(super) fn entries(parts: &[FormValue]) -> Option<Vec<KeyValue>> {
    let mut found = Vec::new();
    parts.iter().try_for_each(|part| part.add_to(&mut found))?;
    found.iter().any(|entry| keys::head(&entry.key).is_none()).then_some(found)
}

impl FormValue {
    fn add_to(&self, found: &mut Vec<KeyValue>) -> Option<()> {
        match self {
            FormValue::Text(text) => text.trim().is_empty().then_some(()),
            FormValue::List(parts) => parts.iter().try_for_each(|part| part.add_to(found)),
            FormValue::Fields(fields) => match pair(fields) {
                Some(entry) => {
                    found.push(entry);
                    Some(())
                }
                None => fields.iter().try_for_each(|field| field.add_to(found)),
            },
        }
    }

    /// As the text of an answer, line by line.
    fn text(&self) -> Option<String> {
        match self {
            FormValue::Text(text) => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                Some(lines.collect::<Vec<_>>().join("\n")).map(|text| if text == "~" { String::new() } else { text })
            }
            FormValue::List(parts) => Some(parts.iter().map(FormValue::text).collect::<Option<Vec<_>>>()?.join(", ")),
            FormValue::Fields(fields) => fields.iter().find(|field| keys::is_answer(&field.key))?.value.text(),
        }
    }
}

impl FormField {
    fn add_to(&self, found: &mut Vec<KeyValue>) -> Option<()> {
        let question = || keys::question(&self.key).or_else(|| keys::of_number(&self.key));
        match keys::head(&self.key).map(str::to_owned).or_else(question) {
            Some(key) => found.push(KeyValue { key, value: self.value.text()?, line: self.line }),
            None if keys::is_section(&self.key) => self.value.add_to(found)?,
            None => return None,
        }
        Some(())
    }
}

/// `question: q1` beside `answer: …`.
fn pair(fields: &[FormField]) -> Option<KeyValue> {
    let name = fields.iter().find(|field| keys::is_question_name(&field.key))?;
    let FormValue::Text(text) = &name.value else { return None };
    let key = keys::question(text).or_else(|| keys::of_number(text))?;
    let value = fields.iter().find(|field| keys::is_answer(&field.key))?.value.text()?;
    Some(KeyValue { key, value, line: name.line })
}
