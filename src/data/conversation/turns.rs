//! Messages become turns, once it is clear who speaks and that they take turns.

use super::error::ConversationFault;
use super::messages::Message;
use super::turn::{Begun, Role, Turn, joined};

/// The names of both sides, and of whoever says how to answer.
const USERS: [&str; 2] = ["user", "human"];
const ASSISTANTS: [&str; 5] = ["assistant", "gpt", "chatgpt", "bot", "model"];
const SYSTEMS: [&str; 2] = ["system", "developer"];

/// The turns of a conversation. What the system says belongs to the question that follows.
pub(super) fn read(messages: Vec<Message>) -> Result<Vec<Turn>, ConversationFault> {
    from(1, messages)
}

/// The turns of a conversation that is to go on, and what the system says before all of them.
pub(super) fn begun(mut messages: Vec<Message>) -> Result<Begun, ConversationFault> {
    let is_system = |message: &Message| SYSTEMS.contains(&&*message.role);
    let rest = messages.split_off(messages.iter().take_while(|message| is_system(message)).count());
    let (n_before, said) = (messages.len(), messages.into_iter().map(|message| message.content));
    let system = said.filter(|text| !text.trim().is_empty()).reduce(|before, text| joined(&before, &text));
    Ok(Begun { system, turns: from(n_before + 1, rest)? })
}

/// The turns of these messages, the first of which has this number.
fn from(number: usize, messages: Vec<Message>) -> Result<Vec<Turn>, ConversationFault> {
    let (mut turns, mut system) = (Vec::new(), String::new());
    for (message, Message { role, content }) in (number..).zip(messages) {
        if SYSTEMS.contains(&&*role) {
            system = if system.is_empty() { content } else { joined(&system, &content) };
            continue;
        }
        let turn = turn(message, role, content, turns.len())?;
        let content = if system.trim().is_empty() { turn.content } else { joined(&system, &turn.content) };
        system.clear();
        turns.push(Turn { content, ..turn });
    }
    Ok(turns)
}

/// The turn after `n_before` others: the user begins.
fn turn(message: usize, role: String, content: String, n_before: usize) -> Result<Turn, ConversationFault> {
    let role = match role.as_str() {
        role if USERS.contains(&role) => Role::User,
        role if ASSISTANTS.contains(&role) => Role::Assistant,
        _ => return Err(ConversationFault::UnknownRole { message, role }),
    };
    let (expected, name) =
        if n_before.is_multiple_of(2) { (Role::User, "user") } else { (Role::Assistant, "assistant") };
    if role != expected {
        return Err(ConversationFault::OutOfTurn { message, expected: name });
    }
    if content.trim().is_empty() {
        return Err(ConversationFault::Empty { message });
    }
    Ok(Turn { role, content })
}
