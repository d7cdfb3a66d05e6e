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
mod error;
mod features;
mod finetuning;
mod four_steps;
mod letters;
mod material;
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
pub use emergence::{Emergence, WidthScores};
pub use error::TourError;
pub use features::Notebook;
pub use finetuning::{Answers, Finetuning, Wrong};
pub use four_steps::{FourSteps, NumberedToken, Round, Vector};
pub use letters::Letters;
pub use next_word::{NextWord, NextWordCandidate};
pub use parameters::{ModelSize, Parameters, SizeOf};
pub use pretraining::Pretraining;
pub use regression::{Regressing, SmallTable};
pub use side_by_side::SideBySide;
pub use sum::Sum;
pub use training::Training;
pub use unsupervised::Unsupervised;

use serde::Serialize;

/// Makes [`Screen`] and [`Figures`] of one table: which screens there are, in order, by what
/// name each is called, and what it runs.
macro_rules! screens {
    ($($(#[$doc:meta])+ $screen:ident $name:literal: $figures:ty = $run:expr;)+) => {
        /// The screens, in the order of the lesson.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Screen { $($(#[$doc])+ $screen,)+ }

        /// What came out, screen by screen.
        #[derive(Debug, Clone, Serialize)]
        #[serde(untagged)]
        pub enum Figures { $(#[doc = concat!("Of [`Screen::", stringify!($screen), "`].")] $screen(Box<$figures>),)+ }

        impl Screen {
            /// From the first to the last.
            pub const ALL: &[Screen] = &[$(Screen::$screen),+];

            /// Its name on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Screen::$screen => $name),+ }
            }

            /// Runs what it shows.
            ///
            /// # Errors
            /// Whatever its tasks have; none with the embedded data.
            pub fn run(self, room: &Classroom) -> Result<Figures, TourError> {
                match self {
                    $(Screen::$screen => {
                        let run: fn(&Classroom) -> Result<$figures, TourError> = $run;
                        run(room).map(|figures| Figures::$screen(Box::new(figures)))
                    })+
                }
            }
        }
    };
}

screens! {
    /// Chat, G, P, T.
    Letters "letters": Letters = letters::run;
    /// A sentence is continued, word by word, by probability.
    NextWord "next-word": NextWord = next_word::run;
    /// Encode, predict, choose, append.
    FourSteps "four-steps": FourSteps = four_steps::run;
    /// Melons as rows: what is seen, and what is to be told.
    Features "features": Notebook = |_| features::run();
    /// Ten melons become a rule.
    Training "training": Training = training::run;
    /// `Y = f(x1) + f(x2) + f(x3)`.
    Sum "sum": Sum = sum::run;
    /// The answer is one of two.
    Classification "classification": Classifying = classification::run;
    /// The answer is a number.
    Regression "regression": Regressing = |_| regression::run();
    /// No answers at all: what is alike?
    Unsupervised "unsupervised": Unsupervised = |_| unsupervised::run();
    /// k-means, as a picture.
    Clustering "clustering": Grouping = |_| clustering::run();
    /// A GPT reads text without labels.
    Pretraining "pretraining": Pretraining = |room| room.pretraining().cloned();
    /// The same GPT learns to answer.
    Finetuning "finetuning": Finetuning = finetuning::run;
    /// 3, and 1.8 trillion.
    Parameters "parameters": Parameters = parameters::run;
    /// What looks sudden, and what does not.
    Emergence "emergence": Emergence = |_| emergence::run();
    /// One melon, asked of both families.
    SideBySide "side-by-side": SideBySide = side_by_side::run;
}

impl Screen {
    /// The screen called `name`.
    pub fn named(name: &str) -> Option<Screen> {
        Screen::ALL.iter().copied().find(|screen| screen.name() == name)
    }

    /// The screen with this number, from 1.
    pub fn numbered(number: usize) -> Option<Screen> {
        Screen::ALL.get(number.checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        1 + self as usize
    }
}

#[cfg(test)]
mod tests;
