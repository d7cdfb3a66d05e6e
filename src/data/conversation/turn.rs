//! A conversation, and what it is made of.

use serde::{Deserialize, Serialize};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The one who asks.
    User,
    /// The one who answers: the model.
    Assistant,
}

/// What one of them says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The one who speaks.
    pub role: Role,
    /// The words that are said.
    pub content: String,
}

/// A conversation from its beginning to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The turns from first to last.
    #[serde(rename = "messages")]
    pub turns: Vec<Turn>,
}

/// A conversation that is to go on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Begun {
    /// What the system says before all turns.
    pub system: Option<String>,
    /// In order; the last may be a question.
    pub turns: Vec<Turn>,
}

/// The turns as a model reads them: what the system says stands before the first question, as in
/// the conversations that are learned from.
pub fn with_system(system: Option<&str>, turns: &[Turn]) -> Vec<Turn> {
    let mut turns = turns.to_vec();
    if let (Some(system), Some(first)) = (system, turns.first_mut()) {
        first.content = joined(system, &first.content);
    }
    turns
}

/// What stands before a question, and the question.
pub fn joined(before: &str, question: &str) -> String {
    format!("{}\n\n{question}", before.trim())
}
