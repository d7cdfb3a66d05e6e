//! The protocol: one request, then events.
//!
//! ```text
//! {"lang": "en", "ask": "one-melon", "with": {...}}
//!   -> {"event": "progress", "with": {...}}   any number of them
//!   -> {"event": "done", "with": {...}}       or {"event": "error", "text": "..."}
//! ```
//!
//! Each event is one line. An error is worded in the reader's language. Whoever listens may
//! cancel at any event, or say that it waits no longer; nothing more is then said.

use super::failure::said;
use super::questions::{self, QueueLane};
use super::request_context::{Emit, Event, RequestContext};
use super::room::Room;
use crate::engine::patience::{Waits, while_waiting};
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

/// Which of the answers in the making a request is to stand in line with, before it is answered.
#[cfg_attr(target_family = "wasm", allow(dead_code))] // a worker answers one at a time
pub(super) fn lane(request: &str) -> QueueLane {
    #[derive(Deserialize)]
    struct Named<'a> {
        ask: &'a str,
    }
    serde_json::from_str::<Named>(request).map_or(QueueLane::Quick, |named| questions::lane(named.ask))
}

/// Answers one request; every event goes to `emit`. What has no events to tell for long asks
/// `waits` whether to go on.
pub fn answer<'a>(room: &'a Room, request: &str, waits: Waits, emit: &'a mut Emit<'a>) {
    while_waiting(waits, || answered(room, request, emit));
}

fn answered<'a>(room: &'a Room, request: &str, emit: &'a mut Emit<'a>) {
    let parsed = serde_json::from_str::<Request>(request);
    let lang = match &parsed {
        Ok(Request { lang: Spoken::Zh, .. }) => Lang::Zh,
        _ => Lang::En,
    };
    let asked = RequestContext::new(lang, room, emit);
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
