//! `{data}`, `{seed}`, `{student}` and what the head picks in texts and commands, and a student's own seed.

use super::pick::{NAMES, Pick};
use super::spec::{Lab, LabQuestion};
use sha2::{Digest, Sha256};

/// The seed where there is no student.
const COMMON_SEED: u64 = 42;
/// Seeds of students are below this: short enough to be typed.
const SEEDS: u64 = 1_000_000;

/// For whom a lab is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Student {
    /// The ID as given, without spaces around it; `None` for a lab that is the same for all.
    pub id: Option<String>,
}

impl Student {
    /// The student with this ID; upper and lower case are the same.
    pub fn new(id: Option<&str>) -> Student {
        Student { id: id.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned) }
    }

    /// The seed that belongs to the ID: the same on every machine, and another for another ID
    /// but once in a million.
    pub fn seed(&self) -> u64 {
        let Some(id) = &self.id else { return COMMON_SEED };
        let digest = Sha256::digest(id.to_lowercase().as_bytes());
        let head: [u8; 8] = digest[..8].try_into().expect("a digest has 32 bytes");
        u64::from_be_bytes(head) % SEEDS
    }

    /// The choice of a list that belongs to the ID; the first where there is no ID.
    pub fn choice<'a>(&self, pick: &'a Pick) -> &'a str {
        pick.choice(self.id.as_ref().map(|_| self.seed()))
    }
}

impl Lab {
    /// The lab as this student reads it: nothing is left in braces but in its commands, which
    /// know for whom they run.
    pub fn of(self, student: &Student) -> Lab {
        let read = |text: &str| filled(text, &self, student);
        let one = |one: &LabQuestion| LabQuestion { title: read(&one.title), hint: read(&one.hint), ..one.clone() };
        let (title, text, questions) = (read(&self.title), read(&self.text), self.questions.iter().map(one).collect());
        Lab { title, text, questions, ..self }
    }
}

/// `text` with what its braces stand for.
pub(super) fn filled(text: &str, lab: &Lab, student: &Student) -> String {
    let data = match (&lab.student_data, &student.id) {
        (Some(own), Some(_)) => own,
        _ => &lab.data,
    };
    let seed = student.seed().to_string();
    let text = text.replace("{data}", data).replace("{seed}", &seed);
    let picked = |text: String, pick: &Pick| text.replace(&pick.in_braces(), student.choice(pick));
    let text = lab.picks.iter().fold(text, picked);
    text.replace("{student}", student.id.as_deref().unwrap_or("-"))
}

/// The first name in braces that stands for nothing, in a lab with these lists.
pub(super) fn unknown(text: &str, picks: &[Pick]) -> Option<String> {
    let mut rest = text;
    while let Some((_, inner)) = rest.split_once('{') {
        let (name, after) = inner.split_once('}')?;
        if !NAMES.contains(&name) && !picks.iter().any(|pick| pick.name == name) {
            return Some(format!("{{{name}}}"));
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_student_has_a_seed_of_their_own() {
        let seed = |id: &str| Student::new(Some(id)).seed();
        assert_eq!(seed(" s123 "), seed("S123"));
        let seeds: std::collections::BTreeSet<u64> = (0..500).map(|n| seed(&format!("2023{n:04}"))).collect();
        assert!(seeds.len() >= 499 && seeds.iter().all(|&seed| seed < SEEDS));
        assert_eq!(Student::new(Some("  ")).seed(), COMMON_SEED);
    }

    #[test]
    fn unknown_braces_are_found() {
        let picks = [Pick { name: "fruit".into(), choices: vec!["melon".into(), "pear".into()] }];
        assert_eq!(unknown("melon tree {data} --seed {seed}", &[]), None);
        assert_eq!(unknown("melon tree {date}", &picks), Some("{date}".to_owned()));
        assert_eq!(unknown("melon score '{fruit}'", &picks), None);
        assert_eq!(unknown("melon score '{fruit}'", &[]), Some("{fruit}".to_owned()));
    }

    #[test]
    fn every_choice_is_somebody_s_and_always_the_same() {
        let pick = Pick { name: "fruit".into(), choices: ["melon", "pear", "plum"].map(String::from).to_vec() };
        let of = |id: &str| Student::new(Some(id)).choice(&pick).to_owned();
        let all: std::collections::BTreeSet<String> = (0..50).map(|n| of(&format!("2023{n:04}"))).collect();
        assert_eq!(all.len(), 3, "{all:?}");
        assert_eq!(of(" s123 "), of("S123"));
        assert_eq!(Student::default().choice(&pick), "melon");
    }
}
