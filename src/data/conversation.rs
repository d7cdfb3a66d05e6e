//! Conversations to learn answers from, one JSON object a line or all in one list:
//!
//! ```json
//! {"messages": [{"role": "user", "content": "怎么挑西瓜？"}, {"role": "assistant", "content": "看三样……"}]}
//! {"conversations": [{"from": "human", "value": "怎么挑西瓜？"}, {"from": "gpt", "value": "看三样……"}]}
//! {"instruction": "怎么挑西瓜？", "input": "", "output": "看三样……"}
//! {"prompt": "怎么挑西瓜？", "completion": "看三样……"}
//! ```
//!
//! User and assistant take turns, the user begins and the assistant has the last word. What a
//! `system` says stands before the question that follows.

mod error;
mod messages;
mod pairs;
mod records;
mod turn;
mod turns;

pub use error::{ConversationError, ConversationFault};
use serde_json::Value;
pub use turn::{Conversation, Role, Turn, joined};

/// Reads conversations, one a line or all in one list.
///
/// # Errors
/// The first that is not one.
pub fn parse(name: &str, text: &str) -> Result<Vec<Conversation>, ConversationError> {
    let whole = |turns: Vec<Turn>| match turns.last() {
        Some(Turn { role: Role::Assistant, .. }) => Ok(Conversation { turns }),
        _ => Err(ConversationFault::NoAnswer),
    };
    let error = |(line, fault)| ConversationError { name: name.to_owned(), line, fault };
    let records = records::read(text).map_err(|(line, reason)| error((line, ConversationFault::NotJson { reason })))?;
    let conversation = |(line, record)| turns_of(&record).and_then(whole).map_err(|fault| error((line, fault)));
    records.into_iter().map(conversation).collect()
}

/// Reads one conversation that is to go on: it may end in a question.
///
/// # Errors
/// If it is none, or there is not exactly one.
pub fn parse_begun(name: &str, text: &str) -> Result<Vec<Turn>, ConversationError> {
    let error = |(line, fault)| ConversationError { name: name.to_owned(), line, fault };
    let records = records::read(text).map_err(|(line, reason)| error((line, ConversationFault::NotJson { reason })))?;
    match &records[..] {
        [(line, record)] => turns_of(record).map_err(|fault| error((*line, fault))),
        [] => Err(error((1, ConversationFault::NoAnswer))),
        [_, (line, _), ..] => Err(error((*line, ConversationFault::Several { n: records.len() }))),
    }
}

/// The turns of a record in any of the known forms.
fn turns_of(record: &Value) -> Result<Vec<Turn>, ConversationFault> {
    let messages = match record {
        Value::Array(list) => messages::of_list(list)?,
        Value::Object(fields) => {
            let unknown = || ConversationFault::UnknownForm {
                fields: fields.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
            };
            messages::read(fields).or_else(|| pairs::read(fields)).ok_or_else(unknown)??
        }
        _ => return Err(ConversationFault::NoObject),
    };
    turns::read(messages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let good = r#"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#;
        assert_eq!(parse("f", &format!("\u{feff}{good}\n\n{good}\r\n")).unwrap().len(), 2);
        let fault = |line: &str| {
            let error = parse("f", &format!("{good}\n{line}\n")).unwrap_err();
            assert_eq!((error.name.as_str(), error.line), ("f", 2));
            error.fault
        };
        use ConversationFault::*;
        assert!(matches!(fault("{"), NotJson { .. }));
        assert_eq!(fault(r#"{"messages":[{"role":"user"}]}"#), NoText { message: 1 });
        assert_eq!(fault(r#"{"messages":[{"content":"a"}]}"#), NoRole { message: 1 });
        assert_eq!(fault(r#"{"prompt":"a","chosen":"b"}"#), UnknownForm { fields: "chosen, prompt".into() });
        assert_eq!(fault("3"), NoObject);
        let picture = r#"{"messages":[{"role":"user","content":[{"type":"image_url"}]}]}"#;
        assert_eq!(fault(picture), NoText { message: 1 });
        assert_eq!(fault(r#"{"messages":[]}"#), NoAnswer);
        assert_eq!(fault(&good.replace("assistant", "robot")), UnknownRole { message: 2, role: "robot".into() });
        assert_eq!(fault(&good.replace("assistant", "user")), OutOfTurn { message: 2, expected: "assistant" });
        assert_eq!(fault(&good.replace("\"b\"", "\" \"")), Empty { message: 2 });
        assert_eq!(fault(r#"{"messages":[{"role":"user","content":"a"}]}"#), NoAnswer);
    }
}
