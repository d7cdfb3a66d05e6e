//! What a model was asked about.

use crate::data::read::number;
use crate::data::{Column, Dataset, names};
use crate::task::classify::Classification;
use crate::task::regress::Regression;
use std::collections::BTreeMap;

/// What a model was asked about.
pub(super) enum Asked {
    /// These samples: of each its cells, in the order of the features; `None` where one was not given.
    Samples(Vec<Vec<Option<String>>>),
    /// All combinations of the features' values, of which the likeliest are shown.
    Combinations,
}

impl Asked {
    pub fn of_classification(result: &Classification, data: &Dataset, english: bool) -> Option<Asked> {
        let inputs = result.predictions.iter().map(|one| &one.input);
        match (result.predictions.is_empty(), result.likeliest.is_empty() || result.tree.is_some()) {
            (false, _) => Some(Asked::Samples(samples(inputs, data, english))),
            (true, false) => Some(Asked::Combinations),
            (true, true) => None,
        }
    }

    pub fn of_regression(result: &Regression, data: &Dataset, english: bool) -> Option<Asked> {
        let inputs = result.predictions.iter().map(|one| &one.input);
        (!result.predictions.is_empty()).then(|| Asked::Samples(samples(inputs, data, english)))
    }
}

fn samples<'a>(
    inputs: impl Iterator<Item = &'a BTreeMap<String, String>>,
    data: &Dataset,
    english: bool,
) -> Vec<Vec<Option<String>>> {
    let cell = |column: &Column, given: &String| match column.is_numeric() {
        true => number(given).map_or_else(|| given.clone(), |number| number.to_string()),
        false => names::display_name(given, english),
    };
    let of_input = |input: &BTreeMap<String, String>| -> Vec<Option<String>> {
        data.features.iter().map(|column| input.get(&column.name).map(|given| cell(column, given))).collect()
    };
    inputs.map(of_input).collect()
}
