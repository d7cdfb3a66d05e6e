//! The labs that come with the program, as Markdown; `task::lab` reads them.

use super::verbalise::Tongue;

/// A lab in both languages.
struct LabSource {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
}

macro_rules! labs {
    ($($id:literal $file:literal),+ $(,)?) => {
        [$(LabSource {
            id: $id,
            zh: include_str!(concat!("../../datasets/labs/zh/", $file, ".md")),
            en: include_str!(concat!("../../datasets/labs/en/", $file, ".md")),
        }),+]
    };
}

/// In the order of the list: the course, then exercises of the book.
const LABS: [LabSource; 13] = labs![
    "1" "1-features",
    "2" "2-ten-melons",
    "3" "3-honest",
    "4" "4-sweetness",
    "5" "5-groups",
    "6" "6-next-word",
    "7" "7-train-and-talk",
    "8" "8-two-families",
    "3.3" "3.3-logistic",
    "4.3" "4.3-information-gain",
    "4.4" "4.4-pruning",
    "7.3" "7.3-naive-bayes",
    "9.4" "9.4-k-means",
];

/// The names of all labs.
pub fn ids() -> impl Iterator<Item = &'static str> {
    LABS.iter().map(|lab| lab.id)
}

/// The text of a lab, if there is one of this name.
pub fn source(id: &str, tongue: Tongue) -> Option<&'static str> {
    let lab = LABS.iter().find(|lab| lab.id == id.trim())?;
    Some(if tongue == Tongue::Chinese { lab.zh } else { lab.en })
}
