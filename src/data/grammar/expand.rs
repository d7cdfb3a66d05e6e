//! Rules to text.

use rand::Rng;

use super::{Binding, Condition, Fact, Grammar, PhrasePart, Phrasing};
use crate::rng::{self, Stream};

/// How deep rules may call each other.
const DEEPEST: usize = 40;

/// What is bound at the moment, the newest last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    bound: Vec<(String, Bound)>,
}

/// What a variable stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Bound {
    /// A row of a table.
    Row { table: String, row: usize },
    /// What was said.
    Text(String),
}

/// What came of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expansion {
    /// The text.
    pub text: String,
    /// Whether a way was taken that is held out.
    pub is_held_out: bool,
}

impl Scope {
    /// Binds a variable to a text.
    pub fn bind(&mut self, name: &str, text: &str) {
        self.bound.push((name.to_owned(), Bound::Text(text.to_owned())));
    }

    fn get(&self, name: &str) -> Option<&Bound> {
        self.bound.iter().rev().find(|(bound, _)| bound == name).map(|(_, value)| value)
    }
}

impl Grammar {
    /// Whether there is a rule of this name.
    pub fn has_rule(&self, name: &str) -> bool {
        self.rules.contains_key(name)
    }

    /// One of the texts of a rule; `None` if no way can be gone, or there is no such rule.
    pub fn say(&self, rule: &str, scope: &mut Scope, stream: &mut Stream) -> Option<Expansion> {
        let mut expansion = Expansion::default();
        self.rule(rule, scope, stream, &mut expansion, 0).then_some(expansion)
    }

    /// One of these ways; what it binds stays bound.
    pub(super) fn say_one(&self, ways: &[Phrasing], scope: &mut Scope, stream: &mut Stream) -> Option<Expansion> {
        let mut expansion = Expansion::default();
        self.one_of(ways, scope, stream, &mut expansion, 0).then_some(expansion)
    }

    /// Binds what a head asks for; `false` if there is nothing that fits.
    pub(super) fn bind_all(&self, bindings: &[Binding], scope: &mut Scope, stream: &mut Stream) -> bool {
        bindings.iter().all(|binding| self.bind(binding, scope, stream, &mut Expansion::default(), 0))
    }

