//! A cell of a grid: text, a number in full precision, or nothing.

use crate::data::names;
use serde_json::Value;

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// A figure that is not defined, or a value that is missing.
    #[default]
    Empty,
    /// A name or words.
    Text(String),
    /// A number of things.
    Count(usize),
    /// Any other number.
    Number(f64),
}

impl Cell {
    /// As CSV has it: text that reads back as the same number, with a power of ten where it would
    /// be long without.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Count(n) => n.to_string(),
            Cell::Number(value) => {
                let (plain, scientific) = (value.to_string(), format!("{value:e}"));
                if scientific.len() < plain.len() && plain.len() > 20 { scientific } else { plain }
            }
        }
    }

    /// As JSON has it: a whole number without a point, and null where there is none.
    pub fn json(&self) -> Value {
        match self {
            Cell::Empty => Value::Null,
            Cell::Text(text) => text.as_str().into(),
            Cell::Count(n) => (*n).into(),
            Cell::Number(value) if value.is_finite() => serde_json::from_str(&self.text()).unwrap_or((*value).into()),
            Cell::Number(_) => self.text().into(),
        }
    }

    /// The same with the names and values of the built-in tables in English.
    pub fn in_english(&self) -> Cell {
        match self {
            Cell::Text(text) => Cell::Text(names::in_english(text)),
            number => number.clone(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(n: usize) -> Cell {
        Cell::Count(n)
    }
}

impl From<f64> for Cell {
    fn from(value: f64) -> Cell {
        Cell::Number(value)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_is_a_number_and_text_that_looks_like_one_is_text() {
        let cells = [Cell::from(3.0), 0.1.into(), 1e-30.into(), 7_usize.into(), "007".into(), Cell::from(None::<f64>)];
        assert_eq!(cells.each_ref().map(Cell::text), ["3", "0.1", "1e-30", "7", "007", ""]);
        assert_eq!(
            cells.map(|cell| cell.json()),
            [json!(3), json!(0.1), json!(1e-30), json!(7), json!("007"), Value::Null]
        );
        assert_eq!(Cell::from(f64::INFINITY).json(), json!("inf"));
    }
}
