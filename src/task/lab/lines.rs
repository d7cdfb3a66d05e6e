//! `key: value` lines, in heads, answer blocks and forms.

use super::fault::{LabFault, LabFaultKind};
use crate::data::names;

/// One entry, and its line in the file from 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct KeyValue {
    pub key: String,
    pub value: String,
    pub line: usize,
}

/// A key and its value, as `key: value`, `key = value` or with the marks of Chinese; quotation
/// marks around the value are taken off. `None` for a line without.
pub(super) fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '：', '=', '＝'])?;
    let key = key.trim().trim_matches(['*', '-', '#', '`', ' ']);
    (!key.is_empty()).then(|| (key, unquoted(value.trim())))
}

pub(super) fn unquoted(value: &str) -> &str {
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        return value; // several lines follow
    }
    let pairs = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』')];
    let inner = pairs.iter().find_map(|&(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    inner.unwrap_or(value)
}

/// The entries of these lines, and those that are none; empty ones and those that begin with `#` are left out.
pub(super) fn entries<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> (Vec<KeyValue>, Vec<LabFault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty() && !text.trim().starts_with('#')) {
        match pair(text) {
            Some((key, value)) => found.push(KeyValue { key: key.to_owned(), value: value.to_owned(), line }),
            None => faults.push(LabFault::new(line, LabFaultKind::NoKey { text: text.trim().to_owned() })),
        }
    }
    (found, faults)
}

/// That a key is not one of `known`.
pub(super) fn unknown(entry: &KeyValue, known: &[&str]) -> LabFault {
    let nearest = names::nearest(&entry.key, known.iter().copied());
    let known = known.iter().map(|&key| key.to_owned()).collect();
    LabFault::new(entry.line, LabFaultKind::UnknownKey { key: entry.key.clone(), nearest, known })
}

/// The entries that stand a second time.
pub(super) fn twice(entries: &[KeyValue]) -> Vec<LabFault> {
    let again = |at: usize| entries[..at].iter().any(|earlier| earlier.key == entries[at].key);
    let fault = |at: usize| LabFault::new(entries[at].line, LabFaultKind::Twice { key: entries[at].key.clone() });
    (0..entries.len()).filter(|&at| again(at)).map(fault).collect()
}
