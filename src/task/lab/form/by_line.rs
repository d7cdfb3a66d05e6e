//! A form as people write it, line by line: `q1: 0.53`, `q1) 0.53`, a row of a table, a heading, an item of a
//! numbered list. More lines of an answer follow below it: indented behind a `|`, as YAML has it, or
//! between `"""`, as TOML has it, they may look like anything.

use super::keys;
use super::table::TableHead;
use crate::task::lab::fault::{LabFault, LabFaultKind};
use crate::task::lab::lines::{KeyValue, pair};

/// What says in YAML that the answer stands below.
const BELOW: [&str; 6] = ["|", ">", "|-", ">-", "|+", ">+"];
/// What stands before and behind a block of code.
const FENCES: [&str; 2] = ["```", "~~~"];
/// What stands in TOML around several lines.
const QUOTES: [&str; 2] = ["\"\"\"", "'''"];

/// What may stand behind a question in place of a colon.
const ITEM_MARKS: [char; 5] = ['.', ')', '、', '．', '）'];

/// Where the lines of an answer end that may look like anything.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    /// At a line that is indented no further than by so many characters: as the key above is.
    Indented(usize),
    /// At these quotation marks.
    Quotes(&'static str),
}

/// What is read, line by line.
struct FormReader {
    entries: Vec<KeyValue>,
    faults: Vec<LabFault>,
    /// Whether the last entry is an answer, to which further lines belong.
    is_answer: bool,
    inside: Option<Inside>,
    table: TableHead,
    /// Whether no question is named, so that the items of a numbered list are the answers.
    is_numbered: bool,
}

/// The entries of a form, and the lines that are none.
pub(super) fn entries(source: &str) -> (Vec<KeyValue>, Vec<LabFault>) {
    let is_numbered = !source.lines().any(names_a_question);
    let mut reader = FormReader {
        entries: Vec::new(),
        faults: Vec::new(),
        is_answer: false,
        inside: None,
        table: TableHead::of(is_numbered),
        is_numbered,
    };
    for (line, text) in (1..).zip(source.lines()) {
        if !reader.continues(text) {
            reader.line(line, text);
        }
    }
    (reader.entries, reader.faults)
}

impl FormReader {
    /// Whether the line belongs to the answer above, whatever it looks like.
    fn continues(&mut self, text: &str) -> bool {
        match self.inside {
            None => return false,
            Some(Inside::Indented(by)) if !text.trim().is_empty() && indentation(text) <= by => {
                self.inside = None;
                return false;
            }
            Some(Inside::Indented(_)) => self.add(text.trim()),
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
        if bare.is_empty()
            || bare.starts_with("<!--")
            || matches!(bare, "---" | "|")
            || is_fence(bare)
            || is_section(bare)
        {
            return;
        }
        if let Some((key, value)) = self.table.entry(bare).or_else(|| self.key_and_answer(text)) {
            self.begin(line, key, value, indentation(text));
        } else if let Some(value) = self.answer_below(text) {
            self.set(value, indentation(text));
        } else if self.is_answer && !bare.starts_with('#') {
            self.add(bare);
        } else if !bare.starts_with('#') && !self.table.is_head(bare) {
            self.faults.push(LabFault::new(line, LabFaultKind::NoKey { text: bare.to_owned() }));
        }
    }

    fn key_and_answer<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        key_and_answer(text).or_else(|| numbered(text).filter(|_| self.is_numbered))
    }

    /// An entry, and what stands behind its key.
    fn begin(&mut self, line: usize, key: String, value: &str, indented_by: usize) {
        self.is_answer = keys::head(&key).is_none();
        let value = if self.is_answer { value } else { uncommented(value) };
        self.entries.push(KeyValue { key, value: String::new(), line });
        self.set(value, indented_by);
    }

    /// The answer of the last entry, or that it stands below.
    fn set(&mut self, value: &str, indented_by: usize) {
        let quoted = QUOTES.into_iter().find_map(|marks| Some((marks, value.strip_prefix(marks)?)));
        let value = quoted.map_or(value, |(marks, inner)| inner.split(marks).next().unwrap_or_default().trim());
        self.inside = match quoted {
            Some((marks, inner)) if !inner.contains(marks) => Some(Inside::Quotes(marks)),
            _ if BELOW.contains(&value) => Some(Inside::Indented(indented_by)),
            _ => None,
        };
        if let Some(last) = self.entries.last_mut().filter(|_| !BELOW.contains(&value)) {
            last.value = value.to_owned();
        }
    }

