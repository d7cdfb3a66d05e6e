//! The tables of labs.

use super::Grid;
use crate::task::lab::{Key, Outline, shown};

/// One line a lab.
pub fn lab_list(all: &[Outline]) -> Grid {
    let mut grid = Grid::new(["lab", "title", "minutes", "n_questions", "own_data"]);
    for one in all {
        let numbers = [one.minutes, one.questions.len(), usize::from(one.own_data)].map(|n| n.to_string());
        grid.rows.push([one.lab.clone(), one.title.clone()].into_iter().chain(numbers).collect());
    }
    grid
}

/// One line a question.
pub fn lab_questions(lab: &Outline) -> Grid {
    let mut grid = Grid::new(["name", "title", "points"]);
    let row = |one: &crate::task::lab::Asked| vec![one.name.clone(), one.title.clone(), one.points.to_string()];
    grid.rows = lab.questions.iter().map(row).collect();
    grid
}

/// One line a question, with its answer.
pub fn lab_key(keys: &[Key]) -> Grid {
    let mut grid = Grid::new(["name", "answer", "title", "commands"]);
    for key in keys {
        let answer = key.answer.as_ref().map_or(String::new(), shown);
        grid.rows.push(vec![key.name.clone(), answer, key.title.clone(), key.commands.join("; ")]);
    }
    grid
}
