//! The table at the heart of each result, as rows of cells: what CSV writes.
//!
//! | command    | its table                                                            |
//! |------------|----------------------------------------------------------------------|
//! | `data list`, `data show` | the built-in tables; the rows of one                   |
//! | `classify` | the coefficients, or naive Bayes' probabilities; with `--melon` the predictions |
//! | `tree`     | the rules; with `--trace` every candidate; with `--melon` the predictions |
//! | `regress`  | the coefficients; with `--melon` the predictions                       |
//! | `curve`    | one line a model and size                                              |
//! | `scale`    | one line a size and task                                               |
//! | `cluster`  | sizes and centroids; with `--k-range` one line a `k`                   |
//! | `pretrain`, `finetune` | the losses, one line an evaluation                         |
//! | `pretrain --model ngram` | what was counted, one line a length                      |
//! | `generate`, `score` | one line a token                                             |
//! | `ladder`, `compare` | one line a model                                             |
//! | `lab`      | one line a lab, or a question                                         |
//! | `doctor`   | one line a fact                                                       |
//! | `explain`  | one line a term                                                       |
//! | `teach`    | one line a step of the lesson                                         |
//!
//! Names are the data's own, unless they are asked for [in English](Grid::in_english), and numbers have
//! full precision.

mod cell;
mod compare;
mod doctor;
mod experiments;
mod explain;
mod fits;
mod lab;
mod language;
mod teach;
mod tree;

pub use cell::GridCell;
pub use compare::comparison;
pub use doctor::doctor;
pub use experiments::{curve, scale};
pub use explain::glossary;
pub use fits::{classification, clustering, regression};
pub use lab::{lab_key, lab_list, lab_questions};
pub use language::{counted, generation, ladder, losses, score};
pub use teach::teach;

use crate::data::catalogue::{self, TableSource};
use crate::data::{Column, Table, Values, names};

/// Named columns of cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// One name a column.
    pub header: Vec<String>,
    /// One cell a column.
    pub rows: Vec<Vec<GridCell>>,
}

impl Grid {
    fn new<S: Into<String>>(header: impl IntoIterator<Item = S>) -> Grid {
        Grid { header: header.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// The same with the names and values of the built-in tables in English.
    pub fn in_english(self) -> Grid {
        let header = self.header.iter().map(|name| names::in_english(name)).collect();
        let line = |cells: &Vec<GridCell>| cells.iter().map(GridCell::in_english).collect();
        Grid { header, rows: self.rows.iter().map(line).collect() }
    }

    /// One map a row, for JSON: numbers as numbers, empty cells as null.
    pub fn records(&self) -> Vec<serde_json::Map<String, serde_json::Value>> {
        let record = |row: &Vec<GridCell>| self.header.iter().cloned().zip(row.iter().map(GridCell::json)).collect();
        self.rows.iter().map(record).collect()
    }
}

fn bounds(interval: Option<[f64; 2]>) -> [GridCell; 2] {
    interval.map_or([GridCell::Empty, GridCell::Empty], |ends| ends.map(GridCell::from))
}

/// A table of data as it is.
pub fn table(table: &Table) -> Grid {
    let mut grid = Grid::new(table.columns.iter().map(|column| column.name.clone()));
    let cell = |column: &Column, row: usize| match &column.values {
        Values::Numbers(cells) => Some(cells[row]).filter(|value| !value.is_nan()).into(),
        Values::Words { .. } => column.text(row).map(|text| text.into_owned()).into(),
    };
    grid.rows = (0..table.n_rows()).map(|row| table.columns.iter().map(|column| cell(column, row)).collect()).collect();
    grid
}

/// The built-in tables.
pub fn catalogue() -> Grid {
    let mut grid = Grid::new(["name", "rows", "columns", "source"]);
    for entry in catalogue::catalogue() {
        let source = match entry.source {
            TableSource::Textbook { table } => table,
            TableSource::Own => "own",
            TableSource::Synthetic => "synthetic",
        };
        grid.rows.push(vec![entry.name.into(), entry.n_rows.into(), entry.columns.join(" ").into(), source.into()]);
    }
    grid
}

/// Comma-separated, as RFC 4180 says, with `\n` at line ends.
pub fn csv(grid: &Grid) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = grid.rows.iter().map(|row| row.iter().map(GridCell::text).collect());
    for record in std::iter::once(grid.header.clone()).chain(rows) {
        writer.write_record(record).expect("a Vec takes any record of the header's length");
    }
    String::from_utf8(writer.into_inner().expect("a Vec can always be flushed")).expect("made of strings")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixtures;

    #[test]
    fn coefficients_keep_full_precision_and_own_names() {
        let text = csv(&classification(&fixtures::melons()));
        assert!(text.starts_with("term,estimate,std_error,z,p_value,low,high,odds_ratio\n(Intercept),-0.5615"));
        let dark = text.lines().find_map(|line| line.strip_prefix("色泽=乌黑,")).unwrap();
        let estimate: f64 = dark.split(',').next().unwrap().parse().unwrap();
        let result = fixtures::melons();
        let known = result.coefficients.iter().find(|c| c.term == "色泽=乌黑").unwrap();
        assert_eq!(Some(estimate), known.estimate, "not one digit is lost");
    }

    #[test]
    fn answers_take_the_place_of_coefficients() {
        let text = csv(&classification(&fixtures::melons_with_answer()));
        assert!(text.starts_with("色泽,根蒂,敲声,P(否),P(是),predicted\n青绿,蜷缩,浊响,0.3328"), "{text}");
        assert!(text.ends_with(",是\n"));
    }
}
