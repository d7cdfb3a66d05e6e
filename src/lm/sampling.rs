//! Choosing the next token: from logits to a distribution to a draw.
//!
//! ```text
//! p_i = e^(l_i / T) / sum_j e^(l_j / T)        temperature T
//! keep the k likeliest                         top-k   (Fan, Lewis and Dauphin, 2018)
//! keep the fewest that sum to at least P       top-p   (Holtzman et al., 2020)
//! keep those with p_i >= m max_j p_j           min-p   (Nguyen et al., 2024)
//! ```
//!
//! The filters apply in this order, each to what the one before has kept, renormalised. The
//! likeliest token always stays. Of equally likely tokens the lower id comes first,
//! everywhere, so that nothing depends on how a sort breaks ties.

use super::{ModelKind, TokenId};
use crate::math::softmax;
use rand::Rng;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How the next token is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strategy {
    /// The likeliest, always.
    #[default]
    Greedy,
    /// Drawn at random.
    Sample(Sampling),
}

/// What a token is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sampling {
    /// Below 1 sharpens the distribution, above 1 flattens it; 0 is [`Strategy::Greedy`].
    pub temperature: f64,
    /// Keep this many of the likeliest.
    pub top_k: Option<usize>,
    /// Keep the fewest of the likeliest that have this probability together.
    pub top_p: Option<f64>,
    /// Keep those with at least this share of the likeliest one's probability.
    pub min_p: Option<f64>,
}

impl Default for Sampling {
    fn default() -> Self {
        Sampling { temperature: 1.0, top_k: None, top_p: None, min_p: None }
    }
}

/// The `min_p` of a GPT that draws, unless another is chosen. A small model spreads a few hundredths
/// over thousands of tokens that fit nowhere; in a text of a hundred tokens some of them are drawn,
/// and each leads the rest astray (Nguyen et al., 2024, recommend 0.05 to 0.1).
pub const GPT_MIN_P: f64 = 0.1;

/// A setting that no distribution can have.
#[derive(Debug, thiserror::Error, Clone, Copy, PartialEq)]
pub enum StrategyError {
    /// A temperature below 0, or none at all.
    Temperature {
        /// The value given.
        value: f64,
    },
    /// No token would be kept.
    TopK,
    /// A share that is not above 0 and at most 1.
    TopP {
        /// The value given.
        value: f64,
    },
    /// A share that is not between 0 and 1.
    MinP {
        /// The value given.
        value: f64,
    },
}

impl Strategy {
    /// Checks the settings.
    ///
    /// # Errors
    /// The first that is out of range.
    pub fn check(&self) -> Result<(), StrategyError> {
        let Strategy::Sample(sampling) = self else { return Ok(()) };
        match *sampling {
            Sampling { temperature: t, .. } if !(t >= 0.0 && t.is_finite()) => {
                Err(StrategyError::Temperature { value: t })
            }
            Sampling { top_k: Some(0), .. } => Err(StrategyError::TopK),
            Sampling { top_p: Some(p), .. } if !(p > 0.0 && p <= 1.0) => Err(StrategyError::TopP { value: p }),
            Sampling { min_p: Some(p), .. } if !(0.0..=1.0).contains(&p) => Err(StrategyError::MinP { value: p }),
            _ => Ok(()),
        }
    }

    /// The same with the filter that is usual for such a model, if it draws and none was chosen:
    /// [`GPT_MIN_P`] for a GPT, none for an n-gram.
    pub fn usual_for(self, kind: ModelKind) -> Strategy {
        match (self, kind) {
            (Strategy::Sample(plain @ Sampling { top_k: None, top_p: None, min_p: None, .. }), ModelKind::Gpt)
                if plain.temperature > 0.0 =>
            {
                Strategy::Sample(Sampling { min_p: Some(GPT_MIN_P), ..plain })
            }
            _ => self,
        }
    }

    /// What the next token is drawn from, after temperature and filters.
    ///
    /// # Panics
    /// If there are no logits.
    pub fn support(&self, logits: &[f64]) -> Support {
        match self {
            Strategy::Sample(sampling) if sampling.temperature > 0.0 => sampling.support(logits),
            _ => Support { tokens: vec![likeliest(logits)], probabilities: vec![1.0] },
        }
    }
}

