//! Who asks: the language, what is kept for her, and where events go.

use super::room::Room;
use crate::report::Lang;
use serde::Serialize;
use std::ops::ControlFlow;
use std::sync::Mutex;

/// Takes one event as JSON, and says whether to go on.
pub type Emit<'e> = dyn FnMut(&str) -> ControlFlow<()> + Send + 'e;

/// What is told: see [`answer`](super::answer).
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(super) enum Event<T> {
    Progress { with: T },
    Done { with: T },
    Error { text: String },
}

/// Who asks, and what there is to answer with.
pub(super) struct RequestContext<'a> {
    pub lang: Lang,
    pub room: &'a Room,
    emit: Mutex<&'a mut Emit<'a>>,
}

impl<'a> RequestContext<'a> {
    /// Nothing has been told yet.
    pub fn new(lang: Lang, room: &'a Room, emit: &'a mut Emit<'a>) -> RequestContext<'a> {
        RequestContext { lang, room, emit: Mutex::new(emit) }
    }

    /// Tells how far it has come, from any thread. `Break` if whoever asked has gone.
    pub fn progress(&self, with: impl Serialize) -> ControlFlow<()> {
        self.tell(&Event::Progress { with })
    }

    /// Tells an event, from any thread.
    pub fn tell<T: Serialize>(&self, event: &Event<T>) -> ControlFlow<()> {
        let line = serde_json::to_string(event).expect("events have string keys only");
        // A listener that panicked listens no more.
        self.emit.lock().map_or(ControlFlow::Break(()), |mut emit| emit(&line))
    }
}
