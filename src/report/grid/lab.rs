//! The table of a lab's key.

use super::Grid;
use crate::task::lab::{Key, shown};

/// One line a question.
pub fn lab_key(keys: &[Key]) -> Grid {
    let mut grid = Grid::new(["name", "answer", "title", "commands"]);
    for key in keys {
        let answer = key.answer.as_ref().map_or(String::new(), shown);
        grid.rows.push(vec![key.name.clone(), answer, key.title.clone(), key.commands.join("; ")]);
    }
    grid
}
