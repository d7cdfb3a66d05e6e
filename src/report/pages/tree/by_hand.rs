//! The figures of the chosen split, written out to be computed by hand: those of the criterion
//! that chose it.

use super::said;
use crate::model::tree::{Criterion, Division, Examined, Tried, entropy, gini};
use crate::report::number::fixed;
use crate::report::page::Page;
use crate::report::words::tree as words;

/// Children up to which a sum is written out.
const MOST_TERMS: usize = 4;

/// A line a figure; nothing where the sum would be too long to read.
pub(super) fn formulas(node: &Examined, tried: &Tried, criterion: Criterion, page: &mut Page) {
    let Some(division) = &tried.division else { return };
    if filled(division).count() > MOST_TERMS {
        return;
    }
    let feature = said::split(&tried.feature, tried.threshold, page.lang);
    match criterion {
        Criterion::Gini => of_gini(node, tried, division, &feature, page),
        Criterion::Gain => of_gain(node, tried, division, &feature, page),
        Criterion::GainRatio => {
            of_gain(node, tried, division, &feature, page);
            let n = said::weight(division.known());
            let term = |(weight, _)| format!("{}/{n}×log₂({}/{n})", said::weight(weight), said::weight(weight));
            let (terms, value) = (joined(filled(division).map(term)), fixed(division.intrinsic_value(), 3));
            page.formula(words::ByHandValue { feature: &feature, terms, value: &value });
            let (gain, ratio) = (fixed(tried.gain, 3), fixed(tried.score.unwrap_or_default(), 3));
            page.formula(words::ByHandRatio { feature: &feature, gain, value, ratio });
        }
    }
}

/// Whether some of the samples lack the value that the split asks for.
pub(super) fn has_gaps(node: &Examined, tried: &Tried) -> bool {
    tried.division.as_ref().is_some_and(|division| (division.known() - node.n).abs() > 1e-9)
}

fn of_gain(node: &Examined, tried: &Tried, division: &Division, feature: &str, page: &mut Page) {
    let (terms, gain) = (terms(division, entropy), fixed(tried.gain, 3));
    let known = fixed(entropy(&division.classes()), 3);
    if has_gaps(node, tried) {
        let (known_n, n) = (said::weight(division.known()), said::weight(node.n));
        page.formula(words::ByHandGaps { feature, known_n, n, entropy: known, terms, gain });
    } else {
        page.formula(words::ByHand { feature, entropy: known, terms, gain });
    }
}

fn of_gini(node: &Examined, tried: &Tried, division: &Division, feature: &str, page: &mut Page) {
    let index = fixed(division.gini_index(), 3);
    page.formula(words::ByHandGini { feature, terms: terms(division, gini), index: &index });
    if has_gaps(node, tried) {
        let (known_n, n) = (said::weight(division.known()), said::weight(node.n));
        let (known, less) = (fixed(gini(&division.classes()), 3), fixed(division.gini_decrease(), 3));
        page.formula(words::ByHandGiniGaps { feature, known_n, n, gini: known, index, less });
    }
}

/// Children that samples came to, and their weights.
fn filled(division: &Division) -> impl Iterator<Item = (f64, &Vec<f64>)> {
    division.weights().into_iter().zip(&division.children).filter(|(weight, _)| *weight > 0.0)
}

/// `3/17×0.000 + 9/17×0.764`.
fn terms(division: &Division, of: fn(&[f64]) -> f64) -> String {
    let n = said::weight(division.known());
    joined(filled(division).map(|(weight, classes)| format!("{}/{n}×{}", said::weight(weight), fixed(of(classes), 3))))
}

fn joined(terms: impl Iterator<Item = String>) -> String {
    terms.collect::<Vec<_>>().join(" + ")
}
