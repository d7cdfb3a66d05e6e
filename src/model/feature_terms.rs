//! From the terms of an encoder back to the features that a person thinks in.

use crate::data::encode::ColumnEncoding;
use crate::data::{Column, Encoder};
use std::ops::Range;

/// The name under which the constant part of a model is listed.
pub const INTERCEPT: &str = "(Intercept)";

/// A feature of one sample: what it is called there, and which terms it fills.
pub(super) struct FeatureTerms {
    /// `密度`, or `色泽=青绿`.
    pub label: String,
    /// Its columns in the encoded matrix.
    pub terms: Range<usize>,
}

/// The features of the first sample in `columns`, in the encoder's order.
pub(super) fn features_of(encoder: &Encoder, columns: &[Column]) -> Vec<FeatureTerms> {
    let terms = encoder.terms();
    let mut start = 0;
    let feature = |(at, fitted): (usize, &crate::data::encode::ColumnEncoder)| {
        let width = terms.iter().filter(|term| term.column == at).count();
        let range = start..start + width;
        start += width;
        FeatureTerms { label: label(&fitted.name, &fitted.kind, columns), terms: range }
    };
    encoder.columns.iter().enumerate().map(feature).collect()
}

/// The column's name, with the sample's value (given or imputed) if it is a category.
fn label(name: &str, kind: &ColumnEncoding, columns: &[Column]) -> String {
    let ColumnEncoding::Categorical { impute, .. } = kind else { return name.to_owned() };
    let column = columns.iter().find(|column| column.name == name);
    let given = column.and_then(|column| column.text(0)).map(|text| text.into_owned());
    given.or_else(|| impute.clone()).map_or_else(|| name.to_owned(), |value| format!("{name}={value}"))
}
