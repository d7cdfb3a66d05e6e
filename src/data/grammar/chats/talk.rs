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
            if said.is_held_out || is_held_out(&said.wording) {
                continue;
            }
            let Some(question) = self.dressed(&said.wording, &mut tried, stream) else { continue };
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
        let words: Vec<&str> = asked.text.split(' ').filter(|word| !word.is_empty()).collect();
        Some(Exchange { wording: words.join(" "), answer: answered.text, is_held_out: asked.is_held_out })
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
