//! Probabilities with something to fall back on.

use super::contexts::ContextTree;
use super::{AppliedSmoothing, Counts, NGramError, Smoothing};
use crate::lm::{LanguageModel, MatchedContext, ModelKind, ProbabilityBasis, Session, TokenId};

/// An n-gram model in back-off form (Katz, 1987):
///
/// ```text
/// p(w | h) = probability(h w)               if h w was seen
///          = backoff(h) p(w | h')           if only h was
///          = p(w | h')                      if neither was
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct NGram {
    pub(super) vocab_size: usize,
    pub(super) boundary: Option<TokenId>,
    pub(super) tree: ContextTree,
    /// By depth and place.
    pub(super) probabilities: Vec<Vec<f64>>,
    /// By depth and context.
    pub(super) backoffs: Vec<Vec<f64>>,
    pub(super) methods: Vec<AppliedSmoothing>,
}

impl NGram {
    /// The model of these counts.
    ///
    /// ```
    /// use melon::lm::{LanguageModel, ngram::{Counts, NGram, Smoothing}};
    /// let counts = Counts::new(&[0, 1, 0, 2, 0, 1], 2, 3, None)?; // after 0 came 1 twice and 2 once
    /// let model = NGram::new(&counts, Smoothing::MaximumLikelihood)?;
    /// assert!((model.log_probs(&[0], &[1])[0] - (2.0f64 / 3.0).ln()).abs() < 1e-12);
    /// # Ok::<(), melon::lm::ngram::NGramError>(())
    /// ```
    ///
    /// # Errors
    /// If `k` of [`Smoothing::AddK`] is not a number above 0.
    pub fn new(counts: &Counts, smoothing: Smoothing) -> Result<NGram, NGramError> {
        if let Smoothing::AddK(k) = smoothing
            && !(k > 0.0 && k.is_finite())
        {
            return Err(NGramError::AddK { k });
        }
        let estimates = smoothing.estimate(counts);
        Ok(NGram {
            vocab_size: counts.vocab_size,
            boundary: counts.boundary,
            tree: counts.tree.clone(),
            probabilities: estimates.probabilities,
            backoffs: estimates.backoffs,
            methods: estimates.methods,
        })
    }

    /// The length of the longest n-grams: the model looks back on one token less.
    pub fn order(&self) -> usize {
        self.probabilities.len()
    }

    /// How the n-grams of each length, from 1, were smoothed.
    pub fn methods(&self) -> &[AppliedSmoothing] {
        &self.methods
    }

    /// The token that begins and ends a text, if there is one.
    pub fn boundary(&self) -> Option<TokenId> {
        self.boundary
    }

    /// `p(token | context)`.
    pub fn probability(&self, context: &[TokenId], token: TokenId) -> f64 {
        let context = self.visible(context);
        let path = self.tree.path(context);
        if self.knows_no_shorter() && path.len() <= context.len() {
            return 1.0 / self.vocab_size as f64;
        }
        let mut weight = 1.0;
        for (depth, &at) in path.iter().enumerate().rev() {
            if let Some(place) = self.tree.depths[depth].place(at, token) {
                return weight * self.probabilities[depth][place];
            }
            weight *= self.backoffs[depth][at];
            if self.knows_no_shorter() {
                break;
            }
        }
        weight / self.vocab_size as f64
    }

    /// `p(w | context)` of every token `w`, `(V)`.
    pub fn distribution(&self, context: &[TokenId]) -> Vec<f64> {
        let context = self.visible(context);
        let path = self.tree.path(context);
        let mut p = vec![1.0 / self.vocab_size as f64; self.vocab_size];
        if self.knows_no_shorter() {
            if let Some(&at) = path.get(context.len()) {
                self.lay_over(context.len(), at, &mut p);
            }
            return p;
        }
        for (depth, &at) in path.iter().enumerate() {
            self.lay_over(depth, at, &mut p);
        }
        p
    }

    /// The answer of a context over that of the shorter ones.
    fn lay_over(&self, depth: usize, context: usize, p: &mut [f64]) {
        let backoff = self.backoffs[depth][context];
        p.iter_mut().for_each(|p| *p *= backoff);
        for place in self.tree.depths[depth].places(context) {
            p[self.tree.depths[depth].followers[place] as usize] = self.probabilities[depth][place];
        }
    }

