//! The cells of a table as a graph reads them, and which samples can be answered.

use super::graph::{Graph, Set, Value};
use super::proto::DataType;
use crate::data::encode::{ColumnEncoder, ColumnEncoding};
use crate::report::export::spelling;

/// The graph with the columns that it has read.
#[derive(Debug, Default)]
pub(super) struct InputGraph {
    pub graph: Graph,
    /// `(n_samples, 1)`, one a column: whether its cell can be used.
    usable: Vec<Value>,
}

/// What becomes of a missing cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Gap<T> {
    /// Without it there is no answer.
    Refused,
    /// This stands in.
    Filled(T),
    /// The model knows what to do.
    Known,
}

/// The column of a feature.
pub(super) enum InputColumn {
    /// `(n_samples, 1)`; NaN where missing.
    Number(Value),
    /// Categories.
    Level(LevelColumn),
}

/// A categorical column.
pub(super) struct LevelColumn {
    /// `(n_samples)`: the level's place; `n` where missing, and `n + 1` for an unknown word.
    pub place: Value,
    /// How many levels there are.
    pub n: usize,
}

impl InputGraph {
    /// A numeric column.
    pub fn number(&mut self, name: &str, gap: Gap<f64>) -> Value {
        let input = self.graph.input(name, DataType::Double);
        let missing = self.graph.op("IsNaN", &[&input]);
        let cell = match gap {
            Gap::Filled(stand_in) => {
                let stand_in = self.graph.row(&[stand_in]);
                self.graph.op("Where", &[&missing, &stand_in, &input])
            }
            Gap::Refused | Gap::Known => input,
        };
        let infinite = self.graph.op("IsInf", &[&cell]);
        let unusable = if gap == Gap::Refused { self.graph.op("Or", &[&infinite, &missing]) } else { infinite };
        let usable = self.graph.op("Not", &[&unusable]);
        self.usable.push(usable);
        cell
    }

    /// A categorical column, in the order of `levels`, which are known by all their names; an
    /// empty word is a missing cell.
    pub fn level(&mut self, name: &str, levels: &[String], gap: Gap<&str>) -> LevelColumn {
        let input = self.graph.input(name, DataType::String);
        let n = levels.len();
        let place = |level: &str| levels.iter().position(|own| own == level).unwrap_or(n + 1);
        let own = levels.iter().map(String::as_str).zip(0..);
        let others = spelling::others(levels).into_iter().map(|(spelling, level)| (spelling, place(level)));
        let missing = match gap {
            Gap::Refused => n + 1,
            Gap::Filled(level) => place(level),
            Gap::Known => n,
        };
        let keys: Vec<(&str, usize)> = own.chain(others).chain([("", missing)]).collect();
        let attributes = vec![
            Set::Strings("keys_strings", keys.iter().map(|(word, _)| (*word).to_owned()).collect()),
            Set::Ints("values_int64s", keys.iter().map(|(_, place)| *place as i64).collect()),
            Set::Int("default_int64", n as i64 + 1),
        ];
        let code = self.graph.ml("LabelEncoder", &[&input], attributes);
        let unknown = self.graph.ints(&[1, 1], vec![n as i64 + 1]);
        let usable = self.graph.op("Less", &[&code, &unknown]);
        self.usable.push(usable);
        let flat = self.graph.ints(&[1], vec![-1]);
        LevelColumn { place: self.graph.op("Reshape", &[&code, &flat]), n }
    }

    /// A column as its encoder reads it: numbers centred and scaled.
    pub fn encoded(&mut self, column: &ColumnEncoder) -> InputColumn {
        match &column.kind {
            ColumnEncoding::Numeric { center, scale, impute } => {
                let cell = self.number(&column.name, impute.map_or(Gap::Refused, Gap::Filled));
                if (*center, *scale) == (0.0, 1.0) {
                    return InputColumn::Number(cell);
                }
                let shifted = self.graph.minus(&cell, &[*center]);
                InputColumn::Number(self.graph.times(&shifted, &[1.0 / scale]))
            }
            ColumnEncoding::Categorical { levels, impute } => {
                let gap = impute.as_deref().map_or(Gap::Refused, Gap::Filled);
                InputColumn::Level(self.level(&column.name, levels, gap))
            }
        }
    }

    /// The row of `rows` (one a level) that belongs to each sample, `(n_samples, width)`; `missing`
    /// where the cell is missing.
    pub fn look_up(&mut self, level: &LevelColumn, mut rows: Vec<Vec<f64>>, missing: Vec<f64>) -> Value {
        debug_assert_eq!(rows.len(), level.n);
        let unknown = vec![0.0; missing.len()];
        rows.extend([missing, unknown]);
        let table = self.graph.table(&rows);
        self.graph.op_with("Gather", &[&table, &level.place], vec![Set::Int("axis", 0)])
    }

    /// `(n_samples, 1)`: whether every cell could be used.
    pub fn usable(&mut self) -> Value {
        let all = std::mem::take(&mut self.usable);
        let mut all = all.into_iter();
        let Some(first) = all.next() else { return self.graph.flags(&[true]) };
        all.fold(first, |both, next| self.graph.op("And", &[&both, &next]))
    }

    /// `values`, and NaN where a cell could not be used.
    pub fn where_usable(&mut self, values: &Value) -> Value {
        let (usable, nan) = (self.usable(), self.graph.row(&[f64::NAN]));
        self.graph.op("Where", &[&usable, values, &nan])
    }
}
