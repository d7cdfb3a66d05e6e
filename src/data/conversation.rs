//! Conversations to learn answers from, one JSON object a line:
//!
//! ```json
//! {"messages": [{"role": "user", "content": "怎么挑西瓜？"}, {"role": "assistant", "content": "看三样……"}]}
//! ```
//!
//! User and assistant take turns, the user begins and the assistant has the last word.

use serde::{Deserialize, Serialize};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asks.
    User,
    /// Answers.
    Assistant,
}

/// What one of them says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Who.
    pub role: Role,
    /// What.
    pub content: String,
}

/// A conversation from its beginning to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// In order.
    #[serde(rename = "messages")]
    pub turns: Vec<Turn>,
}

/// What is wrong with a line.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum ConversationFault {
    /// Not a JSON object with `messages`, each with `role` and `content`.
    NotJson {
        /// What the parser found.
        reason: String,
    },
    /// A role that is neither.
    UnknownRole {
        /// Which message, from 1.
        message: usize,
        /// The role.
        role: String,
    },
    /// Two turns of the same side, or an assistant who begins.
    OutOfTurn {
        /// Which message, from 1.
        message: usize,
        /// Whose turn it is.
        expected: &'static str,
    },
    /// A turn in which nothing is said.
    Empty {
        /// Which message, from 1.
        message: usize,
    },
    /// There is no answer to learn at the end.
    NoAnswer,
}

/// A line that is no conversation.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub struct ConversationError {
    /// The file.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: ConversationFault,
}

/// Reads conversations, one a line; empty lines do not count.
///
/// # Errors
/// The first line that is not one.
pub fn parse(name: &str, text: &str) -> Result<Vec<Conversation>, ConversationError> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read =
        |(line, text)| parse_line(text).map_err(|fault| ConversationError { name: name.to_owned(), line, fault });
    lines.map(read).collect()
}

/// As it stands in a file, before anything is checked.
#[derive(Deserialize)]
struct RawConversation {
    messages: Vec<RawTurn>,
}

#[derive(Deserialize)]
struct RawTurn {
    role: String,
    content: String,
}

fn parse_line(text: &str) -> Result<Conversation, ConversationFault> {
    let not_json = |error: serde_json::Error| ConversationFault::NotJson { reason: error.to_string() };
    let raw: RawConversation = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(not_json)?;
    let turns = (1..).zip(raw.messages).map(|(message, raw)| turn(message, raw)).collect::<Result<Vec<_>, _>>()?;
    match turns.last() {
        Some(Turn { role: Role::Assistant, .. }) => Ok(Conversation { turns }),
        _ => Err(ConversationFault::NoAnswer),
    }
}

/// The `message`-th turn, from 1: odd ones are the user's.
fn turn(message: usize, raw: RawTurn) -> Result<Turn, ConversationFault> {
    let role = match raw.role.as_str() {
        "user" => Role::User,
        "assistant" => Role::Assistant,
        _ => return Err(ConversationFault::UnknownRole { message, role: raw.role }),
    };
    let (expected, name) = if message % 2 == 1 { (Role::User, "user") } else { (Role::Assistant, "assistant") };
    if role != expected {
        return Err(ConversationFault::OutOfTurn { message, expected: name });
    }
    if raw.content.trim().is_empty() {
        return Err(ConversationFault::Empty { message });
    }
    Ok(Turn { role, content: raw.content })
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
        assert!(matches!(fault(r#"{"messages":[{"role":"user"}]}"#), NotJson { .. }));
        assert_eq!(fault(r#"{"messages":[]}"#), NoAnswer);
        assert_eq!(fault(&good.replace("assistant", "robot")), UnknownRole { message: 2, role: "robot".into() });
        assert_eq!(fault(&good.replace("assistant", "user")), OutOfTurn { message: 2, expected: "assistant" });
        assert_eq!(fault(&good.replace("\"b\"", "\" \"")), Empty { message: 2 });
        assert_eq!(fault(r#"{"messages":[{"role":"user","content":"a"}]}"#), NoAnswer);
    }
}
