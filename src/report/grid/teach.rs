//! The table of a lesson.

use super::{Grid, GridCell};
use crate::task::teach::{Lesson, TimedStep};

/// One line a step.
pub fn teach(lesson: &Lesson) -> Grid {
    let mut grid = Grid::new(["begins", "minutes", "title", "show", "command", "question", "answer", "screens", "lab"]);
    let row = |step: &TimedStep| {
        let screens: Vec<String> = step.screens.iter().map(usize::to_string).collect();
        let texts = [&step.title, &step.show, &step.command, &step.question, &step.answer];
        let texts = texts.map(|text| GridCell::from(text.as_str()));
        let numbers = [step.begins, step.minutes].map(GridCell::from);
        let rest = [GridCell::from(screens.join(" ")), GridCell::from(step.lab.clone())];
        numbers.into_iter().chain(texts).chain(rest).collect()
    };
    grid.rows = lesson.steps.iter().map(row).collect();
    grid
}
