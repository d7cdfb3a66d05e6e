//! Parameters: the models of this lesson, and the ones it speaks of, on one axis.

use super::{Classroom, TourError};
use crate::data::verbalise::Tongue;
use crate::lm::LanguageModel;
use serde::Serialize;

/// Model sizes, the smallest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameters {
    /// The models of the lesson and those it speaks of, the smallest first.
    pub models: Vec<ModelSize>,
}

/// How many numbers a model has learned.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ModelSize {
    /// The model that has this size.
    pub of: SizeOf,
    /// Numbers that it has learned; of models from elsewhere about so many.
    pub n_params: f64,
    /// Whether it was counted here; the others are what is said of them.
    pub counted: bool,
}

/// A model whose size is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SizeOf {
    /// `Y = f(x1) + f(x2) + f(x3)`, one number a feature.
    Formula,
    /// The logistic regression of the ten melons.
    TenMelons,
    /// The GPT that was trained a moment ago.
    Gpt,
    /// The GPT that comes with the program.
    Embedded,
    /// The n-gram of the built-in text.
    NGram,
    /// GPT-3: 175 billion (Brown et al., 2020).
    Gpt3,
    /// GPT-4: 1.8 trillion by hearsay; its maker has not said.
    Gpt4,
}

/// What is said of models that are not here.
const SAID: [(SizeOf, f64); 3] = [(SizeOf::Formula, 3.0), (SizeOf::Gpt3, 1.75e11), (SizeOf::Gpt4, 1.8e12)];

pub(super) fn run(room: &Classroom) -> Result<Parameters, TourError> {
    let counted = [
        (SizeOf::TenMelons, room.ten_melons()?.coefficients.len()),
        (SizeOf::Gpt, room.pretraining()?.n_params),
        (SizeOf::Embedded, room.embedded().chat.model.n_params()),
        (SizeOf::NGram, room.counted(Tongue::Chinese)?.model.n_params()),
    ];
    let counted = counted.map(|(of, n)| ModelSize { of, n_params: n as f64, counted: true });
    let said = SAID.map(|(of, n_params)| ModelSize { of, n_params, counted: false });
    let mut models: Vec<ModelSize> = counted.into_iter().chain(said).collect();
    models.sort_by(|a, b| a.n_params.total_cmp(&b.n_params));
    Ok(Parameters { models })
}
