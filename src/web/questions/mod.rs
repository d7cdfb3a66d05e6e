//! What can be asked, one file a question.

mod new_melon;
mod next_token;
mod one_melon;
mod plane;
mod steps;
mod table;
mod tour;

use super::failure::{Failure, said};
use super::protocol::Asked;
use crate::report::words::web as words;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Something that can be asked: its fields are what it needs to know.
trait Question: DeserializeOwned {
    /// What is told in the end.
    type Answer: Serialize;

    /// Finds it out.
    fn answer(self, asked: &Asked) -> Result<Self::Answer, Failure>;
}

/// Makes [`answer`] and the list of names of one table.
macro_rules! questions {
    ($($name:literal: $question:ty;)+) => {
        /// Answers the question called `name`, worded as `with`.
        pub(super) fn answer(name: &str, with: Value, asked: &Asked) -> Result<Value, Failure> {
            match name {
                $($name => answer_to::<$question>(with, asked),)+
                _ => Err(said(words::NoSuchQuestion { name }, asked.lang)),
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
    "plane": plane::Plane;
    "steps": steps::Steps;
    "next-token": next_token::NextToken;
    "write": next_token::Write;
    "table": table::Inspect;
    "report": table::Report;
    "tour-screens": tour::Screens;
    "tour": tour::Visit;
}

fn answer_to<Q: Question>(with: Value, asked: &Asked) -> Result<Value, Failure> {
    // A question without any details may leave them out.
    let with = if with.is_null() { Value::Object(serde_json::Map::new()) } else { with };
    let question: Q = serde_json::from_value(with).map_err(|fault| Failure::misworded(&fault, asked.lang))?;
    Ok(serde_json::to_value(question.answer(asked)?).expect("answers have string keys only"))
}
