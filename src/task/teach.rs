//! The plan of a lesson, for a teacher of one language.

use crate::data::glossary::Both;
use crate::data::lesson::lesson;
use crate::data::verbalise::Tongue;
use crate::task::tour::Screen;
use serde::Serialize;

/// A lesson as a teacher goes through it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lesson {
    /// How long it takes.
    pub minutes: usize,
    /// Its steps, in order.
    pub steps: Vec<TimedStep>,
}

/// One step of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimedStep {
    /// When it begins, in minutes.
    pub begins: usize,
    /// How long it takes.
    pub minutes: usize,
    /// What it is about.
    pub title: String,
    /// What to show and to say.
    pub show: String,
    /// The screens of the tour that go with it, by number.
    pub screens: Vec<usize>,
    /// The command to run.
    pub command: String,
    /// A question for the class.
    pub question: String,
    /// What the class should come to say.
    pub answer: String,
    /// The lab to hand out.
    pub lab: Option<String>,
}

/// The plan for a teacher of this language.
pub fn teach(tongue: Tongue) -> Lesson {
    let mut begins = 0;
    let steps = lesson().into_iter().map(|step| {
        let own = |both: &Both| both.for_reader(tongue).to_owned();
        let here = begins;
        begins += step.minutes;
        TimedStep {
            begins: here,
            minutes: step.minutes,
            title: own(&step.title),
            show: own(&step.show),
            screens: step.screens.iter().filter_map(|name| Screen::named(name)).map(Screen::number).collect(),
            command: own(&step.command),
            question: own(&step.ask),
            answer: own(&step.answer),
            lab: step.lab.clone(),
        }
    });
    let steps: Vec<TimedStep> = steps.collect();
    Lesson { minutes: begins, steps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_of_the_tour_has_its_step() {
        let plan = teach(Tongue::English);
        let mut shown: Vec<usize> = plan.steps.iter().flat_map(|step| step.screens.clone()).collect();
        shown.sort_unstable();
        assert_eq!(shown, Screen::ALL.iter().map(|screen| screen.number()).collect::<Vec<_>>());
        assert_eq!(lesson().iter().map(|step| step.screens.len()).sum::<usize>(), shown.len(), "each name is a screen");
        assert_eq!((plan.minutes, plan.steps[1].begins), (90, plan.steps[0].minutes));
    }
}
