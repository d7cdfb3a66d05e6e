//! Conversations as lists of messages: OpenAI's `messages` and ShareGPT's `conversations`.

use super::error::ConversationFault;
use serde_json::{Map, Value};

/// Where the list stands.
const LISTS: [&str; 3] = ["messages", "conversations", "conversation"];
/// Who speaks: OpenAI's name and ShareGPT's.
const ROLES: [&str; 2] = ["role", "from"];
/// What is said, likewise.
const CONTENTS: [&str; 2] = ["content", "value"];

/// A message before it is clear whose turn it is.
pub(super) struct Message {
    pub role: String,
    pub content: String,
}

impl Message {
    pub fn of(role: &str, content: String) -> Message {
        Message { role: role.to_owned(), content }
    }
}

/// The messages of a record that has a list of them; `None` if it has none.
pub(super) fn read(record: &Map<String, Value>) -> Option<Result<Vec<Message>, ConversationFault>> {
    LISTS.iter().find_map(|list| record.get(*list)?.as_array()).map(|list| of_list(list))
}

/// The messages of a list.
pub(super) fn of_list(list: &[Value]) -> Result<Vec<Message>, ConversationFault> {
    (1..).zip(list).map(|(number, value)| message(number, value)).collect()
}

fn message(number: usize, value: &Value) -> Result<Message, ConversationFault> {
    let role = ROLES.iter().find_map(|key| value.get(key)?.as_str());
    let content = CONTENTS.iter().find_map(|key| text(value.get(key)?));
    match (role, content) {
        (Some(role), Some(content)) => Ok(Message::of(role, content)),
        (Some(_), None) => Err(ConversationFault::NoText { message: number }),
        (None, _) => Err(ConversationFault::NoRole { message: number }),
    }
}

/// A text, or a list of parts that are texts; `None` for a picture or the like.
fn text(content: &Value) -> Option<String> {
    match content {
        Value::String(text) => Some(text.clone()),
        Value::Array(parts) => parts.iter().map(|part| part.get("text")?.as_str()).collect(),
        _ => None,
    }
}
