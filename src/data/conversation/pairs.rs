//! Conversations as a question and its answer: Alpaca's `instruction` and `output`, with what
//! goes before them, and the `prompt` and `completion` of many others.

use super::error::ConversationFault;
use super::messages::{self, Message};
use super::turn::joined;
use serde_json::{Map, Value};

/// The names of a question and of its answer.
const PAIRS: [(&str, &str); 5] = [
    ("instruction", "output"),
    ("prompt", "completion"),
    ("prompt", "response"),
    ("question", "answer"),
    ("input", "output"),
];

/// The messages of a record that is such a pair; `None` if it is none.
pub(super) fn read(record: &Map<String, Value>) -> Option<Result<Vec<Message>, ConversationFault>> {
    let has = |name: &str| record.get(name).is_some();
    let (question, answer) = PAIRS.into_iter().find(|(question, answer)| has(question) && has(answer))?;
    Some(pair(record, question, answer))
}

fn pair(record: &Map<String, Value>, question: &str, answer: &str) -> Result<Vec<Message>, ConversationFault> {
    let mut found: Vec<Message> = text(record, "system").into_iter().map(|text| Message::of("system", text)).collect();
    let earlier = record.get("history").and_then(Value::as_array).into_iter().flatten();
    for side in earlier.filter_map(Value::as_array).flat_map(|pair| ["user", "assistant"].into_iter().zip(pair)) {
        let said = side.1.as_str().ok_or(ConversationFault::NoText { message: found.len() + 1 })?;
        found.push(Message::of(side.0, said.to_owned()));
    }
    let mut asked = side(record, question, "user", found.len())?;
    // What an instruction is to be applied to stands behind it.
    if let (Some(input), [.., last]) = (text(record, "input").filter(|_| question != "input"), &mut asked[..]) {
        last.content = joined(&last.content, &input);
    }
    found.extend(asked);
    found.extend(side(record, answer, "assistant", found.len())?);
    Ok(found)
}

/// One side of the pair: a text, or a list of messages.
fn side(
    record: &Map<String, Value>,
    name: &str,
    role: &str,
    n_before: usize,
) -> Result<Vec<Message>, ConversationFault> {
    match &record[name] {
        Value::String(text) => Ok(vec![Message::of(role, text.trim().to_owned())]),
        Value::Array(list) => messages::of_list(list),
        _ => Err(ConversationFault::NoText { message: n_before + 1 }),
    }
}

/// A text that may be left out or empty.
fn text(record: &Map<String, Value>, name: &str) -> Option<String> {
    record.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
