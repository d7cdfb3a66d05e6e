//! The tour on a terminal: a screen, then a line from the reader, then the next.

use super::show::screen_alone;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::interrupt;
use crate::cli::output;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words::tour as words;
use crate::task::tour::{Classroom, Screen};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How often it is asked whether there was a Ctrl-C.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// What a line from the reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    /// The next screen: Enter, or whatever is no other move.
    Next,
    /// The one behind the next.
    Skip,
    /// The one before.
    Back,
    /// What to try after this one.
    Try,
    /// The screen that was asked for.
    To(Screen),
    /// The end: `q`, the end of the input, or Ctrl-C.
    Quit,
}

impl Move {
    /// What `line` says; `None` is the end of the input.
    fn of(line: Option<&str>) -> Move {
        match line.map(|line| line.trim().to_lowercase()).as_deref() {
            None | Some("q" | "quit" | "exit") => Move::Quit,
            Some("s" | "skip") => Move::Skip,
            Some("b" | "back") => Move::Back,
            Some("t" | "try") => Move::Try,
            Some(other) => match other.parse().ok().and_then(Screen::numbered) {
                Some(screen) => Move::To(screen),
                None => Move::Next,
            },
        }
    }

    /// The screen to show after `screen`, if there is one.
    fn after(self, screen: Screen) -> Option<Screen> {
        match self {
            Move::Next => Screen::numbered(screen.number() + 1),
            Move::Skip => Screen::numbered(screen.number() + 2),
            Move::Back => Screen::numbered(screen.number() - 1).or(Some(screen)),
            Move::Try => Some(screen),
            Move::To(screen) => Some(screen),
            Move::Quit => None,
        }
    }
}

/// From `first` on, until the last screen is shown or the reader leaves.
pub(super) fn walk(first: Screen, room: &Classroom, console: &Console) -> Result<(), Failure> {
    let heard = listen();
    let mut here = Some(first);
    while let Some(screen) = here {
        let shown = screen_alone(screen, room, console)?;
        output::page(&format!("\n{shown}"), None, console)?;
        let mut heard_of = asked(screen, &heard, console)?;
        while let Some(below) = below(heard_of, screen, console) {
            output::page(&format!("\n{}", console.set(&below)), None, console)?;
            heard_of = asked(screen, &heard, console)?;
        }
        here = heard_of.after(screen);
    }
    Ok(())
}

/// Asks where to go from `screen`.
fn asked(screen: Screen, heard: &Receiver<Option<String>>, console: &Console) -> Result<Move, Failure> {
    let keys = console.set(&pages::tour_keys(screen, console.lang));
    output::page(&format!("\n{keys}"), None, console)?;
    output::page("  > ", None, console)?;
    let line = next_line(heard);
    if line.is_none() {
        output::page("\n", None, console)?; // the prompt's line is still open
    }
    Ok(Move::of(line.as_deref()))
}

/// What stands below `screen` after a move that leads to no other.
fn below(to: Move, screen: Screen, console: &Console) -> Option<Page> {
    let mut page = Page::new(console.lang);
    match to {
        Move::Try => page = pages::tour_next(screen, &console.context()),
        Move::Back if to.after(screen) == Some(screen) => page.remark(words::NothingBefore),
        _ => return None,
    }
    Some(page)
}

/// Lines from the terminal; `None` is its end, or Ctrl-C, which is an ordinary way to leave.
fn listen() -> Receiver<Option<String>> {
    let (tell, heard) = channel();
    interrupt::listen();
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if tell.send(Some(line)).is_err() {
                return;
            }
        }
        let _ = tell.send(None);
    });
    heard
}

/// The next line from the terminal; `None` at its end, or at Ctrl-C.
fn next_line(heard: &Receiver<Option<String>>) -> Option<String> {
    loop {
        match heard.recv_timeout(BETWEEN_LOOKS) {
            Ok(line) => return line,
            Err(RecvTimeoutError::Timeout) if !interrupt::asked() => {}
            Err(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_move() {
        let from = |screen: Screen, line: &str| Move::of(Some(line)).after(screen);
        let [first, second, third, ..] = *Screen::ALL else { panic!("a tour of many screens") };
        assert_eq!(from(first, ""), Some(second));
        assert_eq!(from(first, "go on"), Some(second));
        assert_eq!(from(first, " S "), Some(third));
        assert_eq!(from(third, "1"), Some(first));
        assert_eq!(from(third, "b"), Some(second));
        assert_eq!(from(first, "back"), Some(first), "there is none before");
        assert_eq!(from(second, "t"), Some(second));
        assert_eq!(from(first, "q"), None);
        assert_eq!(Move::of(None).after(first), None);
    }

    #[test]
    fn behind_the_last_there_is_nothing() {
        let last = Screen::ALL[Screen::ALL.len() - 1];
        assert_eq!(Move::Next.after(last), None);
        assert_eq!(Move::Skip.after(Screen::ALL[Screen::ALL.len() - 2]), None);
        assert_eq!(Move::of(Some("0")), Move::Next);
    }
}
