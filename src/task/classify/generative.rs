//! What a generative model knows of a melon beside its class: every factor of `P(x, y)`,
//! and how usual such a melon is.

use super::JointProbability;
use crate::data::{Column, Dataset, Values};
use crate::model;
use crate::task::TaskError;

/// Evidences closer than this, relatively, are the same but for rounding.
const TIE: f64 = 1e-12;

/// `P(x, y) = P(y) prod_i P(x_i | y)` factor by factor, over the features that the melon
/// gives, and `ln P(x)` beside that of the samples of `data`, seen through the same features.
pub(super) fn of(model: &dyn model::Generative, data: &Dataset, row: &[Column]) -> Result<JointProbability, TaskError> {
    let log_evidence_nats = model.usualness(row)?[0];
    let seen_alike: Vec<Column> = data.features.iter().zip(row).map(|(column, given)| mask(column, given)).collect();
    let of_samples = model.usualness(&seen_alike)?;
    let missing = row.iter().filter(|column| column.is_missing(0));
    Ok(JointProbability {
        log_evidence_nats,
        n_less_usual: of_samples.iter().filter(|log| is_less_usual(**log, log_evidence_nats)).count(),
        n_samples: data.n_samples(),
        summed_over: missing.map(|column| column.name.clone()).collect(),
        factors: model.factors(row)?,
    })
}

/// Whether a sample with this evidence is less usual than one with that, and not only by rounding.
pub(in crate::task) fn is_less_usual(log_evidence: f64, than: f64) -> bool {
    log_evidence < than - TIE * than.abs()
}

/// `column`, with every cell missing if the melon does not give it.
fn mask(column: &Column, given: &Column) -> Column {
    match &column.values {
        _ if !given.is_missing(0) => column.clone(),
        Values::Words { .. } => Column::words(&column.name, vec![None::<&str>; column.len()]),
        Values::Numbers(cells) => Column::numbers(&column.name, vec![f64::NAN; cells.len()]),
    }
}
