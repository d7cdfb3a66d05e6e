//! `--script`: the model and the rows for Python or R.

use super::super::export::in_english;
use super::super::failure::Failure;
use super::super::output::OutputNames;
use crate::data::names::{self, display_name};
use crate::data::{Feature, Table};
use crate::report::grid::{Grid, GridCell};
use crate::report::script::{Analysis, Applied, NoScript};
use crate::task::Predictor;

/// The cells that a model looks at, gathered while the rows go by; nothing where no script is wanted.
pub(super) struct ScriptRows {
    features: Vec<Feature>,
    names: OutputNames,
    rows: Option<Vec<Vec<GridCell>>>,
}

impl ScriptRows {
    pub fn new(predictor: &Predictor, names: OutputNames, is_wanted: bool) -> ScriptRows {
        ScriptRows { features: predictor.model().features(), names, rows: is_wanted.then(Vec::new) }
    }

    /// These rows, too.
    pub fn add(&mut self, table: &Table) {
        let Some(rows) = &mut self.rows else { return };
        let columns: Vec<_> = self.features.iter().map(|feature| found(feature, table)).collect();
        let is_english = self.names == OutputNames::English;
        rows.extend((0..table.n_rows()).map(|row| {
            let cells = self.features.iter().zip(&columns).map(|(feature, column)| {
                let cell = column.and_then(|column| column.text(row));
                let levels = feature.levels.iter().flatten().map(String::as_str);
                let cell =
                    cell.map(|cell| names::resolve(&cell, levels.collect::<Vec<_>>()).unwrap_or(&cell).to_owned());
                GridCell::from(cell.map(|cell| display_name(&cell, is_english)))
            });
            cells.collect()
        }));
    }

    /// The script of the model and of these rows.
    pub fn analysis(self, predictor: Predictor, command: String) -> Result<Result<Analysis, NoScript>, Failure> {
        let is_english = self.names == OutputNames::English;
        let header = self.features.iter().map(|feature| display_name(&feature.name, is_english)).collect();
        let predictor = if is_english { in_english(predictor) } else { predictor };
        let rows = Grid { header, rows: self.rows.unwrap_or_default() };
        Ok(Ok(Analysis::Applied(Applied { command, predictor, rows })))
    }
}

fn found<'a>(feature: &Feature, table: &'a Table) -> Option<&'a crate::data::Column> {
    let name = names::resolve(&feature.name, table.columns.iter().map(|column| column.name.as_str()))?;
    table.columns.iter().find(|column| column.name == name)
}
