//! Intents, and how they are read.

use super::super::parse::{Open, content_lines, head, split_outside, way, weighted};
use super::super::{Binding, Grammar, GrammarError, Phrasing};
use crate::data::verbalise::Tongue;

/// The facet that is asked for first, and meant where a line names none.
pub(super) const WHAT: &str = "what";

/// Intents of a language, and the rules that they share.
#[derive(Debug)]
pub struct Book {
    pub(super) tongue: Tongue,
    pub(super) grammar: Grammar,
    pub(super) intents: Vec<Intent>,
}

/// Something that can be meant.
#[derive(Debug, Default)]
pub(super) struct Intent {
    pub(super) name: String,
    pub(super) weight: u32,
    pub(super) bindings: Vec<Binding>,
    /// Variables, each with what it may be called.
    pub(super) names: Vec<(String, Vec<Phrasing>)>,
    pub(super) facets: Vec<Facet>,
}

/// A side of it: ways to ask, ways to answer.
#[derive(Debug, Default)]
pub(super) struct Facet {
    pub(super) name: String,
    pub(super) questions: Vec<Phrasing>,
    pub(super) answers: Vec<Phrasing>,
}

impl Book {
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
}

impl Facet {
    pub(super) fn is_follow_up(&self) -> bool {
        self.name.starts_with("then")
    }

    /// Whether it can be asked after another facet, without the name.
    pub(super) fn follows(&self, book: &Book) -> bool {
        self.is_follow_up() || book.grammar.has_rule(&format!("then_{}", self.name))
    }
}
