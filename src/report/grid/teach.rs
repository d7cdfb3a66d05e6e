//! The table of a lesson.

use super::Grid;
use crate::task::teach::{Lesson, Step};

/// One line a step.
pub fn teach(lesson: &Lesson) -> Grid {
    let mut grid = Grid::new(["begins", "minutes", "title", "show", "command", "question", "answer", "screens", "lab"]);
    let row = |step: &Step| {
        let screens: Vec<String> = step.screens.iter().map(usize::to_string).collect();
        let texts = [&step.title, &step.show, &step.command, &step.question, &step.answer].map(String::clone);
        let numbers = [step.begins, step.minutes].map(|n| n.to_string());
        let rest = [screens.join(" "), step.lab.clone().unwrap_or_default()];
        numbers.into_iter().chain(texts).chain(rest).collect()
    };
    grid.rows = lesson.steps.iter().map(row).collect();
    grid
}
