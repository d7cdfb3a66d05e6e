//! What is worth saying about a result, in the user's language.

use super::names::show;
use super::number::{fixed, p_value, percent, percent_interval, short};
use super::words::findings as words;
use super::{Lang, Say};
use crate::task::Finding;

/// The findings as sentences: what is wrong first, what to keep in mind last.
pub fn findings(lang: Lang, found: &[Finding], guess: Option<&str>) -> Vec<String> {
    let mut sorted: Vec<&Finding> = found.iter().collect();
    sorted.sort_by_key(|one| is_a_remark(one));
    sorted.into_iter().filter_map(|one| finding(lang, one, guess)).collect()
}

/// What is to be said of the melons that were asked about.
pub fn about_the_melons(lang: Lang, found: &[Finding]) -> Vec<String> {
    let theirs = found.iter().filter(|one| matches!(one, Finding::FarOutside { .. }));
    theirs.filter_map(|one| finding(lang, one, None)).collect()
}

/// Whether it is to be kept in mind rather than put right.
fn is_a_remark(finding: &Finding) -> bool {
    use Finding::{AllBranches, FewSamples, Imputed, LeftOutOfCounts, RankDeficient};
    let is_of_the_data = matches!(finding, Imputed { .. } | LeftOutOfCounts { .. } | AllBranches { .. });
    is_of_the_data || matches!(finding, FewSamples { .. } | RankDeficient { .. })
}

/// One finding as a sentence; `None` where a page says it in its own way. `guess` is the
/// class of the baseline, if there is one.
pub fn finding(lang: Lang, finding: &Finding, guess: Option<&str>) -> Option<String> {
    let names = |names: &[String]| lang.list(names.iter().map(|name| show(lang, name)));
    Some(match finding {
        Finding::Separation { .. } | Finding::ExactFit { .. } => return None,
        Finding::TrainingFlatters { train, held_out } => {
            words::TrainingFlatters { train: percent(*train), held_out: percent(*held_out) }.say(lang)
        }
        Finding::LeaveOneOutTilts { .. } => words::LeaveOneOutTilts.text(lang).to_owned(),
        Finding::NotAboveBaseline { held_out, interval, baseline } => {
            let class = show(lang, guess.unwrap_or_default());
            let (right, interval) = (percent(*held_out), percent_interval(*interval));
            if held_out < baseline {
                words::Below { held_out: right, interval, class, baseline: percent(*baseline) }.say(lang)
            } else {
                words::AsGood { held_out: right, interval, class }.say(lang)
            }
        }
        Finding::NotSurelyAboveBaseline { held_out, interval, baseline } => words::NotSurelyAbove {
            held_out: percent(*held_out),
            interval: percent_interval(*interval),
            baseline: percent(*baseline),
        }
        .say(lang),
        Finding::NothingToLearn { f_p_value, .. } => words::NothingToLearn { p: p_value(Some(*f_p_value)) }.say(lang),
        Finding::NotBetterThanMean { held_out_rmse, baseline_rmse } => {
            words::MeanIsAsGood { rmse: fixed(*held_out_rmse, 4), baseline: fixed(*baseline_rmse, 4) }.say(lang)
        }
        Finding::ConstantTarget { target } => words::ConstantTarget { target: show(lang, target) }.say(lang),
        Finding::RankDeficient { terms, constant } => dependent(lang, terms, constant),
        Finding::FarOutside { column, value, learned } => {
            let [low, high] = learned.map(|end| short(end, 4));
            words::FarOutside { column: show(lang, column), value: show(lang, value), low, high }.say(lang)
        }
        Finding::Imputed { columns } => words::Imputed { columns: names(columns) }.say(lang),
        Finding::AllBranches { columns } => words::AllBranches { columns: names(columns) }.say(lang),
        Finding::LeftOutOfCounts { columns } => words::LeftOutOfCounts { columns: names(columns) }.say(lang),
        Finding::IllConditioned { condition, terms } => {
            words::IllConditioned { terms: names(terms), condition: significant(*condition) }.say(lang)
        }
        Finding::FewSamples { n_samples, n_parameters } if guess.is_some() => {
            words::FewSamples { n: n_samples, parameters: n_parameters }.say(lang)
        }
        Finding::FewSamples { n_samples, n_parameters } => {
            words::FewSamplesNumeric { n: n_samples, parameters: n_parameters }.say(lang)
        }
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
