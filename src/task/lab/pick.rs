//! A list in the head of which each student has one: `pick-fruit: melon | pear | plum` makes `{fruit}`.

use super::fault::{LabFault, LabFaultKind};
use super::lines::KeyValue;

/// What may stand in braces in every lab.
pub(super) const NAMES: [&str; 3] = ["data", "seed", "student"];
/// How the key of a list begins.
const PICK: &str = "pick-";
/// What stands between two choices.
const BARS: [char; 2] = ['|', '｜'];
/// What a choice cannot have: in commands it may stand between quotation marks.
const MARKS: [char; 5] = ['\'', '"', '`', '{', '}'];
/// Choices that a list has at least.
const LEAST_CHOICES: usize = 2;

/// A list of which each student has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// What stands in braces.
    pub name: String,
    /// At least two, in a lab without faults.
    pub choices: Vec<String>,
}

impl Pick {
    /// The choice that belongs to a seed; the first where there is none. Of lists of the same length a seed has the
    /// same place.
    pub(super) fn choice(&self, seed: Option<u64>) -> &str {
        let n_choices = self.choices.len().max(1) as u64;
        let place = (seed.unwrap_or(0) % n_choices) as usize;
        self.choices.get(place).map_or("", String::as_str)
    }

    /// How a text asks for it: `{fruit}`.
    pub(super) fn in_braces(&self) -> String {
        format!("{{{}}}", self.name)
    }
}

/// Whether a key of the head is that of a list.
pub(super) fn is_pick(key: &str) -> bool {
    key.starts_with(PICK)
}

/// The lists of a head, those with a fault too: who asks for one of these makes no second fault.
pub(super) fn picks(head: &[KeyValue], faults: &mut Vec<LabFault>) -> Vec<Pick> {
    let mut picks = Vec::new();
    for entry in head {
        let Some(name) = entry.key.strip_prefix(PICK) else { continue };
        let choices = entry.value.split(BARS).map(|choice| choice.trim().to_owned()).collect();
        let pick = Pick { name: name.to_owned(), choices };
        faults.extend(fault(&pick).map(|what| LabFault::new(entry.line, what)));
        picks.push(pick);
    }
    picks
}

/// What is wrong with a list.
fn fault(pick: &Pick) -> Option<LabFaultKind> {
    let in_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if NAMES.contains(&pick.name.as_str()) || !pick.name.chars().all(in_name) {
        return Some(LabFaultKind::PickName { name: pick.name.clone() });
    }
    let cannot_be = |choice: &String| choice.is_empty() || choice.contains(MARKS);
    if pick.choices.len() < LEAST_CHOICES || pick.choices.iter().any(cannot_be) {
        return Some(LabFaultKind::PickChoices { name: pick.name.clone() });
    }
    let is_again = |at: &usize| pick.choices[..*at].contains(&pick.choices[*at]);
    let again = (1..pick.choices.len()).find(is_again)?;
    Some(LabFaultKind::Twice { key: pick.choices[again].clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(key: &str, value: &str) -> (Vec<Pick>, Vec<LabFault>) {
        let mut faults = Vec::new();
        let entry = KeyValue { key: key.to_owned(), value: value.to_owned(), line: 6 };
        (picks(&[entry], &mut faults), faults)
    }

    #[test]
    fn a_seed_has_one_of_the_choices_and_nobody_the_first() {
        let (found, faults) = read("pick-fruit", "a melon | pear｜plum ");
        assert_eq!((found.len(), faults), (1, Vec::new()));
        let choices = [None, Some(0), Some(1), Some(2), Some(3)].map(|seed| found[0].choice(seed));
        assert_eq!(choices, ["a melon", "a melon", "pear", "plum", "a melon"]);
        assert_eq!(found[0].in_braces(), "{fruit}");
        assert!(read("data", "a | b").0.is_empty(), "another key");
    }

    #[test]
    fn a_list_with_a_fault_is_named_and_known() {
        let choices = || LabFaultKind::PickChoices { name: "fruit".into() };
        let name = |name: &str| LabFaultKind::PickName { name: name.into() };
        for (key, value, fault) in [
            ("pick-fruit", "melon", choices()),
            ("pick-fruit", "", choices()),
            ("pick-fruit", "melon | pear |", choices()),
            ("pick-fruit", "melon | a 'pear'", choices()),
            ("pick-fruit", "melon\" | \"pear", choices()),
            ("pick-fruit", "melon | {seed}", choices()),
            ("pick-fruit", "melon | pear | melon", LabFaultKind::Twice { key: "melon".into() }),
            ("pick-seed", "1 | 2", name("seed")),
            ("pick-a fruit", "melon | pear", name("a fruit")),
        ] {
            let (found, faults) = read(key, value);
            assert_eq!(faults, [LabFault::new(6, fault)], "{key}: {value}");
            assert_eq!(found.len(), 1, "{key}: {value}");
            let _no_panic = found[0].choice(Some(7));
        }
    }
}
