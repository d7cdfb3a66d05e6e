//! What is worth saying about a result, in the user's language.

use super::names::show;
use super::number::{fixed, p_value, percent, percent_interval, rounded, short};
use super::words::findings as words;
use super::{Lang, Say};
use crate::task::Finding;
use crate::task::finding::SIGNIFICANCE;

/// The findings as sentences: what is wrong first, what to keep in mind last.
pub fn findings(lang: Lang, found: &[Finding], guess: Option<&str>) -> Vec<String> {
    let mut sorted: Vec<&Finding> = found.iter().collect();
    sorted.sort_by_key(|one| is_a_remark(one));
    sorted.into_iter().filter_map(|one| finding_sentence(lang, one, guess)).collect()
}

/// What is to be said of the melons that were asked about.
pub fn about_the_melons(lang: Lang, found: &[Finding]) -> Vec<String> {
    let theirs = found.iter().filter(|one| matches!(one, Finding::FarOutside { .. }));
    theirs.filter_map(|one| finding_sentence(lang, one, None)).collect()
}

/// Whether it is to be kept in mind rather than put right.
fn is_a_remark(finding: &Finding) -> bool {
    use Finding::{AllBranches, FewSamples, Imputed, LeftOutOfCounts, RankDeficient};
    let is_of_the_data = matches!(finding, Imputed { .. } | LeftOutOfCounts { .. } | AllBranches { .. });
    is_of_the_data || matches!(finding, FewSamples { .. } | RankDeficient { .. })
}

/// One finding as a sentence; `None` where a page says it in its own way. `guess` is the
/// class of the baseline, if there is one.
pub fn finding_sentence(lang: Lang, finding: &Finding, guess: Option<&str>) -> Option<String> {
    let names = |names: &[String]| lang.list(names.iter().map(|name| show(lang, name)));
    Some(match finding {
        Finding::Separation { .. } | Finding::ExactFit { .. } => return None,
        Finding::TrainingFlatters { train, held_out, .. } => {
            words::TrainingFlatters { train: rounded(*train, 2), held_out: rounded(*held_out, 2) }.say(lang)
        }
        Finding::CertainlyWrong { n_answers, n_tests, clipped, separable } => {
            let told = words::CertainlyWrong { n: n_answers, of: n_tests, clipped: fixed(*clipped, 1) }.say(lang);
            let why = separable.then(|| words::SeparableFolds.say(lang));
            lang.sentences([told].into_iter().chain(why))
        }
        Finding::BesideShares { log_loss, shares, gain, interval, exact_p } => {
            beside_shares(lang, [*log_loss, *shares, *gain], *interval, *exact_p)
        }
        Finding::AboveByChance { held_out, interval, baseline, n_samples, p_value } => words::AboveByChance {
            held_out: percent(*held_out),
            interval: percent_interval(*interval),
            class: show(lang, guess.unwrap_or_default()),
            baseline: percent(*baseline),
            n: n_samples,
            p: percent(*p_value),
        }
        .say(lang),
        Finding::LeaveOneOutBesideFolds { .. } => beside_folds(lang, finding)?,
        Finding::FollowsTheShares { n_other, n_tests, of_even, roc_auc } => {
            let told =
                words::FollowsTheShares { n: n_other, of: n_tests, class: show(lang, guess.unwrap_or_default()) };
            let even = of_even.as_ref().map(|class| words::EvenShares { class: show(lang, class) }.say(lang));
            let auc = roc_auc.filter(|auc| *auc < 0.5).map(|_| words::AucOfShares.say(lang));
            lang.sentences([told.say(lang)].into_iter().chain(even).chain(auc))
        }
        Finding::NotAboveBaseline { held_out, interval, baseline }
        | Finding::NotSurelyAboveBaseline { held_out, interval, baseline } => {
            beside_baseline(lang, [*held_out, *baseline], *interval, show(lang, guess.unwrap_or_default()))
        }
        Finding::NothingToLearn { f_p_value, .. } => words::NothingToLearn { p: p_value(Some(*f_p_value)) }.say(lang),
        Finding::NotBetterThanMean { held_out_rmse, baseline_rmse } => {
            words::MeanIsAsGood { rmse: fixed(*held_out_rmse, 4), baseline: fixed(*baseline_rmse, 4) }.say(lang)
        }
        Finding::ConstantTarget { target } => words::ConstantTarget { target: show(lang, target) }.say(lang),
        Finding::RankDeficient { terms, constant } => dependent(lang, terms, constant),
        Finding::FarOutside { column, value, learned } => far_outside(lang, column, value, *learned),
        Finding::Imputed { columns } => words::Imputed { columns: names(columns) }.say(lang),
        Finding::AllBranches { columns } => words::AllBranches { columns: names(columns) }.say(lang),
        Finding::LeftOutOfCounts { columns } => words::LeftOutOfCounts { columns: names(columns) }.say(lang),
        Finding::IllConditioned { condition, terms } => {
            words::IllConditioned { terms: names(terms), condition: significant(*condition) }.say(lang)
        }
        Finding::FewSamples { n_samples: n, n_parameters: parameters } => match guess {
            Some(_) => words::FewSamples { n, parameters }.say(lang),
            None => words::FewSamplesNumeric { n, parameters }.say(lang),
        },
        Finding::ClassImbalance { class, share } => {
            words::Imbalance { class: show(lang, class), share: percent(*share) }.say(lang)
        }
        Finding::NotConverged { iterations: Some(_) } => words::NotConverged.text(lang).to_owned(),
        // Only linfa does not tell.
        Finding::NotConverged { iterations: None } => words::NotConvergedHere.text(lang).to_owned(),
        Finding::FoldsNotConverged { n_folds } => words::FoldsNotConverged { n: n_folds }.say(lang),
        Finding::FoldsLackClass { n_folds, classes } => {
            words::FoldsLackClass { n: n_folds, classes: names(classes) }.say(lang)
        }
        Finding::BorrowedSpread { columns } => words::BorrowedSpread { columns: names(columns) }.say(lang),
        Finding::CategoricalDistances { columns } => words::CategoricalDistances { columns: names(columns) }.say(lang),
        Finding::MixedScales { wide, narrow, .. } => {
            words::MixedScales { wide: show(lang, wide), narrow: show(lang, narrow) }.say(lang)
        }
        Finding::WeakStructure { silhouette } => words::WeakStructure { silhouette: fixed(*silhouette, 2) }.say(lang),
        Finding::SilhouetteSampled { n_used } => words::SilhouetteSampled { n: n_used }.say(lang),
    })
}

