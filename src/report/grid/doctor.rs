//! The table of `melon doctor`: what was found, a line each.

use super::{Grid, GridCell};
use crate::task::doctor::Checkup;
use serde_json::Value;

/// Each fact under its name in JSON.
pub fn doctor(checkup: &Checkup) -> Grid {
    let mut grid = Grid::new(["fact", "value"]);
    let facts = serde_json::to_value(checkup).unwrap_or_default();
    enter("", &facts, &mut grid);
    grid
}

fn enter(path: &str, value: &Value, grid: &mut Grid) {
    let cell: GridCell = match value {
        Value::Object(fields) => {
            let below = |name: &String| if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            return fields.iter().for_each(|(name, value)| enter(&below(name), value, grid));
        }
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ").into(),
        Value::Null => GridCell::Empty,
        Value::Number(number) => number.as_f64().map_or(GridCell::Empty, GridCell::Number),
        Value::Bool(fact) => fact.to_string().into(),
        Value::String(text) => text.clone().into(),
    };
    grid.rows.push(vec![path.into(), cell]);
}
