//! Whether a lab is sound, found by doing it.

use super::answers::{Printed, RightAnswer, RunCommand, ShowCommand, answer, words};
use super::as_typed;
use super::expression::value_text;
use super::fault::{LabFault, LabFaultKind};
use super::on_screen::rounding;
use super::own_data::own_data;
use super::placeholders::Student;
use super::spec::{AnswerKind, Lab, LabQuestion, WantedAnswer};
use serde_json::Value;
use std::collections::BTreeSet;

/// Students for whom a lab is done, beside the data that are the same for all: what holds for one
/// table may fail on another.
const TRIED: [&str; 2] = ["a", "b"];
/// Students who are asked for a choice that nobody had before: far more than a list has choices.
const MOST_ASKED: usize = 10_000;

/// Whether the text says every command, and whether every answer can be computed, is of the kind that the question
/// says, is not told by its hint, and can be right as the page rounds it: for the common data and for some students,
/// whose own data are made as well, with each choice of every list of the head.
pub fn verify(lab: &Lab, run: RunCommand, show: ShowCommand) -> Vec<LabFault> {
    let (mut printed, mut screens) = (Printed::new(run), Printed::new(show));
    let mut faults = as_typed::faults(lab);
    for student in students(lab) {
        // A student who starts the lab would get no data.
        let unmade = own_data(lab, &student, &mut |words| screens.of(words));
        let mut found: Vec<LabFault> = unmade.err().into_iter().collect();
        for question in &lab.questions {
            match answer(lab, question, &student, &mut printed) {
                Err(fault) => found.push(fault),
                Ok(RightAnswer::AnyOf(right)) => {
                    let tight = |one: &Value| too_tight(lab, question, &student, one.as_f64()?, &mut screens);
                    found.extend(right.iter().find_map(|one| hint_tells(question, one)));
                    found.extend(right.iter().find_map(tight));
                }
                Ok(_) => {}
            }
        }
        for fault in found {
            // One of a kind is enough: that of another student would be the same.
            if !faults.iter().any(|earlier| is_same(earlier, &fault)) {
                faults.push(fault);
            }
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// For whom the lab is done: for nobody, for some where data are their own, and for as many as it takes until each
/// choice of every list was somebody's.
fn students(lab: &Lab) -> Vec<Student> {
    let own: &[&str] = if lab.student_data.is_some() { &TRIED } else { &[] };
    let mut students = vec![Student::default()];
    students.extend(own.iter().map(|id| Student::new(Some(id))));
    let mut seen: BTreeSet<(&str, &str)> = students.iter().flat_map(|student| chosen(lab, student)).collect();
    let n_choices: usize = lab.picks.iter().map(|pick| pick.choices.len()).sum();
    let mut others = (0..MOST_ASKED).map(|n| Student::new(Some(n.to_string().as_str())));
    while seen.len() < n_choices {
        let Some(student) = others.next() else { break };
        let n_before = seen.len();
        seen.extend(chosen(lab, &student));
        if seen.len() > n_before {
            students.push(student);
        }
    }
    students
}

/// What this student has of each list: its name, and the choice.
fn chosen<'a>(lab: &'a Lab, student: &Student) -> Vec<(&'a str, &'a str)> {
    lab.picks.iter().map(|pick| (pick.name.as_str(), student.choice(pick))).collect()
}

fn is_same(a: &LabFault, b: &LabFault) -> bool {
    a.line == b.line && std::mem::discriminant(&a.what) == std::mem::discriminant(&b.what)
}

/// That the hint says the answer.
fn hint_tells(question: &LabQuestion, right: &Value) -> Option<LabFault> {
    let answer = if right.is_boolean() { return None } else { value_text(right) };
    tells(&question.hint, &answer)
        .then(|| LabFault::new(question.line, LabFaultKind::HintTells { answer: answer.clone() }))
}

/// That the number as a page of its commands shows it would be called wrong.
fn too_tight(
    lab: &Lab,
    question: &LabQuestion,
    student: &Student,
    right: f64,
    screens: &mut Printed<String>,
) -> Option<LabFault> {
    let WantedAnswer::Computed { commands, value, kind: AnswerKind::Number(tolerance), .. } = &question.wanted else {
        return None;
    };
    let named = value.commands();
    let used = commands.iter().filter(|_| value.is_path()).filter(|command| named.contains(&command.name.as_str()));
    let rounded = used.filter_map(|command| rounding(right, &screens.of(&words(lab, command, student)).ok()?));
    let least = rounded.reduce(f64::min).filter(|least| tolerance.of(right) < least * (1.0 - 1e-9))?;
    let within = tolerance.of(right);
    Some(LabFault::new(question.line, LabFaultKind::TooTight { answer: value_text(&right.into()), within, least }))
}

/// Whether a hint has the answer as a word of its own.
fn tells(hint: &str, answer: &str) -> bool {
    let english = crate::data::names::display_name(answer, true);
    let is_there = |word: &str| {
        let begins = |before: &str| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        // A point ends a sentence, unless the number goes on behind it.
        let ends = |after: &str| !after.trim_start_matches('.').starts_with(|c: char| c.is_ascii_alphanumeric());
        hint.match_indices(word).any(|(at, _)| begins(&hint[..at]) && ends(&hint[at + word.len()..]))
    };
    is_there(answer) || is_there(&english)
}
