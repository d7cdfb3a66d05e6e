//! What is worth saying about a classification.

use super::fit::ClassificationFit;
use super::held_out::AboutHeldOut;
use super::{LogisticSummary, MajorityBaseline};
use crate::data::Dataset;
use crate::eval::classification::ClassificationMetrics;
use crate::eval::{exact, probability};
use crate::model::naive_bayes::Likelihood;
use crate::model::{Gaps, Model, NaiveBayes};
use crate::task::finding::{Finding, IMBALANCE, NOTABLE_GAP, SAMPLES_PER_PARAMETER};
use crate::task::summary::{self, CrossValidation};

/// All findings, the gravest first: what makes estimates void, then what the figures say,
/// then what to keep in mind.
pub(super) fn of(
    fitted: &ClassificationFit,
    fit: &LogisticSummary,
    (classes, counts): (&[String], &[usize]),
    train: &ClassificationMetrics,
    cross_validation: Option<&CrossValidation<ClassificationMetrics>>,
    baseline: &MajorityBaseline,
    held_out: Option<&AboutHeldOut>,
) -> Vec<Finding> {
    let mut findings = about_the_estimate(fitted, fit, counts);
    if let Some(cv) = cross_validation {
        let certain = held_out.filter(|held_out| held_out.n_certainly_wrong > 0);
        // An infinite log-loss has no mean: where it is clipped decides what comes out.
        let is_logistic = fitted.logistic().is_some();
        findings.extend(match certain {
            Some(held_out) => Some(Finding::CertainlyWrong {
                n_answers: held_out.n_certainly_wrong,
                n_tests: held_out.n_tests,
                clipped: probability::most_log_loss(),
                // Where a class was not there to be learned, no penalty would have helped.
                separable: is_logistic && baseline.n_certainly_wrong.is_none_or(|n| n == 0),
            }),
            None => held_out.and_then(|held_out| {
                let ((gain, interval), exact_p) = (held_out.gain?, held_out.exact_p);
                let (log_loss, shares) = (cv.metrics.log_loss, baseline.log_loss);
                Some(Finding::BesideShares { log_loss, shares, gain, interval, exact_p })
            }),
        });
        let n_samples: usize = counts.iter().sum();
        let (accuracy, interval) = (cv.metrics.accuracy, cv.metrics.accuracy_interval);
        findings.extend(beside_guessing(accuracy, interval, n_samples, baseline.accuracy));
        findings.extend(flattery(train, &cv.metrics, is_logistic).filter(|_| certain.is_none()));
    }
    if let Some(held_out) = held_out {
        findings.extend(about_the_folds(held_out, classes));
    }
    if baseline.accuracy >= IMBALANCE {
        findings.push(Finding::ClassImbalance { class: baseline.class.clone(), share: baseline.accuracy });
    }
    findings
}

fn about_the_estimate(fitted: &ClassificationFit, fit: &LogisticSummary, counts: &[usize]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Model::NaiveBayes(model) = &fitted.model {
        findings.extend(borrowed_spread(model));
    }
    let Some((model, estimate)) = fitted.logistic() else { return findings };
    if fitted.is_separated() {
        findings.push(Finding::Separation { separation: fit.separation, exact: fitted.separation.exact });
    } else if !fit.converged {
        findings.push(Finding::NotConverged { iterations: fit.iterations });
    }
    if !estimate.fit.dropped.is_empty() {
        let terms = |columns: &[usize]| columns.iter().map(|&column| model.terms[column].clone()).collect();
        let (dropped, constant) = (terms(&estimate.fit.dropped), terms(&fitted.constant));
        findings.push(Finding::RankDeficient { terms: dropped, constant });
    }
    let n_samples = counts.iter().copied().min().unwrap_or(0);
    let n_parameters = fitted.n_free_parameters(counts.len());
    if n_samples < SAMPLES_PER_PARAMETER * n_parameters {
        findings.push(Finding::FewSamples { n_samples, n_parameters });
    }
    findings
}