    /// `value: 0.53` below a question that has no answer yet.
    fn answer_below<'t>(&self, text: &'t str) -> Option<&'t str> {
        let is_open = self.is_answer && self.entries.last().is_some_and(|entry| entry.value.is_empty());
        pair(text).filter(|(key, _)| is_open && keys::is_answer(key)).map(|(_, value)| value)
    }

    /// One more line of the answer above.
    fn add(&mut self, line: &str) {
        let Some(last) = self.entries.last_mut().filter(|_| !line.is_empty()) else { return };
        if !last.value.is_empty() {
            last.value.push('\n');
        }
        last.value.push_str(line);
    }
}

/// Whether this begins or ends a block of code.
pub(super) fn is_fence(bare: &str) -> bool {
    FENCES.iter().any(|mark| bare.strip_prefix(mark).is_some_and(|name| !name.contains(['`', '~', ':'])))
}

/// `[answers]` of TOML, `answers:` of YAML.
fn is_section(bare: &str) -> bool {
    let inner = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).or_else(|| bare.strip_suffix(':'));
    inner.is_some_and(keys::is_section)
}

/// `q1: 0.53`, `- q1: 0.53`, `q1) 0.53`, `[answers.q1]` and `## q1` with the answer below it.
fn key_and_answer(text: &str) -> Option<(String, &str)> {
    let listed = without_list_mark(text);
    let named = |(key, value)| Some((keys::head(key).map(str::to_owned).or_else(|| keys::question(key))?, value));
    let below = || heading(text).map(|key| (key, ""));
    pair(listed).and_then(named).or_else(below).or_else(|| with_item_mark(text))
}

/// `q1. 0.53`, `q1) 0.53`, `(q1) 0.53` and `第1题、0.53`.
fn with_item_mark(text: &str) -> Option<(String, &str)> {
    let bare = text.trim().trim_start_matches(['-', '+', '*', '_', ' ']);
    let at = bare.find(ITEM_MARKS)?;
    let key = keys::question(&bare[..at]).filter(|_| !bare.starts_with(['#', '|']))?;
    Some((key, bare[at..].trim_start_matches(|c: char| ITEM_MARKS.contains(&c) || matches!(c, '*' | '_' | ' '))))
}

/// The question of `## q1. How many?` or `[answers.q1]`.
fn heading(text: &str) -> Option<String> {
    let bare = text.trim();
    if let Some(inner) = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return keys::question(inner.rsplit('.').next()?);
    }
    let title = bare.strip_prefix("##")?.trim_start_matches(['#', ' ', '-', '*']);
    let first = title.split(['.', '．', ' ', '·', '、']).next()?;
    keys::question(first).or_else(|| keys::question(title))
}

pub(super) fn names_a_question(line: &str) -> bool {
    let is_question = |(key, _): (String, &str)| keys::head(&key).is_none();
    key_and_answer(line).or_else(|| TableHead::default().entry(line.trim())).is_some_and(is_question)
}

/// `1. 0.53`, `1) 0.53`, `(1) 0.53`, `1、0.53` and `1: 0.53`.
fn numbered(text: &str) -> Option<(String, &str)> {
    let bare = text.trim().trim_start_matches(['(', '（']);
    let (number, rest) = bare.split_at(bare.find(|c: char| !c.is_ascii_digit())?);
    let mark = rest.chars().next()?;
    let rest = &rest[mark.len_utf8()..];
    let is_marked = match mark {
        // `1.53` and `1:2` are figures.
        '.' | ':' | '=' => !rest.starts_with(|c: char| c.is_ascii_digit()),
        ')' | '、' | '．' | '）' | '：' => true,
        ' ' => rest.starts_with(['=', ':']),
        _ => false,
    };
    let is_item = is_marked && indentation(text) < 2;
    keys::of_number(number).filter(|_| is_item).map(|key| (key, rest.trim_start_matches(['=', ':']).trim()))
}

/// Without the `-`, `*` or `1.` before an item.
fn without_list_mark(text: &str) -> &str {
    let bare = text.trim_start();
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')', '、']) {
        Some(item) if rest.len() < bare.len() => item,
        _ => text,
    }
}

/// How many characters a line is indented by.
fn indentation(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).count()
}

/// Without a comment behind it.
fn uncommented(value: &str) -> &str {
    value.find(" #").map_or(value, |at| value[..at].trim_end())
}
