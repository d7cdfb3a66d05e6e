//! A lab: text, questions, and how each answer is computed.

use super::expression::Expression;
use super::pick::Pick;
use serde::Serialize;

/// A lab.
#[derive(Debug, Clone, PartialEq)]
pub struct Lab {
    /// `1`, or `4.3` for an exercise of the book.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Sections of the book, if any.
    pub book: Option<String>,
    /// How long it takes.
    pub minutes: usize,
    /// What `{data}` stands for.
    pub data: String,
    /// What it stands for where a student has data of their own: with `{seed}` in it.
    pub student_data: Option<String>,
    /// The line in the file that says so, from 1; 1 where none does.
    pub student_data_line: usize,
    /// Lists of which each student has one.
    pub picks: Vec<Pick>,
    /// The text without the answers, as Markdown.
    pub text: String,
    /// The questions, in the order of the text.
    pub questions: Vec<LabQuestion>,
}

/// What a lab is, and what it asks: the shape of its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// `1`, or `4.3`.
    pub lab: String,
    /// Its title.
    pub title: String,
    /// How long it takes.
    pub minutes: usize,
    /// Whether each student has data of their own.
    pub own_data: bool,
    /// The questions, in the order of the text.
    pub questions: Vec<QuestionOutline>,
}

/// What a question asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionOutline {
    /// `q1`.
    pub name: String,
    /// What is asked, in a line.
    pub title: String,
    /// Points.
    pub points: usize,
}

impl Lab {
    /// Whether students are asked about data of their own, or something else each: a check has to know whose it is.
    pub fn is_ones_own(&self) -> bool {
        let differs = |command: &AnswerCommand| command.words.iter().any(|word| word != "{data}" && word.contains('{'));
        let is_own = |question: &LabQuestion| match &question.wanted {
            WantedAnswer::Computed { commands, .. } => commands.iter().any(differs),
            WantedAnswer::Text => false,
        };
        self.student_data.is_some() || self.questions.iter().any(is_own)
    }

    /// What it is, and what it asks.
    pub fn outline(&self) -> Outline {
        let asked =
            |one: &LabQuestion| QuestionOutline { name: one.id.clone(), title: one.title.clone(), points: one.points };
        Outline {
            lab: self.id.clone(),
            title: self.title.clone(),
            minutes: self.minutes,
            own_data: self.student_data.is_some(),
            questions: self.questions.iter().map(asked).collect(),
        }
    }
}

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct LabQuestion {
    /// `q1`.
    pub id: String,
    /// What is asked, in a line.
    pub title: String,
    /// The line of its answer block, from 1.
    pub line: usize,
    /// What is wanted.
    pub wanted: WantedAnswer,
    /// What helps, without saying the answer; empty for text.
    pub hint: String,
    /// Points.
    pub points: usize,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum WantedAnswer {
    /// An answer that commands give.
    Computed {
        /// The commands by name, each with its line in the file.
        commands: Vec<AnswerCommand>,
        /// What is taken from what they print.
        value: Expression,
        /// Where this holds, the samples cannot show it, and "not certain" is the right answer.
        uncertain: Option<Expression>,
        /// How it is compared.
        kind: AnswerKind,
    },
    /// Words for the teacher.
    Text,
}

/// A command of an answer block.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerCommand {
    /// What the expression calls it.
    pub name: String,
    /// Its words without `melon`, with placeholders.
    pub words: Vec<String>,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// How an answer is compared.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerKind {
    /// A number that may differ by as much.
    Number(Tolerance),
    /// A whole number.
    Count,
    /// A word: `(computed, others that are right as well)`.
    Word(Vec<(String, Vec<String>)>),
}

/// How far a number may be off.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tolerance {
    /// In the number's own unit.
    Absolute(f64),
    /// As a share of it.
    Relative(f64),
    /// Whichever allows more: a share of a small number may be less than what a page rounds off.
    Larger {
        /// As a share of it.
        relative: f64,
        /// In the number's own unit.
        absolute: f64,
    },
}

impl Tolerance {
    /// How far from `wanted` an answer may be.
    pub fn of(self, wanted: f64) -> f64 {
        match self {
            Tolerance::Absolute(most) => most,
            Tolerance::Relative(share) => share * wanted.abs(),
            Tolerance::Larger { relative, absolute } => absolute.max(relative * wanted.abs()),
        }
    }

    /// Whether `given` is as good as `wanted`; the last digit of a float decides nothing.
    pub fn holds(self, given: f64, wanted: f64) -> bool {
        (given - wanted).abs() <= self.of(wanted) + 1e-9 * wanted.abs().max(1.0)
    }
}
