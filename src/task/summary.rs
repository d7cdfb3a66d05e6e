//! Parts that the results of several tasks share.

use super::{Finding, Melon, Scheme};
use crate::data::encode::{Coding, ColumnEncoding};
use crate::data::read::Notations;
use crate::data::{Builtin, Column, Dataset, Encoder, Values, read};
use crate::eval::infinite;
use crate::math;
use ndarray::ArrayView2;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The data in a few numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DataSummary {
    /// Built-in name or file name.
    pub name: String,
    /// Which built-in table it is; `None` for the user's own.
    #[serde(skip)]
    pub builtin: Option<Builtin>,
    /// Samples: the rows that were taken.
    pub n_samples: usize,
    /// Columns of features, before they are encoded.
    pub n_features: usize,
    /// Their names, in the table's order.
    pub features: Vec<String>,
    /// The target's name, if there is one.
    pub target: Option<String>,
    /// Class names in the order used everywhere; empty for regression.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// Of two classes, the one whose probability is modelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub positive_class: Option<String>,
    /// How the features' numbers were written, where they were not plain ones.
    #[serde(skip)]
    pub written: Notations,
}

impl DataSummary {
    /// Of `data`, with the classes of its target, if it has any.
    pub fn new(data: &Dataset, classes: &[String]) -> Self {
        DataSummary {
            name: data.name.clone(),
            builtin: data.builtin,
            n_samples: data.n_samples(),
            n_features: data.n_features(),
            features: data.features.iter().map(|column| column.name.clone()).collect(),
            target: data.target.as_ref().map(|column| column.name.clone()),
            classes: classes.to_vec(),
            positive_class: if let [_, positive] = classes { Some(positive.clone()) } else { None },
            written: Notations::of(&data.notices, data.features.iter().map(|column| column.name.as_str())),
        }
    }
}

/// Of these columns (from 0) of `x`, those whose cells are all the same.
pub(super) fn constant_columns(x: ArrayView2<f64>, columns: &[usize]) -> Vec<usize> {
    let is_constant = |column: usize| x.column(column).iter().all(|&cell| cell == x[[0, column]]);
    columns.iter().copied().filter(|&column| is_constant(column)).collect()
}

/// The numbers of `melons` that lie outside of what `data` hold by more than the width of that
/// range: a model says nothing there that it has learned.
pub(super) fn far_outside<'a>(data: &'a Dataset, melons: &'a [Melon]) -> impl Iterator<Item = Finding> + 'a {
    let range = |name: &str| {
        let Values::Numbers(cells) = &data.features.iter().find(|column| column.name == name)?.values else {
            return None;
        };
        Some(math::least_and_largest(cells.iter().copied()))
    };
    far_outside_of(range, melons)
}

/// The same where `range` knows what the data hold.
pub(super) fn far_outside_of<'a>(
    range: impl Fn(&str) -> Option<[f64; 2]> + 'a,
    melons: &'a [Melon],
) -> impl Iterator<Item = Finding> + 'a {
    melons.iter().flatten().filter_map(move |(column, value)| {
        let (number, learned) = (read::number(value)?, range(column)?);
        let reach = learned[1] - learned[0];
        let is_far = number < learned[0] - reach || number > learned[1] + reach;
        is_far.then(|| Finding::FarOutside { column: column.clone(), value: value.clone(), learned })
    })
}

/// A set of metrics on samples that each fit had not seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrossValidation<M> {
    /// How samples were held out.
    pub scheme: Scheme,
    /// Over the pooled held-out predictions; where the table was divided again and again, the mean
    /// over the divisions.
    #[serde(flatten)]
    pub metrics: M,
    /// Where it was, how much depends on the division: the figures of each, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "infinite::read_lists")]
    pub repeats: BTreeMap<String, Vec<f64>>,
}

impl<M> CrossValidation<M> {
    /// The least and the greatest of one figure over the divisions; `None` with a single one.
    pub fn range(&self, figure: &str) -> Option<[f64; 2]> {
        Some(math::least_and_largest(self.repeats.get(figure)?.iter().copied()))
    }
}

/// A feature's share of a prediction: of a number, or of a class's score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// The class whose score it is a share of, when there are more than two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// `(Intercept)`, a numeric column's name, or `column=value`.
    pub term: String,
    /// In the target's unit, or of a class in nats: what the feature adds to the sum.
    pub value: f64,
}

/// The levels that the others are measured against: the first of each categorical column
/// under drop-first coding, none under full one-hot coding.
pub(super) fn reference_levels(encoder: &Encoder) -> Vec<String> {
    if encoder.options.coding == Coding::OneHot {
        return Vec::new();
    }
    let first = |column: &crate::data::encode::ColumnEncoder| match &column.kind {
        ColumnEncoding::Categorical { levels, .. } => levels.first().map(|level| format!("{}={level}", column.name)),
        ColumnEncoding::Numeric { .. } => None,
    };
    encoder.columns.iter().filter_map(first).collect()
}

/// Whether any feature has a missing cell, so that the encoder must learn what to put there.
pub(super) fn has_missing(data: &Dataset) -> bool {
    data.features.iter().any(is_incomplete)
}

/// The names of the features that have missing cells.
pub(super) fn incomplete_columns(data: &Dataset) -> Vec<String> {
    data.features.iter().filter(|column| is_incomplete(column)).map(|column| column.name.clone()).collect()
}

/// That missing cells were filled, if there were any.
pub(super) fn imputed(data: &Dataset) -> Option<Finding> {
    let columns = incomplete_columns(data);
    (!columns.is_empty()).then_some(Finding::Imputed { columns })
}

fn is_incomplete(column: &Column) -> bool {
    (0..column.len()).any(|row| column.is_missing(row))
}
