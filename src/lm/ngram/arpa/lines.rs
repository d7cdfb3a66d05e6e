//! The text of an ARPA file: its header, its sections, the fields of a line.

use super::super::ORDERS;
use super::error::ArpaError;
use super::{BEGIN, END, UNKNOWN, unescape};

/// The tokens that an ARPA file lists, without the format's own words: enough to build a
/// vocabulary for it.
pub fn words(text: &str) -> Vec<String> {
    (entries(text).filter(|&(_, length, _)| length == 1))
        .filter_map(|(_, _, entry)| fields(entry).nth(1))
        .filter(|word| ![BEGIN, END].contains(word) && !is_unknown(word))
        .map(plain)
        .collect()
}

/// The fields of a line. Only blanks and tabs separate: any other white space may be a word.
pub(super) fn fields(entry: &str) -> impl Iterator<Item = &str> {
    entry.split([' ', '\t']).filter(|field| !field.is_empty())
}

/// Whether it stands for every word that is not listed: some toolkits write it large.
pub(super) fn is_unknown(word: &str) -> bool {
    word.eq_ignore_ascii_case(UNKNOWN)
}

/// The token that a word stands for: a word of other toolkits, which know no escapes, for itself.
pub(super) fn plain(word: &str) -> String {
    unescape(word).unwrap_or_else(|| word.to_owned())
}

/// How many n-grams of each length there should be.
pub(super) fn header(text: &str) -> Result<Vec<usize>, ArpaError> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| *line != "\\data\\").skip(1);
    let mut declared = Vec::new();
    for line in lines.by_ref().skip_while(|line| line.is_empty()).take_while(|line| line.starts_with("ngram ")) {
        let (length, n) = line["ngram ".len()..].split_once('=').ok_or(ArpaError::NoHeader)?;
        let next = length.trim().parse() == Ok(declared.len() + 1);
        declared.push(n.trim().parse().ok().filter(|_| next).ok_or(ArpaError::NoHeader)?);
    }
    while declared.len() > 1 && declared.last() == Some(&0) {
        declared.pop(); // the empty section with which order 1 is written
    }
    match declared.len() {
        0 => Err(ArpaError::NoHeader),
        order if !ORDERS.contains(&order) => Err(ArpaError::Order { order }),
        _ => Ok(declared),
    }
}

/// The lines of all sections: number from 1, length of the n-gram, content.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut length = 0;
    (text.lines().enumerate())
        .map(|(i, line)| (i + 1, line.trim_matches([' ', '\t', '\r'])))
        .take_while(|(_, line)| *line != "\\end\\")
        .filter_map(move |(number, line)| {
            let section = line.strip_prefix('\\').and_then(|rest| rest.strip_suffix("-grams:"));
            if let Some(section) = section.and_then(|length| length.parse().ok()) {
                length = section;
                return None;
            }
            (length > 0 && !line.is_empty()).then_some((number, length, line))
        })
}
