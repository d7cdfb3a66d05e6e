//! Smoothing: from counts to probabilities that are never 0.
//!
//! Every method here gives a context `h`, and `h'`, the same without its oldest token, the form
//!
//! ```text
//! p(w | h) = alpha(h w) + gamma(h) p(w | h')      h has been seen
//! p(w | h) = p(w | h')                            h has not
//! p(w | no context)  falls back to  1 / V
//! ```
//!
//! and differs in what it takes off the counts (`alpha`) and gives to the shorter context
//! (`gamma`). After Chen and Goodman, "An empirical study of smoothing techniques for
//! language modeling" (1998), whose notation this follows.

use super::Counts;
use serde::{Deserialize, Serialize};

/// What maximum likelihood leaves to the shorter context: so little that no probability of
/// anything seen changes in double precision, and yet not 0. Nothing is impossible only
/// because it has not been seen (Cromwell's rule), and every text keeps a finite score.
const NEXT_TO_NOTHING: f64 = 1.0 / (1u64 << 60) as f64;

/// How counts become probabilities.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Smoothing {
    /// `c(h w) / c(h)`: what was seen, as often as it was seen. Backs off only from a context
    /// that was never seen.
    MaximumLikelihood,
    /// `(c(h w) + k) / (c(h) + k V)` (Laplace for `k = 1`, Lidstone otherwise). It knows no
    /// shorter contexts: after one that was never seen it answers evenly.
    AddK(f64),
    /// `(c(h w) + T(h) p(w | h')) / (c(h) + T(h))`, where `T(h)` is the number of distinct
    /// tokens seen after `h` (Witten and Bell, 1991).
    WittenBell,
    /// Interpolated modified Kneser-Ney: counts less a discount, and for the shorter contexts
    /// the number of distinct tokens before in place of the count. An order whose counts are
    /// too few to estimate the discounts is smoothed as [`Smoothing::WittenBell`] does.
    #[default]
    KneserNey,
}

/// What was in the end done for the n-grams of one length.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppliedSmoothing {
    /// As [`Smoothing::MaximumLikelihood`].
    MaximumLikelihood,
    /// As [`Smoothing::AddK`].
    AddK(f64),
    /// As [`Smoothing::WittenBell`], asked for or fallen back to.
    WittenBell,
    /// As [`Smoothing::KneserNey`]: what is taken off a count of 1, of 2, and of 3 or more.
    KneserNey([f64; 3]),
    /// The probabilities were read from a file.
    Given,
}

/// By depth: what each n-gram gets, and what each context leaves.
pub(super) struct Estimates {
    /// `p(w | h)` of each n-gram, by depth and place.
    pub(super) probabilities: Vec<Vec<f64>>,
    /// `gamma(h)` of each context, by depth.
    pub(super) backoffs: Vec<Vec<f64>>,
    /// What was done at each depth, from the empty context on.
    pub(super) methods: Vec<AppliedSmoothing>,
}

impl Smoothing {
    /// Estimates all probabilities, from the empty context to the longest.
    pub(super) fn estimate(self, counts: &Counts) -> Estimates {
        let mut estimates = Estimates { probabilities: Vec::new(), backoffs: Vec::new(), methods: Vec::new() };
        for depth in 0..counts.order() {
            let counted = self.counted(counts, depth);
            let method = self.method(&counted);
            let (probabilities, backoffs) = estimate_depth(counts, depth, &counted, method, &estimates);
            estimates.probabilities.push(probabilities);
            estimates.backoffs.push(backoffs);
            estimates.methods.push(method);
        }
        estimates
    }

    /// The counts that this smoothing works on. Kneser-Ney asks of all but the longest n-grams
    /// in how many ways they are preceded, or, at the beginning of a text where nothing is, how
    /// often they occur.
    fn counted(self, counts: &Counts, depth: usize) -> Vec<u64> {
        let occurrences = &counts.occurrences[depth];
        match self {
            Smoothing::KneserNey => (occurrences.iter().zip(&counts.preceded_by[depth]))
                .map(|(&occurs, &preceded_by)| if preceded_by > 0 { preceded_by } else { occurs })
                .collect(),
            _ => occurrences.clone(),
        }
    }

    fn method(self, counted: &[u64]) -> AppliedSmoothing {
        match self {
            Smoothing::MaximumLikelihood => AppliedSmoothing::MaximumLikelihood,
            Smoothing::AddK(k) => AppliedSmoothing::AddK(k),
            Smoothing::WittenBell => AppliedSmoothing::WittenBell,
            Smoothing::KneserNey => {
                discounts(counted).map_or(AppliedSmoothing::WittenBell, AppliedSmoothing::KneserNey)
            }
        }
    }
}

/// `D_i = i - (i + 1) Y n_(i+1) / n_i` with `Y = n_1 / (n_1 + 2 n_2)`, where `n_i` n-grams
/// have a count of `i` (Chen and Goodman, 1998, equation 26). `None` where one of `n_1 .. n_4`
/// is 0 or a discount comes out outside `(0, i]`: then there are too few counts to tell.
fn discounts(counted: &[u64]) -> Option<[f64; 3]> {
    let n = |i: u64| counted.iter().filter(|&&count| count == i).count() as f64;
    let [n1, n2, n3, n4] = [n(1), n(2), n(3), n(4)];
    let y = n1 / (n1 + 2.0 * n2);
    let found = [1.0 - 2.0 * y * n2 / n1, 2.0 - 3.0 * y * n3 / n2, 3.0 - 4.0 * y * n4 / n3];
    let sound = n1 * n2 * n3 * n4 > 0.0 && (1..).zip(found).all(|(i, d)| d > 0.0 && d <= f64::from(i));
    sound.then_some(found)
}

