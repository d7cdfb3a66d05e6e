//! One transformer block, with the norms before the layers (pre-LN, as in GPT-2).
//!
//! ```text
//! forward     mid = x   + dropout(W_o attention(W_qkv norm_1(x)))
//!             out = mid + dropout(W_2 gelu(W_1 norm_2(mid)))
//! ```
//!
//! On the way back the gradient of the residual stream, `d`, passes straight through each
//! sum, and what comes out of the branch is added to it.

use super::attention::{AttentionCache, AttentionSaved, CausalSelfAttention};
use super::config::GptConfig;
use super::dropout::Dropout;
use super::gelu;
use super::layer_norm::{LayerNorm, RowStats};
use super::linear::LinearLayer;
use super::params::Plan;
use super::simd::add;
use crate::rng::Stream;

/// Attention, then an MLP, each on a branch of the residual stream.
///
/// ```
/// use melon::lm::gpt::{TransformerBlock, BlockSaved, GptConfig, Plan};
/// let (config, mut plan) = (GptConfig::new(5, 2, 1, 1, 3), Plan::default());
/// let block = TransformerBlock::new(&mut plan, "block", &config, 0.02);
/// let (x, mut out, mut saved) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0; 6], BlockSaved::default());
/// saved.fit(&block, 2, 2);
/// // With weights of 0 both branches add nothing, and the residual stream passes straight through.
/// block.forward(&vec![0.0; plan.n_params()], &x, &mut out, &mut saved, None);
/// assert_eq!(out, x);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TransformerBlock {
    norm_1: LayerNorm,
    qkv: LinearLayer,
    pub(crate) attention: CausalSelfAttention,
    attention_out: LinearLayer,
    norm_2: LayerNorm,
    mlp_in: LinearLayer,
    mlp_out: LinearLayer,
    dropout: Dropout,
}

/// What the backward pass needs to see again.
#[derive(Debug, Clone, Default)]
pub struct BlockSaved {
    normed_1: Vec<f32>,                   // (B T, C)
    stats_1: Vec<RowStats>,               // (B T)
    pub(crate) qkv: Vec<f32>,             // (B T, 3C)
    pub(crate) attention: AttentionSaved, // (B, H, T, T)
    mixed: Vec<f32>,                      // (B T, C)
    mask_1: Vec<f32>,                     // (B T, C)
    mid: Vec<f32>,                        // (B T, C)
    normed_2: Vec<f32>,                   // (B T, C)
    stats_2: Vec<RowStats>,               // (B T)
    hidden: Vec<f32>,                     // (B T, I), after the pass the slope of gelu there
    active: Vec<f32>,                     // (B T, I)
    mask_2: Vec<f32>,                     // (B T, C)
}

/// Room for one position on its way through a block; all blocks share one.
#[derive(Debug, Clone)]
pub(crate) struct BlockScratch {
    pub(crate) normed: Vec<f32>,     // (C)
    pub(crate) stats: [RowStats; 1], // never looked at again
    qkv: Vec<f32>,                   // (3C)
    mixed: Vec<f32>,                 // (C)
    hidden: Vec<f32>,                // (I)
    active: Vec<f32>,                // (I)
    branch: Vec<f32>,                // (C)
}

/// Room for gradients on their way through a block; all blocks share one.
#[derive(Debug, Clone, Default)]
pub struct Scratch {
    branch: Vec<f32>, // (B T, C)
    narrow: Vec<f32>, // (B T, C)
    qkv: Vec<f32>,    // (B T, 3C)
    wide: Vec<f32>,   // (B T, I)
    square: Vec<f32>, // (T, T)
}

impl TransformerBlock {
    /// The block called `name` (`transformer.h.0`). The two layers that write to the residual
    /// stream start smaller, by `sqrt(2 L)`, so that its variance does not grow with the depth.
    pub fn new(plan: &mut Plan, name: &str, config: &GptConfig, std: f32) -> TransformerBlock {
        let (c, i, epsilon) = (config.n_embd, config.n_inner, config.layer_norm_epsilon);
        let std_out = std / (2.0 * config.n_layer as f32).sqrt();
        let dropout = Dropout { p: config.dropout };
        TransformerBlock {
            norm_1: LayerNorm::new(plan, &format!("{name}.ln_1"), c, epsilon),
            qkv: LinearLayer::new(plan, &format!("{name}.attn.c_attn"), c, 3 * c, std),
            attention: CausalSelfAttention { n_head: config.n_head, head_size: config.head_size(), dropout },
            attention_out: LinearLayer::new(plan, &format!("{name}.attn.c_proj"), c, c, std_out),
            norm_2: LayerNorm::new(plan, &format!("{name}.ln_2"), c, epsilon),
            mlp_in: LinearLayer::new(plan, &format!("{name}.mlp.c_fc"), c, i, std),
            mlp_out: LinearLayer::new(plan, &format!("{name}.mlp.c_proj"), i, c, std_out),
            dropout,
        }
    }

    /// `x` (B, T, C) -> `out` (B, T, C). Drops only where there is an `rng` to draw from.
    pub fn forward(
        &self,
        params: &[f32],
        x: &[f32],
        out: &mut [f32],
        saved: &mut BlockSaved,
        mut rng: Option<&mut Stream>,
    ) {
        let s = saved;
        self.norm_1.forward(params, x, &mut s.normed_1, &mut s.stats_1); // (B, T, C)
        self.qkv.forward(params, &s.normed_1, &mut s.qkv); // (B, T, 3C)
        self.attention.forward(&s.qkv, &mut s.mixed, &mut s.attention, rng.as_deref_mut()); // (B, T, C)
        self.attention_out.forward(params, &s.mixed, &mut s.mid); // (B, T, C)
        self.dropout.forward(&mut s.mid, &mut s.mask_1, rng.as_deref_mut());
        add(&mut s.mid, x); // (B, T, C)

        self.norm_2.forward(params, &s.mid, &mut s.normed_2, &mut s.stats_2); // (B, T, C)
        self.mlp_in.forward(params, &s.normed_2, &mut s.hidden); // (B, T, I)
        gelu::forward_with_slope(&mut s.hidden, &mut s.active); // (B, T, I)
        self.mlp_out.forward(params, &s.active, out); // (B, T, C)
        self.dropout.forward(out, &mut s.mask_2, rng);
        add(out, &s.mid); // (B, T, C)
    }

