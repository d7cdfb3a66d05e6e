//! An architecture with its weights.

use super::architecture::Gpt;

/// A GPT that can be asked: the architecture and its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct GptModel {
    /// Its layers, and where the tensors of each lie in `params`.
    pub gpt: Gpt,
    /// One flat buffer of `gpt.n_params()` numbers, as `gpt.tensors()` describes it.
    pub params: Vec<f32>,
}

/// The buffer does not belong to the architecture.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub struct WrongLength {
    /// Parameters the architecture has.
    pub expected: usize,
    /// Length of the buffer given.
    pub found: usize,
}

impl GptModel {
    /// The architecture with these parameters.
    ///
    /// # Errors
    /// If there are more or fewer than the architecture has.
    pub fn new(gpt: Gpt, params: Vec<f32>) -> Result<GptModel, WrongLength> {
        match params.len() == gpt.n_params() {
            true => Ok(GptModel { gpt, params }),
            false => Err(WrongLength { expected: gpt.n_params(), found: params.len() }),
        }
    }

    /// The vector of a position, `(C)`: what the model adds to the token's.
    pub fn position(&self, position: usize) -> &[f32] {
        self.gpt.positions.row(&self.params, position)
    }
}
