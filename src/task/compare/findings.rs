//! What is worth saying about a comparison.

use super::held_out::ComparedHeldOut;
use super::result::{Baseline, ComparedModel};
use crate::data::Labels;
use crate::task::classify::beside_guessing;
use crate::task::finding::{Finding, IMBALANCE};

/// What to keep in mind.
pub(super) fn of(
    labels: &Labels,
    held_out: Option<&ComparedHeldOut>,
    models: &[ComparedModel],
    baseline: &Baseline,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let best = models.iter().filter_map(|model| model.cross_validation.as_ref());
    let best = best.max_by(|a, b| a.metrics.accuracy.total_cmp(&b.metrics.accuracy));
    if let Some(best) = best {
        let (accuracy, interval) = (best.metrics.accuracy, best.metrics.accuracy_interval);
        findings.extend(beside_guessing(accuracy, interval, labels.codes.len(), baseline.majority.accuracy));
    }
    if let Some(n_folds) = held_out.map(|all| all.n_unconverged).filter(|&n| n > 0) {
        findings.push(Finding::FoldsNotConverged { n_folds });
    }
    if let Some(n_folds) = held_out.map(|all| all.n_lacking).filter(|&n| n > 0) {
        let rarest = labels.counts().into_iter().zip(&labels.classes).min();
        let classes = rarest.map(|(_, class)| class.clone()).into_iter().collect();
        findings.push(Finding::FoldsLackClass { n_folds, classes });
    }
    if baseline.majority.accuracy >= IMBALANCE {
        let (class, share) = (baseline.majority.class.clone(), baseline.majority.accuracy);
        findings.push(Finding::ClassImbalance { class, share });
    }
    findings
}
