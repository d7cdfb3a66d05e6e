//! The emergence lab: does an ability appear all at once as models grow?
//!
//! GPTs of growing size learn small tasks with exact answers, each with the same steps on
//! the same problems. Then the *same* predictions on problems that none of them has seen are
//! scored in three ways. Wei and others (Emergent Abilities of Large Language Models, 2022)
//! saw abilities leap; Schaeffer and others (Are Emergent Abilities a Mirage?, 2023) found
//! that an all-or-nothing score makes a leap of what is steady under a finer one. Here a
//! student can see for herself.

mod options;
mod result;
mod run;
mod scores;
mod synthetic_tasks;

pub use options::{ModelShape, SIZES, ScaleOptions};
pub use result::{Landmark, Rise, Rises, Scale, SizeReport, TaskScores, summarise};
pub(super) use run::marked;
pub use run::{Prediction, ScaleError, SizeResult, TaskPredictions, iters_within, train_size};
pub use scores::ScaleScores;
pub use synthetic_tasks::{Problem, SyntheticTask};

/// Parameter counts in the text that this program goes with: the melon classifier's three
/// features, GPT-3, and GPT-4 as rumoured (its makers have published no number).
const LANDMARKS: [(&str, f64); 3] = [("melon", 3.0), ("GPT-3", 1.75e11), ("GPT-4", 1.8e12)];

#[cfg(test)]
mod tests;
