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

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rand::Rng;
use rand::seq::SliceRandom;

use super::parse::{Open, content_lines, head, split_outside, way, weighted};
use super::{Binding, Grammar, GrammarError, Scope, Way, noise};
use crate::data::verbalise::Tongue;
use crate::data::{Conversation, Role, Turn};
use crate::rng::{Seed, Stream};

macro_rules! files {
    ($language:literal: $($name:literal),+) => {
        &[$((
            concat!($language, "/", $name),
            include_str!(concat!("../../../datasets/chat/", $language, "/", $name, ".txt")),
        )),+]
    };
}

const ENGLISH: &[(&str, &str)] =
    files!["en": "asking", "melons", "program", "learning", "models", "language", "differences", "talk", "outside"];
const CHINESE: &[(&str, &str)] =
    files!["zh": "asking", "melons", "program", "learning", "models", "language", "differences", "talk", "outside"];

/// The facet that is asked for first.
const WHAT: &str = "what";
/// How many times as often as any other.
const WEIGHT_OF_WHAT: u32 = 3;
/// One wording in so many is held out.
const HELD_OUT_ONE_IN: u64 = 10;
/// Wordings of fewer bytes, such as `why`, are never held out: there are no others for them.
const FEW_BYTES: usize = 13;
/// Draws before a question is given up that always falls among the held-out ones.
const MOST_DRAWS: usize = 60;
/// The shares of shared ways to ask, of a follow-up, of a greeting first and of thanks last.
const SHARED: f64 = 0.5;
const FOLLOWS: f64 = 0.45;
const GREETS: f64 = 0.12;
/// A conversation is ended beyond so many bytes: about 200 tokens.
const LONG_ENOUGH: [usize; 2] = [420, 560];

/// Intents of a language, and the rules that they share.
#[derive(Debug)]
pub struct Book {
    tongue: Tongue,
    grammar: Grammar,
    intents: Vec<Intent>,
}

/// Something that can be meant.
#[derive(Debug, Default)]
struct Intent {
    name: String,
    weight: u32,
    bindings: Vec<Binding>,
    /// Variables, each with what it may be called.
    names: Vec<(String, Vec<Way>)>,
    facets: Vec<Facet>,
}

/// A side of it: ways to ask, ways to answer.
#[derive(Debug, Default)]
struct Facet {
    name: String,
    questions: Vec<Way>,
    answers: Vec<Way>,
}

/// A question and an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// What is asked, without a mark at its end and before anything is done to it.
    pub wording: String,
    /// What is answered.
    pub answer: String,
    /// Whether its way to ask is held out.
    is_held_out: bool,
}

/// A question for an examination, with everything that counts as a right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its intent and facet, as `overfitting/what`.
    pub intent: String,
    /// What was said before, if it is a follow-up.
    pub before: Vec<Turn>,
    /// What is asked: as it is written in the rules, or as somebody might type it.
    pub wording: String,
    /// Whether it is a whole way to ask that was held out, and not just a wording.
    pub is_whole_way: bool,
    /// All right answers.
    pub answers: BTreeSet<String>,
}

