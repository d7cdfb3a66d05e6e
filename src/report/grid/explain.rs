//! The table of the glossary.

use super::Grid;
use crate::task::explain::Explanation;

/// One line a term.
pub fn glossary(all: &[Explanation]) -> Grid {
    let mut grid = Grid::new(["term", "translation", "also", "topic", "explanation", "command", "book"]);
    let row = |one: &Explanation| {
        let texts = [&one.term, &one.translation, &one.also.join("; "), &one.topic, &one.explanation, &one.command];
        texts.into_iter().cloned().chain([one.book.clone().unwrap_or_default()]).collect()
    };
    grid.rows = all.iter().map(row).collect();
    grid
}