/// A number asked about, far from those of the samples.
fn far_outside(lang: Lang, column: &str, value: &str, learned: [f64; 2]) -> String {
    let [low, high] = learned.map(|end| short(end, 4));
    words::FarOutside { column: show(lang, column), value: show(lang, value), low, high }.say(lang)
}

/// The share of right answers on held-out samples beside the baseline's, of which `interval` does
/// not show that it is above.
fn beside_baseline(lang: Lang, [held_out, baseline]: [f64; 2], interval: [f64; 2], class: String) -> String {
    let (ends, interval) = (interval, percent_interval(interval));
    let (is_equal, is_above) = (held_out == baseline, held_out > baseline);
    let [held_out, shown] = [held_out, baseline].map(percent);
    if is_equal {
        words::AsGood { held_out, interval, class }.say(lang)
    } else if is_above {
        words::NotSurelyAbove { held_out, interval, class, baseline: shown }.say(lang)
    } else if baseline > ends[1] {
        words::SurelyBelow { held_out, interval, class, baseline: shown }.say(lang)
    } else {
        words::Below { held_out, interval, class, baseline: shown }.say(lang)
    }
}

/// The model's probabilities beside the classes' shares, with log-loss, shares and gain.
fn beside_shares(lang: Lang, [log_loss, shares, gain]: [f64; 3], interval: [f64; 2], exact_p: Option<f64>) -> String {
    let figure = |value: f64| fixed(value, 2);
    let [low, high] = interval.map(figure);
    let (log_loss, shares) = (figure(log_loss), figure(shares));
    let by_chance = exact_p.filter(|p| *p > SIGNIFICANCE && (interval[0] > 0.0 || interval[1] < 0.0));
    if let Some(p) = by_chance {
        words::TooFewBesideShares { log_loss, shares, p: percent(p) }.say(lang)
    } else if interval[0] > 0.0 {
        words::BetterThanShares { log_loss, shares, gain: figure(gain), low, high }.say(lang)
    } else if interval[1] < 0.0 {
        let [low, high] = [-interval[1], -interval[0]].map(figure);
        words::WorseThanShares { log_loss, shares, loss: figure(-gain), low, high }.say(lang)
    } else {
        words::UnclearBesideShares { log_loss, shares, low, high }.say(lang)
    }
}

