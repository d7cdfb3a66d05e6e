//! Problems with exact answers: copying, reversing, adding.
//!
//! ```text
//! c31415=31415.    r31415=51413.    a58+67=125.
//! ```
//!
//! A token is a character. The answer, full stop included, is what is learned and scored.
//! Every problem of a task has a number; a random part of the numbers is held out for the
//! test, and training draws from the others only.

use crate::lm::TokenId;
use crate::lm::gpt::IGNORE;
use crate::rng::Seed;
use crate::train::{Batch, ExampleSource};
use rand::seq::index;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The characters, by token.
pub const ALPHABET: &str = "0123456789=.+cra";
/// Digits of a string to be copied or reversed.
const N_DIGITS: usize = 5;
/// What the longest problem takes: a letter, digits, `=`, digits and a full stop.
pub const CONTEXT_LEN: usize = 2 * N_DIGITS + 3;

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SyntheticTask {
    /// Five digits, to be written again.
    Copy,
    /// Five digits, to be written from behind.
    Reverse,
    /// Two numbers from 0 to 99, to be added.
    Add,
}

/// A question and its only right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What the model is given: `a58+67=`
    pub question: String,
    /// What it should write: `125.`
    pub answer: String,
}

impl SyntheticTask {
    /// All kinds of problems, in the order of every list.
    pub const ALL: [SyntheticTask; 3] = [SyntheticTask::Copy, SyntheticTask::Reverse, SyntheticTask::Add];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            SyntheticTask::Copy => "copy",
            SyntheticTask::Reverse => "reverse",
            SyntheticTask::Add => "add",
        }
    }

    /// How many problems there are.
    pub(super) fn n_problems(self) -> usize {
        match self {
            SyntheticTask::Copy | SyntheticTask::Reverse => 10usize.pow(N_DIGITS as u32),
            SyntheticTask::Add => 100 * 100,
        }
    }

    /// The problem with this number, from 0.
    pub fn problem(self, number: usize) -> Problem {
        let digits = format!("{number:0N_DIGITS$}");
        let (question, answer) = match self {
            SyntheticTask::Copy => (format!("c{digits}="), format!("{digits}.")),
            SyntheticTask::Reverse => (format!("r{digits}="), format!("{}.", digits.chars().rev().collect::<String>())),
            SyntheticTask::Add => {
                let (a, b) = (number / 100, number % 100);
                (format!("a{a}+{b}="), format!("{}.", a + b))
            }
        };
        Problem { question, answer }
    }
}

impl FromStr for SyntheticTask {
    type Err = ();

    fn from_str(text: &str) -> Result<SyntheticTask, ()> {
        SyntheticTask::ALL.into_iter().find(|task| task.name() == text).ok_or(())
    }
}

/// A text as tokens.
pub fn tokens(text: &str) -> Vec<TokenId> {
    text.chars().map(|c| ALPHABET.find(c).expect("problems are spelt with the alphabet") as TokenId).collect()
}

/// The problems of some kinds, divided into those that teach and those that test.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SyntheticTasks {
    kinds: Vec<Divided>,
}

#[derive(Debug, Clone, PartialEq)]
struct Divided {
    task: SyntheticTask,
    train: Vec<u32>,
    test: Vec<u32>,
}

impl SyntheticTasks {
    /// Holds out `n_test` problems of each kind.
    pub fn new(tasks: &[SyntheticTask], n_test: usize, seed: Seed) -> SyntheticTasks {
        let divide = |&task: &SyntheticTask| {
            let n = task.n_problems();
            let mut random = seed.stream(&format!("scale/test/{}", task.name()));
            let mut is_test = vec![false; n];
            index::sample(&mut random, n, n_test.min(n - 1)).iter().for_each(|number| is_test[number] = true);
            let (test, train) = (0..n as u32).partition(|&number| is_test[number as usize]);
            Divided { task, train, test }
        };
        SyntheticTasks { kinds: tasks.iter().map(divide).collect() }
    }

    /// Each kind with its held-out problems.
    pub fn tests(&self) -> impl Iterator<Item = (SyntheticTask, Vec<Problem>)> + '_ {
        self.kinds.iter().map(|kind| {
            let problems = kind.test.iter().map(|&number| kind.task.problem(number as usize));
            (kind.task, problems.collect())
        })
    }
}

impl ExampleSource for SyntheticTasks {
    /// Kinds take turns, and so are drawn equally often, whatever their number of problems.
    fn n_examples(&self) -> usize {
        self.kinds.len() * self.kinds.iter().map(|kind| kind.train.len()).max().unwrap_or(0)
    }

    fn cover(&self) -> Vec<usize> {
        (0..self.n_examples()).collect()
    }

    fn fill(&self, examples: &[usize], batch: &mut Batch) {
        let problem = |&example: &usize| {
            let kind = &self.kinds[example % self.kinds.len()];
            kind.task.problem(kind.train[example / self.kinds.len() % kind.train.len()] as usize)
        };
        let problems: Vec<Problem> = examples.iter().map(problem).collect();
        fill(&problems, batch);
    }
}

/// Lays out problems beside each other; the last token is no input, for nothing follows it.
/// Only the tokens of the answers are targets.
pub fn fill(problems: &[Problem], batch: &mut Batch) {
    let sequence = |problem: &Problem| {
        let mut inputs = tokens(&format!("{}{}", problem.question, problem.answer));
        let first = problem.question.len();
        let targets = (1..inputs.len()).map(|i| if i < first { IGNORE } else { inputs[i] }).collect();
        inputs.pop();
        (inputs, targets)
    };
    let sequences: Vec<(Vec<TokenId>, Vec<TokenId>)> = problems.iter().map(sequence).collect();
    batch.fill_padded(sequences.iter());
}
