//! `melon teach`: a lesson of ninety minutes, and its slides.

use super::console::Console;
use super::failure::Failure;
use super::output::{self, OutputArgs};
use super::presentation::Presentation;
use super::tour;
use crate::report::page::Page;
use crate::report::{grid, pages, render};
use crate::store::pretrained;
use crate::task::teach::{Lesson, teach};
use crate::task::tour::{Classroom, Screen};
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "FILE.html", conflicts_with_all = ["format", "output", "report"])]
    slides: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
}

/// The plan, or the slides.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    let lesson = teach(console.lang.language().tongue);
    if let Some(path) = &args.slides {
        return output::document(render::slides(&slides(&lesson, console)?), Some(path), console);
    }
    let shown = Presentation::new(|| pages::teach(&lesson, &console.context()));
    args.output.report(&lesson, &shown, grid::teach, console)
}

/// Each step's question, and the screens that go with it, run just now.
fn slides(lesson: &Lesson, console: &Console) -> Result<Vec<Page>, Failure> {
    let context = console.context();
    let room = Classroom::new(console.lang.language().tongue, pretrained::pair);
    let mut all = vec![pages::opening_slide(lesson, &context)];
    for step in &lesson.steps {
        all.push(pages::question_slide(step, &context));
        for screen in step.screens.iter().filter_map(|&number| Screen::numbered(number)) {
            all.push(tour::blocks(screen, &room, console)?);
        }
    }
    Ok(all)
}
