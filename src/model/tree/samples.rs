//! The samples that a tree is grown on, and how they go down its branches.

use super::node::{TreeFeature, TreeSplit};
use crate::data::table::by_name;
use crate::data::{Column, EncodeError, Labels, Place, Values};
use crate::model::ModelError;
use crate::model::cells::FeatureCells;

/// A sample (by index) and how much of it is here: less than 1 where a value on the way was
/// missing, so that it went down several branches.
pub(super) type Member = (usize, f64);

/// The samples that a tree is grown on.
pub(super) struct TreeSamples {
    pub features: Vec<TreeFeature>,
    /// The cells of the samples, one column a feature.
    pub cells: Vec<FeatureCells>,
    /// The class of each sample.
    pub codes: Vec<usize>,
    pub n_classes: usize,
}

impl TreeSamples {
    /// # Errors
    /// No samples; a single class; an infinite number; a column without any value.
    pub fn new(columns: &[Column], labels: &Labels) -> Result<TreeSamples, ModelError> {
        if labels.codes.is_empty() {
            return Err(ModelError::NoSamples);
        }
        if let [class] = labels.classes.as_slice() {
            return Err(ModelError::OneClass { class: class.clone() });
        }
        let features = columns.iter().map(feature).collect::<Result<Vec<_>, _>>()?;
        let cells = features.iter().map(|feature| feature.cells(columns)).collect::<Result<_, _>>()?;
        Ok(TreeSamples { features, cells, codes: labels.codes.clone(), n_classes: labels.classes.len() })
    }

    /// Those that are not held out for validation, each as a whole.
    pub fn members(&self, validation: &[usize]) -> Vec<Member> {
        let mut is_held = vec![false; self.codes.len()];
        validation.iter().for_each(|&sample| is_held[sample] = true);
        (0..is_held.len()).filter(|&sample| !is_held[sample]).map(|sample| (sample, 1.0)).collect()
    }

    /// The weight of each class among `members`.
    pub fn counts(&self, members: &[Member]) -> Vec<f64> {
        let mut counts = vec![0.0; self.n_classes];
        members.iter().for_each(|&(sample, weight)| counts[self.codes[sample]] += weight);
        counts
    }

    /// The members of each child. Where the value is missing, a sample goes to every child with
    /// the share that the child has of those whose value is known.
    pub fn routed(&self, members: &[Member], split: &TreeSplit) -> Vec<Vec<Member>> {
        let mut children = vec![Vec::new(); split.children.len()];
        for &(sample, weight) in members {
            match split.child_of(&self.cells[split.feature], sample) {
                Some(child) => children[child].push((sample, weight)),
                None => split
                    .children
                    .iter()
                    .zip(&mut children)
                    .filter(|(child, _)| child.share > 0.0)
                    .for_each(|(child, members)| members.push((sample, weight * child.share))),
            }
        }
        children
    }
}

/// What a column may be, whichever rows have it: its levels in the order of their names.
fn feature(column: &Column) -> Result<TreeFeature, ModelError> {
    let name = column.name.clone();
    let has_value = (0..column.len()).any(|row| !column.is_missing(row));
    let levels = match &column.values {
        _ if !has_value => return Err(EncodeError::NoValues { column: name }.into()),
        Values::Words { levels, .. } => {
            let mut sorted = levels.clone();
            sorted.sort_by(|a, b| by_name(a, b));
            Some(sorted)
        }
        Values::Numbers(cells) => match cells.iter().position(|cell| cell.is_infinite()) {
            Some(row) => return Err(EncodeError::NotFinite { column: name, place: Place::Row(row) }.into()),
            None => None,
        },
    };
    Ok(TreeFeature { name, levels })
}
