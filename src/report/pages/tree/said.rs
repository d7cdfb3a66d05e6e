//! Steps, splits and weights in words.

use crate::model::tree::{Branch, PathStep};
use crate::report::names::show;
use crate::report::number::short;
use crate::report::page::Emphasis;
use crate::report::words::tree as words;
use crate::report::{Lang, Say};
use crate::task::classify::Classification;

/// `texture=clear`, `density ≤ 0.3815`.
pub(super) fn step(step: &PathStep, lang: Lang) -> String {
    match &step.branch {
        Branch::Value(value) => show(lang, &format!("{}={value}", step.feature)),
        Branch::AtMost(threshold) => number(&step.feature, *threshold, lang),
        Branch::Above(threshold) => {
            words::Above { feature: show(lang, &step.feature), threshold: short(*threshold, 4) }.say(lang)
        }
    }
}

/// Steps, joined.
pub(super) fn steps(all: &[PathStep], lang: Lang) -> String {
    lang.phrases(all.iter().map(|one| step(one, lang)))
}

/// `density ≤ 0.3815`.
pub(super) fn number(feature: &str, threshold: f64, lang: Lang) -> String {
    words::AtMost { feature: show(lang, feature), threshold: short(threshold, 4) }.say(lang)
}

/// What is split: a feature, or a number at its threshold.
pub(super) fn split(feature: &str, threshold: Option<f64>, lang: Lang) -> String {
    threshold.map_or_else(|| show(lang, feature), |threshold| number(feature, threshold, lang))
}

/// `ripe=yes`, or the class alone where its column is named elsewhere.
pub(super) fn class(result: &Classification, class: &str, lang: Lang) -> String {
    show(lang, &format!("{}={class}", result.data.target.as_deref().unwrap_or_default()))
}

/// `(5)`, `(3 of 5)`, `(0: as its parent)`.
pub(super) fn support(right: f64, n: f64, lang: Lang) -> String {
    match () {
        () if n == 0.0 => words::NoneCame.text(lang).to_owned(),
        () if (n - right).abs() < 1e-9 => words::Pure { n: weight(n) }.say(lang),
        () => words::Mixed { right: weight(right), n: weight(n) }.say(lang),
    }
}

/// A weight of samples: `5`, `3.47`.
pub(super) fn weight(weight: f64) -> String {
    short(weight, 2)
}

/// The colour of a class.
pub(super) fn emphasis(class: usize, n_classes: usize) -> Emphasis {
    match (n_classes, class) {
        (2, 1) => Emphasis::For,
        (2, _) => Emphasis::Against,
        _ => Emphasis::Group(class),
    }
}