    /// The part of a context that the model looks back on.
    fn visible<'c>(&self, context: &'c [TokenId]) -> &'c [TokenId] {
        let recent = &context[context.len().saturating_sub(self.context_len())..];
        match self.boundary.and_then(|boundary| recent.iter().rposition(|&token| token == boundary)) {
            Some(beginning) => &recent[beginning..],
            None => recent,
        }
    }

    /// Add-k alone does not ask shorter contexts.
    fn knows_no_shorter(&self) -> bool {
        matches!(self.methods[0], AppliedSmoothing::AddK(_))
    }
}

impl LanguageModel for NGram {
    fn kind(&self) -> ModelKind {
        ModelKind::NGram
    }

    /// The probabilities and the back-off weights. The empty context has no weight, and
    /// neither has one that nothing was seen after.
    fn n_params(&self) -> usize {
        let probabilities: usize = self.probabilities.iter().map(Vec::len).sum();
        let backoffs: usize = self.backoffs.iter().skip(1).map(Vec::len).sum();
        probabilities + backoffs
    }

    fn vocab_size(&self) -> usize {
        self.vocab_size
    }

    fn context_len(&self) -> usize {
        self.order() - 1
    }

    fn next_logits(&self, context: &[TokenId]) -> Vec<f64> {
        let mut logits = self.distribution(context);
        logits.iter_mut().for_each(|p| *p = p.ln());
        logits
    }

    fn matched_context(&self, context: &[TokenId]) -> Option<MatchedContext> {
        let context = self.visible(context);
        let path = self.tree.path(context);
        let n_tokens = path.len() - 1;
        let basis = match self.methods[n_tokens] {
            _ if self.knows_no_shorter() && n_tokens < context.len() => ProbabilityBasis::Uniform,
            AppliedSmoothing::MaximumLikelihood => ProbabilityBasis::RelativeFrequency,
            _ => ProbabilityBasis::Smoothed,
        };
        let n_followers = self.tree.depths[n_tokens].places(path[n_tokens]).len();
        Some(MatchedContext { n_tokens, n_followers, context_len: self.context_len(), basis })
    }

    fn session(&self) -> Box<dyn Session + '_> {
        Box::new(Recent { model: self, tokens: Vec::new(), logits: Vec::new() })
    }

    fn log_probs(&self, before: &[TokenId], tokens: &[TokenId]) -> Vec<f64> {
        let n = self.context_len();
        let mut history = before[before.len().saturating_sub(n)..].to_vec();
        let start = history.len();
        history.extend_from_slice(tokens);
        (tokens.iter().enumerate())
            .map(|(i, &token)| self.probability(&history[(start + i).saturating_sub(n)..start + i], token).ln())
            .collect()
    }
}

/// A text of which only the last tokens matter.
struct Recent<'m> {
    model: &'m NGram,
    tokens: Vec<TokenId>,
    logits: Vec<f64>, // (V)
}