impl Book {
    /// The intents that come with the program, in `datasets/chat/`.
    pub fn builtin(tongue: Tongue) -> &'static Book {
        static BOOKS: [OnceLock<Book>; 2] = [OnceLock::new(), OnceLock::new()];
        let (place, files) = if tongue == Tongue::Chinese { (0, CHINESE) } else { (1, ENGLISH) };
        BOOKS[place].get_or_init(|| Book::parse(tongue, files).expect("the test below reads them"))
    }

    /// Reads rule files with intents among the rules.
    ///
    /// # Errors
    /// The first line that cannot be read.
    pub fn parse(tongue: Tongue, files: &[(&str, &str)]) -> Result<Book, GrammarError> {
        let mut book = Book { tongue, grammar: Grammar::default(), intents: Vec::new() };
        for &(name, text) in files {
            let (mut open, mut in_intent) = (None, false);
            for (line, content) in content_lines(text) {
                in_intent = if content.starts_with(' ') { in_intent } else { content.starts_with("intent ") };
                let read = if in_intent { book.read_line(content) } else { book.read_rule(content, &mut open) };
                read.map_err(|reason| GrammarError { name: name.to_owned(), line, reason })?;
            }
        }
        Ok(book)
    }

    fn read_rule(&mut self, line: &str, open: &mut Option<Open>) -> Result<(), String> {
        self.grammar.read_line(line, open)
    }

    fn read_line(&mut self, line: &str) -> Result<(), String> {
        if let Some(rest) = line.strip_prefix("intent ") {
            let (weight, rest) = weighted(rest);
            let (name, bindings) = head(rest)?;
            self.intents.push(Intent { name, weight, bindings, ..Intent::default() });
            return Ok(());
        }
        let intent = self.intents.last_mut().expect("an indented line below an intent");
        let line = line.trim();
        let mark = line.find(['?', '!', ':']).ok_or("a line is `name: ...`, `facet? ...` or `facet! ...`")?;
        let (name, rest) = (&line[..mark], line[mark + 1..].trim_start());
        if line[mark..].starts_with(':') {
            let called = split_outside(rest, '|').into_iter().map(|text| way(text.trim()));
            intent.names.push((name.to_owned(), called.collect::<Result<_, _>>()?));
            return Ok(());
        }
        let name = if name.is_empty() { WHAT } else { name };
        let facet = match intent.facets.iter_mut().position(|facet| facet.name == name) {
            Some(place) => &mut intent.facets[place],
            None => {
                intent.facets.push(Facet { name: name.to_owned(), ..Facet::default() });
                intent.facets.last_mut().expect("just pushed")
            }
        };
        let ways = if line[mark..].starts_with('?') { &mut facet.questions } else { &mut facet.answers };
        ways.push(way(rest)?);
        Ok(())
    }

    /// The rules that intents share, and the tables of facts.
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// Everything that is called but nowhere explained, in rules and intents.
    pub fn unexplained(&self) -> Vec<String> {
        let ways = self.intents.iter().flat_map(|intent| &intent.facets);
        let ways = ways.flat_map(|facet| [&facet.questions[..], &facet.answers[..]]);
        let names = self.intents.iter().flat_map(|intent| intent.names.iter().map(|(name, _)| name.as_str()));
        let bound = self.intents.iter().flat_map(|intent| intent.bindings.iter().map(|binding| binding.name.as_str()));
        self.grammar.unexplained(ways, &names.chain(bound).chain(["q"]).collect::<Vec<_>>())
    }

    /// The names of all intents.
    pub fn intents(&self) -> impl Iterator<Item = &str> {
        self.intents.iter().map(|intent| intent.name.as_str())
    }

    /// The conversation of this number: some exchanges, none of them with a held-out wording.
    pub fn conversation(&self, seed: Seed, number: usize) -> Conversation {
        let stream = &mut seed.numbered_stream(&format!("chats/{:?}", self.tongue), number);
        let mut turns = Vec::new();
        if stream.gen_bool(GREETS) {
            self.talk_about("greeting", &mut turns, stream);
        }
        let long_enough = LONG_ENOUGH[usize::from(self.tongue == Tongue::English)];
        let n_bytes = |turns: &[Turn]| turns.iter().map(|turn| turn.content.len()).sum::<usize>();
        while n_bytes(&turns) < long_enough {
            let intent = self.intents.choose_weighted(stream, |intent| intent.weight).expect("there are intents");
            self.talk(intent, &mut turns, stream);
        }
        Conversation { turns }
    }

    fn talk_about(&self, name: &str, turns: &mut Vec<Turn>, stream: &mut Stream) {
        if let Some(intent) = self.intents.iter().find(|intent| intent.name == name) {
            self.talk(intent, turns, stream);
        }
    }

    /// An exchange about an intent, and perhaps follow-ups.
    fn talk(&self, intent: &Intent, turns: &mut Vec<Turn>, stream: &mut Stream) {
        let Some(mut scope) = self.scope(intent, stream) else { return };
        let open: Vec<&Facet> = intent.facets.iter().filter(|facet| !facet.is_follow_up()).collect();
        let weight = |facet: &&Facet| if facet.name == WHAT { WEIGHT_OF_WHAT } else { 1 };
        let Ok(&first) = open.choose_weighted(stream, weight) else { return };
        if !self.exchange(intent, first, false, &mut scope, turns, stream) {
            return;
        }
        let mut asked = vec![first.name.as_str()];
        while stream.gen_bool(FOLLOWS) {
            let left = intent.facets.iter().filter(|facet| facet.follows(self) && !asked.contains(&&*facet.name));
            let Some(&next) = left.collect::<Vec<_>>().choose(stream) else { return };
            if !self.exchange(intent, next, true, &mut scope, turns, stream) {
                return;
            }
            asked.push(&next.name);
        }
    }

    /// What is bound while an intent is talked about.
    fn scope(&self, intent: &Intent, stream: &mut Stream) -> Option<Scope> {
        let mut scope = Scope::default();
        if !self.grammar.bind_all(&intent.bindings, &mut scope, stream) {
            return None;
        }
        for (name, ways) in &intent.names {
            let called = self.grammar.say_one(ways, &mut scope, stream)?;
            scope.bind(name, &called.text);
        }
        Some(scope)
    }

    /// A question that is not held out, as somebody might type it, and an answer.
    fn exchange(
        &self,
        intent: &Intent,
        facet: &Facet,
        follows: bool,
        scope: &mut Scope,
        turns: &mut Vec<Turn>,
        stream: &mut Stream,
    ) -> bool {
        for _ in 0..MOST_DRAWS {
            let mut tried = scope.clone();
            let Some(said) = self.ask(intent, facet, follows, &mut tried, stream) else { return false };
            if said.is_held_out || is_held_out(&said.wording) {
                continue;
            }
            let question = self.dressed(&said.wording, &mut tried, stream);
            if is_held_out(&question) {
                continue;
            }
            turns.push(Turn { role: Role::User, content: question });
            turns.push(Turn { role: Role::Assistant, content: said.answer });
            *scope = tried;
            return true;
        }
        false
    }

    /// A wording of a question, and an answer to it.
    fn ask(
        &self,
        intent: &Intent,
        facet: &Facet,
        follows: bool,
        scope: &mut Scope,
        stream: &mut Stream,
    ) -> Option<Exchange> {
        let prefix = if follows { "then" } else { "ask" };
        let rule = format!("{prefix}_{}", facet.name);
        let has_rule = !intent.names.is_empty() && self.grammar.has_rule(&rule);
        let by_rule = has_rule && (facet.questions.is_empty() || follows || stream.gen_bool(SHARED));
        let asked = match by_rule {
            true => self.grammar.say(&rule, scope, stream)?,
            false => self.grammar.say_one(&facet.questions, scope, stream)?,
        };
        let answered = self.grammar.say_one(&facet.answers, scope, stream)?;
        let words: Vec<&str> = asked.text.split(' ').filter(|word| !word.is_empty()).collect();
        Some(Exchange { wording: words.join(" "), answer: answered.text, is_held_out: asked.is_held_out })
    }

    /// A wording with what people put around it, and as they type.
    fn dressed(&self, wording: &str, scope: &mut Scope, stream: &mut Stream) -> String {
        scope.bind("q", wording);
        let dressed = self.grammar.say("dress", scope, stream).map_or(wording.to_owned(), |said| said.text);
        noise::typed(&dressed, self.tongue, stream)
    }

    /// `n` held-out questions, no wording twice, with all right answers.
    pub fn examination(&self, seed: Seed, n: usize) -> Vec<Question> {
        let mut stream = seed.stream(&format!("chats/examination/{:?}", self.tongue));
        let (mut questions, mut seen) = (Vec::new(), BTreeSet::new());
        let mut order: Vec<(&Intent, &Facet)> =
            self.intents.iter().flat_map(|intent| intent.facets.iter().map(move |facet| (intent, facet))).collect();
        order.shuffle(&mut stream);
        for (intent, facet) in order.iter().cycle().take(n * MOST_DRAWS) {
            if questions.len() == n {
                break;
            }
            let question = (0..MOST_DRAWS).find_map(|_| self.question(intent, facet, &mut stream));
            questions.extend(question.filter(|question| seen.insert(normalised(&question.wording))));
        }
        questions
    }

    /// A held-out question of a facet, if the next draw is one.
    fn question(&self, intent: &Intent, facet: &Facet, stream: &mut Stream) -> Option<Question> {
        let mut scope = self.scope(intent, stream)?;
        let mut before = Vec::new();
        if facet.is_follow_up() {
            let first = intent.facets.iter().find(|facet| !facet.is_follow_up())?;
            self.exchange(intent, first, false, &mut scope, &mut before, stream).then_some(())?;
        }
        let asked = self.ask(intent, facet, facet.is_follow_up(), &mut scope, stream)?;
        if !asked.is_held_out && !is_held_out(&asked.wording) {
            return None;
        }
        let answers = (0..300).filter_map(|_| self.grammar.say_one(&facet.answers, &mut scope.clone(), stream));
        Some(Question {
            intent: format!("{}/{}", intent.name, facet.name),
            before,
            is_whole_way: asked.is_held_out,
            answers: answers.map(|said| said.text).collect(),
            wording: asked.wording,
        })
    }
}

