//! How likely is a text that is already there? All positions of a window at once, as in
//! training, instead of one after the other.
//!
//! Each token is predicted from the same window as in generation ([`window_start`]), so that
//! a score is what generating would have shown.

use super::decode::window_start;
use super::model::GptModel;
use super::workspace::Workspace;
use crate::lm::{LanguageModel, TokenId};
use crate::math::log_sum_exp;

/// `ln p` of each of `tokens`, in nats, where the first follows `before`; evenly shared where
/// nothing is before it.
pub(super) fn log_probs(model: &GptModel, before: &[TokenId], tokens: &[TokenId]) -> Vec<f64> {
    let text = [before, tokens].concat();
    let context_len = model.context_len();
    let mut scores = Vec::with_capacity(tokens.len());
    let mut ws = Workspace::default();
    let mut next = before.len(); // the token to be predicted, from those before it
    if next == 0 && !tokens.is_empty() {
        scores.push(-(model.vocab_size() as f64).ln());
        next = 1;
    }
    while next < text.len() {
        let start = window_start(next, context_len);
        let end = (start + context_len).min(text.len() - 1); // what the window may hold
        let logits = model.gpt.logits(&model.params, end - start, &text[start..end], &mut ws); // (T, V)
        for row in next - 1 - start..end - start {
            scores.push(log_prob(&logits[row * model.vocab_size()..][..model.vocab_size()], text[start + row + 1]));
        }
        next = end + 1;
    }
    scores
}

fn log_prob(logits: &[f32], token: TokenId) -> f64 {
    let wide: Vec<f64> = logits.iter().map(|&logit| f64::from(logit)).collect();
    wide[token as usize] - log_sum_exp(&wide)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lm::gpt::{Gpt, GptConfig};
    use crate::rng::Seed;

    #[test]
    fn scores_are_those_of_one_token_after_the_other() {
        for context_len in [1, 2, 5, 8] {
            let gpt = Gpt::new(GptConfig::new(11, context_len, 2, 2, 8)).unwrap();
            let params = gpt.init(Seed(7)).iter().map(|x| 20.0 * x).collect();
            let model = GptModel::new(gpt, params).unwrap();
            let text: Vec<TokenId> = (0..30).map(|i| i * i % 11).collect();
            for n_before in [0, 1, 3, 9] {
                for n in [0, 1, 2, 20] {
                    let (before, tokens) = (&text[..n_before], &text[n_before..n_before + n]);
                    let at_once = log_probs(&model, before, tokens);
                    assert_eq!(at_once.len(), n);
                    for (i, nats) in at_once.into_iter().enumerate() {
                        let logits = model.next_logits(&text[..n_before + i]);
                        let one = logits[tokens[i] as usize] - log_sum_exp(&logits);
                        assert!((one - nats).abs() < 1e-4, "{context_len} {n_before} {i}: {one} {nats}");
                    }
                }
            }
        }
    }
}
