//! GPT-2 (Radford et al., 2019), written layer by layer, each with its way forward and its
//! way back side by side.
//!
//! ```text
//! x_0    = E[token] + P[position]              E: (V, C), P: (T, C)
//! x_l    = block_l(x_(l-1))                    l = 1 .. L
//! logits = norm(x_L) E'
//! ```
//!
//! A [`Gpt`] is the architecture: shapes, and where each tensor lies in a flat buffer. The
//! parameters themselves, their gradients and the optimiser's moments are such buffers. A
//! [`GptModel`] is both together, ready to generate. Shapes in the comments: `B` sequences of
//! `T` positions, `C` channels, `H` heads of `D = C / H`, `V` tokens, `I` hidden units. On the
//! way back `dx` is the gradient of the loss with respect to `x`, and above each line stands
//! the line of the way forward that it undoes.
//!
//! Everything here runs on one thread; `train` runs several sequences at once.
//!
//! # Where to begin
//!
//! The whole model can be read in one sitting, in this order; without tests and comments it is
//! a little more than a thousand lines.
//!
//! | file                 | what it shows                                                       |
//! |----------------------|---------------------------------------------------------------------|
//! | `config.rs`          | the sizes of a model, and how many parameters follow from them      |
//! | `params.rs`          | one flat buffer of numbers, and the plan of the tensors in it       |
//! | `embedding.rs`       | a token becomes a vector; used the other way round, the output layer |
//! | `linear.rs`          | `x W + b`, and the pattern that every layer follows                 |
//! | `layer_norm.rs`      | each row to mean 0 and variance 1                                   |
//! | `attention.rs`       | positions look back at each other: the heart of it                  |
//! | `gelu.rs`, `dropout.rs` | the bend between two linear layers; forgetting on purpose        |
//! | `block.rs`           | attention and an MLP on the residual stream                         |
//! | `architecture.rs`    | all layers together                                                 |
//! | `counted_rows.rs`    | only rows with something to predict reach the output layer          |
//! | `cross_entropy.rs`   | the loss, and the gradient that everything begins with              |
//! | `passes.rs`          | the way forward through all layers, and the way back                |
//! | `model.rs`, `decode.rs`, `score.rs` | with weights: writing token by token, scoring a text |
//! | `language_model.rs`  | what all language models are asked, answered by these               |
//!
//! Two files are about speed alone and can wait: `simd.rs` (loops over rows) and the matrix
//! products of [`crate::math`]. `workspace.rs` is the room in which a pass works. Training itself, from
//! batches to AdamW, is [`crate::train`].

mod architecture;
mod attention;
mod block;
mod config;
mod counted_rows;
pub mod cross_entropy;
mod decode;
mod dropout;
mod embedding;
pub mod gelu;
#[cfg(test)]
mod gradient_check;
mod language_model;
mod layer_norm;
mod linear;
mod model;
mod params;
mod passes;
mod score;
pub(crate) mod simd;
mod workspace;

pub use architecture::Gpt;
pub use attention::{AttentionSaved, CausalSelfAttention};
pub use block::{BlockSaved, TransformerBlock};
pub use config::{ConfigError, GptConfig, MOST_GIB};
pub use cross_entropy::IGNORE;
pub use decode::window_start;
pub use dropout::Dropout;
pub use embedding::Embedding;
pub use layer_norm::{LayerNorm, RowStats};
pub use linear::LinearLayer;
pub use model::{GptModel, WrongLength};
pub use params::{ParamInit, ParamRole, ParamSpan, Plan, Tensor};
pub use passes::Examples;
pub use workspace::Workspace;