impl Sampling {
    fn support(&self, logits: &[f64]) -> Support {
        let mut tokens: Vec<TokenId> = (0..logits.len() as TokenId).collect();
        keep_likeliest(&mut tokens, logits, self.top_k);
        let top = logits[tokens[0] as usize];
        // Relative to the likeliest first: a tiny temperature then divides 0, and nothing overflows.
        let mut probabilities: Vec<f64> =
            tokens.iter().map(|&token| (logits[token as usize] - top) / self.temperature).collect();
        softmax(&mut probabilities);
        if let Some(top_p) = self.top_p {
            keep(&mut probabilities, |p| enough(p, top_p));
        }
        if let Some(min_p) = self.min_p {
            keep(&mut probabilities, |p| p.iter().take_while(|&&p_i| p_i >= min_p * p[0]).count());
        }
        tokens.truncate(probabilities.len());
        Support { tokens, probabilities }
    }
}

/// The tokens that may be chosen, the likeliest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Support {
    /// Distinct tokens.
    pub tokens: Vec<TokenId>,
    /// Their probabilities, which sum to 1.
    pub probabilities: Vec<f64>,
}

impl Support {
    /// The token that a number in `[0, 1)` falls on when the probabilities are laid end to
    /// end, the likeliest first.
    pub fn at(&self, draw: f64) -> TokenId {
        let mut end = 0.0;
        let found = self.probabilities.iter().position(|p| {
            end += p;
            draw < end
        });
        // Rounding may leave the sum a little below 1.
        let last = self.probabilities.iter().rposition(|&p| p > 0.0).unwrap_or(0);
        self.tokens[found.unwrap_or(last)]
    }

    /// Draws a token; also returns the number that decided, in `[0, 1)`.
    pub fn draw(&self, rng: &mut impl Rng) -> (TokenId, f64) {
        let draw = rng.r#gen::<f64>();
        (self.at(draw), draw)
    }

    /// The probability of `token`; `None` if the filters have left it out.
    pub fn probability(&self, token: TokenId) -> Option<f64> {
        self.tokens.iter().position(|&other| other == token).map(|at| self.probabilities[at])
    }
}

/// The token with the largest logit; the lowest id on a tie.
///
/// # Panics
/// If there are no logits.
pub fn likeliest(logits: &[f64]) -> TokenId {
    crate::math::argmax(logits).expect("a vocabulary is not empty") as TokenId
}

/// The `k` likeliest tokens, the likeliest first.
pub fn top(logits: &[f64], k: usize) -> Vec<TokenId> {
    let mut tokens: Vec<TokenId> = (0..logits.len() as TokenId).collect();
    keep_likeliest(&mut tokens, logits, Some(k));
    tokens
}

/// How many tokens come before `token` when the likeliest comes first, plus one.
pub fn rank(logits: &[f64], token: TokenId) -> usize {
    1 + (0..logits.len() as TokenId).filter(|&other| by_logit(logits)(&other, &token).is_lt()).count()
}

/// The larger logit first, the lower id on a tie.
fn by_logit(logits: &[f64]) -> impl Fn(&TokenId, &TokenId) -> Ordering + '_ {
    |a, b| logits[*b as usize].total_cmp(&logits[*a as usize]).then(a.cmp(b))
}

/// Sorts `tokens` and keeps `k` of them, without sorting the others.
fn keep_likeliest(tokens: &mut Vec<TokenId>, logits: &[f64], k: Option<usize>) {
    if let Some(k) = k.filter(|&k| k < tokens.len()) {
        if k > 0 {
            tokens.select_nth_unstable_by(k - 1, by_logit(logits));
        }
        tokens.truncate(k);
    }
    tokens.sort_unstable_by(by_logit(logits));
}

/// Keeps the first so many, at least one, and lets them sum to 1 again.
fn keep(probabilities: &mut Vec<f64>, count: impl Fn(&[f64]) -> usize) {
    let n = count(probabilities).max(1);
    if n < probabilities.len() {
        probabilities.truncate(n);
        let total: f64 = probabilities.iter().sum();
        probabilities.iter_mut().for_each(|p| *p /= total);
    }
}

