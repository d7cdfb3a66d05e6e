//! The tour: the same fifteen screens.

use super::question::Question;
use crate::report::page::{Command, PageContext};
use crate::report::words::web as words;
use crate::report::{pages, render};
use crate::task::tour::Screen;
use crate::web::failure::{RequestFailure, said};
use crate::web::names_and_commands::Typed;
use crate::web::request_context::RequestContext;
use serde::{Deserialize, Serialize};

/// Which screens there are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Screens {}

/// One screen by its name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Visit {
    screen: String,
}

#[derive(Serialize)]
pub(super) struct ListedScreen {
    number: usize,
    name: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
pub(super) struct ScreenPage {
    html: String,
    commands: Vec<Typed>,
}

impl Question for Screens {
    type Answer = Vec<ListedScreen>;

    fn answer(self, asked: &RequestContext) -> Result<Vec<ListedScreen>, RequestFailure> {
        let listed = |&screen: &Screen| ListedScreen {
            number: screen.number(),
            name: screen.name(),
            title: pages::tour_title(screen, asked.lang),
        };
        Ok(Screen::ALL.iter().map(listed).collect())
    }
}

impl Question for Visit {
    type Answer = ScreenPage;

    fn answer(self, asked: &RequestContext) -> Result<ScreenPage, RequestFailure> {
        let lang = asked.lang;
        let name = &self.screen;
        let screen = Screen::named(name).ok_or_else(|| said(words::NoSuchScreen { name }, lang))?;
        // A screen that panicked has left nothing half made: what it computes is put there whole.
        let room = asked.room.classroom(lang).lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let figures = screen.run(&room)?;
        let command = Command::new("tour").with("--screen", screen.name());
        let page = pages::tour(screen, &figures, &PageContext::new(lang, Command::new("tour")));
        Ok(ScreenPage {
            html: render::html::fragment(&page).into_string(),
            commands: vec![command.because(words::TryScreen.text(lang), lang).into()],
        })
    }
}
