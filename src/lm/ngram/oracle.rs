//! Kneser-Ney and Witten-Bell once more, as slowly and as plainly as the papers put them.

use super::{AppliedSmoothing, Counts, NGram, Smoothing};
use crate::lm::TokenId;
use approx::assert_relative_eq;
use std::collections::{BTreeMap, BTreeSet};

const VOCAB: usize = 14;
const ORDER: usize = 4;

/// Unevenly distributed, and with structure.
fn corpus() -> Vec<TokenId> {
    let mut state = 7u64;
    let mut tokens: Vec<TokenId> = vec![1, 2];
    while tokens.len() < 3000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = (state >> 33) as u32;
        let follows = (tokens[tokens.len() - 1] * 5 + 3) % 12;
        tokens.push(if draw.is_multiple_of(3) { follows } else { (draw / 3 % 12).min(draw / 50 % 12) });
    }
    tokens
}

struct Oracle {
    smoothing: Smoothing,
    /// By length, from 1.
    counted: Vec<BTreeMap<Vec<TokenId>, u64>>,
}

impl Oracle {
    fn new(tokens: &[TokenId], smoothing: Smoothing) -> Oracle {
        let counted = (1..=ORDER).map(|n| {
            let mut occurrences: BTreeMap<Vec<TokenId>, u64> = BTreeMap::new();
            tokens.windows(n).for_each(|ngram| *occurrences.entry(ngram.to_vec()).or_default() += 1);
            if smoothing == Smoothing::KneserNey && n < ORDER {
                let longer: BTreeSet<&[TokenId]> = tokens.windows(n + 1).collect();
                for (ngram, count) in &mut occurrences {
                    let ways = longer.iter().filter(|longer| &longer[1..] == ngram.as_slice()).count() as u64;
                    *count = if ways > 0 { ways } else { *count };
                }
            }
            occurrences
        });
        Oracle { smoothing, counted: counted.collect() }
    }

    fn discount(&self, length: usize, count: u64) -> f64 {
        let n = |i: u64| self.counted[length - 1].values().filter(|&&count| count == i).count() as f64;
        let y = n(1) / (n(1) + 2.0 * n(2));
        let i = count.min(3);
        if i == 0 { 0.0 } else { i as f64 - (i + 1) as f64 * y * n(i + 1) / n(i) }
    }

    fn p(&self, context: &[TokenId], token: TokenId) -> f64 {
        let length = context.len() + 1;
        let lower = if context.is_empty() { 1.0 / VOCAB as f64 } else { self.p(&context[1..], token) };
        let after: Vec<(TokenId, u64)> = (self.counted[length - 1].iter())
            .filter(|(ngram, _)| &ngram[..length - 1] == context)
            .map(|(ngram, &count)| (ngram[length - 1], count))
            .collect();
        if after.is_empty() {
            return lower;
        }
        let total = after.iter().map(|(_, count)| count).sum::<u64>() as f64;
        let count = after.iter().find(|(other, _)| *other == token).map_or(0, |(_, count)| *count);
        let types = after.len() as f64;
        let few = (1..=4).any(|i| !self.counted[length - 1].values().any(|&count| count == i));
        if self.smoothing == Smoothing::WittenBell || few {
            return (count as f64 + types * lower) / (total + types);
        }
        let given: f64 = after.iter().map(|&(_, count)| self.discount(length, count)).sum();
        (count as f64 - self.discount(length, count)) / total + given / total * lower
    }
}

#[test]
fn the_model_is_what_the_papers_say() {
    let tokens = corpus();
    let counts = Counts::new(&tokens, ORDER, VOCAB, None).unwrap();
    for smoothing in [Smoothing::WittenBell, Smoothing::KneserNey] {
        let model = NGram::new(&counts, smoothing).unwrap();
        let oracle = Oracle::new(&tokens, smoothing);
        for context in [&[][..], &[3], &[13], &[0, 3], &[9, 1, 8], &[3, 6, 9], &tokens[100..103], &tokens[..3]] {
            for token in 0..VOCAB as TokenId {
                assert_relative_eq!(model.probability(context, token), oracle.p(context, token), max_relative = 1e-12);
            }
        }
    }
}

#[test]
fn an_order_with_too_few_counts_falls_back_alone() {
    let model = NGram::new(&Counts::new(&corpus(), ORDER, VOCAB, None).unwrap(), Smoothing::KneserNey).unwrap();
    assert_eq!(model.methods()[0], AppliedSmoothing::WittenBell); // twelve tokens, each preceded by nearly all
    assert!(matches!(model.methods()[3], AppliedSmoothing::KneserNey(_)));
}
