//! Every melon that could be: all combinations of the features' values.

use super::Combination;
use crate::data::{Column, Dataset, Labels, Values};
use crate::model::Classifier;
use crate::task::TaskError;
use std::collections::{BTreeMap, HashMap};

/// Combinations up to which all are asked about.
pub const MOST_COMBINATIONS: usize = 10_000;
/// How many of them are reported.
const BEST: usize = 10;

/// The combinations likeliest to be of the positive class, best first, and how many there
/// are; see [`Classification::likeliest`](super::Classification::likeliest).
pub(super) fn likeliest(
    data: &Dataset,
    classifier: &dyn Classifier,
    labels: &Labels,
) -> Result<(Vec<Combination>, usize), TaskError> {
    let Some(features) = all_levels(data).filter(|_| labels.classes.len() == 2) else { return Ok((Vec::new(), 0)) };
    let n = features.iter().map(|(_, levels)| levels.len()).product();
    let columns: Vec<Column> = (0..features.len()).map(|at| spread(&features, at, n)).collect();
    let probabilities = classifier.predict_proba(&columns)?;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| probabilities[[b, 1]].total_cmp(&probabilities[[a, 1]]));
    let seen = seen(data);
    let combination = |&row: &usize| {
        let texts: Vec<String> = columns.iter().map(|column| text(column, row)).collect();
        Combination {
            seen: seen.get(&texts).copied().unwrap_or(0),
            input: features.iter().map(|(name, _)| (*name).to_owned()).zip(texts).collect::<BTreeMap<_, _>>(),
            probability: probabilities[[row, 1]],
        }
    };
    Ok((order.iter().take(BEST).map(combination).collect(), n))
}

/// Each feature's name and values; `None` if one is numeric, or there are too many
/// combinations.
fn all_levels(data: &Dataset) -> Option<Vec<(&str, Vec<&str>)>> {
    let mut n = 1usize;
    let mut features = Vec::new();
    for column in &data.features {
        let Values::Words { .. } = &column.values else { return None };
        let levels = column.levels_in_use();
        n = n.checked_mul(levels.len()).filter(|&n| n > 0 && n <= MOST_COMBINATIONS)?;
        features.push((column.name.as_str(), levels));
    }
    Some(features)
}

/// Feature `at` over all `n` combinations: the last one changes fastest.
fn spread(features: &[(&str, Vec<&str>)], at: usize, n: usize) -> Column {
    let (name, levels) = &features[at];
    let run: usize = features[at + 1..].iter().map(|(_, levels)| levels.len()).product();
    Column::words(name, (0..n).map(|row| Some(levels[row / run % levels.len()])))
}

/// How many samples have each combination.
fn seen(data: &Dataset) -> HashMap<Vec<String>, usize> {
    let mut counts = HashMap::new();
    for row in 0..data.n_samples() {
        let texts = data.features.iter().map(|column| text(column, row)).collect();
        *counts.entry(texts).or_insert(0) += 1;
    }
    counts
}

fn text(column: &Column, row: usize) -> String {
    column.text(row).unwrap_or_default().into_owned()
}