    /// The forward pass of position `i` alone, `x` (C) in place: those before it are in the
    /// `cache`.
    pub(crate) fn forward_one(
        &self,
        params: &[f32],
        i: usize,
        x: &mut [f32],
        cache: &mut AttentionCache,
        row: &mut BlockScratch,
    ) {
        self.norm_1.forward(params, x, &mut row.normed, &mut row.stats); // (C)
        self.qkv.forward_one(params, &row.normed, &mut row.qkv); // (3C)
        self.attention.forward_one(i, &row.qkv, cache, &mut row.mixed); // (C)
        self.attention_out.forward_one(params, &row.mixed, &mut row.branch); // (C)
        add(x, &row.branch); // (C)

        self.norm_2.forward(params, x, &mut row.normed, &mut row.stats); // (C)
        self.mlp_in.forward_one(params, &row.normed, &mut row.hidden); // (I)
        gelu::forward(&row.hidden, &mut row.active); // (I)
        self.mlp_out.forward_one(params, &row.active, &mut row.branch); // (C)
        add(x, &row.branch); // (C)
    }

    /// `d` enters as the gradient of `out` and leaves as the gradient of `x`, both (B, T, C).
    pub fn backward(
        &self,
        params: &[f32],
        x: &[f32],
        saved: &BlockSaved,
        d: &mut [f32],
        scratch: &mut Scratch,
        grads: &mut [f32],
    ) {
        let (s, r) = (saved, scratch);
        // out = mid + dropout(branch)
        let branch = self.dropout.backward(d, &s.mask_2, &mut r.branch); // (B, T, C)
        // branch = active W_2
        self.mlp_out.backward(params, &s.active, branch, &mut r.wide, grads); // (B, T, I)
        // active = gelu(hidden)
        gelu::backward(&s.hidden, &mut r.wide); // (B, T, I)
        // hidden = normed_2 W_1
        self.mlp_in.backward(params, &s.normed_2, &r.wide, &mut r.narrow, grads); // (B, T, C)
        // normed_2 = norm_2(mid)
        self.norm_2.backward(params, &s.mid, &s.stats_2, &mut r.narrow, d, grads); // (B, T, C)

        // mid = x + dropout(branch)
        let branch = self.dropout.backward(d, &s.mask_1, &mut r.branch); // (B, T, C)
        // branch = mixed W_o
        self.attention_out.backward(params, &s.mixed, branch, &mut r.narrow, grads); // (B, T, C)
        // mixed = attention(qkv)
        self.attention.backward(&s.qkv, &s.attention, &r.narrow, &mut r.qkv, &mut r.square); // (B, T, 3C)
        // qkv = normed_1 W_qkv
        self.qkv.backward(params, &s.normed_1, &r.qkv, &mut r.narrow, grads); // (B, T, C)
        // normed_1 = norm_1(x)
        self.norm_1.backward(params, x, &s.stats_1, &mut r.narrow, d, grads); // (B, T, C)
    }
}

impl BlockSaved {
    /// Makes room for `n_rows = B T` rows in sequences of `t`.
    pub fn fit(&mut self, block: &TransformerBlock, n_rows: usize, t: usize) {
        let (c, i) = (block.qkv.n_in, block.mlp_in.n_out);
        self.attention.fit(&block.attention, n_rows, t);
        self.qkv.resize(n_rows * 3 * c, 0.0);
        for narrow in [&mut self.normed_1, &mut self.mixed, &mut self.mid, &mut self.normed_2] {
            narrow.resize(n_rows * c, 0.0);
        }
        for wide in [&mut self.hidden, &mut self.active] {
            wide.resize(n_rows * i, 0.0);
        }
        for stats in [&mut self.stats_1, &mut self.stats_2] {
            stats.resize(n_rows, RowStats::default());
        }
        for mask in [&mut self.mask_1, &mut self.mask_2] {
            block.dropout.fit(mask, n_rows * c);
        }
    }
}

impl BlockScratch {
    /// Room for a position in a model of this shape.
    pub(crate) fn new(config: &GptConfig) -> BlockScratch {
        let (c, i) = (config.n_embd, config.n_inner);
        let [normed, mixed, branch] = [(); 3].map(|()| vec![0.0; c]);
        let [hidden, active] = [(); 2].map(|()| vec![0.0; i]);
        BlockScratch { normed, stats: [RowStats::default()], qkv: vec![0.0; 3 * c], mixed, hidden, active, branch }
    }
}

impl Scratch {
    /// Makes room for `n_rows = B T` rows in sequences of `t`.
    pub(crate) fn fit(&mut self, block: &TransformerBlock, n_rows: usize, t: usize) {
        let c = block.qkv.n_in;
        self.branch.resize(n_rows * c, 0.0);
        self.narrow.resize(n_rows * c, 0.0);
        self.qkv.resize(n_rows * 3 * c, 0.0);
        self.wide.resize(n_rows * block.mlp_in.n_out, 0.0);
        self.square.resize(t * t, 0.0);
    }
}
