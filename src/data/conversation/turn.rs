//! A conversation, and what it is made of.

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

/// What stands before a question, and the question.
pub fn joined(before: &str, question: &str) -> String {
    format!("{}\n\n{question}", before.trim())
}
