//! `melon tour`: the lesson, one idea a screen.

mod show;
mod walk;

use super::console::Console;
use super::failure::Failure;
use super::output;
use super::presentation::Presentation;
use crate::report::Say;
use crate::report::page::Page;
use crate::report::words::tour as words;
use crate::report::{json, pages};
use crate::store::pretrained;
use crate::task::tour::{Classroom, Screen};
pub(super) use show::blocks;
use show::{page, shown_screen};
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;

/// As typed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "SCREEN", conflicts_with_all = ["from", "screen"])]
    start: Option<String>,
    #[arg(long, value_name = "SCREEN", conflicts_with = "screen")]
    from: Option<String>,
    #[arg(long, value_name = "SCREEN")]
    screen: Option<String>,
    #[arg(long)]
    list: bool,
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: TourFormat,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum TourFormat {
    Text,
    Json,
}

/// Choose the screens, run them, show them; on a terminal, one after the other.
pub(super) fn run(args: Args, console: &Console) -> Result<(), Failure> {
    if args.list {
        let page = console.set(&pages::tour_list(&console.context()));
        return output::page(&page, args.output.as_deref(), console);
    }
    let screens = screens(&args, console)?;
    let room = Classroom::new(console.lang.language().tongue, pretrained::pair);
    let output = args.output.as_deref();
    if args.format == TourFormat::Json {
        let shown =
            screens.iter().map(|&screen| shown_screen(screen, &room, console)).collect::<Result<Vec<_>, _>>()?;
        return output::document(json(&shown), output, console);
    }
    if output.is_some() {
        let pages = screens.iter().map(|&screen| page(screen, &room, console)).collect::<Result<Vec<_>, _>>()?;
        return output::page(&pages.join("\n"), output, console);
    }
    if let Some(report) = &args.report {
        let pages = screens.iter().map(|&screen| blocks(screen, &room, console)).collect::<Result<Vec<_>, _>>()?;
        let whole = pages.into_iter().fold(Page::new(console.lang), Page::followed_by);
        return output::keep(&Presentation::new(|| whole.clone()), Some(report), console);
    }
    if screens.len() > 1 && stdin().is_terminal() && stdout().is_terminal() {
        return walk::walk(screens[0], &room, console);
    }
    for (at, &screen) in screens.iter().enumerate() {
        let between = if at > 0 { "\n" } else { "" };
        output::page(&format!("{between}{}", page(screen, &room, console)?), None, console)?;
    }
    Ok(())
}

/// The screens asked for, in order.
fn screens(args: &Args, console: &Console) -> Result<Vec<Screen>, Failure> {
    if let Some(one) = &args.screen {
        return Ok(vec![screen_of(one, console)?]);
    }
    let first = match args.start.as_ref().or(args.from.as_ref()) {
        Some(typed) => screen_of(typed, console)?,
        None => Screen::ALL[0],
    };
    Ok(Screen::ALL[first.number() - 1..].to_vec())
}

/// The screen with this number or name.
fn screen_of(typed: &str, console: &Console) -> Result<Screen, Failure> {
    let lang = console.lang;
    let (found, what) = match typed.parse::<i64>() {
        Ok(number) => {
            let found = usize::try_from(number).ok().and_then(Screen::numbered);
            (found, words::NoScreenNumber { typed, last: Screen::ALL.len() }.say(lang))
        }
        Err(_) => (Screen::named(typed), words::NoScreenName { typed }.say(lang)),
    };
    found.ok_or_else(|| Failure::Usage(lang.sentences([what.as_str(), words::SeeList.text(lang)])))
}