fn estimate_depth(
    counts: &Counts,
    depth: usize,
    counted: &[u64],
    method: AppliedSmoothing,
    shorter: &Estimates,
) -> (Vec<f64>, Vec<f64>) {
    let uniform = 1.0 / counts.vocab_size as f64;
    let contexts = &counts.tree.depths[depth];
    let mut probabilities = Vec::with_capacity(counted.len());
    let mut backoffs = Vec::with_capacity(contexts.len());
    let parents: Vec<usize> = if depth == 0 { vec![0] } else { counts.tree.parents(depth).collect() };
    for (context, parent) in parents.into_iter().enumerate() {
        let places = contexts.places(context);
        let share = ContextShares::new(method, &counted[places.clone()], counts.vocab_size);
        let mut fallback = (depth > 0).then(|| {
            let above = &counts.tree.depths[depth - 1];
            above.places(parent).map(|place| (above.followers[place], shorter.probabilities[depth - 1][place]))
        });
        for place in places {
            let same = |&(token, _): &(u32, f64)| token == contexts.followers[place];
            let lower = match (&mut fallback, method) {
                (
                    Some(fallback),
                    AppliedSmoothing::MaximumLikelihood | AppliedSmoothing::WittenBell | AppliedSmoothing::KneserNey(_),
                ) => fallback.find(same).expect("a shorter context is followed by all that follow the longer").1,
                _ => uniform,
            };
            probabilities.push(share.alpha(counted[place]) + share.gamma * lower);
        }
        backoffs.push(share.gamma);
    }
    (probabilities, backoffs)
}

/// How one context divides its probability between what followed it and the shorter context.
struct ContextShares {
    method: AppliedSmoothing,
    /// What the counts are divided by.
    total: f64,
    /// The part of the shorter context.
    gamma: f64,
}

impl ContextShares {
    fn new(method: AppliedSmoothing, counted: &[u64], vocab_size: usize) -> ContextShares {
        // A damaged file may have counts whose sum is no u64; those of a text are exact as f64.
        let sum: f64 = counted.iter().map(|&count| count as f64).sum();
        if sum == 0.0 {
            // Nothing was seen after this context: the shorter one has the word.
            return ContextShares { method, total: 1.0, gamma: 1.0 };
        }
        let with = |least: u64| counted.iter().filter(|&&count| count >= least).count() as f64;
        let (total, gamma) = match method {
            AppliedSmoothing::MaximumLikelihood => (sum, NEXT_TO_NOTHING),
            AppliedSmoothing::AddK(k) => {
                let total = sum + k * vocab_size as f64;
                (total, k * vocab_size as f64 / total)
            }
            AppliedSmoothing::WittenBell => (sum + with(1), with(1) / (sum + with(1))),
            AppliedSmoothing::KneserNey([d1, d2, d3]) => {
                let [n1, n2, n3] = [with(1) - with(2), with(2) - with(3), with(3)];
                (sum, (d1 * n1 + d2 * n2 + d3 * n3) / sum)
            }
            AppliedSmoothing::Given => (1.0, 1.0),
        };
        ContextShares { method, total, gamma }
    }

    /// `alpha(h w)`, for an n-gram of this count.
    fn alpha(&self, count: u64) -> f64 {
        let discount = match (self.method, count) {
            (_, 0) => 0.0,
            (AppliedSmoothing::KneserNey(discounts), _) => discounts[(count.min(3) - 1) as usize],
            _ => 0.0,
        };
        let seen = (count as f64 - discount) / self.total;
        if self.method == AppliedSmoothing::MaximumLikelihood { (1.0 - NEXT_TO_NOTHING) * seen } else { seen }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn a_context_without_followers_leaves_all_to_the_shorter_one() {
        let methods = [
            AppliedSmoothing::MaximumLikelihood,
            AppliedSmoothing::AddK(0.5),
            AppliedSmoothing::WittenBell,
            AppliedSmoothing::KneserNey([0.5, 1.0, 1.5]),
        ];
        for method in methods {
            assert_eq!(ContextShares::new(method, &[], 6).gamma, 1.0);
            assert_eq!(ContextShares::new(method, &[0], 6).alpha(0), 0.0);
        }
    }

    #[test]
    fn discounts_are_those_of_chen_and_goodman() {
        let counted: Vec<u64> = [(1, 40), (2, 20), (3, 10), (4, 6)].iter().flat_map(|&(c, n)| vec![c; n]).collect();
        let [d1, d2, d3] = discounts(&counted).unwrap();
        assert_relative_eq!(d1, 0.5);
        assert_relative_eq!(d2, 2.0 - 3.0 * 0.5 * 0.5);
        assert_relative_eq!(d3, 3.0 - 4.0 * 0.5 * 0.6);
    }

    #[test]
    fn too_few_counts_have_no_discounts() {
        assert_eq!(discounts(&[1, 1, 2, 3]), None);
        assert_eq!(discounts(&[]), None);
        let bulging: Vec<u64> = [(1, 10), (2, 1), (3, 9), (4, 1)].iter().flat_map(|&(c, n)| vec![c; n]).collect();
        assert_eq!(discounts(&bulging), None);
    }
}
