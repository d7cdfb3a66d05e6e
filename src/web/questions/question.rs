//! What every question is.

use crate::web::failure::RequestFailure;
use crate::web::names_and_commands::Typed;
use crate::web::request_context::RequestContext;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Where a question stands in line: what is quick does not wait for what takes minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueLane {
    /// Answered while the reader looks.
    Quick,
    /// May take its time, on a large table.
    Report,
    /// Takes minutes.
    Training,
}

/// Something that can be asked: its fields are what it needs to know.
pub(super) trait Question: DeserializeOwned {
    /// What is told in the end.
    type Answer: Serialize;

    /// Where it stands in line.
    const LANE: QueueLane = QueueLane::Quick;

    /// What to type for the same, where that can be said before there is an answer.
    fn commands(&self, _asked: &RequestContext) -> Vec<Typed> {
        Vec::new()
    }

    /// Finds it out.
    fn answer(self, asked: &RequestContext) -> Result<Self::Answer, RequestFailure>;
}
