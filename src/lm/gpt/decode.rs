//! Token by token: what earlier positions have computed is kept, so that each new token
//! costs one row instead of a whole context.
//!
//! A GPT's positions are learned, and there are only `T` of them. When the text grows past
//! them, the window moves on by half a context at a time: the tokens that stay get new
//! positions, so the cache is filled anew, once in `T / 2` tokens. Where the window starts
//! depends on the number of tokens alone ([`window_start`]), so that cached and uncached
//! logits agree on any text.

use super::attention::AttentionCache;
use super::block::{BlockSaved, BlockScratch};
use super::embedding::index;
use super::model::GptModel;
use crate::lm::TokenId;

/// New tokens up to here are read one by one, so that what is said of a short text is the same sum, in the same order, on
/// every machine and in a browser. More are read at once, by a product of matrices, which is faster and adds as it likes.
const MOST_ONE_BY_ONE: usize = 64;

/// The first of `n_tokens` tokens that a model of `context_len` positions still sees.
///
/// ```
/// use melon::lm::gpt::window_start;
/// assert_eq!([8, 9, 12, 13].map(|n_tokens| window_start(n_tokens, 8)), [0, 4, 4, 8]);
/// ```
pub fn window_start(n_tokens: usize, context_len: usize) -> usize {
    let step = (context_len / 2).max(1);
    n_tokens.saturating_sub(context_len).div_ceil(step) * step
}

/// A text that is being read or written, with the keys and values of its positions.
#[derive(Debug, Clone)]
pub(super) struct Decoder<'m> {
    model: &'m GptModel,
    tokens: Vec<TokenId>,
    /// The first token in the window.
    start: usize,
    caches: Vec<AttentionCache>,
    row: BlockScratch,
    x: Vec<f32>,      // (C)
    logits: Vec<f32>, // (V)
    saved: BlockSaved,
}

