//! The table of the glossary.

use super::{Grid, GridCell};
use crate::task::explain::ExplainedTerm;

/// One line a term.
pub fn glossary(all: &[ExplainedTerm]) -> Grid {
    let mut grid = Grid::new(["term", "translation", "also", "topic", "explanation", "command", "book", "in_melon"]);
    let row = |one: &ExplainedTerm| {
        let texts = [&one.term, &one.translation, &one.also.join("; "), &one.topic, &one.explanation, &one.command];
        let texts = texts.map(|text| GridCell::from(text.as_str()));
        texts.into_iter().chain([GridCell::from(one.book.clone()), GridCell::from(one.in_melon.to_string())]).collect()
    };
    grid.rows = all.iter().map(row).collect();
    grid
}
