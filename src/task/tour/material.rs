//! The tables and texts that the screens share.

use crate::data::verbalise::Tongue;
use crate::data::{Builtin, Corpus, Dataset, Goal, Selection, select};
use crate::rng::Seed;
use crate::task::Melon;

/// The part of the built-in text that is in this language.
pub(super) fn corpus(tongue: Tongue) -> Corpus {
    let folder = if tongue == Tongue::Chinese { "zh/" } else { "en/" };
    let documents = Corpus::builtin().documents;
    Corpus { documents: documents.into_iter().filter(|document| document.name.starts_with(folder)).collect() }
}

/// A built-in table with its usual roles.
pub(super) fn table(builtin: Builtin, n_rows: Option<usize>, selection: Selection, goal: Goal) -> Dataset {
    let table = builtin.table(n_rows, Seed::default());
    select(table, &selection, goal).expect("the embedded tables have the columns that are asked for")
}

/// Green, curled, muffled.
pub(super) fn the_melon() -> Melon {
    let cells = [("色泽", "青绿"), ("根蒂", "蜷缩"), ("敲声", "浊响")];
    cells.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}
