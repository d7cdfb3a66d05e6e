//! Side by side: one melon, asked of both families.

use super::material::{table, the_melon};
use super::{Classroom, TourError};
use crate::data::{Builtin, Goal, Selection};
use crate::task::Cv;
use crate::task::compare::{CompareOptions, ComparedModel, MelonValues, compare};
use crate::task::summary::DataSummary;
use serde::Serialize;

/// What each model makes of one melon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideBySide {
    /// What all learned from.
    pub data: DataSummary,
    /// The melon that all were asked about: feature to value.
    pub input: MelonValues,
    /// One a model, as `melon compare` finds them.
    pub models: Vec<ComparedModel>,
}

/// Nothing is held out: that takes many trainings more, and `melon compare` does it.
pub(super) fn run(room: &Classroom) -> Result<SideBySide, TourError> {
    let data = table(Builtin::TenMelons, None, Selection::default(), Goal::Classify);
    let options = CompareOptions { cv: Cv::None, n_samples: 0, tongue: room.tongue, ..CompareOptions::default() };
    let result = compare(&data, Some(&the_melon()), &options)?;
    Ok(SideBySide { data: result.data, input: result.melon.input, models: result.models })
}
