//! Fine-tuning: the same questions to the model that has only read and to the one that has
//! also practised answers; and a question that is too hard for it.

use super::letters::question;
use super::{Classroom, Speaker, TourError};
use crate::data::grammar::chats::N_PRACTISED;
use crate::data::verbalise::Tongue;
use serde::Serialize;

/// The longest answer that is shown, in tokens.
const LONGEST_ANSWER: usize = 128;
/// How much of what the other one writes.
const LONGEST_CONTINUATION: usize = 48;

/// What is asked below that the model has practised, word for word. The conversations are made by
/// rules that the page in one file does not carry; a test holds this to them.
const PRACTISED: &[&str] = &[];

/// What the model says before its fine-tuning and after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finetuning {
    /// Conversations that were practised.
    pub n_conversations: usize,
    /// Questions and what each model says.
    pub answers: Vec<Answers>,
    /// An answer that is wrong, if one of some hard questions gets one.
    pub wrong: Option<Wrong>,
}

/// A hard question, answered wrongly by the fine-tuned model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wrong {
    /// What was asked.
    pub question: String,
    /// What the model answers.
    pub answer: String,
    /// What would be right.
    pub right: String,
}

/// A question, words of which every right answer has one, and a right answer.
type Hard = (&'static str, &'static [&'static str], &'static str);

const HARD_ENGLISH: &[Hard] = &[
    ("What does GPT stand for?", &["ransformer"], "generative pre-trained transformer"),
    ("How many melons are in the data?", &["17", "seventeen"], "17"),
    ("What comes after Monday?", &["tuesday"], "Tuesday"),
    ("Which is larger, 7 or 12?", &["12"], "12"),
];
const HARD_CHINESE: &[Hard] = &[
    ("聚类是监督学习吗", &["不是", "无监督"], "不是，聚类不看标签，是无监督学习"),
    ("GPT是什么的缩写", &["预训练"], "生成式预训练 Transformer"),
    ("西瓜数据集 3.0 里有几个瓜？", &["17", "十七"], "17 个"),
    ("7 和 12 哪个大？", &["12"], "12"),
];

/// One question, two answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answers {
    /// What both were asked.
    pub question: String,
    /// Whether it was among those practised, word for word; marks and case do not count.
    pub practised: bool,
    /// How the model that has only read goes on with it.
    pub base: String,
    /// What the one that has practised answers.
    pub chat: String,
}

pub(super) fn run(room: &Classroom) -> Result<Finetuning, TourError> {
    let embedded = room.embedded();
    let both = |question: &'static str| -> Result<Answers, TourError> {
        Ok(Answers {
            practised: PRACTISED.contains(&question),
            base: embedded.base.go_on(question, LONGEST_CONTINUATION)?,
            chat: embedded.chat.ask(question, LONGEST_ANSWER)?,
            question: question.to_owned(),
        })
    };
    let answers = questions(room.tongue).map(both).into_iter().collect::<Result<_, _>>()?;
    let hard = if room.tongue == Tongue::Chinese { HARD_CHINESE } else { HARD_ENGLISH };
    Ok(Finetuning { n_conversations: 2 * N_PRACTISED, answers, wrong: wrong(&embedded.chat, hard)? })
}

/// Words by which an answer admits that it is none.
const ADMISSIONS: [&str; 6] = ["not know", "cannot", "不知道", "不会", "不懂", "不清楚"];

/// The first of the questions that is answered without any of the words that it takes, and without admitting it.
fn wrong(chat: &Speaker, questions: &[Hard]) -> Result<Option<Wrong>, TourError> {
    for &(question, needed, right) in questions {
        let answer = chat.ask(question, LONGEST_ANSWER)?;
        let has_one_of = |words: &[&str]| words.iter().any(|word| answer.to_lowercase().contains(word));
        if !has_one_of(needed) && !has_one_of(&ADMISSIONS) {
            return Ok(Some(Wrong { question: question.to_owned(), answer, right: right.to_owned() }));
        }
    }
    Ok(None)
}

/// What both models are asked: the question that the lesson begins with, and one from outside.
fn questions(tongue: Tongue) -> [&'static str; 2] {
    let further = match tongue {
        Tongue::Chinese => "月亮上能种瓜吗？",
        Tongue::English => "Can melons grow on the moon?",
    };
    [question(tongue), further]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Role;
    use crate::data::grammar::chats::{made, normalised};
    use rayon::prelude::*;
    use std::collections::HashSet;

    #[test]
    fn what_is_said_to_be_practised_is_in_the_conversations() {
        for tongue in [Tongue::Chinese, Tongue::English] {
            let turns = (0..N_PRACTISED).into_par_iter().flat_map_iter(|number| made(tongue, number).turns);
            let asked = turns.filter(|turn| turn.role == Role::User).map(|turn| normalised(&turn.content));
            let asked: HashSet<String> = asked.collect();
            for question in questions(tongue) {
                assert_eq!(asked.contains(&normalised(question)), PRACTISED.contains(&question), "{question}");
            }
        }
    }
}
