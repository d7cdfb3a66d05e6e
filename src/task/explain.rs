//! What does a term mean? Looked up in the glossary, by any of its names in either language.

use crate::data::glossary::{GlossaryEntry, glossary};
use crate::data::verbalise::Tongue;
use serde::Serialize;
use std::collections::BTreeSet;

/// Names that are offered for one that is not known.
const MOST_OFFERED: usize = 5;

/// A term explained, for a reader of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedTerm {
    /// What it is called.
    pub term: String,
    /// What it is called in the other language.
    pub translation: String,
    /// What else it is called, in either language.
    pub also: Vec<String>,
    /// What it belongs to.
    pub topic: String,
    /// The explanation, in two sentences.
    pub explanation: String,
    /// The command that shows it, or what comes nearest.
    pub command: String,
    /// Whether the program has it: false where the command shows only what comes nearest.
    pub in_melon: bool,
    /// The section of the book (Zhou Zhihua, Machine Learning), where it has one.
    pub book: Option<String>,
}

/// No term is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTerm {
    /// The name that was asked for.
    pub asked: String,
    /// Names that may be meant, the nearest first.
    pub nearest: Vec<String>,
}

/// Every term, in the order of the course.
pub fn explain_all(tongue: Tongue) -> Vec<ExplainedTerm> {
    glossary().into_iter().map(|entry| ExplainedTerm::of(&entry, tongue)).collect()
}

/// The term called `asked`, whatever its case and its hyphens.
///
/// # Errors
/// [`UnknownTerm`].
pub fn explain(asked: &str, tongue: Tongue) -> Result<ExplainedTerm, UnknownTerm> {
    let all = glossary();
    let wanted = plain(asked);
    match all.iter().find(|entry| entry.names().any(|name| plain(name) == wanted)) {
        Some(entry) => Ok(ExplainedTerm::of(entry, tongue)),
        None => Err(UnknownTerm { asked: asked.trim().to_owned(), nearest: nearest(&wanted, &all) }),
    }
}

impl ExplainedTerm {
    fn of(entry: &GlossaryEntry, tongue: Tongue) -> ExplainedTerm {
        let own = |both: &crate::data::glossary::Both| both.for_reader(tongue).to_owned();
        ExplainedTerm {
            term: own(&entry.name),
            translation: entry.name.for_others(tongue).to_owned(),
            also: entry.also.clone(),
            topic: own(&entry.topic),
            explanation: own(&entry.text),
            command: own(&entry.command),
            in_melon: entry.in_melon,
            book: Some(entry.book.clone()).filter(|book| !book.is_empty()),
        }
    }
}

/// Lower case, without what separates words, and without the plural of the last one.
fn plain(name: &str) -> String {
    let is_gap = |c: char| c.is_whitespace() || "-_–—'’‘ʼ＇′`´\"“”「」()（）·".contains(c);
    let plain: String = name.to_lowercase().chars().filter(|&c| !is_gap(c)).collect();
    match plain.strip_suffix('s') {
        Some(one) if one.len() > 3 && !one.ends_with('s') => one.to_owned(),
        _ => plain,
    }
}

/// Names that hold what was asked for, or are held by it, or differ from it in few characters.
fn nearest(wanted: &str, all: &[GlossaryEntry]) -> Vec<String> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = all.iter().flat_map(GlossaryEntry::names).map(|name| (name, plain(name)));
    let mut found: Vec<(usize, &str)> =
        names.filter_map(|(name, plain)| Some((distance(wanted, &plain)?, name))).collect();
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|(_, name)| seen.insert(*name));
    found.into_iter().take(MOST_OFFERED).map(|(_, name)| name.to_owned()).collect()
}

/// How many characters two names differ in, if that is few enough: a third of them, or one.
/// Where one name holds the other, what is left over counts, after all misspellings.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    let [n_wanted, n_name] = [wanted, name].map(|text| text.chars().count());
    let edits = strsim::damerau_levenshtein(wanted, name);
    if edits <= (n_wanted.max(n_name) / 3).max(1) && edits < n_wanted.min(n_name) {
        return Some(edits);
    }
    let shorter = n_wanted.min(n_name);
    let is_word = shorter >= if wanted.is_ascii() { 4 } else { 2 };
    (is_word && (name.contains(wanted) || wanted.contains(name))).then_some(100 + n_wanted.abs_diff(n_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_by_any_name_in_either_language() {
        let found = |asked: &str| explain(asked, Tongue::English).map(|one| one.term).unwrap_or_default();
        for asked in ["k-means", "K means", "KMEANS", "k均值"] {
            assert_eq!(found(asked), "k-means", "{asked}");
        }
        assert_eq!(found("overfitting"), found("过拟合"));
        assert_eq!(found("features"), "feature", "the plural will do");
        for asked in ["Occam's razor", "occam’s razor", "OCCAMS RAZOR", "“Occam‘s razor”", "奥卡姆剃刀"] {
            assert_eq!(found(asked), "Occam's razor", "{asked}");
        }
        for (asked, term) in
            [("SVM", "support vector machine"), ("gradient boosting", "boosting"), ("交叉熵", "log-loss")]
        {
            assert_eq!(found(asked), term);
        }
        let near = |asked: &str| !explain(asked, Tongue::English).unwrap().in_melon;
        assert!(near("random forest") && near("ensemble") && !near("decision tree"));
        let chinese = explain("Overfitting", Tongue::Chinese).unwrap();
        assert_eq!((chinese.term.as_str(), chinese.translation.as_str()), ("过拟合", "overfitting"));
    }

    #[test]
    fn what_is_not_known_may_be_misspelt_or_a_part() {
        let near = |asked: &str| explain(asked, Tongue::English).unwrap_err().nearest;
        assert_eq!(near("entorpy").first().map(String::as_str), Some("entropy"));
        assert!(near("learning").contains(&"machine learning".to_owned()), "{:?}", near("learning"));
        assert!(near("过拟何").contains(&"过拟合".to_owned()));
        assert_eq!(near("zebra crossing"), Vec::<String>::new());
        assert_eq!(near(""), Vec::<String>::new());
    }
}
