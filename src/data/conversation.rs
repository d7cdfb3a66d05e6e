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
use messages::Message;
use serde_json::Value;
pub use turn::{Begun, Conversation, Role, Turn, joined, with_system};

/// Conversations to learn from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadConversations {
    /// Those that can be learned from, in order.
    pub conversations: Vec<Conversation>,
    /// What is wrong with the others.
    pub left_out: Vec<ConversationError>,
}

/// Reads conversations, one a line or all in one list. A few that are none are left out.
///
/// # Errors
/// The first that is none, where not most of them are sound.
pub fn parse(name: &str, text: &str) -> Result<ReadConversations, ConversationError> {
    let whole = |turns: Vec<Turn>| match turns.last() {
        Some(Turn { role: Role::Assistant, .. }) => Ok(Conversation { turns }),
        _ => Err(ConversationFault::NoAnswer),
    };
    let mut read = ReadConversations::default();
    for (line, record) in records::read(text) {
        let turns = record.and_then(|record| turns::read(messages_of(&record)?));
        match turns.and_then(whole) {
            Ok(conversation) => read.conversations.push(conversation),
            Err(fault) => read.left_out.push(ConversationError { name: name.to_owned(), line, fault }),
        }
    }
    let is_sound = read.conversations.len() > read.left_out.len();
    if is_sound || read.left_out.is_empty() { Ok(read) } else { Err(read.left_out.swap_remove(0)) }
}

/// Reads one conversation that is to go on: it may end in a question.
///
/// # Errors
/// If it is none, or there is not exactly one.
pub fn parse_begun(name: &str, text: &str) -> Result<Begun, ConversationError> {
    let error = |line, fault| ConversationError { name: name.to_owned(), line, fault };
    let mut records = records::read(text);
    let first_fault = records.iter().position(|(_, record)| record.is_err());
    let one = match (first_fault, records.len()) {
        (Some(at), _) => records.swap_remove(at),
        (None, 1) => records.swap_remove(0),
        (None, 0) => return Err(error(1, ConversationFault::NoAnswer)),
        (None, n) => return Err(error(records[1].0, ConversationFault::Several { n })),
    };
    let begun = one.1.and_then(|record| turns::begun(messages_of(&record)?));
    begun.map_err(|fault| error(one.0, fault))
}

/// The messages of a record in any of the known forms.
fn messages_of(record: &Value) -> Result<Vec<Message>, ConversationFault> {
    match record {
        Value::Array(list) => messages::of_list(list),
        Value::Object(fields) => {
            let unknown = || ConversationFault::UnknownForm {
                fields: fields.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
            };
            messages::read(fields).or_else(|| pairs::read(fields)).ok_or_else(unknown)?
        }
        _ => Err(ConversationFault::NoObject),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let good = r#"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#;
        assert_eq!(parse("f", &format!("\u{feff}{good}\n\n{good}\r\n")).unwrap().conversations.len(), 2);
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

    #[test]
    fn a_few_that_are_none_are_left_out_and_named() {
        let good = r#"{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}"#;
        let lines = |bad: &str| parse("f", &format!("{good}\n{bad}\n{good}\n{good}\n3\n"));
        let read = lines("{").unwrap();
        assert_eq!((read.conversations.len(), read.left_out.len()), (3, 2));
        let of = |error: &ConversationError| (error.line, matches!(error.fault, ConversationFault::NotJson { .. }));
        assert_eq!(read.left_out.iter().map(of).collect::<Vec<_>>(), [(2, true), (5, false)]);
        let error = lines("{\n{\n{").unwrap_err();
        assert_eq!((error.line, error.name.as_str()), (2, "f"), "three of seven are not most");
        assert_eq!(parse("f", "").unwrap(), ReadConversations::default());
        let list = format!("[{good}, {good}, {{\"prompt\": 1}}]");
        assert_eq!(parse("f", &list).unwrap().left_out.len(), 1);
    }

    #[test]
    fn what_the_system_says_first_stands_apart() {
        let turn = |role: &str, content: &str| format!(r#"{{"role":"{role}","content":"{content}"}}"#);
        let list = |turns: &[String]| parse_begun("f", &format!("[{}]", turns.join(","))).unwrap();
        let begun = list(&[turn("system", "be"), turn("developer", "short"), turn("user", "a")]);
        assert_eq!((begun.system.as_deref(), begun.turns.len()), (Some("be\n\nshort"), 1));
        assert_eq!(begun.turns[0].content, "a");
        assert_eq!(with_system(begun.system.as_deref(), &begun.turns)[0].content, "be\n\nshort\n\na");
        let later = list(&[turn("user", "a"), turn("assistant", "b"), turn("system", "c"), turn("user", "d")]);
        assert_eq!((later.system, later.turns[2].content.as_str()), (None, "c\n\nd"));
        let bad = format!("[{},{}]", turn("system", "x"), turn("robot", "y"));
        let error = parse_begun("f", &bad).unwrap_err();
        assert!(matches!(error.fault, ConversationFault::UnknownRole { message: 2, .. }));
    }
}