    /// The fact in the column of the row that is bound to `variable`.
    pub fn fact<'a>(&'a self, scope: &Scope, variable: &str, column: &str) -> Option<&'a str> {
        let Some(Bound::Row { table, row }) = scope.get(variable) else { return None };
        let table = &self.tables[table];
        let column = table.columns.iter().position(|name| name == column)?;
        Some(&table.rows[*row][column])
    }

    /// The rows of a table of facts, each as `(column, fact)`.
    pub fn rows(&self, table: &str) -> Vec<Vec<(&str, &str)>> {
        let Some(table) = self.tables.get(table) else { return Vec::new() };
        let columns = || table.columns.iter().map(String::as_str);
        table.rows.iter().map(|row| columns().zip(row.iter().map(String::as_str)).collect()).collect()
    }

    fn rule(&self, name: &str, scope: &mut Scope, stream: &mut Stream, out: &mut Expansion, depth: usize) -> bool {
        let Some(rule) = self.rules.get(name).filter(|_| depth < DEEPEST) else { return false };
        let n_bound = scope.bound.len();
        let bound = rule.bindings.iter().all(|binding| self.bind(binding, scope, stream, out, depth + 1));
        let said = bound && self.one_of(&rule.ways, scope, stream, out, depth + 1);
        scope.bound.truncate(n_bound);
        said
    }

    /// Draws by weight among the ways whose condition holds; where one leads nowhere, among the
    /// others.
    fn one_of(
        &self,
        ways: &[Phrasing],
        scope: &mut Scope,
        stream: &mut Stream,
        out: &mut Expansion,
        depth: usize,
    ) -> bool {
        let mut open: Vec<&Phrasing> =
            ways.iter().filter(|way| way.guards.iter().all(|guard| self.holds(guard, scope))).collect();
        while !open.is_empty() {
            let total: u32 = open.iter().map(|way| way.weight).sum();
            let mut drawn = stream.gen_range(0..total.max(1));
            let chosen = open.iter().position(|way| {
                let is_here = drawn < way.weight;
                drawn = drawn.saturating_sub(way.weight);
                is_here
            });
            let way = open.swap_remove(chosen.unwrap_or(0));
            let (n_bound, n_bytes, was_held_out) = (scope.bound.len(), out.text.len(), out.is_held_out);
            if way.pieces.iter().all(|piece| self.piece(piece, scope, stream, out, depth)) {
                out.is_held_out |= way.is_held_out;
                return true;
            }
            scope.bound.truncate(n_bound);
            out.text.truncate(n_bytes);
            out.is_held_out = was_held_out;
        }
        false
    }

    fn piece(
        &self,
        piece: &PhrasePart,
        scope: &mut Scope,
        stream: &mut Stream,
        out: &mut Expansion,
        depth: usize,
    ) -> bool {
        match piece {
            PhrasePart::Text(text) => out.text.push_str(text),
            PhrasePart::Choice(ways) => return self.one_of(ways, scope, stream, out, depth + 1),
            PhrasePart::Bind(binding) => return self.bind(binding, scope, stream, out, depth + 1),
            PhrasePart::Column { variable, column } => match self.fact(scope, variable, column) {
                Some(fact) => out.text.push_str(fact),
                None => return false,
            },
            PhrasePart::Name(name) => match scope.get(name) {
                Some(Bound::Text(text)) => out.text.push_str(text),
                Some(Bound::Row { table, row }) => out.text.push_str(&self.tables[table].rows[*row][0]),
                None => return self.rule(name, scope, stream, out, depth + 1),
            },
        }
        true
    }

    /// Binds a variable to a row that fits and is bound to no other, or to what a rule says.
    fn bind(
        &self,
        binding: &Binding,
        scope: &mut Scope,
        stream: &mut Stream,
        out: &mut Expansion,
        depth: usize,
    ) -> bool {
        let Some(table) = self.tables.get(&binding.source) else {
            let mut said = Expansion::default();
            if !self.rule(&binding.source, scope, stream, &mut said, depth + 1) {
                return false;
            }
            out.is_held_out |= said.is_held_out;
            scope.bind(&binding.name, &said.text);
            return true;
        };
        let row_value = |row| Bound::Row { table: binding.source.clone(), row };
        let mut fitting: Vec<usize> = Vec::new();
        for row in 0..table.rows.len() {
            let value = row_value(row);
            if scope.bound.iter().any(|(_, bound)| *bound == value) {
                continue;
            }
            scope.bound.push((binding.name.clone(), value));
            if binding.guards.iter().all(|guard| self.holds(guard, scope)) {
                fitting.push(row);
            }
            scope.bound.pop();
        }
        if fitting.is_empty() {
            return false;
        }
        let row = fitting[rng::index(stream, fitting.len())];
        scope.bound.push((binding.name.clone(), row_value(row)));
        true
    }

    fn holds(&self, guard: &Condition, scope: &Scope) -> bool {
        (self.value(scope, &guard.left) == self.value(scope, &guard.right)) == guard.is_equal
    }

    fn value<'a>(&'a self, scope: &'a Scope, fact: &'a Fact) -> Option<&'a str> {
        match fact {
            Fact::Word(word) => Some(word.as_str()),
            Fact::Column { variable, column } => self.fact(scope, variable, column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;

    const RULES: &str = "
table melon: colour ripe
  green | yes
  pale | no
rule story with m = melon, n = melon
  {m.colour} and {n.colour}. {cut}
rule cut
  3x [m.ripe=yes] the {first|former} is sweet
  *[m.ripe=no] it is not
  [m.ripe=no] the {first} is hard
rule first
  first
";

    fn texts(rule: &str) -> Vec<Expansion> {
        let grammar = Grammar::parse(&[("f", RULES)]).unwrap();
        (0..100).filter_map(|i| grammar.say(rule, &mut Scope::default(), &mut Seed(i).stream("t"))).collect()
    }

    #[test]
    fn what_is_bound_stays_true_and_no_row_is_bound_twice() {
        let texts = texts("story");
        assert_eq!(texts.len(), 100);
        for Expansion { text, .. } in &texts {
            assert!(text.starts_with("green and pale. the") || text.starts_with("pale and green."), "{text}");
            assert_eq!(text.starts_with("green"), text.contains("sweet"), "{text}");
        }
        assert!(texts.iter().any(|said| said.text.contains("former")));
    }

    #[test]
    fn nothing_is_said_of_what_is_not_bound_and_names_are_explained() {
        let grammar = Grammar::parse(&[("f", RULES)]).unwrap();
        assert!(texts("nowhere").is_empty());
        assert_eq!(grammar.unexplained([].into_iter(), &[]), [] as [String; 0]);
        let grammar = Grammar::parse(&[("f", "rule a\n  {b} {c.d}")]).unwrap();
        assert_eq!(grammar.unexplained([].into_iter(), &["c"]), ["b"]);
    }
}
