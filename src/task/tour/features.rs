//! Features and labels: ten melons in a notebook.

use super::TourError;
use super::material::table;
use crate::data::{Builtin, Goal, Selection};
use crate::task::classify::labels_of;
use serde::Serialize;

/// What was seen of each melon, and what the knife showed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Notebook {
    /// Names of the features.
    pub features: Vec<String>,
    /// Name of the label.
    pub label: String,
    /// One a melon: its features' values, then its label.
    pub rows: Vec<Vec<String>>,
    /// The values of the label and how often each occurs.
    pub classes: Vec<(String, usize)>,
    /// The label that the lesson asks for.
    pub positive_class: String,
    /// Melons that look the same and yet have different labels, by number from 1.
    pub contradictions: Vec<[usize; 2]>,
}

pub(super) fn run() -> Result<Notebook, TourError> {
    let data = table(Builtin::TenMelons, None, Selection::default(), Goal::Classify);
    let labels = labels_of(&data)?;
    let cells = |row: usize| -> Vec<String> {
        data.features.iter().map(|column| column.text(row).unwrap_or_default().into_owned()).collect()
    };
    let label = |row: usize| labels.classes[labels.codes[row]].clone();
    let n = data.n_samples();
    let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| [a, b]));
    let contradict = |&[a, b]: &[usize; 2]| cells(a) == cells(b) && labels.codes[a] != labels.codes[b];
    Ok(Notebook {
        features: data.features.iter().map(|column| column.name.clone()).collect(),
        label: labels.target.clone(),
        rows: (0..n).map(|row| cells(row).into_iter().chain([label(row)]).collect()).collect(),
        contradictions: pairs.filter(contradict).map(|[a, b]| [a + 1, b + 1]).collect(),
        positive_class: labels.classes.last().cloned().unwrap_or_default(),
        classes: labels.classes.iter().cloned().zip(labels.counts()).collect(),
    })
}
