//! What separates the classes, in the data's own words.

use super::fit::ClassificationFit;
use super::separator::{PureValue, Separator};
use crate::data::{Column, Dataset, Labels, Values};
use crate::engine::separation;
use crate::task::TaskError;

/// What separates the classes; nothing where they overlap or that is only judged. `data` holds all samples of
/// the fit.
///
/// # Errors
/// Nobody waits any longer.
pub(in crate::task) fn of(
    data: &Dataset,
    labels: &Labels,
    fitted: &ClassificationFit,
) -> Result<Vec<Separator>, TaskError> {
    let Some((model, estimate)) = fitted.logistic() else { return Ok(Vec::new()) };
    if !fitted.is_separated() || !fitted.separation.exact {
        return Ok(Vec::new());
    }
    let terms = model.encoder.terms();
    let of_column = |column: usize| (0..terms.len()).filter(|&term| terms[term].column == column).collect();
    let groups: Vec<Vec<usize>> = (0..data.features.len()).map(of_column).collect();
    let is_held = estimate.x.n_samples == labels.codes.len();
    // In passes the fit holds no sample.
    let encoded = if is_held {
        Some(estimate.x.to_dense())
    } else {
        model.encoder.transform(&data.features).ok().map(Into::into)
    };
    let (Some(x), kind) = (encoded, fitted.separation.kind) else { return Ok(Vec::new()) };
    let found = separation::separators(x.view(), &labels.codes, labels.classes.len(), kind, &groups)?;
    let columns = |set: Vec<usize>| set.into_iter().map(|column| &data.features[column]).collect::<Vec<_>>();
    Ok(found.into_iter().map(|set| separator(&columns(set), labels)).collect())
}

fn separator(columns: &[&Column], labels: &Labels) -> Separator {
    let pure = if let [column] = columns { pure_values(column, labels) } else { Vec::new() };
    Separator { columns: columns.iter().map(|column| column.name.clone()).collect(), pure }
}

fn pure_values(column: &Column, labels: &Labels) -> Vec<PureValue> {
    let Values::Words { levels, codes } = &column.values else { return Vec::new() };
    let pure = |(code, level): (usize, &String)| {
        let mut classes =
            codes.iter().zip(&labels.codes).filter(|(c, _)| **c as usize == code).map(|(_, class)| *class);
        let first = classes.next()?;
        let n_samples = 1 + classes.try_fold(0, |n, class| (class == first).then_some(n + 1))?;
        let term = format!("{}={level}", column.name);
        Some(PureValue { term, class: labels.classes[first].clone(), n_samples })
    };
    levels.iter().enumerate().filter_map(pure).collect()
}