impl<'m> Decoder<'m> {
    /// An empty text, with room for the keys and values of one context.
    pub fn new(model: &'m GptModel) -> Decoder<'m> {
        let config = model.gpt.config();
        Decoder {
            model,
            tokens: Vec::new(),
            start: 0,
            caches: (model.gpt.blocks.iter())
                .map(|block| AttentionCache::new(&block.attention, config.context_len))
                .collect(),
            row: BlockScratch::new(config),
            x: vec![0.0; config.n_embd],
            logits: vec![0.0; config.vocab_size],
            saved: BlockSaved::default(),
        }
    }

    /// The tokens so far.
    pub fn tokens(&self) -> &[TokenId] {
        &self.tokens
    }

    /// The index of the first token that the model still sees.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Appends `tokens` and returns the logits of the one that follows, `(V)`.
    ///
    /// # Panics
    /// If there is no token at all, or one outside the vocabulary.
    pub fn push(&mut self, tokens: &[TokenId]) -> &[f32] {
        self.tokens.extend_from_slice(tokens);
        assert!(!self.tokens.is_empty(), "a GPT needs at least one token to look at");
        let start = window_start(self.tokens.len(), self.model.gpt.config.context_len);
        if start == self.start && tokens.len() <= MOST_ONE_BY_ONE {
            (self.tokens.len() - tokens.len()..self.tokens.len()).for_each(|at| self.step(at));
        } else {
            self.start = start;
            self.refill();
        }
        self.finish();
        &self.logits
    }

    /// How the last position shared its attention among those in the window, in one head of
    /// one layer: one weight for each of `tokens()[start()..]`, summing to 1.
    pub fn attention(&self, layer: usize, head: usize) -> &[f32] {
        self.caches[layer].weights(head, self.tokens.len() - self.start)
    }

    /// The same for all layers and heads: `(L, H, window)`.
    pub fn all_attention(&self) -> Vec<Vec<Vec<f32>>> {
        let config = self.model.gpt.config();
        let heads = |layer| (0..config.n_head).map(|head| self.attention(layer, head).to_vec()).collect();
        (0..config.n_layer).map(heads).collect()
    }

    /// The row of the token `at` this place of the text, through all layers.
    fn step(&mut self, at: usize) {
        let (gpt, params) = (&self.model.gpt, &self.model.params);
        let i = at - self.start;
        self.x.fill(0.0);
        gpt.embed(params, [index(&self.tokens[at])].into_iter(), [i].into_iter(), &mut self.x); // (C)
        for (block, cache) in gpt.blocks.iter().zip(&mut self.caches) {
            block.forward_one(params, i, &mut self.x, cache, &mut self.row); // (C)
        }
    }

    /// The whole window at once, as in training but one layer's activations at a time.
    fn refill(&mut self) {
        let (gpt, params, c) = (&self.model.gpt, &self.model.params, self.x.len());
        let window = &self.tokens[self.start..];
        let (mut x, mut out) = (vec![0.0; window.len() * c], vec![0.0; window.len() * c]); // (T, C)
        gpt.embed(params, window.iter().map(index), 0..window.len(), &mut x); // (T, C)
        for (block, cache) in gpt.blocks.iter().zip(&mut self.caches) {
            self.saved.fit(block, window.len(), window.len());
            block.forward(params, &x, &mut out, &mut self.saved, None); // (T, C)
            cache.store_all(&block.attention, &self.saved.qkv, &self.saved.attention);
            std::mem::swap(&mut x, &mut out);
        }
        self.x.copy_from_slice(&x[x.len() - c..]);
    }

    /// The last row, `x`, becomes logits.
    fn finish(&mut self) {
        let (gpt, params) = (&self.model.gpt, &self.model.params);
        gpt.norm.forward(params, &self.x, &mut self.row.normed, &mut self.row.stats); // (C)
        gpt.output().logits_one(params, &self.row.normed, &mut self.logits); // (V)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::gpt::{Gpt, GptConfig, Workspace};
    use crate::rng::Seed;

    fn model() -> GptModel {
        let gpt = Gpt::new(GptConfig::new(11, 8, 2, 2, 12)).unwrap();
        let mut params = gpt.init(Seed(9));
        for matrix in gpt.tensors().iter().filter(|tensor| tensor.shape.len() == 2) {
            matrix.span.of_mut(&mut params).iter_mut().for_each(|x| *x *= 8.0); // far from uniform
        }
        GptModel::new(gpt, params).unwrap()
    }

    #[test]
    fn cached_and_uncached_logits_agree_past_the_context_too() {
        let (model, mut ws) = (model(), Workspace::default());
        let text: Vec<TokenId> = (0..30).map(|i| (i * i + 3) % 11).collect();
        let mut decoder = Decoder::new(&model);
        for n in 1..=text.len() {
            let window = &text[window_start(n, 8)..n];
            let all = model.gpt.logits(&model.params, window.len(), window, &mut ws);
            let uncached = &all[all.len() - 11..];
            let cached = decoder.push(&text[n - 1..n]);
            let worst = cached.iter().zip(uncached).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(worst < 1e-5, "{worst} after {n} tokens");
        }
        let at_once = Decoder::new(&model).push(&text).to_vec();
        assert!(decoder.logits.iter().zip(&at_once).all(|(a, b)| (a - b).abs() < 1e-5));
    }

    #[test]
    fn attention_covers_the_window_and_sums_to_one() {
        let model = model();
        let (mut at_once, mut by_steps) = (Decoder::new(&model), Decoder::new(&model));
        at_once.push(&[1, 2, 3]);
        for token in [1, 2, 3] {
            by_steps.push(&[token]);
        }
        for (layer, head) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let weights = at_once.attention(layer, head);
            assert_eq!(weights.len(), 3);
            assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-6);
            assert!(weights.iter().zip(by_steps.attention(layer, head)).all(|(a, b)| (a - b).abs() < 1e-6));
        }
    }
}