impl Facet {
    fn is_follow_up(&self) -> bool {
        self.name.starts_with("then")
    }

    /// Whether it can be asked after another facet, without the name.
    fn follows(&self, book: &Book) -> bool {
        self.is_follow_up() || book.grammar.has_rule(&format!("then_{}", self.name))
    }
}

/// How many conversations in each language the model that comes along has practised.
pub const N_PRACTISED: usize = 20_000;

/// The first `n` conversations in each language that the rules in `datasets/chat/` make with the
/// usual seed, the languages in turn.
pub fn builtin(n: usize) -> Vec<Conversation> {
    let made = |number| [Tongue::Chinese, Tongue::English].map(|tongue| made(tongue, number));
    (0..n).flat_map(made).collect()
}

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

/// Whether this wording is one of the tenth that no training sees.
pub fn is_held_out(wording: &str) -> bool {
    let wording = normalised(wording);
    let mut stream = Seed(0).stream(&format!("held out/{wording}"));
    wording.len() >= FEW_BYTES && stream.gen_range(0..HELD_OUT_ONE_IN) == 0
}

/// A wording without case, marks and spaces: two that differ in these only are one.
pub fn normalised(wording: &str) -> String {
    wording.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let n = (0..1000).filter(|i| is_held_out(&format!("wording number {i}"))).count();
        assert!((70..130).contains(&n), "{n}");
    }
}
