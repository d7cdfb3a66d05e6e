//! The way forward through all layers, and the way back.

use super::architecture::Gpt;
use super::cross_entropy;
use super::embedding::index;
use super::workspace::Workspace;
use crate::lm::TokenId;
use crate::rng::Stream;

/// Sequences of `t` tokens, one after the other, and the token that follows each of theirs.
#[derive(Debug, Clone, Copy)]
pub struct Examples<'a> {
    /// Tokens in a sequence, `T`.
    pub t: usize,
    /// `(B, T)`: the tokens read.
    pub inputs: &'a [TokenId],
    /// `(B, T)`; [`IGNORE`](super::IGNORE) where nothing is to be learned.
    pub targets: &'a [TokenId],
}

impl Gpt {
    /// The loss of `examples`: the sum over all targets but [`IGNORE`](super::IGNORE), in nats.
    ///
    /// # Panics
    /// If the sequences are longer than the context, or a token is outside the vocabulary.
    pub fn loss(&self, params: &[f32], examples: Examples, ws: &mut Workspace) -> f64 {
        self.forward_counted(params, examples, ws, None);
        cross_entropy::forward(&ws.logits, self.config.vocab_size, &ws.counted.targets)
    }

    /// The same sum, and adds its gradient to `grads`. Drops activations only where there is
    /// an `rng` to draw from.
    ///
    /// # Panics
    /// As [`Gpt::loss`].
    pub fn loss_and_grads(
        &self,
        params: &[f32],
        examples: Examples,
        ws: &mut Workspace,
        grads: &mut [f32],
        rng: Option<&mut Stream>,
    ) -> f64 {
        self.forward_counted(params, examples, ws, rng);
        let loss = cross_entropy::forward_backward(&mut ws.logits, self.config.vocab_size, &ws.counted.targets);
        self.backward(params, examples.t, examples.inputs, ws, grads);
        loss
    }

    /// The logits of every position of sequences of `t` tokens: `(B T, V)`.
    ///
    /// # Panics
    /// As [`Gpt::loss`].
    pub fn logits<'a>(&self, params: &[f32], t: usize, inputs: &[TokenId], ws: &'a mut Workspace) -> &'a [f32] {
        self.forward_hidden(params, t, inputs, ws, None); // (B, T, C)
        ws.logits.resize(inputs.len() * self.config.vocab_size, 0.0);
        self.output().logits(params, &ws.normed, &mut ws.logits); // (B, T, V)
        &ws.logits
    }

    /// `examples` (B, T) -> `ws.logits` (N, V), of the rows that have a target.
    fn forward_counted(&self, params: &[f32], examples: Examples, ws: &mut Workspace, rng: Option<&mut Stream>) {
        self.forward_hidden(params, examples.t, examples.inputs, ws, rng); // (B, T, C)
        ws.counted.choose(examples.targets);
        ws.counted.gather(&ws.normed, self.config.n_embd, &mut ws.hidden); // (N, C)
        ws.logits.resize(ws.counted.targets.len() * self.config.vocab_size, 0.0);
        self.output().logits(params, &ws.hidden, &mut ws.logits); // (N, V)
    }

    /// `tokens` (B, T) -> `ws.normed` (B, T, C): everything but the output layer.
    fn forward_hidden(
        &self,
        params: &[f32],
        t: usize,
        tokens: &[TokenId],
        ws: &mut Workspace,
        mut rng: Option<&mut Stream>,
    ) {
        assert!((1..=self.config.context_len).contains(&t), "sequences of {t} tokens");
        ws.fit(self, tokens.len(), t);
        let first = &mut ws.residuals[0];
        first.fill(0.0);
        self.embed(params, tokens.iter().map(index), (0..tokens.len()).map(|i| i % t), first); // (B, T, C)
        self.dropout.forward(first, &mut ws.mask, rng.as_deref_mut());
        for (l, (block, saved)) in self.blocks.iter().zip(&mut ws.blocks).enumerate() {
            let (before, after) = ws.residuals.split_at_mut(l + 1);
            block.forward(params, &before[l], &mut after[0], saved, rng.as_deref_mut()); // (B, T, C)
        }
        let last = &ws.residuals[self.blocks.len()];
        self.norm.forward(params, last, &mut ws.normed, &mut ws.stats); // (B, T, C)
    }

    /// From the gradient of the logits, in `ws.logits`, to that of every parameter.
    fn backward(&self, params: &[f32], t: usize, tokens: &[TokenId], ws: &mut Workspace, grads: &mut [f32]) {
        ws.fit_backward(self, tokens.len(), t);
        let last = &ws.residuals[self.blocks.len()];
        // logits = hidden E'
        self.output().logits_backward(params, &ws.hidden, &ws.logits, &mut ws.d_hidden, grads); // (N, C)
        // hidden = the rows of normed that count
        ws.counted.gather_backward(&ws.d_hidden, self.config.n_embd, &mut ws.narrow); // (B, T, C)
        // normed = norm(x_L)
        ws.d.fill(0.0);
        self.norm.backward(params, last, &ws.stats, &mut ws.narrow, &mut ws.d, grads); // (B, T, C)
        // x_l = block_l(x_(l-1))
        for (l, block) in self.blocks.iter().enumerate().rev() {
            block.backward(params, &ws.residuals[l], &ws.blocks[l], &mut ws.d, &mut ws.scratch, grads); // (B, T, C)
        }
        // x_0 = dropout(E[token] + P[position])
        let d = self.dropout.backward(&ws.d, &ws.mask, &mut ws.narrow); // (B, T, C)
        self.positions.add_rows_backward((0..tokens.len()).map(|i| i % t), d, grads);
        self.tokens.add_rows_backward(tokens.iter().map(index), d, grads);
    }

    /// `x += E[token] + P[position]`.
    pub(super) fn embed(
        &self,
        params: &[f32],
        tokens: impl Iterator<Item = usize>,
        positions: impl Iterator<Item = usize>,
        x: &mut [f32],
    ) {
        self.tokens.add_rows(params, tokens, x);
        self.positions.add_rows(params, positions, x);
    }
}

