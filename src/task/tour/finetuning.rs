//! Fine-tuning: the same questions to the model that has only read and to the one that has
//! also practised answers.

use super::letters::question;
use super::{Classroom, TourError};
use crate::data::Role;
use crate::data::grammar::chats::{self, N_PRACTISED, normalised};
use crate::data::verbalise::Tongue;
use serde::Serialize;
use std::collections::HashSet;

/// The longest answer that is shown, in tokens.
const LONGEST_ANSWER: usize = 128;
/// How much of what the other one writes.
const LONGEST_CONTINUATION: usize = 48;

/// Both models' answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finetuning {
    /// Conversations that were practised.
    pub n_conversations: usize,
    /// Questions and what each model says.
    pub answers: Vec<Answers>,
}

/// One question, two answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answers {
    /// The question.
    pub question: String,
    /// Whether it was among those practised, word for word; marks and case do not count.
    pub practised: bool,
    /// How the model that has only read goes on with it.
    pub base: String,
    /// What the one that has practised answers.
    pub chat: String,
}

pub(super) fn run(room: &Classroom) -> Result<Finetuning, TourError> {
    let practised = practised(room.tongue);
    let further = match room.tongue {
        Tongue::Chinese => "月亮上能种瓜吗？",
        Tongue::English => "Can melons grow on the moon?",
    };
    let embedded = room.embedded();
    let both = |question: &str| -> Result<Answers, TourError> {
        Ok(Answers {
            practised: practised.contains(&normalised(question)),
            base: embedded.base.go_on(question, LONGEST_CONTINUATION)?,
            chat: embedded.chat.ask(question, LONGEST_ANSWER)?,
            question: question.to_owned(),
        })
    };
    let answers = [question(room.tongue), further].map(both).into_iter().collect::<Result<_, _>>()?;
    Ok(Finetuning { n_conversations: 2 * N_PRACTISED, answers })
}

/// All questions that were practised in this language.
fn practised(tongue: Tongue) -> HashSet<String> {
    let conversations = (0..N_PRACTISED).map(|number| chats::made(tongue, number));
    let turns = conversations.flat_map(|conversation| conversation.turns);
    turns.filter(|turn| turn.role == Role::User).map(|turn| normalised(&turn.content)).collect()
}
