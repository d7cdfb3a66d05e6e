//! Names that rules use and nobody explains.

use super::{Binding, Grammar, PhrasePart, Phrasing};

impl Grammar {
    /// Everything that is called but nowhere explained, in the rules and in `ways`, given what
    /// `known` binds from outside.
    pub(super) fn unexplained<'w>(&self, ways: impl Iterator<Item = &'w [Phrasing]>, known: &[&str]) -> Vec<String> {
        let mut names = RuleNames::default();
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
struct RuleNames {
    used: Vec<String>,
    bound: Vec<String>,
}

impl RuleNames {
    fn ways(&mut self, ways: &[Phrasing]) {
        ways.iter().flat_map(|way| &way.pieces).for_each(|piece| match piece {
            PhrasePart::Text(_) => {}
            PhrasePart::Name(name) | PhrasePart::Column { variable: name, .. } => self.used.push(name.clone()),
            PhrasePart::Choice(ways) => self.ways(ways),
            PhrasePart::Bind(binding) => self.binding(binding),
        });
    }

    fn binding(&mut self, binding: &Binding) {
        self.used.push(binding.source.clone());
        self.bound.push(binding.name.clone());
    }
}
