//! What was looked at while a tree grew, for the trace.

use super::candidates::FeatureSplits;
use super::choose::{ChosenSplit, eligible, score};
use super::impurity::{Division, entropy, gini};
use super::node::{Tie, TreeFeature};
use super::options::Criterion;
use super::path::TreePath;
use serde::Serialize;

/// A node and all that it could have asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Examined {
    /// The way to it: `root`, `root/纹理=清晰`.
    pub node: TreePath,
    /// The weight of the samples that came here.
    pub n: f64,
    /// `Ent(D)` of their classes, in bits.
    pub entropy: f64,
    /// `Gini(D)` of their classes.
    pub gini: f64,
    /// Every split that was looked at: the features in the table's order, of a number each
    /// threshold, or the best one alone where there are many.
    pub candidates: Vec<Tried>,
    /// The chosen one among them, by index; `None` where nothing divides.
    pub chosen: Option<usize>,
    /// Those exactly as good, by index.
    pub ties: Vec<usize>,
}

/// A split that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tried {
    /// The feature that would be asked for.
    pub feature: String,
    /// Where a numeric feature is divided; `None` of a category.
    pub threshold: Option<f64>,
    /// Thresholds that this feature offers here, of which it is one; 0 of a category.
    #[serde(skip)]
    pub n_thresholds: usize,
    /// The information gain, in bits.
    pub gain: f64,
    /// What the criterion says of it; `None` where it says nothing, as the gain ratio of a
    /// split that does not divide.
    pub score: Option<f64>,
    /// The entropy that is left, `sum_v r_v Ent(D_v)`, in bits.
    pub weighted_entropy: f64,
    /// Whether it is the best that its feature offers.
    pub is_best: bool,
    /// Whether it could have been chosen: it divides, and for the gain ratio its gain is not
    /// below the mean.
    pub eligible: bool,
    /// The classes on each side, to compute the figures by hand; `None` of thresholds that are not
    /// the best of their feature.
    #[serde(skip)]
    pub division: Option<Division>,
}

impl Examined {
    pub(super) fn new(
        node: &TreePath,
        counts: &[f64],
        features: &[TreeFeature],
        offers: &[FeatureSplits],
        choice: Option<&ChosenSplit>,
        criterion: Criterion,
    ) -> Examined {
        let may: Vec<usize> = eligible(offers, criterion).iter().map(|offer| offer.feature).collect();
        let mut candidates = Vec::new();
        for offer in offers {
            of_offer(offer, &features[offer.feature].name, may.contains(&offer.feature), criterion, &mut candidates);
        }
        let find = |feature: usize, threshold: Option<f64>| {
            let name = &features[feature].name;
            candidates.iter().position(|tried| tried.feature == *name && tried.threshold == threshold && tried.is_best)
        };
        let chosen = choice.and_then(|choice| find(choice.best.feature, choice.best.threshold));
        let tied = choice.iter().flat_map(|choice| &choice.ties);
        let ties = tied.filter_map(|&Tie { feature, threshold }| find(feature, threshold)).collect();
        let (n, entropy, gini) = (counts.iter().sum(), entropy(counts), gini(counts));
        Examined { node: node.clone(), n, entropy, gini, candidates, chosen, ties }
    }
}

fn of_offer(offer: &FeatureSplits, name: &str, eligible: bool, criterion: Criterion, all: &mut Vec<Tried>) {
    let best = offer.best.iter().map(|candidate| Tried {
        feature: name.to_owned(),
        threshold: candidate.threshold,
        n_thresholds: offer.n_thresholds,
        gain: candidate.division.gain(),
        score: score(candidate, criterion),
        weighted_entropy: candidate.division.weighted_entropy(),
        is_best: true,
        eligible,
        division: Some(candidate.division.clone()),
    });
    let best: Vec<Tried> = best.collect();
    if offer.thresholds.is_empty() {
        all.extend(best);
        return;
    }
    for &(threshold, gain) in &offer.thresholds {
        let own = best.iter().find(|tried| tried.threshold == Some(threshold)).cloned();
        all.push(own.unwrap_or_else(|| Tried {
            feature: name.to_owned(),
            threshold: Some(threshold),
            n_thresholds: offer.n_thresholds,
            gain,
            score: None,
            weighted_entropy: f64::NAN,
            is_best: false,
            eligible: false,
            division: None,
        }));
    }
}

/// What the validation samples said, and where the tree was cut because of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pruning {
    /// The validation samples: their places among those learned from, from 0; their rows in
    /// the table once these have been looked up.
    pub rows: Vec<usize>,
    /// The number of validation samples.
    pub n_validation: usize,
    /// Of these, right by the tree as it is now.
    pub n_right: usize,
    /// Every node at which something was decided, in that order.
    pub decisions: Vec<Decision>,
}

/// A split against a leaf in its place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    /// The way to the node.
    pub node: TreePath,
    /// The feature of the split.
    pub feature: String,
    /// Where a numeric feature is divided; `None` of a category.
    pub threshold: Option<f64>,
    /// Validation samples that the whole tree gets right with a leaf here.
    pub n_right_leaf: usize,
    /// Validation samples that it gets right with the split.
    pub n_right_split: usize,
    /// Validation samples that come here.
    pub n_here: usize,
    /// Whether there is a leaf now.
    pub pruned: bool,
}