/// Leave-one-out beside divisions into folds, and what of the difference is the test's doing.
fn beside_folds(lang: Lang, finding: &Finding) -> Option<String> {
    let Finding::LeaveOneOutBesideFolds { accuracy, log_loss, scheme, folds_accuracy, folds_log_loss, .. } = finding
    else {
        return None;
    };
    let Finding::LeaveOneOutBesideFolds { accuracy_range: [least, most], log_loss_range, .. } = finding else {
        return None;
    };
    let figures = words::LeaveOneOut {
        accuracy: percent(*accuracy),
        log_loss: fixed(*log_loss, 2),
        n: scheme.n_repeats(),
        k: scheme.n_folds()?,
        folds_accuracy: percent(*folds_accuracy),
        least: percent(*least),
        most: percent(*most),
        folds_log_loss: fixed(*folds_log_loss, 2),
    };
    let better = better_in_every_division(lang, [*accuracy, *least], [*log_loss, log_loss_range[1]]);
    let why = if let Some(better) = better {
        Some(words::TheTestsDoing { better }.say(lang))
    } else if accuracy < folds_accuracy && log_loss > folds_log_loss {
        Some(words::PartlyTheTests.say(lang))
    } else {
        None
    };
    Some(lang.sentences([figures.say(lang)].into_iter().chain(why)))
}

/// By which figures every division is better than leave-one-out, if by any: of each figure that of leave-one-out
/// and the worst of the divisions.
fn better_in_every_division(
    lang: Lang,
    [accuracy, least]: [f64; 2],
    [log_loss, most]: [f64; 2],
) -> Option<&'static str> {
    Some(match (least > accuracy, most < log_loss) {
        (true, true) => words::BetterByBoth.text(lang),
        (false, true) if least == accuracy => words::BetterByLogLossNoWorse.text(lang),
        (false, true) => words::BetterByLogLoss.text(lang),
        (true, false) => words::BetterByAccuracy.text(lang),
        (false, false) => return None,
    })
}

/// Terms without a coefficient of their own: those that are constant, then the others.
fn dependent(lang: Lang, terms: &[String], constant: &[String]) -> String {
    let (constant, combined): (Vec<&String>, Vec<&String>) = terms.iter().partition(|term| constant.contains(term));
    let names = |terms: &[&String]| lang.list(terms.iter().map(|term| show(lang, term)));
    let sentences = [
        (!constant.is_empty()).then(|| words::ConstantTerms { terms: names(&constant) }.say(lang)),
        (!combined.is_empty()).then(|| words::CombinedTerms { terms: names(&combined) }.say(lang)),
    ];
    lang.sentences(sentences.into_iter().flatten())
}

/// Two figures of a large number: `42`, `1.8e7`.
pub(super) fn significant(value: f64) -> String {
    if value < 1e4 { format!("{value:.0}") } else { format!("{value:.1e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_division_is_better_by_the_figure_that_is_named() {
        let said = |accuracy, log_loss| better_in_every_division(Lang::En, accuracy, log_loss);
        assert_eq!(said([0.5, 0.6], [0.7, 0.65]), Some(words::BetterByBoth.text(Lang::En)));
        assert_eq!(said([0.5, 0.5], [0.7, 0.65]), Some(words::BetterByLogLossNoWorse.text(Lang::En)));
        assert_eq!(said([0.5, 0.4], [0.7, 0.65]), Some(words::BetterByLogLoss.text(Lang::En)));
        assert_eq!(said([0.5, 0.6], [0.7, 0.75]), Some(words::BetterByAccuracy.text(Lang::En)));
        assert_eq!(said([0.5, 0.5], [0.7, 0.7]), None);
    }
}
