//! Did it write that, or has it read it? What of a text stands in the training text word
//! for word.

use crate::data::Corpus;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The length of the runs whose novelty is measured, in characters.
pub const RUN: usize = 8;

/// Characters shown on either side of the place that was found.
const AROUND: usize = 12;

/// What of a text stands in the training text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Memorised {
    /// Characters of the text.
    pub n_chars: usize,
    /// The longest run of it that stands in the training text; of equally long ones the first
    /// that the training text has. `None` if they have no character in common.
    pub longest: Option<SharedRun>,
    /// Runs of [`RUN`] characters in the text.
    pub n_runs: usize,
    /// Those that stand nowhere in the training text.
    pub n_novel: usize,
    /// `n_novel / n_runs`; `None` for a text that is too short.
    pub novel_share: Option<f64>,
    /// The loss on the text that the model has learned from, nats a token.
    pub train_loss_nats: Option<f64>,
    /// The loss on text that was held out, nats a token.
    pub held_out_loss_nats: Option<f64>,
}

/// A run of characters that two texts share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedRun {
    /// The characters that both texts have.
    pub text: String,
    /// Its length in characters.
    pub n_chars: usize,
    /// The document in which it stands.
    pub document: String,
    /// A little of what stands before it there.
    pub before: String,
    /// A little of what stands after it there.
    pub after: String,
}

/// Holds `text` against `training`.
///
/// The suffix automaton (Blumer et al., 1985) is that of the short text; the long one is read
/// once. Time is proportional to both, memory to the short one.
pub fn memorised(text: &str, training: &Corpus) -> Memorised {
    let chars: Vec<char> = text.chars().collect();
    let mut novel: HashSet<&[char]> = chars.windows(RUN).collect();
    let automaton = Automaton::of(&chars);
    let mut longest: Option<SharedRun> = None;
    for document in &training.documents {
        for known in &document.texts {
            let known: Vec<char> = known.chars().collect();
            for run in known.windows(RUN) {
                novel.remove(run);
            }
            let (end, length) = automaton.longest_in(&known);
            if length > longest.as_ref().map_or(0, |run| run.n_chars) {
                longest = Some(SharedRun::at(&document.name, &known, end, length));
            }
        }
    }
    let n_runs = chars.windows(RUN).len();
    let n_novel = chars.windows(RUN).filter(|run| novel.contains(run)).count();
    Memorised {
        n_chars: chars.len(),
        longest,
        n_runs,
        n_novel,
        novel_share: (n_runs > 0).then(|| n_novel as f64 / n_runs as f64),
        train_loss_nats: None,
        held_out_loss_nats: None,
    }
}

impl SharedRun {
    fn at(document: &str, known: &[char], end: usize, length: usize) -> SharedRun {
        let start = end - length;
        SharedRun {
            text: known[start..end].iter().collect(),
            n_chars: length,
            document: document.to_owned(),
            before: known[start.saturating_sub(AROUND)..start].iter().collect(),
            after: known[end..(end + AROUND).min(known.len())].iter().collect(),
        }
    }
}

/// All runs of a text as paths of a small graph.
struct Automaton {
    states: Vec<RunState>,
}

#[derive(Default)]
struct RunState {
    next: HashMap<char, usize>,
    /// The state of the longest shorter run that ends in more places.
    link: Option<usize>,
    /// The length of the longest run that leads here.
    length: usize,
}

impl Automaton {
    fn of(text: &[char]) -> Automaton {
        let mut automaton = Automaton { states: vec![RunState::default()] };
        let mut last = 0;
        for &c in text {
            last = automaton.extend(last, c);
        }
        automaton
    }

    fn extend(&mut self, last: usize, c: char) -> usize {
        let new = self.add(RunState { length: self.states[last].length + 1, ..RunState::default() });
        let mut at = Some(last);
        while let Some(state) = at.filter(|&state| !self.states[state].next.contains_key(&c)) {
            self.states[state].next.insert(c, new);
            at = self.states[state].link;
        }
        self.states[new].link = Some(match at {
            None => 0,
            Some(state) => self.target(state, c),
        });
        new
    }

    /// Where `c` leads from `state`, split off if longer runs lead there too.
    fn target(&mut self, state: usize, c: char) -> usize {
        let old = self.states[state].next[&c];
        let length = self.states[state].length + 1;
        if self.states[old].length == length {
            return old;
        }
        let split = RunState { next: self.states[old].next.clone(), link: self.states[old].link, length };
        let split = self.add(split);
        self.states[old].link = Some(split);
        let mut at = Some(state);
        while let Some(state) = at.filter(|&state| self.states[state].next.get(&c) == Some(&old)) {
            self.states[state].next.insert(c, split);
            at = self.states[state].link;
        }
        split
    }

    fn add(&mut self, state: RunState) -> usize {
        self.states.push(state);
        self.states.len() - 1
    }

    /// The longest run of `other` that is also one of this text: its end and its length.
    fn longest_in(&self, other: &[char]) -> (usize, usize) {
        let (mut state, mut length, mut best) = (0, 0, (0, 0));
        for (i, c) in other.iter().enumerate() {
            loop {
                if let Some(&next) = self.states[state].next.get(c) {
                    (state, length) = (next, length + 1);
                    break;
                }
                let Some(link) = self.states[state].link else { break };
                (state, length) = (link, self.states[link].length);
            }
            if length > best.1 {
                best = (i + 1, length);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;
    use rand::Rng;

    #[test]
    fn a_copy_is_found_with_its_place() {
        let corpus = Corpus::of_text("melons", "今天去买瓜，老板说这个瓜熟了，敲起来声音闷。");
        let found = memorised("他说这个瓜熟了，可我不信", &corpus);
        let run = found.longest.unwrap();
        assert_eq!((run.text.as_str(), run.n_chars, run.document.as_str()), ("说这个瓜熟了，", 7, "melons"));
        assert_eq!((run.before.as_str(), run.after.as_str()), ("今天去买瓜，老板", "敲起来声音闷。"));
        assert_eq!((found.n_runs, found.n_novel, found.novel_share), (5, 5, Some(1.0)));
    }

    #[test]
    fn nothing_new_and_nothing_known() {
        let corpus = Corpus::of_text("x", "abcdefghijkl");
        let copied = memorised("bcdefghijk", &corpus);
        assert_eq!((copied.n_novel, copied.longest.unwrap().n_chars), (0, 10));
        let strange = memorised("瓜", &corpus);
        assert_eq!((strange.longest, strange.novel_share), (None, None));
        assert_eq!(memorised("", &corpus).n_chars, 0);
    }

    #[test]
    fn the_automaton_agrees_with_trying_everything() {
        for seed in 0..40 {
            let mut stream = Seed(seed).stream("texts");
            let mut draw = |n: usize| -> Vec<char> { (0..n).map(|_| stream.gen_range('a'..='c')).collect() };
            let (text, other) = (draw(12), draw(30));
            let (end, length) = Automaton::of(&text).longest_in(&other);
            assert!(text.windows(length.max(1)).any(|run| run == &other[end - length..end]));
            assert!(!text.windows(length + 1).any(|run| other.windows(length + 1).any(|known| known == run)));
        }
    }
}
