//! Cells of a record batch, as the program reads cells.

use crate::data::read::passes::{CellError, ColumnReader, RawCells};
use crate::data::table::{Column, MISSING, Values};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, UInt64Array};
use datafusion::arrow::compute::{cast, take};
use datafusion::arrow::datatypes::{DataType, Float64Type};
use datafusion::arrow::error::ArrowError;
use datafusion::error::DataFusionError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Cells that cannot be read as they are to be; or an error.
pub enum BatchError {
    Cell(CellError),
    Changed,
    Failed(DataFusionError),
}

/// Whether cells of this type are numbers.
fn is_number(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, values) => is_number(values),
        kind => kind.is_numeric(),
    }
}

/// The cells of column `at` of the table; `tokens` takes in texts that stand for missing ones.
pub fn values(
    reading: &ColumnReader,
    at: usize,
    column: &ArrayRef,
    tokens: &mut BTreeSet<String>,
) -> Result<Values, BatchError> {
    if is_number(column.data_type()) {
        let cells = cast(column, &DataType::Float64).map_err(failed)?;
        let cells = cells.as_primitive::<Float64Type>();
        let numbers = match cells.null_count() {
            0 => cells.values().to_vec(),
            _ => cells.iter().map(|cell| cell.unwrap_or(f64::NAN)).collect(),
        };
        return reading.values(at, RawCells::Numbers(numbers), tokens).map_err(BatchError::Cell);
    }
    let cells = cast(column, &DataType::Utf8).map_err(failed)?;
    let texts = cells.as_string::<i32>().iter().collect();
    reading.values(at, RawCells::Words(texts), tokens).map_err(BatchError::Cell)
}

/// The cells at `rows`.
pub fn taken(column: &ArrayRef, rows: &[usize]) -> Result<ArrayRef, BatchError> {
    let rows: UInt64Array = rows.iter().map(|&row| row as u64).collect();
    take(column, &rows, None).map_err(failed)
}

fn failed(error: ArrowError) -> BatchError {
    BatchError::Failed(error.into())
}

/// Puts cells behind others of their kind.
pub fn append(before: &mut Values, later: Values) {
    match (before, later) {
        (Values::Numbers(cells), Values::Numbers(later)) => cells.extend(later),
        (Values::Words { levels, codes }, Values::Words { levels: new, codes: later }) => {
            let place = |level: String| {
                levels.iter().position(|known| *known == level).unwrap_or_else(|| {
                    levels.push(level);
                    levels.len() - 1
                }) as u32
            };
            let map: Vec<u32> = new.into_iter().map(place).collect();
            codes.extend(later.into_iter().map(|code| map.get(code as usize).copied().unwrap_or(MISSING)));
        }
        _ => unreachable!("a column keeps its kind"),
    }
}

/// Cells on their way.
#[derive(Debug, Serialize, Deserialize)]
pub enum Kept {
    /// `None` where one is missing.
    Numbers(Vec<Option<f64>>),
    Words(Vec<Option<String>>),
}

impl From<Values> for Kept {
    fn from(values: Values) -> Self {
        match values {
            Values::Numbers(cells) => {
                Kept::Numbers(cells.into_iter().map(|cell| Some(cell).filter(|cell| !cell.is_nan())).collect())
            }
            Values::Words { levels, codes } => {
                Kept::Words(codes.into_iter().map(|code| levels.get(code as usize).cloned()).collect())
            }
        }
    }
}

impl From<Kept> for Values {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Numbers(cells) => Values::Numbers(cells.into_iter().map(|cell| cell.unwrap_or(f64::NAN)).collect()),
            Kept::Words(cells) => Column::words("", cells.iter().map(Option::as_deref)).values,
        }
    }
}
