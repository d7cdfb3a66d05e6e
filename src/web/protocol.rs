//! The protocol: one request, then events.
//!
//! ```text
//! {"lang": "en", "ask": "one-melon", "with": {...}}
//!   -> {"event": "progress", "with": {...}}   any number of them
//!   -> {"event": "done", "with": {...}}       or {"event": "error", "text": "..."}
//! ```
//!
//! Each event is one line. An error is worded in the reader's language. Whoever listens may
//! cancel at any event; nothing more is then said.

use super::failure::{Failure, said};
use super::questions;
use super::room::Room;
use crate::report::Lang;
use crate::report::words::web as words;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Mutex;

/// Takes one event as JSON, and says whether to go on.
pub type Emit<'e> = dyn FnMut(&str) -> ControlFlow<()> + Send + 'e;

/// What is asked, before it is known what that needs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    lang: Spoken,
    ask: String,
    #[serde(default)]
    with: serde_json::Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Spoken {
    Zh,
    En,
}

#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
enum Event<T> {
    Progress { with: T },
    Done { with: T },
    Error { text: String },
}

/// Who asks, and what there is to answer with.
pub(super) struct Asked<'a> {
    pub lang: Lang,
    pub room: &'a Room,
    emit: Mutex<&'a mut Emit<'a>>,
}

impl Asked<'_> {
    /// Tells how far it has come, from any thread. `Break` if whoever asked has gone.
    pub fn progress(&self, with: impl Serialize) -> ControlFlow<()> {
        self.tell(&Event::Progress { with })
    }

    fn tell<T: Serialize>(&self, event: &Event<T>) -> ControlFlow<()> {
        let line = serde_json::to_string(event).expect("events have string keys only");
        // A listener that panicked listens no more.
        self.emit.lock().map_or(ControlFlow::Break(()), |mut emit| emit(&line))
    }
}

/// Answers one request; every event goes to `emit`.
pub fn answer<'a>(room: &'a Room, request: &str, emit: &'a mut Emit<'a>) {
    let parsed = serde_json::from_str::<Request>(request);
    let lang = match &parsed {
        Ok(Request { lang: Spoken::Zh, .. }) => Lang::Zh,
        _ => Lang::En,
    };
    let asked = Asked { lang, room, emit: Mutex::new(emit) };
    let outcome = match parsed {
        Ok(request) => questions::answer(&request.ask, request.with, &asked),
        Err(fault) => Err(said(words::NotUnderstood { fault }, lang)),
    };
    let _ = match outcome {
        Ok(with) => asked.tell(&Event::Done { with }),
        Err(failure) => match failure.say(lang) {
            Some(text) => asked.tell(&Event::<()>::Error { text }),
            None => ControlFlow::Break(()),
        },
    };
}

impl Failure {
    /// What a question that was not worded as it should be fails with.
    pub(super) fn misworded(fault: &serde_json::Error, lang: Lang) -> Failure {
        said(words::NotUnderstood { fault }, lang)
    }
}
