//! Room for one pass through a GPT, allocated once and used again at every step.

use super::architecture::Gpt;
use super::block::{BlockSaved, Scratch};
use super::counted_rows::CountedRows;
use super::layer_norm::RowStats;

/// Activations that the backward pass needs to see again, and room for gradients.
///
/// It grows to the largest batch it has seen and never shrinks: a training step allocates
/// nothing.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    pub(super) residuals: Vec<Vec<f32>>, // L + 1 times (B T, C): what enters each block, what leaves the last
    pub(super) mask: Vec<f32>,           // (B T, C)
    pub(super) blocks: Vec<BlockSaved>,  // L
    pub(super) normed: Vec<f32>,         // (B T, C)
    pub(super) stats: Vec<RowStats>,     // (B T)
    pub(super) counted: CountedRows,     // N of B T rows
    pub(super) hidden: Vec<f32>,         // (N, C)
    pub(super) logits: Vec<f32>,         // (N, V)
    pub(super) d_hidden: Vec<f32>,       // (N, C)
    pub(super) d: Vec<f32>,              // (B T, C)
    pub(super) narrow: Vec<f32>,         // (B T, C)
    pub(super) scratch: Scratch,
}

impl Workspace {
    /// Makes room for a forward pass over `n_rows = B T` rows in sequences of `t`.
    pub(super) fn fit(&mut self, gpt: &Gpt, n_rows: usize, t: usize) {
        let c = gpt.config.n_embd;
        self.residuals.resize(gpt.blocks.len() + 1, Vec::new());
        self.blocks.resize(gpt.blocks.len(), BlockSaved::default());
        self.residuals.iter_mut().for_each(|residual| residual.resize(n_rows * c, 0.0));
        self.blocks.iter_mut().zip(&gpt.blocks).for_each(|(saved, block)| saved.fit(block, n_rows, t));
        gpt.dropout.fit(&mut self.mask, n_rows * c);
        self.normed.resize(n_rows * c, 0.0);
        self.stats.resize(n_rows, RowStats::default());
    }

    /// Makes room for the way back.
    pub(super) fn fit_backward(&mut self, gpt: &Gpt, n_rows: usize, t: usize) {
        self.d.resize(n_rows * gpt.config.n_embd, 0.0);
        self.narrow.resize(n_rows * gpt.config.n_embd, 0.0);
        self.d_hidden.resize(self.hidden.len(), 0.0);
        self.scratch.fit(&gpt.blocks[0], n_rows, t);
    }
}
