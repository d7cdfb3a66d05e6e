//! What can be asked, one file a question.

mod labs;
mod new_melon;
mod next_token;
mod one_melon;
mod open_model;
mod plane;
mod question;
mod steps;
mod table;
mod tour;
mod train;
mod training;

use super::failure::{RequestFailure, misworded, said};
use super::names_and_commands::Typed;
use super::request_context::RequestContext;
use crate::report::words::web as words;
use question::Question;
pub(super) use question::QueueLane;
use serde::Deserialize;
use serde_json::Value;

/// Makes [`answer`] and the list of names of one table.
macro_rules! questions {
    ($($name:literal: $question:ty;)+) => {
        /// Answers the question called `name`, worded as `with`.
        pub(super) fn answer(name: &str, with: Value, asked: &RequestContext) -> Result<Value, RequestFailure> {
            match name {
                $($name => answer_to::<$question>(with, asked),)+
                _ => Err(said(words::NoSuchQuestion { name }, asked.lang)),
            }
        }

        /// What to type for the same as the question called `name`, worded as `with`.
        fn commands_of(name: &str, with: Value, asked: &RequestContext) -> Result<Vec<Typed>, RequestFailure> {
            match name {
                $($name => Ok(meant::<$question>(with, asked)?.commands(asked)),)+
                _ => Err(said(words::NoSuchQuestion { name }, asked.lang)),
            }
        }

        /// Where the question called `name` stands in line.
        #[cfg_attr(target_family = "wasm", allow(dead_code))] // a worker answers one at a time
        pub(super) fn lane(name: &str) -> QueueLane {
            match name {
                $($name => <$question>::LANE,)+
                _ => QueueLane::Quick,
            }
        }

        /// What can be asked.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$($name),+];
    };
}

questions! {
    "commands": CommandsOf;
    "one-melon": one_melon::OneMelon;
    "new-melon": new_melon::NewMelon;
    "plane": plane::PlaneQuestion;
    "steps": steps::Steps;
    "next-token": next_token::NextTokenQuestion;
    "write": next_token::Write;
    "open-model": open_model::OpenModel;
    "table": table::Inspect;
    "report": table::Report;
    "train": train::Train;
    "training": training::TrainingStatus;
    "model-archive": training::TakeHome;
    "curve": labs::Curves;
    "scale": labs::ScaleQuestion;
    "tour-screens": tour::Screens;
    "tour": tour::Visit;
}

/// What to type for the same as another question, before that is asked: as soon as its settings are chosen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommandsOf {
    of: String,
    with: Value,
}

impl Question for CommandsOf {
    type Answer = Vec<Typed>;

    fn answer(self, asked: &RequestContext) -> Result<Vec<Typed>, RequestFailure> {
        commands_of(&self.of, self.with, asked)
    }
}

fn meant<Q: Question>(with: Value, asked: &RequestContext) -> Result<Q, RequestFailure> {
    // A question without any details may leave them out.
    let with = if with.is_null() { Value::Object(serde_json::Map::new()) } else { with };
    serde_json::from_value(with).map_err(|fault| misworded(&fault, asked.lang))
}

fn answer_to<Q: Question>(with: Value, asked: &RequestContext) -> Result<Value, RequestFailure> {
    let answer = meant::<Q>(with, asked)?.answer(asked)?;
    Ok(serde_json::to_value(answer).expect("answers have string keys only"))
}
