//! Conversations from rules: intents, each with ways to ask and ways to answer.
//!
//! ```text
//! intent overfitting
//!   x: overfitting | over-fitting                 a name, put into the shared ways to ask
//!   what! It learns its examples by heart.        an answer of the facet `what`
//!   what? why is my model good in training only   a way to ask beside the shared ones
//!   what?* is it bad to know the answers by heart  another, held out
//!   why! Because ...                              another facet
//! ```
//!
//! With names, a facet is also asked as the rule `ask_FACET` says, and after another facet of
//! the same intent as the rule `then_FACET` says, which does without the name ("and why?"). A
//! facet whose own name begins with `then` is only asked as a follow-up.
//!
//! What is held out is held out by the wording: a whole way to ask (`*`), and of the others a
//! tenth of all texts, by a hash. Neither is ever met in training, in whatever dress.

mod book;
mod exam;
mod held_out;
mod talk;

pub use book::Book;
pub use exam::ExamQuestion;
pub use held_out::{is_held_out, normalised};

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::data::Conversation;
use crate::data::verbalise::Tongue;
use crate::rng::Seed;

#[cfg(not(target_family = "wasm"))]
macro_rules! files {
    ($language:literal: $($name:literal),+) => {
        &[$((
            concat!($language, "/", $name),
            include_str!(concat!("../../../../datasets/chat/", $language, "/", $name, ".txt")),
        )),+]
    };
}

// The page in one file does without the rules: no scene of it fine-tunes, none makes conversations,
// and they would be a megabyte of a file that is carried about. There a book has no intents. What
// else needs their characters has these.
#[cfg(target_family = "wasm")]
const ENGLISH: &[(&str, &str)] = &[];
#[cfg(target_family = "wasm")]
const CHINESE: &[(&str, &str)] = &[];

#[cfg(not(target_family = "wasm"))]
const ENGLISH: &[(&str, &str)] = files!["en": "asking", "melons", "program", "learning", "models", "language", "differences", "facts", "talk", "outside"];
#[cfg(not(target_family = "wasm"))]
const CHINESE: &[(&str, &str)] = files!["zh": "asking", "melons", "program", "learning", "models", "language", "differences", "facts", "talk", "outside"];

impl Book {
    /// The intents that come with the program, in `datasets/chat/`.
    pub fn builtin(tongue: Tongue) -> &'static Book {
        static BOOKS: [OnceLock<Book>; 2] = [OnceLock::new(), OnceLock::new()];
        let (place, files) = if tongue == Tongue::Chinese { (0, CHINESE) } else { (1, ENGLISH) };
        BOOKS[place].get_or_init(|| Book::parse(tongue, files).expect("the test below reads them"))
    }
}

/// How many conversations in each language the model that comes along has practised.
pub const N_PRACTISED: usize = 40_000;

/// The first `n` conversations in each language that the rules in `datasets/chat/` make with the
/// usual seed, the languages in turn; none where there are no rules, in the page in one file.
pub fn builtin(n: usize) -> Vec<Conversation> {
    let n = if cfg!(target_family = "wasm") { 0 } else { n };
    let made = |number| [Tongue::Chinese, Tongue::English].map(|tongue| made(tongue, number));
    (0..n).into_par_iter().flat_map_iter(made).collect()
}

/// What a vocabulary of characters needs for the answers: every character of the first
/// [`N_TO_SPELL`] conversations in each language, by code point. They stand in a file, so that it is
/// the same vocabulary where there are no rules.
pub fn characters() -> &'static str {
    include_str!("characters.txt").trim_end()
}

/// Conversations in each language that hold the characters of nearly all.
pub const N_TO_SPELL: usize = 500;

/// The conversation of this number in this language.
pub fn made(tongue: Tongue, number: usize) -> Conversation {
    Book::builtin(tongue).conversation(Seed::default(), number)
}

/// So many conversations, one a line, as `finetune --chat` reads them.
pub fn lines(tongue: Tongue, seed: Seed, n: usize) -> String {
    let book = Book::builtin(tongue);
    let line = |number| serde_json::to_string(&book.conversation(seed, number)).expect("plain text") + "\n";
    (0..n).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const BOOK: &str = "
rule ask_what
  what is {x}
  * explain {x} to me, please
rule then_why
  and why
rule dress
  hello, {q}
intent sample
  x: a sample | samples
  what! A sample is one melon.
  why! Because a model learns from samples.
  then_many? and {n=number}{n.word} of them
  then_many! They make {n.word} samples.
table number: word
  two
  ten
";

    #[test]
    fn a_conversation_is_made_of_what_is_not_held_out() {
        let book = Book::parse(Tongue::English, &[("f", BOOK)]).unwrap();
        assert_eq!((book.intents().collect::<Vec<_>>(), book.unexplained()), (vec!["sample"], vec![]));
        let conversations: Vec<Conversation> = (0..200).map(|number| book.conversation(Seed(1), number)).collect();
        let turns = || conversations.iter().flat_map(|one| &one.turns);
        assert!(turns().all(|turn| !turn.content.contains("please") && !turn.content.contains('{')));
        assert!(conversations.iter().all(|one| one.turns.len().is_multiple_of(2) && !one.turns.is_empty()));
        assert!(turns().any(|turn| normalised(&turn.content).ends_with("andwhy")));
        for conversation in &conversations {
            for pair in conversation.turns.chunks(2) {
                let asked = pair[0].content.to_lowercase();
                let number = ["two", "ten"].into_iter().find(|number| asked.contains(number));
                assert!(number.is_none_or(|number| pair[1].content.contains(number)), "{pair:?}");
            }
        }
        assert_eq!(book.conversation(Seed(1), 7), conversations[7]);
    }

    #[test]
    fn the_characters_are_those_of_the_conversations() {
        let chats = builtin(N_TO_SPELL);
        let turns = chats.iter().flat_map(|chat| &chat.turns);
        let found: BTreeSet<char> = turns.flat_map(|turn| turn.content.chars()).collect();
        let line = String::from_iter(found);
        assert_eq!(characters(), line, "the rules have changed: characters.txt is now this line\n{line}");
    }

    #[test]
    fn an_examination_asks_what_is_held_out() {
        let book = Book::parse(Tongue::English, &[("f", BOOK)]).unwrap();
        let questions = book.examination(Seed(1), 2);
        assert!(questions.iter().any(|question| question.is_whole_way && question.wording.ends_with("please")));
        assert!(questions.iter().all(|question| question.is_whole_way || is_held_out(&question.wording)));
        assert!(questions.iter().all(|question| question.answers.contains("A sample is one melon.")));
    }

    #[test]
    fn case_and_marks_make_no_other_wording() {
        assert_eq!(normalised("What is k-NN ?"), normalised("what is K NN"));
        assert!(!is_held_out("why"), "too short to be said otherwise");
        let n = (0..1000).filter(|i| is_held_out(&format!("a wording as any other, number {i}"))).count();
        assert!((70..130).contains(&n), "{n}");
    }
}
