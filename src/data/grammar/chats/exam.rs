//! Questions that training never saw, with everything that counts as a right answer.

use std::collections::BTreeSet;

use rand::seq::SliceRandom;

use super::book::{Book, Facet, Intent};
use super::held_out::{is_held_out, normalised};
use super::talk::MOST_DRAWS;
use crate::data::Turn;
use crate::rng::{Seed, Stream};

/// A question for an examination, with everything that counts as a right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamQuestion {
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
    /// `n` held-out questions, no wording twice, with all right answers.
    pub fn examination(&self, seed: Seed, n: usize) -> Vec<ExamQuestion> {
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
    fn question(&self, intent: &Intent, facet: &Facet, stream: &mut Stream) -> Option<ExamQuestion> {
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
        Some(ExamQuestion {
            intent: format!("{}/{}", intent.name, facet.name),
            before,
            is_whole_way: asked.is_held_out,
            answers: answers.map(|said| said.text).collect(),
            wording: asked.wording,
        })
    }
}
