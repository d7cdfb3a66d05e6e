//! What to type for the same as another question, before that is asked: as soon as its settings are chosen.

use super::commands_of;
use super::question::Question;
use crate::web::failure::Failure;
use crate::web::request_context::RequestContext;
use crate::web::shown::Typed;
use serde::Deserialize;
use serde_json::Value;

/// A question, as it would be asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CommandsOf {
    of: String,
    with: Value,
}

impl Question for CommandsOf {
    type Answer = Vec<Typed>;

    fn answer(self, asked: &RequestContext) -> Result<Vec<Typed>, Failure> {
        commands_of(&self.of, self.with, asked)
    }
}
