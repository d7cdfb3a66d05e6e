//! The tables of labs.

use super::{Grid, GridCell};
use crate::task::lab::{Key, Outline, value_text};

/// One line a lab.
pub fn lab_list(all: &[Outline]) -> Grid {
    let mut grid = Grid::new(["lab", "title", "minutes", "n_questions", "own_data"]);
    for one in all {
        let numbers = [one.minutes, one.questions.len(), usize::from(one.own_data)].map(GridCell::from);
        grid.rows.push([&one.lab, &one.title].map(|text| text.as_str().into()).into_iter().chain(numbers).collect());
    }
    grid
}

/// One line a question.
pub fn lab_questions(lab: &Outline) -> Grid {
    let mut grid = Grid::new(["name", "title", "points"]);
    let row = |one: &crate::task::lab::QuestionOutline| {
        vec![one.name.clone().into(), one.title.clone().into(), one.points.into()]
    };
    grid.rows = lab.questions.iter().map(row).collect();
    grid
}

/// One line a question, with its answer.
pub fn lab_key(keys: &[Key]) -> Grid {
    let mut grid = Grid::new(["name", "answer", "title", "commands"]);
    for key in keys {
        let answer = key.answer.as_ref().map(value_text).into();
        grid.rows.push(vec![key.name.clone().into(), answer, key.title.clone().into(), key.commands.join("; ").into()]);
    }
    grid
}
