//! The tour: the ideas of a first lesson on machine learning, one a screen, each computed on
//! embedded data at the moment it is shown.
//!
//! ```text
//! Screen (which) + Classroom (what several screens share) -> Figures (what came out)
//! ```

mod classification;
mod classroom;
mod clustering;
mod embedded;
mod emergence;
mod features;
mod finetuning;
mod four_steps;
mod letters;
mod next_word;
mod parameters;
mod pretraining;
mod regression;
mod side_by_side;
mod sum;
mod training;
mod unsupervised;

pub use classification::Classifying;
pub use classroom::Classroom;
pub use clustering::Grouping;
pub use embedded::{Embedded, Speaker};
pub use emergence::{Emergence, Marks};
pub use features::Notebook;
pub use finetuning::{Answers, Finetuning};
pub use four_steps::{FourSteps, Piece, Round, Vector};
pub use letters::Letters;
pub use next_word::{NextWord, Offer};
pub use parameters::{ModelSize, Parameters, SizeOf};
pub use pretraining::Pretraining;
pub use regression::{Regressing, SmallTable};
pub use side_by_side::SideBySide;
pub use sum::Sum;
pub use training::Training;
pub use unsupervised::Unsupervised;

use crate::lm::generate::BrokenLogits;
use crate::lm::ngram::NGramError;
use crate::lm::tokenizer::TokenizerError;
use crate::task::TaskError;
use crate::task::dialogue::NoMarkers;
use crate::task::ngram::CountError;
use crate::task::training::TrainingError;
use serde::Serialize;

/// Which screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screen {
    /// Chat, G, P, T.
    Letters,
    /// A sentence is continued, word by word, by probability.
    NextWord,
    /// Encode, predict, choose, append.
    FourSteps,
    /// Melons as rows: what is seen, and what is to be told.
    Features,
    /// Ten melons become a rule.
    Training,
    /// `Y = f(x1) + f(x2) + f(x3)`.
    Sum,
    /// The answer is one of two.
    Classification,
    /// The answer is a number.
    Regression,
    /// No answers at all: what is alike?
    Unsupervised,
    /// k-means, as a picture.
    Clustering,
    /// A GPT reads text without labels.
    Pretraining,
    /// The same GPT learns to answer.
    Finetuning,
    /// 3, and 1.8 trillion.
    Parameters,
    /// What looks sudden, and what does not.
    Emergence,
    /// One melon, asked of both families.
    SideBySide,
}

impl Screen {
    /// From the first to the last.
    pub const ALL: [Screen; 15] = [
        Screen::Letters,
        Screen::NextWord,
        Screen::FourSteps,
        Screen::Features,
        Screen::Training,
        Screen::Sum,
        Screen::Classification,
        Screen::Regression,
        Screen::Unsupervised,
        Screen::Clustering,
        Screen::Pretraining,
        Screen::Finetuning,
        Screen::Parameters,
        Screen::Emergence,
        Screen::SideBySide,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Screen::Letters => "letters",
            Screen::NextWord => "next-word",
            Screen::FourSteps => "four-steps",
            Screen::Features => "features",
            Screen::Training => "training",
            Screen::Sum => "sum",
            Screen::Classification => "classification",
            Screen::Regression => "regression",
            Screen::Unsupervised => "unsupervised",
            Screen::Clustering => "clustering",
            Screen::Pretraining => "pretraining",
            Screen::Finetuning => "finetuning",
            Screen::Parameters => "parameters",
            Screen::Emergence => "emergence",
            Screen::SideBySide => "side-by-side",
        }
    }

    /// The screen called `name`.
    pub fn named(name: &str) -> Option<Screen> {
        Screen::ALL.into_iter().find(|screen| screen.name() == name)
    }

    /// The screen with this number, from 1.
    pub fn numbered(number: usize) -> Option<Screen> {
        Screen::ALL.get(number.checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        1 + Screen::ALL.iter().position(|&screen| screen == self).expect("every screen is one of them")
    }
}

/// What came out, screen by screen.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Figures {
    /// Of [`Screen::Letters`].
    Letters(Letters),
    /// Of [`Screen::NextWord`].
    NextWord(NextWord),
    /// Of [`Screen::FourSteps`].
    FourSteps(FourSteps),
    /// Of [`Screen::Features`].
    Features(Notebook),
    /// Of [`Screen::Training`].
    Training(Training),
    /// Of [`Screen::Sum`].
    Sum(Sum),
    /// Of [`Screen::Classification`].
    Classification(Box<Classifying>),
    /// Of [`Screen::Regression`].
    Regression(Box<Regressing>),
    /// Of [`Screen::Unsupervised`].
    Unsupervised(Unsupervised),
    /// Of [`Screen::Clustering`].
    Clustering(Box<Grouping>),
    /// Of [`Screen::Pretraining`].
    Pretraining(Pretraining),
    /// Of [`Screen::Finetuning`].
    Finetuning(Finetuning),
    /// Of [`Screen::Parameters`].
    Parameters(Parameters),
    /// Of [`Screen::Emergence`].
    Emergence(Emergence),
    /// Of [`Screen::SideBySide`].
    SideBySide(SideBySide),
}

/// Runs what a screen shows.
///
/// # Errors
/// Whatever its tasks have; none with the embedded data.
pub fn visit(screen: Screen, room: &Classroom) -> Result<Figures, TourError> {
    Ok(match screen {
        Screen::Letters => Figures::Letters(letters::run(room)?),
        Screen::NextWord => Figures::NextWord(next_word::run(room)?),
        Screen::FourSteps => Figures::FourSteps(four_steps::run(room)?),
        Screen::Features => Figures::Features(features::run()?),
        Screen::Training => Figures::Training(training::run(room)?),
        Screen::Sum => Figures::Sum(sum::run(room)?),
        Screen::Classification => Figures::Classification(Box::new(classification::run(room)?)),
        Screen::Regression => Figures::Regression(Box::new(regression::run()?)),
        Screen::Unsupervised => Figures::Unsupervised(unsupervised::run()?),
        Screen::Clustering => Figures::Clustering(Box::new(clustering::run()?)),
        Screen::Pretraining => Figures::Pretraining(room.pretraining()?.clone()),
        Screen::Finetuning => Figures::Finetuning(finetuning::run(room)?),
        Screen::Parameters => Figures::Parameters(parameters::run(room)?),
        Screen::Emergence => Figures::Emergence(emergence::run()?),
        Screen::SideBySide => Figures::SideBySide(side_by_side::run(room)?),
    })
}

/// Why a screen cannot be shown.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum TourError {
    /// A classifier, a regression or a clustering.
    #[error(transparent)]
    Task(#[from] TaskError),
    /// The live training.
    #[error(transparent)]
    Training(#[from] TrainingError),
    /// A vocabulary.
    #[error(transparent)]
    Tokenizer(#[from] TokenizerError),
    /// The n-gram of the built-in text.
    #[error(transparent)]
    Count(#[from] CountError),
    /// The n-gram of word pieces.
    #[error(transparent)]
    NGram(#[from] NGramError),
    /// A model that knows no turns.
    #[error(transparent)]
    NoMarkers(#[from] NoMarkers),
    /// A model that cannot generate.
    #[error(transparent)]
    Broken(#[from] BrokenLogits),
}

#[cfg(test)]
mod tests;
