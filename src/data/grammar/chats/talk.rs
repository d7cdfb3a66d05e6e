//! Conversations: what is asked in which words, and what is answered.

use rand::Rng;
use rand::seq::SliceRandom;

use super::super::{Scope, noise};
use super::book::{Book, Facet, Intent, WHAT};
use super::held_out::is_held_out;
use crate::data::verbalise::Tongue;
use crate::data::{Conversation, Role, Turn};
use crate::rng::{Seed, Stream};

/// How many times as often as any other facet [`WHAT`] is asked first.
const WEIGHT_OF_WHAT: u32 = 3;
/// Draws before a question is given up that always falls among the held-out ones.
pub(super) const MOST_DRAWS: usize = 60;
/// The shares of shared ways to ask, of a follow-up, and of a greeting first.
const SHARED: f64 = 0.5;
const FOLLOWS: f64 = 0.45;
const GREETS: f64 = 0.12;
/// Of follow-ups, the share that asks for the same once more, and the share that asks for a side of
/// which nothing is said.
const AGAIN: f64 = 0.12;
const LACKING: f64 = 0.06;
/// What is asked as a follow-up about anything.
const SIDES: [&str; 3] = ["why", "example", "how"];
/// The rules for these follow-ups: how one asks for the same, and what is answered where nothing is
/// said of a side. A language without them has none.
const THEN_AGAIN: &str = "then_again";
const NO_MORE: &str = "no_more";
/// A conversation ends beyond so many bytes, in Chinese and in English: about 170 tokens.
const LONG_ENOUGH: [usize; 2] = [370, 490];

/// A question and an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Exchange {
    /// What is asked, without a mark at its end and before anything is done to it.
    pub(super) wording: String,
    /// What is answered.
    pub(super) answer: String,
    /// Whether its way to ask is held out.
    pub(super) is_held_out: bool,
}

impl Book {
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
        let mut last = first;
        let has_what = intent.facets.iter().any(|facet| facet.name == WHAT);
        while stream.gen_bool(FOLLOWS) {
            let is_defined = !has_what || asked.contains(&WHAT);
            if is_defined && self.grammar.has_rule(THEN_AGAIN) && stream.gen_bool(AGAIN) {
                self.again(last, &mut scope, turns, stream);
                continue;
            }
            if self.grammar.has_rule(NO_MORE) && stream.gen_bool(LACKING) {
                self.lacking(intent, &mut scope, turns, stream);
                return;
            }
            let left = intent.facets.iter().filter(|facet| facet.follows(self) && !asked.contains(&&*facet.name));
            let Some(&next) = left.collect::<Vec<_>>().choose(stream) else { return };
            if !self.exchange(intent, next, true, &mut scope, turns, stream) {
                return;
            }
            asked.push(&next.name);
            last = next;
        }
    }

    /// The last answer once more, in other words where there are others.
    fn again(&self, facet: &Facet, scope: &mut Scope, turns: &mut Vec<Turn>, stream: &mut Stream) {
        let said = turns.last().map(|turn| turn.content.clone()).unwrap_or_default();
        let answers = (0..6).filter_map(|_| self.grammar.say_one(&facet.answers, &mut scope.clone(), stream));
        let answers: Vec<String> = answers.map(|answer| answer.text).collect();
        let answer = answers.iter().find(|answer| **answer != said).cloned().unwrap_or(said);
        self.follow_up(THEN_AGAIN, answer, scope, turns, stream);
    }

    /// A side that an intent lacks, asked for all the same.
    fn lacking(&self, intent: &Intent, scope: &mut Scope, turns: &mut Vec<Turn>, stream: &mut Stream) {
        let has = |side: &str| intent.facets.iter().any(|facet| facet.name.trim_start_matches("then_") == side);
        let lacks: Vec<&str> = SIDES.into_iter().filter(|side| !has(side)).collect();
        let Some(side) = lacks.choose(stream) else { return };
        let Some(answer) = self.grammar.say(NO_MORE, scope, stream) else { return };
        self.follow_up(&format!("then_{side}"), answer.text, scope, turns, stream);
    }

    /// A follow-up that is not held out, by a rule, and this answer.
    fn follow_up(&self, rule: &str, answer: String, scope: &mut Scope, turns: &mut Vec<Turn>, stream: &mut Stream) {
        for _ in 0..MOST_DRAWS {
            let Some(said) = self.grammar.say(rule, scope, stream) else { return };
            let wording = singly_spaced(&said.text);
            let exchange = Exchange { wording, answer: answer.clone(), is_held_out: said.is_held_out };
            if self.add(exchange, &mut scope.clone(), turns, stream) {
                return;
            }
        }
    }

    /// Adds what is asked, as somebody might type it, and the answer; or says that it is held out.
    fn add(&self, said: Exchange, scope: &mut Scope, turns: &mut Vec<Turn>, stream: &mut Stream) -> bool {
        if said.is_held_out || is_held_out(&said.wording) {
            return false;
        }
        let question = self.dressed(&said.wording, scope, stream);
        let Some(question) = question.filter(|question| !is_held_out(question)) else { return false };
        turns.push(Turn { role: Role::User, content: question });
        turns.push(Turn { role: Role::Assistant, content: said.answer });
        true
    }

    /// What is bound while an intent is talked about.
    pub(super) fn scope(&self, intent: &Intent, stream: &mut Stream) -> Option<Scope> {
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
    pub(super) fn exchange(
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
            if self.add(said, &mut tried, turns, stream) {
                *scope = tried;
                return true;
            }
        }
        false
    }

    /// A wording of a question, and an answer to it.
    pub(super) fn ask(
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
        Some(Exchange { wording: singly_spaced(&asked.text), answer: answered.text, is_held_out: asked.is_held_out })
    }

    /// A wording with what people put around it, and as they type; nothing if what stands around
    /// it is held out.
    fn dressed(&self, wording: &str, scope: &mut Scope, stream: &mut Stream) -> Option<String> {
        scope.bind("q", wording);
        let dressed = self.grammar.say("dress", scope, stream);
        if dressed.as_ref().is_some_and(|said| said.is_held_out) {
            return None;
        }
        let dressed = dressed.map_or(wording.to_owned(), |said| said.text);
        Some(noise::typed(&dressed, self.tongue, stream))
    }
}

/// Without the spaces that parts which say nothing leave behind.
fn singly_spaced(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
