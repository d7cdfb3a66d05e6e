//! What is worth saying about a result, in the user's language.

use super::Lang;
use super::names::{before, show};
use super::number::{fixed, list, p_value, percent, percent_interval, short};
use super::words::findings as words;
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
    use Finding::{FewSamples, Imputed, LeftOutOfCounts, RankDeficient};
    matches!(finding, FewSamples { .. } | RankDeficient { .. } | Imputed { .. } | LeftOutOfCounts { .. })
}

/// One finding as a sentence; `None` where a page says it in its own way. `guess` is the
/// class of the baseline, if there is one.
pub fn finding(lang: Lang, finding: &Finding, guess: Option<&str>) -> Option<String> {
    let names = |names: &[String]| list(lang, &names.iter().map(|name| show(lang, name)).collect::<Vec<_>>());
    let first = |columns: &[String]| before(lang, &names(columns));
    Some(match finding {
        Finding::Separation { .. } | Finding::ExactFit { .. } => return None,
        Finding::TrainingFlatters { train, held_out } => {
            words::training_flatters(lang, percent(*train), percent(*held_out))
        }
        Finding::LeaveOneOutTilts { .. } => words::leave_one_out_tilts(lang).to_owned(),
        Finding::NotAboveBaseline { held_out, baseline } => {
            let guess = show(lang, guess.unwrap_or_default());
            words::not_above(lang, percent(*held_out), guess, percent(*baseline))
        }
        Finding::NotSurelyAboveBaseline { held_out, interval, baseline } => {
            words::not_surely_above(lang, percent(*held_out), percent_interval(*interval), percent(*baseline))
        }
        Finding::NothingToLearn { f_p_value, .. } => words::nothing_to_learn(lang, p_value(Some(*f_p_value))),
        Finding::NotBetterThanMean { held_out_rmse, baseline_rmse } => {
            words::mean_is_as_good(lang, fixed(*held_out_rmse, 4), fixed(*baseline_rmse, 4))
        }
        Finding::ConstantTarget { target } => words::constant_target(lang, before(lang, &show(lang, target))),
        Finding::RankDeficient { terms, constant } => dependent(lang, terms, constant),
        Finding::FarOutside { column, value, learned } => {
            let [low, high] = learned.map(|end| short(end, 4));
            words::far_outside(lang, before(lang, &show(lang, column)), show(lang, value), low, high)
        }
        Finding::Imputed { columns } => words::imputed(lang, first(columns)),
        Finding::LeftOutOfCounts { columns } => words::left_out_of_counts(lang, first(columns)),
        Finding::IllConditioned { condition, terms } => {
            words::ill_conditioned(lang, first(terms), significant(*condition))
        }
        Finding::FewSamples { n_samples, n_parameters } if guess.is_some() => {
            words::few_samples(lang, n_samples, n_parameters)
        }
        Finding::FewSamples { n_samples, n_parameters } => words::few_samples_numeric(lang, n_samples, n_parameters),
        Finding::ClassImbalance { class, share } => words::imbalance(lang, show(lang, class), percent(*share)),
        Finding::NotConverged { .. } => words::not_converged(lang).to_owned(),
        Finding::FoldsNotConverged { n_folds } => words::folds_not_converged(lang, n_folds),
        Finding::FoldsLackClass { n_folds, classes } => words::folds_lack_class(lang, n_folds, names(classes)),
        Finding::BorrowedSpread { columns } => words::borrowed_spread(lang, first(columns)),
        Finding::CategoricalDistances { columns } => words::categorical_distances(lang, first(columns)),
        Finding::MixedScales { wide, narrow, .. } => words::mixed_scales(lang, show(lang, wide), show(lang, narrow)),
        Finding::WeakStructure { silhouette } => words::weak_structure(lang, fixed(*silhouette, 2)),
        Finding::SilhouetteSampled { n_used } => words::silhouette_sampled(lang, n_used),
    })
}

/// Terms without a coefficient of their own: those that are constant, then the others.
fn dependent(lang: Lang, terms: &[String], constant: &[String]) -> String {
    let (constant, combined): (Vec<&String>, Vec<&String>) = terms.iter().partition(|term| constant.contains(term));
    let names = |terms: &[&String]| list(lang, &terms.iter().map(|term| show(lang, term)).collect::<Vec<_>>());
    let told = [
        (!constant.is_empty()).then(|| words::constant_terms(lang, before(lang, &names(&constant)))),
        (!combined.is_empty()).then(|| words::combined_terms(lang, before(lang, &names(&combined)))),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(lang.pick("", " "))
}

/// Two figures of a large number: `42`, `1.8e7`.
pub(super) fn significant(value: f64) -> String {
    if value < 1e4 { format!("{value:.0}") } else { format!("{value:.1e}") }
}
