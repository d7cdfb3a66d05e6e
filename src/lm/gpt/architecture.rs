//! What a GPT is made of: its layers, and where the tensors of each lie.

use super::block::TransformerBlock;
use super::config::{ConfigError, GptConfig};
use super::dropout::Dropout;
use super::embedding::Embedding;
use super::layer_norm::LayerNorm;
use super::params::{ParamRole, Plan, Tensor};
use crate::rng::Seed;

/// Standard deviation of fresh weights, as in GPT-2.
const INIT_STD: f32 = 0.02;

/// The architecture of a GPT: its layers, without their weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Gpt {
    pub(super) config: GptConfig,
    pub(super) tokens: Embedding,
    pub(super) positions: Embedding,
    pub(super) dropout: Dropout,
    pub(super) blocks: Vec<TransformerBlock>,
    pub(super) norm: LayerNorm,
    /// The output layer, where it is not the token embedding.
    head: Option<Embedding>,
    plan: Plan,
}

impl Gpt {
    /// The architecture that `config` describes.
    ///
    /// # Errors
    /// The first setting that no model can have.
    pub fn new(config: GptConfig) -> Result<Gpt, ConfigError> {
        config.check()?;
        let (v, t, c) = (config.vocab_size, config.context_len, config.n_embd);
        let mut plan = Plan::default();
        Ok(Gpt {
            tokens: Embedding::new(&mut plan, "transformer.wte", v, c, INIT_STD, ParamRole::Table),
            positions: Embedding::new(&mut plan, "transformer.wpe", t, c, INIT_STD, ParamRole::Table),
            dropout: Dropout { p: config.dropout },
            blocks: (0..config.n_layer)
                .map(|l| TransformerBlock::new(&mut plan, &format!("transformer.h.{l}"), &config, INIT_STD))
                .collect(),
            norm: LayerNorm::new(&mut plan, "transformer.ln_f", c, config.layer_norm_epsilon),
            head: (!config.tied).then(|| Embedding::new(&mut plan, "lm_head", v, c, INIT_STD, ParamRole::Output)),
            plan,
            config,
        })
    }

    /// The sizes that it was built with.
    pub fn config(&self) -> &GptConfig {
        &self.config
    }

    /// The length of a flat buffer of its parameters.
    pub fn n_params(&self) -> usize {
        self.plan.n_params()
    }

    /// Its tensors, in the order of the flat buffer.
    pub fn tensors(&self) -> &[Tensor] {
        self.plan.tensors()
    }

    /// Fresh parameters: normal with standard deviation 0.02, the layers that write to the
    /// residual stream `0.02 / sqrt(2 L)`, biases 0, gains 1.
    pub fn init(&self, seed: Seed) -> Vec<f32> {
        self.plan.init(seed)
    }

    /// The layer that turns the residual stream into logits.
    pub(super) fn output(&self) -> &Embedding {
        self.head.as_ref().unwrap_or(&self.tokens)
    }
}
