//! Where the parameters live: one flat buffer, and a plan of the tensors in it.
//!
//! Weights, gradients and the optimiser's moments are buffers of the same plan, so that
//! clipping, AdamW and a checkpoint see one slice each, and a layer is no more than its
//! shape and its [`ParamSpan`]s.

use crate::rng::Seed;
use rand::Rng;
use rand_distr::StandardNormal;

/// The place of one tensor in a flat buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamSpan {
    /// Index of its first number.
    pub start: usize,
    /// How many numbers it has.
    pub len: usize,
}

impl ParamSpan {
    /// This tensor in `buffer`.
    #[inline]
    pub fn of(self, buffer: &[f32]) -> &[f32] {
        &buffer[self.start..self.start + self.len]
    }

    /// This tensor in `buffer`, to be written.
    #[inline]
    pub fn of_mut(self, buffer: &mut [f32]) -> &mut [f32] {
        &mut buffer[self.start..self.start + self.len]
    }
}

/// How a tensor begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ParamInit {
    /// All zeros: biases.
    Zeros,
    /// All ones: the gains of the layer norms.
    Ones,
    /// Normal with mean 0 and this standard deviation.
    Normal(f32),
}

/// What a tensor is for, and so how an optimiser treats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamRole {
    /// The matrix of a linear layer inside the model.
    Matrix,
    /// The matrix of an output layer of its own.
    Output,
    /// An embedding: one row a token, or a position.
    Table,
    /// A bias or a gain.
    Vector,
}

impl ParamRole {
    /// Whether weight decay pulls on it: on the matrices of linear layers, nothing else.
    pub fn decays(self) -> bool {
        matches!(self, ParamRole::Matrix | ParamRole::Output)
    }
}

/// One named tensor of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Tensor {
    /// Its name in the field's files: `transformer.h.0.attn.c_attn.weight`.
    pub name: String,
    /// Its shape, row-major.
    pub shape: Vec<usize>,
    /// Its place in the flat buffer.
    pub span: ParamSpan,
    /// What its numbers are before training.
    pub init: ParamInit,
    /// What it is for, and so how an optimiser treats it.
    pub role: ParamRole,
}

/// The tensors of a model, in the order of the flat buffer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    tensors: Vec<Tensor>,
    n_params: usize,
}

impl Plan {
    /// The tensors so far.
    pub fn tensors(&self) -> &[Tensor] {
        &self.tensors
    }

    /// The length of their flat buffer.
    pub fn n_params(&self) -> usize {
        self.n_params
    }

    /// Makes room for one more tensor.
    pub(super) fn add(&mut self, name: String, shape: &[usize], init: ParamInit, role: ParamRole) -> ParamSpan {
        let span = ParamSpan { start: self.n_params, len: shape.iter().product() };
        self.n_params += span.len;
        self.tensors.push(Tensor { name, shape: shape.to_vec(), span, init, role });
        span
    }

    /// Fresh parameters. Each tensor draws from a stream of its own name.
    pub(super) fn init(&self, seed: Seed) -> Vec<f32> {
        let mut params = vec![0.0; self.n_params];
        for tensor in &self.tensors {
            let values = tensor.span.of_mut(&mut params);
            match tensor.init {
                ParamInit::Zeros => {}
                ParamInit::Ones => values.fill(1.0),
                ParamInit::Normal(std) => {
                    let mut rng = seed.stream(&format!("init/{}", tensor.name));
                    values.iter_mut().for_each(|x| *x = std * rng.sample::<f32, _>(StandardNormal));
                }
            }
        }
        params
    }
}
