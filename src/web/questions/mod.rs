//! What can be asked, one file a question.

mod labs;
mod new_melon;
mod next_token;
mod one_melon;
mod plane;
mod question;
mod steps;
mod table;
mod tour;
mod train;

use super::failure::{Failure, misworded, said};
use super::request_context::RequestContext;
use crate::report::words::web as words;
pub(super) use question::Lane;
use question::Question;
use serde_json::Value;

/// Makes [`answer`] and the list of names of one table.
macro_rules! questions {
    ($($name:literal: $question:ty;)+) => {
        /// Answers the question called `name`, worded as `with`.
        pub(super) fn answer(name: &str, with: Value, asked: &RequestContext) -> Result<Value, Failure> {
            match name {
                $($name => answer_to::<$question>(with, asked),)+
                _ => Err(said(words::NoSuchQuestion { name }, asked.lang)),
            }
        }

        /// Where the question called `name` stands in line.
        #[cfg_attr(target_family = "wasm", allow(dead_code))] // a worker answers one at a time
        pub(super) fn lane(name: &str) -> Lane {
            match name {
                $($name => <$question>::LANE,)+
                _ => Lane::Quick,
            }
        }

        /// What can be asked.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$($name),+];
    };
}

questions! {
    "one-melon": one_melon::OneMelon;
    "new-melon": new_melon::NewMelon;
    "plane": plane::PlaneQuestion;
    "steps": steps::Steps;
    "next-token": next_token::NextTokenQuestion;
    "write": next_token::Write;
    "table": table::Inspect;
    "report": table::Report;
    "train": train::Train;
    "model-archive": train::TakeHome;
    "curve": labs::Curves;
    "scale": labs::ScaleQuestion;
    "tour-screens": tour::Screens;
    "tour": tour::Visit;
}

fn answer_to<Q: Question>(with: Value, asked: &RequestContext) -> Result<Value, Failure> {
    // A question without any details may leave them out.
    let with = if with.is_null() { Value::Object(serde_json::Map::new()) } else { with };
    let question: Q = serde_json::from_value(with).map_err(|fault| misworded(&fault, asked.lang))?;
    Ok(serde_json::to_value(question.answer(asked)?).expect("answers have string keys only"))
}