/// How many of the first have `top_p` together.
fn enough(probabilities: &[f64], top_p: f64) -> usize {
    let mut sum = 0.0;
    let before = probabilities.iter().take_while(|&&p| {
        let open = sum < top_p;
        sum += p;
        open
    });
    before.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Seed;
    use approx::assert_relative_eq;

    /// Of probabilities 0.4, 0.3, 0.2 and 0.1.
    fn logits() -> Vec<f64> {
        [0.1f64, 0.4, 0.2, 0.3].map(f64::ln).to_vec()
    }

    fn support(sampling: Sampling) -> Support {
        Strategy::Sample(sampling).support(&logits())
    }

    #[test]
    fn filters_keep_what_they_say() {
        let plain = Sampling::default();
        assert_eq!(support(plain).tokens, [1, 3, 2, 0]);
        assert_eq!(support(Sampling { top_k: Some(2), ..plain }).tokens, [1, 3]);
        assert_eq!(support(Sampling { top_p: Some(0.69), ..plain }).tokens, [1, 3]);
        assert_eq!(support(Sampling { top_p: Some(0.71), ..plain }).tokens, [1, 3, 2]);
        assert_eq!(support(Sampling { top_p: Some(1.0), ..plain }).tokens.len(), 4);
        assert_eq!(support(Sampling { min_p: Some(0.49), ..plain }).tokens, [1, 3, 2]);
        assert_eq!(support(Sampling { min_p: Some(1.0), ..plain }).tokens, [1]);
        // 0.4 and 0.3 of the three kept are 0.78: renormalised before the next filter looks.
        assert_eq!(support(Sampling { top_k: Some(3), top_p: Some(0.75), ..plain }).tokens, [1, 3]);
    }

    #[test]
    fn temperature_bends_the_odds() {
        let at = |temperature| support(Sampling { temperature, ..Sampling::default() }).probabilities;
        assert_relative_eq!(at(0.5)[0] / at(0.5)[1], (0.4f64 / 0.3).powi(2), max_relative = 1e-12);
        assert_eq!(at(1e-300), [1.0, 0.0, 0.0, 0.0]);
        assert_relative_eq!(at(1e300)[3], 0.25);
        assert_eq!(at(0.0), [1.0]);
    }

    #[test]
    fn ties_go_to_the_lower_id() {
        let even = vec![0.0; 5];
        let two = Sampling { top_k: Some(2), ..Sampling::default() };
        assert_eq!(Strategy::Sample(two).support(&even).tokens, [0, 1]);
        assert_eq!(Strategy::Greedy.support(&even).tokens, [0]);
        assert_eq!((rank(&even, 0), rank(&even, 4), top(&even, 3)), (1, 5, vec![0, 1, 2]));
    }

    #[test]
    fn a_draw_falls_where_the_probabilities_lie() {
        let support = support(Sampling::default());
        assert_eq!([0.0, 0.39, 0.41, 0.95].map(|draw| support.at(draw)), [1, 1, 3, 0]);
        let short = Support { tokens: vec![7, 8, 9], probabilities: vec![0.5, 0.5 - 1e-16, 0.0] };
        assert_eq!(short.at(1.0 - f64::EPSILON / 2.0), 8);
    }

    #[test]
    fn frequencies_match_the_probabilities() {
        let support = support(Sampling { temperature: 0.8, ..Sampling::default() });
        let mut stream = Seed(42).stream("chi-square");
        let mut counts = [0u32; 4];
        let n = 20_000;
        (0..n).for_each(|_| counts[support.draw(&mut stream).0 as usize] += 1);
        let expected = |token: usize| support.probability(token as TokenId).unwrap() * f64::from(n);
        let chi2: f64 = (0..4).map(|i| (f64::from(counts[i]) - expected(i)).powi(2) / expected(i)).sum();
        assert!(chi2 < 11.345, "chi-square {chi2} on 3 degrees of freedom: beyond the 99 % quantile");
    }

    #[test]
    fn only_a_gpt_that_draws_leaves_the_unlikely_out_unasked() {
        let drawn = Strategy::Sample(Sampling::default());
        let with = |min_p| Strategy::Sample(Sampling { min_p: Some(min_p), ..Sampling::default() });
        assert_eq!(drawn.usual_for(ModelKind::Gpt), with(GPT_MIN_P));
        assert_eq!(with(0.0).usual_for(ModelKind::Gpt), with(0.0));
        assert_eq!(drawn.usual_for(ModelKind::NGram), drawn);
        let few = Strategy::Sample(Sampling { top_k: Some(5), ..Sampling::default() });
        let cold = Strategy::Sample(Sampling { temperature: 0.0, ..Sampling::default() });
        assert!([Strategy::Greedy, few, cold].iter().all(|how| how.usual_for(ModelKind::Gpt) == *how));
    }

    #[test]
    fn what_no_distribution_can_have_is_refused() {
        let bad = [
            Sampling { temperature: -1.0, ..Sampling::default() },
            Sampling { temperature: f64::NAN, ..Sampling::default() },
            Sampling { top_k: Some(0), ..Sampling::default() },
            Sampling { top_p: Some(0.0), ..Sampling::default() },
            Sampling { top_p: Some(1.1), ..Sampling::default() },
            Sampling { min_p: Some(-0.1), ..Sampling::default() },
        ];
        assert!(bad.iter().all(|&sampling| Strategy::Sample(sampling).check().is_err()));
        assert!(Strategy::Sample(Sampling::default()).check().is_ok() && Strategy::Greedy.check().is_ok());
    }
}
