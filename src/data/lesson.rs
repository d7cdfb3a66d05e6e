//! The plan of a lesson, in both languages.

use super::glossary::Both;
use super::records::{Record, records};

const PLAN: &str = include_str!("../../datasets/lesson/plan.md");

/// One step of the lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonStep {
    /// What it is about.
    pub title: Both,
    /// How long it takes.
    pub minutes: usize,
    /// The screens of the tour that go with it, by name.
    pub screens: Vec<String>,
    /// What to show and to say.
    pub show: Both,
    /// A question for the class.
    pub ask: Both,
    /// Its answer.
    pub answer: Both,
    /// The command to run.
    pub command: Both,
    /// The lab to hand out.
    pub lab: Option<String>,
}

impl LessonStep {
    fn of(record: &Record) -> LessonStep {
        let screens = record.get("screens").split(',').map(str::trim).filter(|name| !name.is_empty());
        LessonStep {
            title: Both::of_heading(&record.name),
            minutes: record.get("minutes").parse().unwrap_or_default(),
            screens: screens.map(str::to_owned).collect(),
            show: Both::of(record, "show"),
            ask: Both::of(record, "ask"),
            answer: Both::of(record, "answer"),
            command: Both::of(record, "try"),
            lab: Some(record.get("lab").to_owned()).filter(|lab| !lab.is_empty()),
        }
    }
}

/// The steps, in order.
pub fn lesson() -> Vec<LessonStep> {
    records(PLAN).iter().map(LessonStep::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::labs;

    #[test]
    fn the_lesson_takes_ninety_minutes_and_every_step_is_whole() {
        let all = lesson();
        assert_eq!(all.iter().map(|step| step.minutes).sum::<usize>(), 90);
        for step in &all {
            let texts = [&step.title, &step.show, &step.ask, &step.answer, &step.command];
            assert!(texts.iter().all(|both| !both.en.is_empty() && !both.zh.is_empty()), "{}", step.title.en);
            assert!(step.minutes > 0 && step.ask.en.ends_with('?') && step.ask.zh.ends_with('？'), "{}", step.title.en);
            assert!(step.lab.iter().all(|lab| labs::ids().any(|id| id == lab)), "{:?}", step.lab);
        }
        assert!(all.iter().any(|step| step.lab.is_some()), "a lab is handed out");
    }
}
