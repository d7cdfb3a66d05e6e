//! Which column is to be learned, and whether it can be.

use super::id::Id;
use super::selection::position;
use super::{Goal, SchemaError, Selection};
use crate::data::table::{Column, Table, Values};
use crate::data::{Notice, names};

/// Names of columns that are classes, likeliest first.
const CLASS_NAMES: &[&str] = &["好瓜", "熟", "target", "label", "class", "y"];
/// Names of columns that are quantities to be predicted, likeliest first.
const QUANTITY_NAMES: &[&str] = &["含糖率", "target", "label", "y"];
/// Distinct integers up to which a numeric target is taken for classes.
const MAX_INTEGER_CLASSES: usize = 20;

/// The target's place: the one named, the built-in table's, or a guess that is reported.
pub(super) fn choose(
    table: &Table,
    selection: &Selection,
    goal: Goal,
    ids: &[Id],
    notices: &mut Vec<Notice>,
) -> Result<usize, SchemaError> {
    if let Some(asked) = &selection.target {
        return position(table, asked);
    }
    let no_target = || SchemaError::NoTarget;
    if let Some(entry) = table.builtin.map(|builtin| builtin.entry()) {
        let default = if goal == Goal::Classify { entry.classify_target } else { entry.regress_target };
        return position(table, default.ok_or_else(no_target)?);
    }
    let (at, by_name) = guess(table, selection, goal, ids).ok_or_else(no_target)?;
    notices.push(Notice::TargetChosen { column: table.columns[at].name.clone(), by_name });
    Ok(at)
}

/// A column called like a target, else the last one that is not spoken for; for a
/// regression only numeric columns come into question.
fn guess(table: &Table, selection: &Selection, goal: Goal, ids: &[Id]) -> Option<(usize, bool)> {
    let spoken_for = |name: &str| {
        let mut others = selection.features.iter().chain(&selection.drop);
        others.any(|other| names::same(other, name))
    };
    let fits = |at: &usize| {
        let column = &table.columns[*at];
        ids.iter().all(|id| id.at != *at)
            && !spoken_for(&column.name)
            && (goal == Goal::Classify || column.is_numeric())
    };
    let usual = if goal == Goal::Classify { CLASS_NAMES } else { QUANTITY_NAMES };
    let candidates: Vec<usize> = (0..table.columns.len()).filter(fits).collect();
    let named =
        (usual.iter()).find_map(|name| candidates.iter().find(|&&at| names::same(&table.columns[at].name, name)));
    named.map(|&at| (at, true)).or_else(|| candidates.last().map(|&at| (at, false)))
}

/// Whether a column's name says that it holds the answer. `y` does not: `x,y` is a point.
pub(super) fn is_called_an_answer(name: &str) -> bool {
    CLASS_NAMES.iter().filter(|usual| **usual != "y").any(|usual| names::same(name, usual))
}

/// Whether the target can be learned as `goal` says.
pub(super) fn check(target: &Column, goal: Goal, features: &[Column]) -> Result<(), SchemaError> {
    match (&target.values, goal) {
        (Values::Words { levels, .. }, Goal::Regress) => Err(SchemaError::WordsTarget {
            target: target.name.clone(),
            example: levels.first().cloned().unwrap_or_default(),
            numeric: features.iter().filter(|c| c.is_numeric()).map(|c| c.name.clone()).collect(),
        }),
        (Values::Words { levels, codes }, _) => check_classes(target, levels.len(), codes.len()),
        (Values::Numbers(cells), Goal::Classify) => check_numeric_classes(target, cells),
        (Values::Numbers(_), _) => Ok(()),
    }
}

fn check_classes(target: &Column, n_classes: usize, n_samples: usize) -> Result<(), SchemaError> {
    let name = target.name.clone();
    match n_classes {
        0 | 1 => Err(SchemaError::OneClass { target: name, class: target.text(0).unwrap_or_default().into_owned() }),
        n if n == n_samples && n > 2 => Err(SchemaError::ClassPerSample { target: name, n_samples }),
        _ => Ok(()),
    }
}

fn check_numeric_classes(target: &Column, cells: &[f64]) -> Result<(), SchemaError> {
    let mut distinct: Vec<f64> = Vec::new();
    for &cell in cells {
        if !distinct.contains(&cell) {
            distinct.push(cell);
        }
        if distinct.len() > MAX_INTEGER_CLASSES {
            break;
        }
    }
    let are_classes = distinct.len() <= 2 || distinct.iter().all(|v| v.fract() == 0.0);
    if distinct.len() > MAX_INTEGER_CLASSES || !are_classes {
        let (target, n_distinct) = (target.name.clone(), count_distinct(cells));
        return Err(SchemaError::NumericTarget { target, n_distinct, is_least: false });
    }
    check_classes(target, distinct.len(), cells.len())
}

fn count_distinct(cells: &[f64]) -> usize {
    let mut sorted = cells.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.dedup();
    sorted.len()
}
