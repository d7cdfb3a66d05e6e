//! Which of the splits is made.

use super::candidates::{CandidateSplit, FeatureSplits};
use super::exact::{CLOSE, equally_good};
use super::node::{Child, Tie, TreeSplit};
use super::options::Criterion;

/// The split that is made, and those that are exactly as good.
pub(super) struct ChosenSplit<'a> {
    pub best: &'a CandidateSplit,
    pub ties: Vec<Tie>,
}

/// What is made as large as possible.
pub(super) fn merit(candidate: &CandidateSplit, criterion: Criterion) -> f64 {
    match criterion {
        Criterion::Gain => candidate.division.gain(),
        Criterion::GainRatio => candidate.division.gain_ratio().unwrap_or(f64::NEG_INFINITY),
        Criterion::Gini => candidate.division.gini_decrease(),
    }
}

/// What the criterion says of it, as the book writes it: the Gini index itself is small where a
/// split is good.
pub(super) fn score(candidate: &CandidateSplit, criterion: Criterion) -> Option<f64> {
    match criterion {
        Criterion::Gain => Some(candidate.division.gain()),
        Criterion::GainRatio => candidate.division.gain_ratio(),
        Criterion::Gini => Some(candidate.division.gini_index()),
    }
}

/// The question that is asked; its children are not there yet.
pub(super) fn as_split(candidate: &CandidateSplit, ties: Vec<Tie>, criterion: Criterion) -> TreeSplit {
    let known = candidate.division.known_weight();
    let child = |weight: f64| Child { node: 0, share: weight / known };
    TreeSplit {
        feature: candidate.feature,
        threshold: candidate.threshold,
        score: score(candidate, criterion).unwrap_or_default(),
        ties,
        children: candidate.division.weights().into_iter().map(child).collect(),
    }
}

/// The features that may be chosen. For the gain ratio those whose gain is not below the mean of
/// the features that divide at all: the ratio alone would prefer splits that hardly divide.
pub(super) fn eligible(offers: &[FeatureSplits], criterion: Criterion) -> Vec<&FeatureSplits> {
    let divides = |offer: &&FeatureSplits| offer.best.first().is_some_and(|best| best.division.divides());
    let dividing: Vec<&FeatureSplits> = offers.iter().filter(divides).collect();
    if criterion != Criterion::GainRatio {
        return dividing;
    }
    let gain = |offer: &FeatureSplits| offer.best[0].division.gain();
    let mean = dividing.iter().map(|offer| gain(offer)).sum::<f64>() / dividing.len() as f64;
    dividing.into_iter().filter(|offer| gain(offer) >= mean - CLOSE).collect()
}

/// All that are exactly as good as the best, the first feature in the table first.
pub(super) fn equally_best(offers: &[FeatureSplits], criterion: Criterion) -> Vec<&CandidateSplit> {
    let all: Vec<&CandidateSplit> = eligible(offers, criterion).into_iter().flat_map(|offer| &offer.best).collect();
    let value = |candidate: &CandidateSplit| merit(candidate, criterion);
    let Some(top) = all.iter().copied().reduce(|best, next| if value(next) > value(best) { next } else { best }) else {
        return Vec::new();
    };
    let is_as_good = |candidate: &&CandidateSplit| {
        (value(candidate) - value(top)).abs() <= CLOSE && equally_good(&candidate.division, &top.division, criterion)
    };
    all.into_iter().filter(is_as_good).collect()
}

/// The best; of several, the one on the feature `prefer`, else the first feature in the table,
/// and of one number the lowest threshold. `None` where nothing divides.
pub(super) fn choose(offers: &[FeatureSplits], criterion: Criterion, prefer: Option<usize>) -> Option<ChosenSplit<'_>> {
    let tied = equally_best(offers, criterion);
    let best = tied.iter().copied().find(|candidate| prefer == Some(candidate.feature)).or(tied.first().copied())?;
    let is_other = |candidate: &&CandidateSplit| !std::ptr::eq(*candidate, best);
    let tie = |candidate: &CandidateSplit| Tie { feature: candidate.feature, threshold: candidate.threshold };
    Some(ChosenSplit { best, ties: tied.iter().copied().filter(is_other).map(tie).collect() })
}
