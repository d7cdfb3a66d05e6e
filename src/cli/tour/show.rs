//! A screen of the tour, run and shown.

use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::progress::with_spinner;
use crate::report::page::Page;
use crate::report::pages;
use crate::task::tour::{Classroom, Figures, Screen};

/// One screen in the JSON output.
#[derive(serde::Serialize)]
pub(super) struct ShownScreen {
    number: usize,
    name: &'static str,
    title: &'static str,
    text: String,
    figures: Figures,
}

/// Runs a screen and sets its page.
pub(super) fn page(screen: Screen, room: &Classroom, console: &Console) -> Result<String, Failure> {
    Ok(visit(screen, room, console)?.1)
}

/// Runs a screen and sets its page, without what to try next.
pub(super) fn screen_alone(screen: Screen, room: &Classroom, console: &Console) -> Result<String, Failure> {
    let figures = with_spinner(console, || screen.run(room))?;
    let page = pages::tour_screen(screen, &figures, &console.context());
    Ok(console.terminal().for_a_screen().render(&page))
}

/// Runs a screen; its page as data.
pub(in crate::cli) fn blocks(screen: Screen, room: &Classroom, console: &Console) -> Result<Page, Failure> {
    let figures = with_spinner(console, || screen.run(room))?;
    Ok(pages::tour(screen, &figures, &console.context()))
}

/// What came out of a screen, and its page.
fn visit(screen: Screen, room: &Classroom, console: &Console) -> Result<(Figures, String), Failure> {
    let figures = with_spinner(console, || screen.run(room))?;
    let page = pages::tour(screen, &figures, &console.context());
    Ok((figures, console.terminal().for_a_screen().render(&page)))
}

/// A screen as it stands in the JSON output.
pub(super) fn shown_screen(screen: Screen, room: &Classroom, console: &Console) -> Result<ShownScreen, Failure> {
    let (figures, page) = visit(screen, room, console)?;
    Ok(ShownScreen {
        number: screen.number(),
        name: screen.name(),
        title: pages::tour_title(screen, console.lang),
        text: anstream::adapter::strip_str(&page).to_string(),
        figures,
    })
}
