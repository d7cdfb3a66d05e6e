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
    if let Some(held_out) = held_out.filter(|all| all.n_lacking > 0) {
        let is_lacking = |class: usize| held_out.shares.iter().any(|one| one.column(class).iter().any(|s| *s == 0.0));
        let lacking = (0..labels.classes.len()).filter(|&class| is_lacking(class));
        let classes = lacking.map(|class| labels.classes[class].clone()).collect();
        findings.push(Finding::FoldsLackClass { n_folds: held_out.n_lacking, classes });
    }
    if baseline.majority.accuracy >= IMBALANCE {
        let (class, share) = (baseline.majority.class.clone(), baseline.majority.accuracy);
        findings.push(Finding::ClassImbalance { class, share });
    }
    findings
}
