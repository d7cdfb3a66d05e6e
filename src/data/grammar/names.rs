//! Names that rules use and nobody explains.

use super::{Binding, Grammar, Piece, Way};

impl Grammar {
    /// Everything that is called but nowhere explained, in the rules and in `ways`, given what
    /// `known` binds from outside.
    pub(super) fn unexplained<'w>(&self, ways: impl Iterator<Item = &'w [Way]>, known: &[&str]) -> Vec<String> {
        let mut names = Names::default();
        ways.for_each(|ways| names.ways(ways));
        self.rules.values().for_each(|rule| {
            rule.bindings.iter().for_each(|binding| names.binding(binding));
            names.ways(&rule.ways);
        });
        let explained = |name: &String| {
            self.rules.contains_key(name)
                || self.tables.contains_key(name)
                || names.bound.contains(name)
                || known.contains(&name.as_str())
        };
        let mut missing: Vec<String> = names.used.iter().filter(|name| !explained(name)).cloned().collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }
}

/// Names in rules: where they are bound and where they are used.
#[derive(Default)]
struct Names {
    used: Vec<String>,
    bound: Vec<String>,
}

impl Names {
    fn ways(&mut self, ways: &[Way]) {
        ways.iter().flat_map(|way| &way.pieces).for_each(|piece| match piece {
            Piece::Text(_) => {}
            Piece::Name(name) | Piece::Column { variable: name, .. } => self.used.push(name.clone()),
            Piece::Choice(ways) => self.ways(ways),
            Piece::Bind(binding) => self.binding(binding),
        });
    }

    fn binding(&mut self, binding: &Binding) {
        self.used.push(binding.source.clone());
        self.bound.push(binding.name.clone());
    }
}