/// What became of missing cells, if there were any.
pub(super) fn about_missing_cells(data: &Dataset, gaps: Gaps) -> Option<Finding> {
    let columns = summary::incomplete_columns(data);
    (!columns.is_empty()).then_some(match gaps {
        Gaps::LeftOut => Finding::LeftOutOfCounts { columns },
        Gaps::AllBranches => Finding::AllBranches { columns },
        Gaps::Imputed | Gaps::Refused => Finding::Imputed { columns },
    })
}

fn borrowed_spread(model: &NaiveBayes) -> Option<Finding> {
    let borrows = |likelihood: &Likelihood| match likelihood {
        Likelihood::Gaussian { borrowed, .. } => !borrowed.is_empty(),
        Likelihood::Categorical(_) => false,
    };
    let columns: Vec<String> =
        model.features.iter().filter(|f| borrows(&f.likelihood)).map(|f| f.name.clone()).collect();
    (!columns.is_empty()).then_some(Finding::BorrowedSpread { columns })
}

/// How often it is right, beside always giving the most frequent answer; `None` where it is surely
/// above: the interval lies above it, and a guess as good as that answer seldom gets so far.
pub(in crate::task) fn beside_guessing(
    held_out: f64,
    interval: [f64; 2],
    n_samples: usize,
    baseline: f64,
) -> Option<Finding> {
    if held_out <= baseline {
        return Some(Finding::NotAboveBaseline { held_out, interval, baseline });
    }
    // "At least as often" as 23.9 of 30, the mean of several divisions, is 24; that of 24.0000001 is rounding.
    let n_right = (held_out * n_samples as f64 - 1e-6).ceil().max(0.0) as usize;
    let p_value = exact::at_least(n_right, n_samples, baseline);
    match (interval[0] > baseline, p_value <= 0.025) {
        (true, true) => None,
        (false, false) => Some(Finding::NotSurelyAboveBaseline { held_out, interval, baseline }),
        // One of them says so and the other does not.
        _ => Some(Finding::AboveByChance { held_out, interval, baseline, n_samples, p_value }),
    }
}

fn flattery(train: &ClassificationMetrics, held_out: &ClassificationMetrics, can_be_tried: bool) -> Option<Finding> {
    let (train, held_out) = (train.log_loss, held_out.log_loss);
    (held_out - train > NOTABLE_GAP).then_some(Finding::TrainingFlatters { train, held_out, can_be_tried })
}

fn about_the_folds(held_out: &AboutHeldOut, classes: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if held_out.n_unconverged > 0 {
        findings.push(Finding::FoldsNotConverged { n_folds: held_out.n_unconverged });
    }
    if held_out.n_lacking > 0 {
        let classes = held_out.lacking.iter().map(|&class| classes[class].clone()).collect();
        findings.push(Finding::FoldsLackClass { n_folds: held_out.n_lacking, classes });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::interval;

    fn beside(n_right: f64, n_samples: usize, baseline: f64) -> Option<Finding> {
        let held_out = n_right / n_samples as f64;
        beside_guessing(held_out, interval::wilson_of_share(held_out, n_samples), n_samples, baseline)
    }

    #[test]
    fn a_mean_of_counts_is_reached_by_the_next_whole_count() {
        // P(X >= 24) of thirty with probability 0.6 is 1.7 %, P(X >= 23) 4.4 %.
        assert_eq!(beside(23.9, 30, 0.6), None);
        assert_eq!(beside(24.000_000_1, 30, 0.6), None, "not 25");
        let Some(Finding::AboveByChance { p_value, interval, .. }) = beside(4.0, 4, 0.5) else { panic!() };
        assert!((p_value - 1.0 / 16.0).abs() < 1e-12 && interval[0] > 0.5, "the interval alone would say yes");
    }

    #[test]
    fn what_interval_and_exact_test_do_not_both_say_is_probable() {
        // The interval of 4.05 of five begins at 38 %; five of five has probability 0.4^5.
        let Some(Finding::AboveByChance { p_value, interval, .. }) = beside(4.05, 5, 0.4) else { panic!() };
        assert!((p_value - 0.4_f64.powi(5)).abs() < 1e-12 && interval[0] < 0.4);
        assert!(matches!(beside(4.0, 5, 0.4), Some(Finding::NotSurelyAboveBaseline { .. })));
        assert!(matches!(beside(2.0, 5, 0.4), Some(Finding::NotAboveBaseline { .. })));
    }
}
