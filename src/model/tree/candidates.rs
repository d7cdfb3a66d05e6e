//! The splits that a node can choose from.

use super::exact::{CLOSE, equally_good};
use super::impurity::Division;
use super::options::Criterion;
use super::samples::{Member, TreeSamples};
use crate::model::cells::FeatureCells;

/// Thresholds of one feature that are remembered one by one.
const MOST_THRESHOLDS: usize = 50;

/// A split that can be made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CandidateSplit {
    pub feature: usize,
    pub threshold: Option<f64>,
    pub division: Division,
}

/// What one feature offers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FeatureSplits {
    pub feature: usize,
    /// The split on a category; of a number the best thresholds, the lowest first. Empty
    /// where all values are missing, or a number has one value only.
    pub best: Vec<CandidateSplit>,
    /// Every threshold with its gain in bits, unless there are more than
    /// [`MOST_THRESHOLDS`].
    pub thresholds: Vec<(f64, f64)>,
    /// How many thresholds there are.
    pub n_thresholds: usize,
}

/// What a threshold is chosen by: the gain for the gain ratio too, as in C4.5.
fn merit_of_threshold(division: &Division, criterion: Criterion) -> f64 {
    match criterion {
        Criterion::Gain | Criterion::GainRatio => division.gain(),
        Criterion::Gini => division.gini_decrease(),
    }
}

/// What `feature` offers to these members, whose weight is `total`.
pub(super) fn offer(
    samples: &TreeSamples,
    members: &[Member],
    feature: usize,
    total: f64,
    criterion: Criterion,
) -> FeatureSplits {
    match &samples.cells[feature] {
        FeatureCells::Levels(codes) => {
            let n_levels = samples.features[feature].levels.as_ref().map_or(0, Vec::len);
            let mut children = vec![vec![0.0; samples.n_classes]; n_levels];
            for &(sample, weight) in members {
                if let Some(level) = codes[sample] {
                    children[level][samples.codes[sample]] += weight;
                }
            }
            let candidate = CandidateSplit { feature, threshold: None, division: Division { children, total } };
            let best = if candidate.division.known_weight() > 0.0 { vec![candidate] } else { Vec::new() };
            FeatureSplits { feature, best, thresholds: Vec::new(), n_thresholds: 0 }
        }
        FeatureCells::Numbers(cells) => of_numbers(samples, members, feature, cells, total, criterion),
    }
}

/// The midpoints between neighbouring values: `T_a = {(a_i + a_(i+1)) / 2}` (4.4.1).
fn of_numbers(
    samples: &TreeSamples,
    members: &[Member],
    feature: usize,
    cells: &[f64],
    total: f64,
    criterion: Criterion,
) -> FeatureSplits {
    let mut known: Vec<Member> = members.iter().copied().filter(|&(sample, _)| !cells[sample].is_nan()).collect();
    known.sort_by(|&(a, _), &(b, _)| cells[a].total_cmp(&cells[b]).then(a.cmp(&b)));
    let (mut below, mut above) = (vec![0.0; samples.n_classes], samples.counts(&known));
    let mut offer = FeatureSplits { feature, best: Vec::new(), thresholds: Vec::new(), n_thresholds: 0 };
    for pair in known.windows(2) {
        let (class, weight) = (samples.codes[pair[0].0], pair[0].1);
        below[class] += weight;
        above[class] -= weight;
        let (low, high) = (cells[pair[0].0], cells[pair[1].0]);
        if low < high {
            let division = Division { children: vec![below.clone(), above.clone()], total };
            let threshold = midpoint(low, high);
            offer.n_thresholds += 1;
            if offer.n_thresholds <= MOST_THRESHOLDS {
                offer.thresholds.push((threshold, division.gain()));
            }
            consider(&mut offer.best, CandidateSplit { feature, threshold: Some(threshold), division }, criterion);
        }
    }
    if offer.n_thresholds > MOST_THRESHOLDS {
        offer.thresholds.clear();
    }
    offer
}

/// Halfway, and in any case below `high`, so that the two part.
fn midpoint(low: f64, high: f64) -> f64 {
    let middle = low / 2.0 + high / 2.0;
    if low <= middle && middle < high { shortened(low, middle, high) } else { low }
}

/// The midpoint of decimals is a decimal: without the last digit's noise, if that still parts
/// the two.
fn shortened(low: f64, middle: f64, high: f64) -> f64 {
    let short: f64 = format!("{middle:.12e}").parse().unwrap_or(middle);
    if low <= short && short < high { short } else { middle }
}

/// Keeps those that are best so far.
fn consider(best: &mut Vec<CandidateSplit>, candidate: CandidateSplit, criterion: Criterion) {
    let merit = |candidate: &CandidateSplit| merit_of_threshold(&candidate.division, criterion);
    let Some(first) = best.first() else {
        best.push(candidate);
        return;
    };
    let (new, old) = (merit(&candidate), merit(first));
    let by = match criterion {
        Criterion::Gain | Criterion::GainRatio => Criterion::Gain,
        Criterion::Gini => Criterion::Gini,
    };
    if (new - old).abs() <= CLOSE && equally_good(&candidate.division, &first.division, by) {
        best.push(candidate);
    } else if new > old {
        *best = vec![candidate];
    }
}
