//! `config.json`: the shape of a GPT-2, in the words of `transformers`.

use serde::{Deserialize, Serialize};

use super::GptFileError;
use crate::lm::TokenId;
use crate::lm::gpt::GptConfig;

/// The names of the one function that GPT-2 computes, each with rounding of its own.
const TANH_GELUS: [&str; 4] = ["gelu_new", "gelu_pytorch_tanh", "gelu_fast", "gelu_accurate"];

/// What of `config.json` determines the logits. The defaults are those of `transformers`.
#[derive(Debug, Serialize, Deserialize)]
struct GptConfigFile {
    #[serde(default)]
    architectures: Vec<String>,
    #[serde(default = "gpt2")]
    model_type: String,
    vocab_size: usize,
    n_positions: usize,
    n_embd: usize,
    n_layer: usize,
    n_head: usize,
    #[serde(default)]
    n_inner: Option<usize>,
    #[serde(default = "gelu_new")]
    activation_function: String,
    #[serde(default = "epsilon")]
    layer_norm_epsilon: f32,
    #[serde(default = "yes")]
    tie_word_embeddings: bool,
    #[serde(default = "yes")]
    scale_attn_weights: bool,
    #[serde(default)]
    scale_attn_by_inverse_layer_idx: bool,
    #[serde(default)]
    add_cross_attention: bool,
    #[serde(default)]
    embd_pdrop: f32,
    #[serde(default)]
    attn_pdrop: f32,
    #[serde(default)]
    resid_pdrop: f32,
    #[serde(skip_deserializing)]
    bos_token_id: Option<u32>,
    #[serde(skip_deserializing)]
    eos_token_id: Option<u32>,
    #[serde(skip_deserializing)]
    torch_dtype: Option<String>,
}

/// `config.json` of a model. Whatever its weights are stored as, it is to be computed in f32:
/// otherwise `transformers` would compute f16 weights in f16 and give other logits. `end` is the
/// token that ends a text.
pub(super) fn write(config: &GptConfig, end: Option<TokenId>) -> Vec<u8> {
    let file = GptConfigFile {
        architectures: vec!["GPT2LMHeadModel".to_owned()],
        model_type: gpt2(),
        vocab_size: config.vocab_size,
        n_positions: config.context_len,
        n_embd: config.n_embd,
        n_layer: config.n_layer,
        n_head: config.n_head,
        n_inner: Some(config.n_inner).filter(|&inner| inner != 4 * config.n_embd),
        activation_function: gelu_new(),
        layer_norm_epsilon: config.layer_norm_epsilon,
        tie_word_embeddings: config.tied,
        scale_attn_weights: true,
        scale_attn_by_inverse_layer_idx: false,
        add_cross_attention: false,
        embd_pdrop: config.dropout,
        attn_pdrop: config.dropout,
        resid_pdrop: config.dropout,
        bos_token_id: None,
        eos_token_id: end,
        torch_dtype: Some("float32".to_owned()),
    };
    let mut text = serde_json::to_vec_pretty(&file).expect("plain numbers and words");
    text.push(b'\n');
    text
}

/// The shape that `config.json` describes, if it is one that is computed here.
pub(super) fn read(json: &[u8]) -> Result<GptConfig, GptFileError> {
    let file: GptConfigFile =
        serde_json::from_slice(json).map_err(|e| GptFileError::Config { reason: e.to_string() })?;
    refuse("model_type", &file.model_type, &["gpt2"])?;
    refuse("activation_function", &file.activation_function, &TANH_GELUS)?;
    refuse("scale_attn_weights", &file.scale_attn_weights.to_string(), &["true"])?;
    refuse("scale_attn_by_inverse_layer_idx", &file.scale_attn_by_inverse_layer_idx.to_string(), &["false"])?;
    refuse("add_cross_attention", &file.add_cross_attention.to_string(), &["false"])?;
    Ok(GptConfig {
        vocab_size: file.vocab_size,
        context_len: file.n_positions,
        n_layer: file.n_layer,
        n_head: file.n_head,
        n_embd: file.n_embd,
        n_inner: file.n_inner.unwrap_or(file.n_embd.saturating_mul(4)),
        layer_norm_epsilon: file.layer_norm_epsilon,
        tied: file.tie_word_embeddings,
        dropout: file.resid_pdrop,
    })
}

/// An error unless `value` is one that this program computes.
fn refuse(setting: &'static str, value: &str, known: &'static [&'static str]) -> Result<(), GptFileError> {
    match known.contains(&value) {
        true => Ok(()),
        false => Err(GptFileError::Unsupported { setting, value: value.to_owned(), known }),
    }
}

fn gpt2() -> String {
    "gpt2".to_owned()
}

fn gelu_new() -> String {
    "gelu_new".to_owned()
}

fn epsilon() -> f32 {
    1e-5
}

fn yes() -> bool {
    true
}
