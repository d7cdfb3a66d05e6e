//! The figures of the chosen split, written out to be computed by hand: those of the criterion
//! that chose it.

use super::said;
use crate::model::tree::{Criterion, Division, Examined, Tried, entropy, gini};
use crate::report::number::fixed;
use crate::report::page::Page;
use crate::report::words::tree as words;

/// Children up to which a sum is written out.
const MOST_TERMS: usize = 4;

/// A line a figure; nothing where the sum would be too long to read. Tells whether a result differs from what the
/// figures in its line give.
pub(super) fn formulas(node: &Examined, tried: &Tried, criterion: Criterion, page: &mut Page) -> bool {
    let Some(division) = &tried.division else { return false };
    if filled(division).count() > MOST_TERMS {
        return false;
    }
    let feature = said::split(&tried.feature, tried.threshold, page.lang);
    match criterion {
        Criterion::Gini => of_gini(node, tried, division, &feature, page),
        Criterion::Gain => of_gain(node, tried, division, &feature, page),
        Criterion::GainRatio => {
            let differs = of_gain(node, tried, division, &feature, page);
            let n = said::weight(division.known_weight());
            let term = |(weight, _)| format!("{}/{n}×log₂({}/{n})", said::weight(weight), said::weight(weight));
            let (terms, value) = (joined(filled(division).map(term)), fixed(division.intrinsic_value(), 3));
            page.formula(words::ByHandValue { feature: &feature, terms, value: &value });
            let by_hand = shown_figure(tried.gain) / shown_figure(division.intrinsic_value());
            let (gain, ratio) = (fixed(tried.gain, 3), fixed(tried.score.unwrap_or_default(), 3));
            page.formula(words::ByHandRatio { feature: &feature, gain, value, ratio });
            differs || is_other(by_hand, tried.score.unwrap_or_default())
        }
    }
}

/// Whether some of the samples lack the value that the split asks for.
pub(super) fn has_gaps(node: &Examined, tried: &Tried) -> bool {
    tried.division.as_ref().is_some_and(|division| (division.known_weight() - node.n).abs() > 1e-9)
}

fn of_gain(node: &Examined, tried: &Tried, division: &Division, feature: &str, page: &mut Page) -> bool {
    let by_hand =
        share_known(node, division) * (shown_figure(entropy(&division.classes())) - summed(division, entropy));
    let (terms, gain) = (terms(division, entropy), fixed(tried.gain, 3));
    let known = fixed(entropy(&division.classes()), 3);
    if has_gaps(node, tried) {
        let (known_n, n) = (said::weight(division.known_weight()), said::weight(node.n));
        page.formula(words::ByHandGaps { feature, known_n, n, entropy: known, terms, gain });
    } else {
        page.formula(words::ByHand { feature, entropy: known, terms, gain });
    }
    is_other(by_hand, tried.gain)
}

fn of_gini(node: &Examined, tried: &Tried, division: &Division, feature: &str, page: &mut Page) -> bool {
    let mut differs = is_other(summed(division, gini), division.gini_index());
    let index = fixed(division.gini_index(), 3);
    page.formula(words::ByHandGini { feature, terms: terms(division, gini), index: &index });
    if has_gaps(node, tried) {
        let (known_n, n) = (said::weight(division.known_weight()), said::weight(node.n));
        let (known, less) = (fixed(gini(&division.classes()), 3), fixed(division.gini_decrease(), 3));
        page.formula(words::ByHandGiniGaps { feature, known_n, n, gini: known, index, less });
        let by_hand = share_known(node, division)
            * (shown_figure(gini(&division.classes())) - shown_figure(division.gini_index()));
        differs |= is_other(by_hand, division.gini_decrease());
    }
    differs
}

/// The sum that the terms give by hand, from the figures as they are shown.
fn summed(division: &Division, of: fn(&[f64]) -> f64) -> f64 {
    let n = shown_weight(division.known_weight());
    filled(division).map(|(weight, classes)| shown_weight(weight) / n * shown_figure(of(classes))).sum()
}

/// `ρ`, from the weights as they are shown.
fn share_known(node: &Examined, division: &Division) -> f64 {
    if division.known_weight() == node.n { 1.0 } else { shown_weight(division.known_weight()) / shown_weight(node.n) }
}

/// A figure as its three decimals have it.
fn shown_figure(value: f64) -> f64 {
    fixed(value, 3).parse().unwrap_or(f64::NAN)
}

/// A weight of samples as it is shown.
fn shown_weight(weight: f64) -> f64 {
    said::weight(weight).parse().unwrap_or(f64::NAN)
}

/// Whether a result, as it is shown, is not what comes out by hand to three decimals.
fn is_other(by_hand: f64, result: f64) -> bool {
    (by_hand - shown_figure(result)).abs() > 0.0005 - 1e-9
}

/// Children that samples came to, and their weights.
fn filled(division: &Division) -> impl Iterator<Item = (f64, &Vec<f64>)> {
    division.weights().into_iter().zip(&division.children).filter(|(weight, _)| *weight > 0.0)
}

/// `3/17×0.000 + 9/17×0.764`.
fn terms(division: &Division, of: fn(&[f64]) -> f64) -> String {
    let n = said::weight(division.known_weight());
    joined(filled(division).map(|(weight, classes)| format!("{}/{n}×{}", said::weight(weight), fixed(of(classes), 3))))
}

fn joined(terms: impl Iterator<Item = String>) -> String {
    terms.collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_whose_figures_give_another_result_is_noticed() {
        // 0.918 - 2/3 × 1.000 is 0.251; the gain is 0.2516.
        let color = Division { children: vec![vec![1.0, 1.0], vec![0.0, 1.0]], total: 3.0 };
        let by_hand = shown_figure(entropy(&color.classes())) - summed(&color, entropy);
        assert!(
            (by_hand - 0.251_333).abs() < 1e-5 && fixed(color.gain(), 3) == "0.252" && is_other(by_hand, color.gain())
        );
        let texture = Division { children: vec![vec![7.0, 2.0], vec![1.0, 4.0], vec![0.0, 3.0]], total: 17.0 };
        let by_hand = shown_figure(entropy(&texture.classes())) - summed(&texture, entropy);
        assert!(!is_other(by_hand, texture.gain()), "0.998 - (9/17 × 0.764 + 5/17 × 0.722) = 0.381");
        assert!(!is_other(1e-17, 0.0), "nor is the last digit of a sum");
    }
}