#[cfg(test)]
mod tests {
    use super::super::gradient_check::{assert_gradient, normals};
    use super::*;
    use crate::lm::gpt::{GptConfig, IGNORE};
    use crate::rng::Seed;

    /// Two sequences of four tokens through two small blocks.
    const EXAMPLES: Examples =
        Examples { t: 4, inputs: &[3, 1, 4, 1, 5, 0, 2, 6], targets: &[1, 4, 1, IGNORE, 0, 2, 6, 3] };

    fn config() -> GptConfig {
        GptConfig { n_inner: 12, ..GptConfig::new(7, 5, 2, 2, 8) }
    }

    #[test]
    fn backward_is_the_slope_of_the_loss_in_every_parameter() {
        for config in [config(), GptConfig { tied: false, dropout: 0.2, ..config() }] {
            let gpt = Gpt::new(config).unwrap();
            let params: Vec<f32> = normals("params", gpt.n_params()).iter().map(|x| 0.3 * x).collect();
            let mut ws = Workspace::default();
            let mut run = |params: &[f32], grads: &mut [f32]| {
                gpt.loss_and_grads(params, EXAMPLES, &mut ws, grads, Some(&mut Seed(5).stream("dropout")))
            };
            let mut grads = vec![0.0; params.len()];
            run(&params, &mut grads);
            let mut unused = vec![0.0; params.len()];
            assert_gradient(&params, &grads, |params| run(params, &mut unused));
        }
    }

    #[test]
    fn the_formula_counts_what_is_there() {
        for config in [config(), GptConfig { tied: false, ..config() }] {
            let gpt = Gpt::new(config).unwrap();
            assert_eq!(Some(gpt.n_params()), gpt.config().n_params());
            assert_eq!(gpt.n_params(), gpt.tensors().iter().map(|tensor| tensor.span.len).sum::<usize>());
        }
    }

    #[test]
    fn a_fresh_model_knows_nothing() {
        let gpt = Gpt::new(GptConfig::new(65, 16, 2, 2, 32)).unwrap();
        let inputs: Vec<TokenId> = (0..64).map(|i| i * 7 % 65).collect();
        let targets: Vec<TokenId> = (0..64).map(|i| i * 11 % 65).collect();
        let loss = gpt.loss(
            &gpt.init(Seed(1)),
            Examples { t: 16, inputs: &inputs, targets: &targets },
            &mut Workspace::default(),
        ) / 64.0;
        assert!((loss - 65f64.ln()).abs() < 0.1, "loss {loss}");
    }

    #[test]
    fn loss_is_the_same_with_and_without_its_gradient() {
        let gpt = Gpt::new(config()).unwrap();
        let (params, mut ws) = (gpt.init(Seed(1)), Workspace::default());
        let mut grads = vec![0.0; params.len()];
        let with = gpt.loss_and_grads(&params, EXAMPLES, &mut ws, &mut grads, None);
        let without = gpt.loss(&params, EXAMPLES, &mut ws);
        assert!((with - without).abs() < 1e-5);
    }
}
