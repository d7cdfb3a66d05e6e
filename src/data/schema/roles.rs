//! What each column is for.

use super::id::{self, Id};
use super::selection::position;
use super::{Goal, SchemaError, Selection, melons, target};
use crate::data::table::Table;
use crate::data::{Notice, names};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnRole {
    /// It numbers the rows.
    Id,
    /// A model may look at it.
    Feature,
    /// Known only once the melon is cut; not what is to be learned this time.
    Outcome,
    /// To be learned, or compared with the clusters.
    Target,
    /// The user does not want it.
    Dropped,
}

/// The role of every column, and what had to be decided without being told.
pub(super) fn roles(
    table: &Table,
    selection: &Selection,
    goal: Goal,
) -> Result<(Vec<ColumnRole>, Vec<Notice>), SchemaError> {
    let mut notices = Vec::new();
    let positions = |asked: &[String]| asked.iter().map(|name| position(table, name)).collect::<Result<Vec<_>, _>>();
    let (named, dropped) = (positions(&selection.features)?, positions(&selection.drop)?);
    let ids: Vec<Id> = id::find(table, goal).into_iter().filter(|id| !named.contains(&id.at)).collect();
    let target = match goal {
        Goal::Cluster => selection.labels.as_deref().map(|name| position(table, name)).transpose()?,
        _ => Some(target::choose(table, selection, goal, &ids, &mut notices)?),
    };
    contradictions(table, target, &named, &dropped)?;

    let role = |at: usize| {
        if Some(at) == target {
            ColumnRole::Target
        } else if dropped.contains(&at) {
            ColumnRole::Dropped
        } else if !named.is_empty() {
            if named.contains(&at) { ColumnRole::Feature } else { ColumnRole::Dropped }
        } else if ids.iter().any(|id| id.at == at) {
            ColumnRole::Id
        } else if is_outcome(table, at, goal) {
            ColumnRole::Outcome
        } else {
            ColumnRole::Feature
        }
    };
    let mut roles: Vec<ColumnRole> = (0..table.columns.len()).map(role).collect();
    keep_an_only_feature(table, &mut roles);
    if !roles.contains(&ColumnRole::Feature) {
        return Err(SchemaError::NoFeatures);
    }
    notices.extend(left_out(table, &roles, &ids, goal));
    notices.extend(kept(table, &roles, &named, goal));
    Ok((roles, notices))
}

/// A column may be target, feature or dropped, but one of them only.
fn contradictions(table: &Table, target: Option<usize>, named: &[usize], dropped: &[usize]) -> Result<(), SchemaError> {
    let twice =
        (named.iter().chain(dropped)).find(|&&at| Some(at) == target || (named.contains(&at) && dropped.contains(&at)));
    match twice {
        Some(&at) => Err(SchemaError::Contradiction { column: table.columns[at].name.clone() }),
        None => Ok(()),
    }
}

/// Whether the column tells the answer that the model should find out by itself.
fn is_outcome(table: &Table, at: usize, goal: Goal) -> bool {
    let name = &table.columns[at].name;
    match table.builtin.map(|builtin| builtin.entry()) {
        Some(entry) => {
            let answers = goal == Goal::Cluster && entry.classify_target == Some(name);
            answers || entry.outcomes.contains(&name.as_str())
        }
        None => is_answer_to(goal, name) || melons::is_known_once_cut(table, name),
    }
}

/// Whether the column's name says that clusters are to be compared with it.
fn is_answer_to(goal: Goal, name: &str) -> bool {
    goal == Goal::Cluster && target::is_called_an_answer(name)
}

/// A first column 1, 2, ..., n that is the only candidate is a feature (a time, say),
/// unless its name says otherwise.
fn keep_an_only_feature(table: &Table, roles: &mut [ColumnRole]) {
    let is_named_id = |at: usize| names::same(&table.columns[at].name, "编号");
    if !roles.contains(&ColumnRole::Feature)
        && let Some(at) = roles.iter().position(|role| *role == ColumnRole::Id).filter(|&at| !is_named_id(at))
    {
        roles[at] = ColumnRole::Feature;
    }
}

/// Says which features could have been taken for ids: all that nobody asked for by name.
fn kept(table: &Table, roles: &[ColumnRole], named: &[usize], goal: Goal) -> Vec<Notice> {
    let features: Vec<usize> = (0..roles.len()).filter(|&at| roles[at] == ColumnRole::Feature).collect();
    let asked_for = |at: &usize| named.contains(at) || table.builtin.is_some();
    let column = |at: usize| table.columns[at].name.clone();
    let counts = goal == Goal::Regress && features.len() > 1 && features[0] == 0 && id::first_counts(table);
    let counts = (counts && !asked_for(&0)).then(|| Notice::CountsRows { column: column(0) });
    let repeats = features.iter().copied().filter(|at| !asked_for(at) && id::repeats(&table.columns[*at]));
    counts.into_iter().chain(repeats.map(|at| Notice::IdRepeats { column: column(at) })).collect()
}

/// Says which columns were left out, and why.
fn left_out(table: &Table, roles: &[ColumnRole], ids: &[Id], goal: Goal) -> Vec<Notice> {
    let counts = |at: usize| ids.iter().any(|id| id.at == at && id.counts);
    let note = |(at, (column, role)): (usize, (&crate::data::Column, &ColumnRole))| match role {
        ColumnRole::Id => Some(Notice::IdColumn { column: column.name.clone(), counts: counts(at) }),
        ColumnRole::Outcome if table.builtin.is_none() && !is_answer_to(goal, &column.name) => {
            Some(Notice::KnownOnceCut { column: column.name.clone() })
        }
        ColumnRole::Outcome if goal == Goal::Cluster => Some(Notice::OutcomeLeftOut { column: column.name.clone() }),
        ColumnRole::Outcome => Some(Notice::NotAskedFor { column: column.name.clone(), is_outcome: true }),
        ColumnRole::Dropped => Some(Notice::NotAskedFor { column: column.name.clone(), is_outcome: false }),
        ColumnRole::Feature | ColumnRole::Target => None,
    };
    table.columns.iter().zip(roles).enumerate().filter_map(note).collect()
}
