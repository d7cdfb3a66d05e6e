//! What is worth saying about a classification.

use super::fit::Fitted;
use super::held_out::AboutHeldOut;
use super::{LogisticSummary, MajorityBaseline};
use crate::data::Dataset;
use crate::eval::classification::ClassificationMetrics;
use crate::eval::probability;
use crate::model::naive_bayes::Likelihood;
use crate::model::{Gaps, Model, NaiveBayes};
use crate::task::finding::{Finding, IMBALANCE, NOTABLE_GAP, SAMPLES_PER_PARAMETER};
use crate::task::summary::{self, CrossValidation};

/// All findings, the gravest first: what makes estimates void, then what the figures say,
/// then what to keep in mind.
pub(super) fn of(
    fitted: &Fitted,
    fit: &LogisticSummary,
    (classes, counts): (&[String], &[usize]),
    train: &ClassificationMetrics,
    cross_validation: Option<&CrossValidation<ClassificationMetrics>>,
    baseline: &MajorityBaseline,
    held_out: Option<&AboutHeldOut>,
) -> Vec<Finding> {
    let mut findings = about_the_estimate(fitted, fit, counts);
    if let Some(cv) = cross_validation {
        let beside = held_out.and_then(|held_out| held_out.gain).map(|(gain, interval)| Finding::BesideShares {
            log_loss: cv.metrics.log_loss,
            shares: baseline.log_loss,
            gain,
            interval,
        });
        findings.extend(beside);
        findings.extend(held_out.filter(|held_out| held_out.n_certainly_wrong > 0).map(|held_out| {
            let (n_answers, n_tests) = (held_out.n_certainly_wrong, held_out.n_tests);
            Finding::CertainlyWrong { n_answers, n_tests, clipped: probability::most_log_loss() }
        }));
        findings.extend(about_the_figures(train, &cv.metrics, baseline, fitted.logistic().is_some()));
    }
    if let Some(held_out) = held_out {
        findings.extend(about_the_folds(held_out, classes));
    }
    if baseline.accuracy >= IMBALANCE {
        findings.push(Finding::ClassImbalance { class: baseline.class.clone(), share: baseline.accuracy });
    }
    findings
}

fn about_the_estimate(fitted: &Fitted, fit: &LogisticSummary, counts: &[usize]) -> Vec<Finding> {
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
    let n_parameters = fitted.n_parameters(counts.len());
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

fn about_the_figures(
    train: &ClassificationMetrics,
    held_out: &ClassificationMetrics,
    baseline: &MajorityBaseline,
    can_be_tried: bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (accuracy, interval, guess) = (held_out.accuracy, held_out.accuracy_interval, baseline.accuracy);
    if accuracy <= guess {
        findings.push(Finding::NotAboveBaseline { held_out: accuracy, interval, baseline: guess });
    } else if interval[0] <= guess {
        findings.push(Finding::NotSurelyAboveBaseline { held_out: accuracy, interval, baseline: guess });
    }
    let (train, held_out) = (train.log_loss, held_out.log_loss);
    if held_out - train > NOTABLE_GAP {
        findings.push(Finding::TrainingFlatters { train, held_out, can_be_tried });
    }
    findings
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
