//! The hyper-parameters of a GPT, checked once.

use serde::{Deserialize, Serialize};

/// Bytes that training takes for each parameter at the very least: the parameter, its
/// gradient and the two running means of AdamW, four bytes each.
const BYTES_A_PARAM: u128 = 16;
/// The most memory that a model may take, in GiB: more than the machines of a classroom have.
pub const MOST_GIB: usize = 64;

/// The shape of a GPT-2 (Radford et al., 2019), without its weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GptConfig {
    /// Distinct tokens, `V`.
    pub vocab_size: usize,
    /// The longest context in tokens, `T`.
    pub context_len: usize,
    /// Transformer blocks, `L`.
    pub n_layer: usize,
    /// Attention heads in a block, `H`; they share the width between them.
    pub n_head: usize,
    /// Width of the residual stream, `C`.
    pub n_embd: usize,
    /// Width of the hidden layer of each MLP; GPT-2 takes `4 C`.
    pub n_inner: usize,
    /// Added to the variance in each layer norm.
    pub layer_norm_epsilon: f32,
    /// Whether the output layer is the token embedding, transposed (Press and Wolf, 2017).
    pub tied: bool,
    /// Probability with which an activation is dropped in training, in `[0, 1)`.
    pub dropout: f32,
}

/// Why no model has such a shape.
#[derive(Debug, thiserror::Error, Clone, PartialEq)]
pub enum ConfigError {
    /// A size is zero.
    Zero {
        /// Which size: the name of its field.
        name: &'static str,
    },
    /// The heads do not share the width evenly.
    UnevenHeads {
        /// The width, which is no multiple of `n_head`.
        n_embd: usize,
        /// How many heads were to share it.
        n_head: usize,
    },
    /// Dropout outside `[0, 1)`.
    Dropout {
        /// The probability given.
        dropout: f32,
    },
    /// The epsilon of the layer norm is not a positive number.
    Epsilon {
        /// The epsilon given.
        epsilon: f32,
    },
    /// The sizes multiply to more than memory can hold.
    TooLarge {
        /// Transformer blocks asked for.
        n_layer: usize,
        /// Width of the residual stream asked for.
        n_embd: usize,
        /// Distinct tokens asked for.
        vocab_size: usize,
        /// Memory that training it would take, in GiB.
        gib: u128,
    },
}

impl GptConfig {
    /// GPT-2's proportions: an MLP four times as wide as the residual stream, tied embedding, no dropout.
    pub fn new(vocab_size: usize, context_len: usize, n_layer: usize, n_head: usize, n_embd: usize) -> GptConfig {
        GptConfig {
            vocab_size,
            context_len,
            n_layer,
            n_head,
            n_embd,
            n_inner: n_embd.saturating_mul(4),
            layer_norm_epsilon: 1e-5,
            tied: true,
            dropout: 0.0,
        }
    }

    /// Whether a model of this shape can be built.
    pub fn check(&self) -> Result<(), ConfigError> {
        let sizes = [
            ("vocab_size", self.vocab_size),
            ("context_len", self.context_len),
            ("n_layer", self.n_layer),
            ("n_head", self.n_head),
            ("n_embd", self.n_embd),
            ("n_inner", self.n_inner),
        ];
        if let Some((name, _)) = sizes.into_iter().find(|&(_, size)| size == 0) {
            return Err(ConfigError::Zero { name });
        }
        if !self.n_embd.is_multiple_of(self.n_head) {
            return Err(ConfigError::UnevenHeads { n_embd: self.n_embd, n_head: self.n_head });
        }
        if !(0.0..1.0).contains(&self.dropout) {
            return Err(ConfigError::Dropout { dropout: self.dropout });
        }
        if !(self.layer_norm_epsilon > 0.0 && self.layer_norm_epsilon.is_finite()) {
            return Err(ConfigError::Epsilon { epsilon: self.layer_norm_epsilon });
        }
        match self.n_params() {
            Some(_) => Ok(()),
            None => Err(ConfigError::TooLarge {
                n_layer: self.n_layer,
                n_embd: self.n_embd,
                vocab_size: self.vocab_size,
                gib: self.exact_n_params().saturating_mul(BYTES_A_PARAM) >> 30,
            }),
        }
    }

    /// The number of parameters, a tied embedding counted once:
    ///
    /// ```text
    /// V C (once more if untied) + T C + L (4 C^2 + 2 C I + 9 C + I) + 2 C,      I = n_inner
    /// ```
    ///
    /// where a block has `3C^2 + 3C` for queries, keys and values, `C^2 + C` for the
    /// projection, `2 C I + I + C` for the MLP and `4 C` for its two norms. `None` if they
    /// could not be trained in [`MOST_GIB`].
    pub fn n_params(&self) -> Option<usize> {
        let total = self.exact_n_params();
        (total.saturating_mul(BYTES_A_PARAM) <= (MOST_GIB as u128) << 30).then_some(total as usize)
    }

    /// The same without a limit, or the largest number there is.
    fn exact_n_params(&self) -> u128 {
        let sizes = [self.vocab_size, self.context_len, self.n_layer, self.n_embd, self.n_inner];
        if sizes.iter().any(|&size| size as u64 > 1 << 40) {
            return u128::MAX; // from here on nothing overflows 128 bits
        }
        let [v, t, l, c, i] = sizes.map(|size| size as u128);
        let embeddings = if self.tied { v + t } else { v + t + v };
        let block = 4 * c * c + 2 * c * i + 9 * c + i;
        embeddings * c + l * block + 2 * c
    }

    /// Width of one head, `D = C / H`.
    pub fn head_size(&self) -> usize {
        self.n_embd / self.n_head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gpt2_small_has_its_published_size() {
        let config = GptConfig::new(50_257, 1024, 12, 12, 768);
        assert_eq!(config.n_params(), Some(124_439_808));
        assert_eq!(config.check(), Ok(()));
    }

    #[test]
    fn impossible_shapes_are_named() {
        let good = GptConfig::new(65, 64, 4, 4, 128);
        let bad = GptConfig { n_head: 3, ..good.clone() };
        assert_eq!(bad.check(), Err(ConfigError::UnevenHeads { n_embd: 128, n_head: 3 }));
        assert_eq!(GptConfig { n_layer: 0, ..good.clone() }.check(), Err(ConfigError::Zero { name: "n_layer" }));
        let dropout = GptConfig { dropout: 1.0, ..good.clone() };
        assert_eq!(dropout.check(), Err(ConfigError::Dropout { dropout: 1.0 }));
        assert!(GptConfig { dropout: f32::NAN, ..good.clone() }.check().is_err());
        let huge = GptConfig { n_embd: 1 << 40, n_head: 1, n_inner: 1 << 40, ..good };
        assert!(matches!(huge.check(), Err(ConfigError::TooLarge { .. })));
    }

    #[test]
    fn what_no_memory_holds_is_refused_with_its_size() {
        let wide = GptConfig::new(65, 64, 4, 4, 4_000_000);
        assert!(matches!(wide.check(), Err(ConfigError::TooLarge { n_embd: 4_000_000, gib: 11_444_096.., .. })));
        let every = usize::MAX;
        assert!(GptConfig::new(every, every, every, every, every).check().is_err());
    }
}
