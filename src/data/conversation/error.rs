//! What can be wrong with conversations.

/// What is wrong with a line.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum ConversationFault {
    /// Not JSON.
    NotJson {
        /// What the parser found.
        reason: String,
    },
    /// Neither an object nor a list.
    NoObject,
    /// JSON in none of the known forms.
    UnknownForm {
        /// The fields that it has, joined by commas.
        fields: String,
    },
    /// A message that does not say who speaks.
    NoRole {
        /// Which message, from 1.
        message: usize,
    },
    /// A message that is not, or not only, text.
    NoText {
        /// Which message, from 1.
        message: usize,
    },
    /// A role that is none of the known.
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
    /// More conversations than the one that was asked for.
    Several {
        /// The number of conversations in the file.
        n: usize,
    },
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
