//! The terms of the course, in both languages; `task::explain` looks them up.

use super::records::{Record, records};
use super::verbalise::Tongue;

/// One file a topic, in the order in which a course meets them.
const FILES: [&str; 6] = [
    include_str!("../../datasets/glossary/1-data.md"),
    include_str!("../../datasets/glossary/2-predicting.md"),
    include_str!("../../datasets/glossary/3-testing.md"),
    include_str!("../../datasets/glossary/4-families.md"),
    include_str!("../../datasets/glossary/5-language.md"),
    include_str!("../../datasets/glossary/6-training.md"),
];

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Both {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A term and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// What it belongs to.
    pub topic: Both,
    /// What it is called.
    pub name: Both,
    /// What else it is called, in either language.
    pub also: Vec<String>,
    /// The explanation, in two sentences.
    pub text: Both,
    /// The command that shows it, or what comes nearest.
    pub command: Both,
    /// Whether the program has it: false where the command shows only what comes nearest.
    pub in_melon: bool,
    /// The section of the book (Zhou Zhihua, Machine Learning); empty where it has none.
    pub book: String,
}

impl Both {
    /// The values of `key`.
    pub(super) fn of(record: &Record, key: &str) -> Both {
        Both { zh: record.get_in(key, "zh").to_owned(), en: record.get_in(key, "en").to_owned() }
    }

    /// `English | Chinese`.
    pub(super) fn of_heading(heading: &str) -> Both {
        let (en, zh) = heading.split_once('|').unwrap_or((heading, heading));
        Both { zh: zh.trim().to_owned(), en: en.trim().to_owned() }
    }

    /// The text for a reader of `tongue`.
    pub fn for_reader(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Chinese => &self.zh,
            Tongue::English => &self.en,
        }
    }

    /// The text for a reader of the other language.
    pub fn for_others(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Chinese => &self.en,
            Tongue::English => &self.zh,
        }
    }
}

impl GlossaryEntry {
    fn of(record: &Record) -> GlossaryEntry {
        let in_melon = record.entries.iter().all(|(key, _)| !key.starts_with("near"));
        let also = record.get("also").split(';').map(str::trim).filter(|name| !name.is_empty());
        GlossaryEntry {
            topic: Both::of_heading(&record.section),
            name: Both::of_heading(&record.name),
            also: also.map(str::to_owned).collect(),
            text: Both { zh: record.get("zh").to_owned(), en: record.get("en").to_owned() },
            command: Both::of(record, if in_melon { "try" } else { "near" }),
            in_melon,
            book: record.get("book").to_owned(),
        }
    }

    /// Everything that it is called, in both languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.en.as_str(), self.name.zh.as_str()].into_iter().chain(self.also.iter().map(String::as_str))
    }
}

/// All terms, in the order of the course.
pub fn glossary() -> Vec<GlossaryEntry> {
    FILES.into_iter().flat_map(records).map(|record| GlossaryEntry::of(&record)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn is_han(c: char) -> bool {
        ('\u{4e00}'..='\u{9fff}').contains(&c)
    }

    /// How many sentences end in `mark`: a decimal point or an abbreviation in mid-sentence is no end.
    fn sentences(text: &str, mark: char) -> usize {
        let text: Vec<char> = text.chars().collect();
        let ends =
            |(at, c): (usize, &char)| *c == mark && text.get(at + 1).is_none_or(|next| mark == '。' || *next == ' ');
        text.iter().enumerate().filter(|&one| ends(one)).count()
    }

    #[test]
    fn every_term_has_two_sentences_a_language_and_a_command() {
        let all = glossary();
        assert_eq!(all.len(), 160, "the READMEs and the change log say how many");
        for entry in &all {
            let name = &entry.name.en;
            assert!(entry.text.en.ends_with('.') && sentences(&entry.text.en, '.') == 2, "{name}: {}", entry.text.en);
            assert!(entry.text.zh.ends_with('。') && sentences(&entry.text.zh, '。') == 2, "{name}: {}", entry.text.zh);
            assert!(!entry.text.en.chars().any(is_han) && !entry.name.en.chars().any(is_han), "{name}");
            assert!(
                entry.name.zh.chars().any(is_han) || entry.name.zh.eq_ignore_ascii_case(name),
                "{name} has no Chinese name"
            );
            for command in [&entry.command.en, &entry.command.zh] {
                assert!(command.starts_with("melon "), "{name}: {command}");
            }
            assert!(entry.book.chars().all(|c| c.is_ascii_digit() || "B.,; ".contains(c)), "{name}: {}", entry.book);
            assert!(!entry.topic.en.is_empty() && entry.topic.en != entry.topic.zh, "{name}");
        }
    }

    #[test]
    fn no_name_means_two_terms() {
        let mut seen = BTreeSet::new();
        for entry in glossary() {
            // A name may be the same in both languages, but belongs to one term.
            let own: BTreeSet<String> = entry.names().map(str::to_lowercase).collect();
            own.into_iter().for_each(|name| assert!(seen.insert(name.clone()), "{name} stands twice"));
        }
    }

    #[test]
    fn files_hold_nothing_that_is_not_read() {
        const KEYS: [&str; 10] = ["also", "en", "zh", "try", "try en", "try zh", "near", "near en", "near zh", "book"];
        for record in FILES.into_iter().flat_map(records) {
            let strange = record.entries.iter().find(|(key, _)| !KEYS.contains(&key.as_str()));
            assert_eq!(strange, None, "{}", record.name);
        }
    }
}
