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

use super::asked::{Asked, Emit, Event};
use super::failure::said;
use super::questions;
use super::room::Room;
use crate::report::Lang;
use crate::report::words::web as words;
use serde::Deserialize;
use std::ops::ControlFlow;

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

/// Answers one request; every event goes to `emit`.
pub fn answer<'a>(room: &'a Room, request: &str, emit: &'a mut Emit<'a>) {
    let parsed = serde_json::from_str::<Request>(request);
    let lang = match &parsed {
        Ok(Request { lang: Spoken::Zh, .. }) => Lang::Zh,
        _ => Lang::En,
    };
    let asked = Asked::new(lang, room, emit);
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