impl Session for Recent<'_> {
    fn feed(&mut self, tokens: &[TokenId]) -> &[f64] {
        self.tokens.extend_from_slice(tokens);
        let forgotten = self.tokens.len().saturating_sub(self.model.context_len());
        self.tokens.drain(..forgotten);
        self.logits = self.model.next_logits(&self.tokens);
        &self.logits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    const TOKENS: [TokenId; 12] = [1, 2, 3, 1, 2, 4, 0, 2, 3, 3, 1, 0];
    const ALL: [Smoothing; 4] =
        [Smoothing::MaximumLikelihood, Smoothing::AddK(0.5), Smoothing::WittenBell, Smoothing::KneserNey];

    fn model(order: usize, smoothing: Smoothing) -> NGram {
        NGram::new(&Counts::new(&TOKENS, order, 6, Some(0)).unwrap(), smoothing).unwrap()
    }

    #[test]
    fn every_context_has_a_distribution_without_zeros() {
        for smoothing in ALL {
            for order in 1..=6 {
                let model = model(order, smoothing);
                for context in [&[][..], &[1], &[5], &[0], &[1, 2], &[5, 5, 2], &[4, 0, 2, 3], &[3, 1, 2, 3, 3, 1]] {
                    let p = model.distribution(context);
                    assert_relative_eq!(p.iter().sum::<f64>(), 1.0, epsilon = 1e-12);
                    for (token, &p) in p.iter().enumerate() {
                        assert!(p > 0.0);
                        assert_relative_eq!(p, model.probability(context, token as TokenId), max_relative = 1e-12);
                    }
                }
            }
        }
    }

    #[test]
    fn maximum_likelihood_is_the_share_that_was_seen() {
        let model = model(3, Smoothing::MaximumLikelihood);
        assert_eq!(model.probability(&[1, 2], 3), 0.5);
        assert_eq!(model.probability(&[2, 3], 1), 0.5);
        assert_eq!(model.probability(&[5, 3], 1), 2.0 / 3.0); // never seen: asks after 3 alone
        assert!(model.probability(&[1, 2], 1).ln().is_finite());
    }

    #[test]
    fn the_longest_context_seen_is_named() {
        let model = model(3, Smoothing::MaximumLikelihood);
        let looked_up = |context: &[TokenId]| {
            let found = model.matched_context(context).unwrap();
            (found.n_tokens, found.n_followers)
        };
        assert_eq!(looked_up(&[4, 1, 2]), (2, 2)); // 3 and 4 follow 1 2
        assert_eq!(looked_up(&[5, 3]), (1, 2)); // 5 was never seen
        assert_eq!(looked_up(&[5]), (0, 6));
    }

    #[test]
    fn what_smoothing_does_to_shares_is_known() {
        let basis = |smoothing, context: &[TokenId]| model(3, smoothing).matched_context(context).unwrap().basis;
        assert_eq!(basis(Smoothing::MaximumLikelihood, &[1, 2]), ProbabilityBasis::RelativeFrequency);
        assert_eq!(basis(Smoothing::MaximumLikelihood, &[5]), ProbabilityBasis::RelativeFrequency);
        assert_eq!(basis(Smoothing::AddK(0.5), &[1, 2]), ProbabilityBasis::Smoothed);
        assert_eq!(basis(Smoothing::WittenBell, &[1, 2]), ProbabilityBasis::Smoothed);
        assert_eq!(basis(Smoothing::KneserNey, &[1, 2]), ProbabilityBasis::Smoothed);
        assert_eq!(basis(Smoothing::AddK(0.5), &[5, 3]), ProbabilityBasis::Uniform);
    }

    #[test]
    fn add_k_is_the_formula() {
        let model = model(2, Smoothing::AddK(0.5));
        assert_relative_eq!(model.probability(&[1], 2), (2.0 + 0.5) / (3.0 + 0.5 * 6.0));
        assert_relative_eq!(model.probability(&[1], 4), 0.5 / (3.0 + 0.5 * 6.0));
        assert_relative_eq!(model.probability(&[5], 4), 1.0 / 6.0);
        let counts = Counts::new(&TOKENS, 2, 6, Some(0)).unwrap();
        for k in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(matches!(NGram::new(&counts, Smoothing::AddK(k)), Err(NGramError::AddK { .. })));
        }
    }

    #[test]
    fn witten_bell_is_the_formula() {
        let model = model(2, Smoothing::WittenBell);
        let single = |count: f64| (count + 5.0 / 6.0) / (12.0 + 5.0);
        assert_relative_eq!(model.probability(&[], 3), single(3.0));
        assert_relative_eq!(model.probability(&[1], 2), (2.0 + 2.0 * single(3.0)) / (3.0 + 2.0));
        assert_relative_eq!(model.probability(&[1], 4), 2.0 * single(1.0) / (3.0 + 2.0));
    }

    #[test]
    fn sessions_and_scores_say_the_same() {
        for smoothing in ALL {
            let model = model(4, smoothing);
            let mut session = model.session();
            let mut text = vec![0];
            session.feed(&text);
            for (token, nats) in TOKENS.into_iter().zip(model.log_probs(&[0], &TOKENS)) {
                let logits = session.feed(&[]);
                assert_eq!(logits, model.next_logits(&text));
                assert_relative_eq!(logits[token as usize], nats, epsilon = 1e-12);
                session.feed(&[token]);
                text.push(token);
            }
        }
    }

    #[test]
    fn ten_characters_are_enough() {
        for order in 1..=6 {
            let counts = Counts::new(&[5, 1, 4, 1, 5, 2, 2, 1, 3, 5], order, 9, Some(0)).unwrap();
            let model = NGram::new(&counts, Smoothing::KneserNey).unwrap();
            assert!(model.log_probs(&[], &[8, 1, 7, 5, 5, 0]).iter().all(|nats| nats.is_finite()));
        }
    }
}
