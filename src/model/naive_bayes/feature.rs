//! One feature: what it is called, how it is distributed, and its cells in a table.

use super::likelihood::Likelihood;
use crate::data::Column;
use crate::model::ModelError;
use crate::model::cells::FeatureCells;
use serde::{Deserialize, Serialize};

/// One feature and how it is distributed within each class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeatureLikelihood {
    /// The column in which its cells stand.
    pub name: String,
    /// `P(x | class)` for every class.
    #[serde(flatten)]
    pub likelihood: Likelihood,
}

impl FeatureLikelihood {
    /// The cells of its column, which is found by name, in either language.
    pub(super) fn cells(&self, columns: &[Column]) -> Result<FeatureCells, ModelError> {
        let levels = match &self.likelihood {
            Likelihood::Categorical(table) => Some(table.levels.as_slice()),
            Likelihood::Gaussian { .. } => None,
        };
        FeatureCells::find(columns, &self.name, levels)
    }

    /// The feature by name, with the levels it may take.
    pub(super) fn values(&self) -> crate::data::Feature {
        let levels = match &self.likelihood {
            Likelihood::Categorical(table) => Some(table.levels.clone()),
            Likelihood::Gaussian { .. } => None,
        };
        crate::data::Feature { name: self.name.clone(), levels }
    }

    /// `密度`, or `色泽=青绿` for the value in `row`.
    pub(super) fn term(&self, cells: &FeatureCells, row: usize) -> String {
        match (&self.likelihood, cells) {
            (Likelihood::Categorical(table), FeatureCells::Levels(codes)) => match codes[row] {
                Some(level) => format!("{}={}", self.name, table.levels[level]),
                None => self.name.clone(),
            },
            _ => self.name.clone(),
        }
    }
}
