//! What the accents of a text say of its language. One byte is `ê` in France and `ę` in Poland: which of the two it is
//! shows in which letters there are, how often, and what stands around them.

use std::collections::{BTreeMap, BTreeSet};

/// Signs that stand beside words of any language, and are no letters of another alphabet.
const NEUTRAL: &str = "\u{a0}·°®©«»±µ";
const VOWELS: &str = "aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøąęőűůěœıāēīūėįų";
/// So likely is a letter that stands in none of a language's words, as if it stood there this often.
const UNSEEN: f64 = 0.1;
/// So likely is a capital behind a small letter.
const HUMP: f64 = 0.05;

/// How likely letters with accents are in a language.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct LetterLikelihood {
    /// `ln P(letters and what stands around them | language)`, summed up over different words.
    pub log: f64,
    /// How many letters.
    pub n_letters: usize,
}

impl LetterLikelihood {
    /// Of one letter, in the mean; 0 without any.
    pub fn mean_log(&self) -> f64 {
        self.log / self.n_letters.max(1) as f64
    }
}

/// That of a text in the one of several languages that speaks for it most, each given by some of its words.
pub(super) fn likelihood(text: &str, languages: &[&str]) -> LetterLikelihood {
    let words = accented(text);
    let n_letters = words.iter().map(|word| letters(word).count()).sum();
    let logs = languages.iter().map(|known| Language::of(known).log(&words));
    LetterLikelihood { log: logs.reduce(f64::max).unwrap_or(0.0), n_letters }
}

/// What stands before or behind a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Beside {
    Nothing,
    Vowel,
    Consonant,
}

impl Beside {
    fn of(c: Option<&char>) -> Beside {
        match c {
            None => Beside::Nothing,
            Some(c) if c.to_lowercase().all(|c| VOWELS.contains(c)) => Beside::Vowel,
            Some(_) => Beside::Consonant,
        }
    }
}

/// Letters beyond ASCII, counted in some words of a language.
struct Language {
    n: f64,
    letters: BTreeMap<String, f64>,
    before: BTreeMap<(String, Beside), f64>,
    behind: BTreeMap<(String, Beside), f64>,
}

impl Language {
    fn of(words: &str) -> Language {
        let mut own = Language { n: 0.0, letters: BTreeMap::new(), before: BTreeMap::new(), behind: BTreeMap::new() };
        for word in words.split_whitespace() {
            let word: Vec<char> = word.chars().collect();
            for (letter, [before, behind]) in letters(&word) {
                own.n += 1.0;
                *own.before.entry((letter.clone(), before)).or_default() += 1.0;
                *own.behind.entry((letter.clone(), behind)).or_default() += 1.0;
                *own.letters.entry(letter).or_default() += 1.0;
            }
        }
        own
    }

    /// `ln P(words | language)`, with letters independent of each other, and what stands before a letter of what stands
    /// behind it.
    fn log(&self, words: &[Vec<char>]) -> f64 {
        let seen = words.iter().flat_map(|word| letters(word)).map(|(letter, [before, behind])| {
            let Some(&n) = self.letters.get(&letter) else { return UNSEEN / (self.n + 1.0) };
            let share = |of: Option<&f64>| (of.unwrap_or(&0.0) + 0.5) / (n + 1.5);
            let before = share(self.before.get(&(letter.clone(), before)));
            n / (self.n + 1.0) * before * share(self.behind.get(&(letter, behind)))
        });
        let is_hump = |pair: &&[char]| pair[0].is_lowercase() && pair[1].is_uppercase() && !pair[1].is_ascii();
        let n_humps = words.iter().flat_map(|word| word.windows(2)).filter(is_hump).count();
        seen.map(f64::ln).sum::<f64>() + n_humps as f64 * HUMP.ln()
    }
}

/// The letters of a word that are beyond ASCII, and what stands around each.
fn letters(word: &[char]) -> impl Iterator<Item = (String, [Beside; 2])> {
    let beside = move |at: usize| [at.checked_sub(1).and_then(|at| word.get(at)), word.get(at + 1)].map(Beside::of);
    (0..word.len())
        .filter(move |&at| !word[at].is_ascii())
        .map(move |at| (word[at].to_lowercase().collect(), beside(at)))
}

/// The different words that have a letter beyond ASCII, or what is a letter in another alphabet: `Wroc³aw`, not `m³`.
fn accented(text: &str) -> Vec<Vec<char>> {
    let is_of_word = |c: char| (c.is_alphabetic() || ('\u{a0}'..'\u{100}').contains(&c)) && !NEUTRAL.contains(c);
    let is_letter = |c: &char| c.is_alphabetic() && !"ªº".contains(*c);
    let is_unit =
        |word: &str| word.chars().filter(is_letter).count() < 3 && word.chars().filter(is_letter).all(|c| c.is_ascii());
    let words = text.split(|c| !is_of_word(c)).filter(|word| !word.is_ascii() && !is_unit(word));
    words.collect::<BTreeSet<_>>().into_iter().map(|word| word.chars().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::read::languages::{CENTRE, WEST};

    /// How much likelier a text is as one of the West than as one of the middle of Europe.
    fn lead(text: &str) -> f64 {
        let bytes = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let centre = encoding_rs::WINDOWS_1250.decode_without_bom_handling(&bytes).0.into_owned();
        likelihood(text, WEST).log - likelihood(&centre, CENTRE).log
    }

    #[test]
    fn words_speak_for_their_language() {
        for text in ["élève, note", "qualità", "niño, tamaño", "região", "København", "Größe", "père, mère", "ålder"]
        {
            assert!(lead(text) > 1.0, "{text}: {}", lead(text));
        }
        for text in [
            "płeć, wiek",
            "Győr, Pécs, Fűzfő",
            "věk, žena",
            "oraş, Braşov",
            "środa, piątek",
            "Košice, dĺžka",
            "težina, kuća",
        ] {
            let bytes = encoding_rs::WINDOWS_1250.encode(text).0.into_owned();
            let western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
            assert!(lead(&western) < 0.0, "{text}, {western}: {}", lead(&western));
        }
    }

    #[test]
    fn units_are_no_words() {
        for text in ["m³, cm²", "£80", "5 µg", "2 ± 1 °C", "1ª, nº"] {
            assert_eq!(likelihood(text, WEST), LetterLikelihood::default(), "{text}");
        }
        assert_eq!(likelihood("Wroc³aw, m³", WEST).n_letters, 1);
    }
}
