//! What the user says about the columns.

use super::SchemaError;
use crate::data::names;
use crate::data::table::Table;

/// What a dataset is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The target is a class.
    Classify,
    /// The target is a number.
    Regress,
    /// There is no target; a column of labels may be compared with the clusters.
    Cluster,
}

/// What the user says about the columns; what is empty is decided by [`select`](super::select). Names may
/// be given in Chinese or in English.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    /// The column to be learned.
    pub target: Option<String>,
    /// The features; empty for all that are neither id, outcome nor target.
    pub features: Vec<String>,
    /// Columns to leave out.
    pub drop: Vec<String>,
    /// Columns to be read as categories.
    pub categorical: Vec<String>,
    /// Columns to be read as numbers.
    pub numeric: Vec<String>,
    /// The column to compare the clusters with; never a feature.
    pub labels: Option<String>,
    /// What to do about missing cells.
    pub missing: MissingPolicy,
}

impl Selection {
    /// With every list cut into the names that the table knows.
    pub(super) fn resolved(&self, table: &Table) -> Selection {
        let known: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let listed = |typed: &[String]| names::listed(typed, known.clone());
        Selection {
            features: listed(&self.features),
            drop: listed(&self.drop),
            categorical: listed(&self.categorical),
            numeric: listed(&self.numeric),
            ..self.clone()
        }
    }
}

/// What to do about missing cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MissingPolicy {
    /// Stop and say where they are.
    #[default]
    Error,
    /// Leave out the rows that have any.
    Drop,
    /// Keep them; the encoder puts the mean or the most frequent value of the rows that it
    /// is fitted on, so that a cross-validation never looks at the rows it holds out.
    Impute,
}

/// Where the column is that `asked` means.
pub(super) fn position(table: &Table, asked: &str) -> Result<usize, SchemaError> {
    let known = table.columns.iter().map(|column| column.name.as_str());
    let found = names::resolve(asked, known.clone());
    let at = found.and_then(|name| table.columns.iter().position(|column| column.name == name));
    at.ok_or_else(|| SchemaError::UnknownColumn {
        asked: asked.to_owned(),
        nearest: names::nearest(asked, known.clone()),
        known: known.map(str::to_owned).collect(),
    })
}
