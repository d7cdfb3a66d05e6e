//! Text to learn from: documents with a name each, and the corpus that comes with the program.

use sha2::{Digest, Sha256};

/// A file, or another body of text with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its path or built-in name.
    pub name: String,
    /// Its texts, in order: what stands in different texts never follows one another.
    pub texts: Vec<String>,
}

/// Documents that are learned from together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corpus {
    /// In the order in which they are read.
    pub documents: Vec<Document>,
}

/// A corpus cut in two: texts to learn from, and texts to be examined on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CorpusSplit<'a> {
    /// The beginning of each document.
    pub train: Vec<&'a str>,
    /// The end of each document.
    pub validation: Vec<&'a str>,
}

macro_rules! files {
    ($($name:literal),+) => { &[$(($name, include_str!(concat!("../../datasets/corpus/", $name, ".txt")))),+] };
}

/// The corpus in `datasets/corpus/`, written for this program.
const BUILTIN: &[(&str, &str)] = files![
    "zh/animals",
    "zh/choosing",
    "zh/diary",
    "zh/everyday",
    "zh/fables",
    "zh/family",
    "zh/field",
    "zh/growing",
    "zh/ideas",
    "zh/learning",
    "zh/machine",
    "zh/markets",
    "zh/mondays",
    "zh/picking",
    "zh/school",
    "zh/seasons",
    "zh/smalltalk",
    "zh/stalls",
    "zh/student",
    "zh/talk",
    "zh/weather",
    "zh/week",
    "zh/work",
    "en/animals",
    "en/choosing",
    "en/days",
    "en/diary",
    "en/everyday",
    "en/fables",
    "en/family",
    "en/field",
    "en/growing",
    "en/ideas",
    "en/learning",
    "en/machine",
    "en/market",
    "en/picking",
    "en/school",
    "en/student",
    "en/talk",
    "en/weather",
    "en/week",
    "en/work"
];

impl Corpus {
    /// The corpus that comes with the program. Each of its paragraphs is a text of its own,
    /// so that a model learns where one ends.
    pub fn builtin() -> Corpus {
        let document = |&(name, text): &(&str, &str)| Document { name: name.to_owned(), texts: paragraphs(text) };
        Corpus { documents: BUILTIN.iter().map(document).collect() }
    }

    /// One document with one text.
    pub fn of_text(name: &str, text: &str) -> Corpus {
        Corpus { documents: vec![Document { name: name.to_owned(), texts: vec![text.to_owned()] }] }
    }

    /// The names of the documents.
    pub fn names(&self) -> Vec<String> {
        self.documents.iter().map(|document| document.name.clone()).collect()
    }

    /// All texts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().flat_map(|document| &document.texts).map(String::as_str)
    }

    /// Characters in all.
    pub fn n_chars(&self) -> usize {
        self.texts().map(|text| text.chars().count()).sum()
    }

    /// SHA-256 over all texts, each behind its length, in hexadecimal. Names do not count: a
    /// file may be moved.
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        for text in self.texts() {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The same documents without the end that [`Corpus::split`] holds out.
    pub fn without_validation(&self, validation_share: f64) -> Corpus {
        let train = |document: &Document| {
            let alone = Corpus { documents: vec![document.clone()] };
            let texts = alone.split(validation_share).train.into_iter().map(str::to_owned).collect();
            Document { name: document.name.clone(), texts }
        };
        Corpus { documents: self.documents.iter().map(train).collect() }
    }

    /// Cuts off the last `validation_share` of the characters of each document. By position,
    /// because neighbouring sentences tell of each other: a random choice of them would be an
    /// examination whose questions were practised.
    pub fn split(&self, validation_share: f64) -> CorpusSplit<'_> {
        let mut split = CorpusSplit::default();
        for document in &self.documents {
            let n_chars: usize = document.texts.iter().map(|text| text.chars().count()).sum();
            let mut left = (n_chars as f64 * (1.0 - validation_share.clamp(0.0, 1.0))) as usize;
            for text in &document.texts {
                let cut = text.char_indices().nth(left).map_or(text.len(), |(at, _)| at);
                left = left.saturating_sub(text.chars().count());
                split.push(&text[..cut], &text[cut..]);
            }
        }
        split
    }
}

impl<'a> CorpusSplit<'a> {
    fn push(&mut self, train: &'a str, validation: &'a str) {
        self.train.extend(Some(train).filter(|text| !text.is_empty()));
        self.validation.extend(Some(validation).filter(|text| !text.is_empty()));
    }
}

/// What stands between empty lines.
fn paragraphs(text: &str) -> Vec<String> {
    let texts = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    texts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_is_as_large_as_promised_and_holds_the_example() {
        let corpus = Corpus::builtin();
        let count = |language: &str| {
            let documents = corpus.documents.iter().filter(|document| document.name.starts_with(language));
            documents.flat_map(|document| &document.texts).map(|text| text.chars().count()).sum::<usize>()
        };
        assert!(count("zh") >= 250_000 && count("en") >= 400_000, "{} {}", count("zh"), count("en"));
        let after = |words: &str| -> usize { corpus.texts().map(|text| text.matches(words).count()).sum() };
        assert_eq!(["丧", "爽", ""].map(|word| after(&format!("周一上班真的很{word}"))), [28, 7, 35]);
        assert_eq!([" dull", " fun", ""].map(|word| after(&format!("Monday at work is really{word}"))), [20, 5, 25]);
        assert!(corpus.texts().all(|text| !text.contains("\n\n") && !text.contains('\r')));
    }

    #[test]
    fn each_document_is_cut_by_position() {
        let document = |name: &str, texts: &[&str]| Document {
            name: name.to_owned(),
            texts: texts.iter().map(|&text| text.to_owned()).collect(),
        };
        let corpus = Corpus {
            documents: vec![document("a", &["周一上班", "真的很丧"]), document("b", &["0123456789"])],
        };
        let split = corpus.split(0.25);
        assert_eq!(split.train, ["周一上班", "真的", "0123456"]);
        assert_eq!(split.validation, ["很丧", "789"]);
        assert!(corpus.split(0.0).validation.is_empty());
        assert!(corpus.split(1.0).train.is_empty());
    }

    #[test]
    fn the_fingerprint_knows_where_texts_end() {
        let two = |a: &str, b: &str| Corpus {
            documents: vec![Document { name: "x".into(), texts: vec![a.into(), b.into()] }],
        };
        assert_ne!(two("ab", "c").sha256(), two("a", "bc").sha256());
        assert_eq!(two("ab", "c").n_chars(), 3);
    }
}
