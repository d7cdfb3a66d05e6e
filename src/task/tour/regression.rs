//! Regression: the answer is a number.

use super::TourError;
use super::material::{table, the_melon};
use crate::data::{Builtin, Goal, Selection};
use crate::task::regress::{RegressOptions, Regression, regress};
use serde::Serialize;

/// Synthetic melons learned from.
const N_MELONS: usize = 100;

/// How sweet the melons of the field are, and whether the book's few would do.
#[derive(Debug, Clone, Serialize)]
pub struct Regressing {
    /// As `melon regress` finds it.
    pub regression: Regression,
    /// The same features on the book's melons.
    pub few: SmallTable,
}

/// A regression in three figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SmallTable {
    /// Melons that it learned from.
    pub n_samples: usize,
    /// Error on melons that it did not learn from.
    pub held_out_rmse: Option<f64>,
    /// Error of always answering the mean.
    pub baseline_rmse: f64,
}

pub(super) fn run() -> Result<Regressing, TourError> {
    let by_looks =
        Selection { features: the_melon().into_iter().map(|(name, _)| name).collect(), ..Selection::default() };
    let learn = |builtin, n_rows, melons: &[_]| {
        let data = table(builtin, n_rows, by_looks.clone(), Goal::Regress);
        regress(&data, &RegressOptions::default(), melons)
    };
    let few = learn(Builtin::Melons, None, &[])?;
    Ok(Regressing {
        regression: learn(Builtin::MelonField, Some(N_MELONS), &[the_melon()])?,
        few: SmallTable {
            n_samples: few.data.n_samples,
            held_out_rmse: few.cross_validation.map(|cv| cv.metrics.rmse),
            baseline_rmse: few.baseline.rmse,
        },
    })
}
