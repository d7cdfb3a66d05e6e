//! A cell of a grid: text, a number in full precision, or nothing.

use crate::data::names;
use serde_json::Value;

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum GridCell {
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

impl GridCell {
    /// As CSV has it: text that reads back as the same number, with a power of ten where it would
    /// be long without.
    pub fn text(&self) -> String {
        match self {
            GridCell::Empty => String::new(),
            GridCell::Text(text) => text.clone(),
            GridCell::Count(n) => n.to_string(),
            GridCell::Number(value) => {
                let (plain, scientific) = (value.to_string(), format!("{value:e}"));
                if scientific.len() < plain.len() && plain.len() > 20 { scientific } else { plain }
            }
        }
    }

    /// As JSON has it: a whole number without a point, and null where there is none.
    pub fn json(&self) -> Value {
        match self {
            GridCell::Empty => Value::Null,
            GridCell::Text(text) => text.as_str().into(),
            GridCell::Count(n) => (*n).into(),
            GridCell::Number(value) if value.is_finite() => {
                serde_json::from_str(&self.text()).unwrap_or((*value).into())
            }
            GridCell::Number(_) => self.text().into(),
        }
    }

    /// The same with the names and values of the built-in tables in English.
    pub fn in_english(&self) -> GridCell {
        match self {
            GridCell::Text(text) => GridCell::Text(names::in_english(text)),
            number => number.clone(),
        }
    }
}

impl From<&str> for GridCell {
    fn from(text: &str) -> GridCell {
        GridCell::Text(text.to_owned())
    }
}

impl From<String> for GridCell {
    fn from(text: String) -> GridCell {
        GridCell::Text(text)
    }
}

impl From<usize> for GridCell {
    fn from(n: usize) -> GridCell {
        GridCell::Count(n)
    }
}

impl From<f64> for GridCell {
    fn from(value: f64) -> GridCell {
        GridCell::Number(value)
    }
}

impl<T: Into<GridCell>> From<Option<T>> for GridCell {
    fn from(value: Option<T>) -> GridCell {
        value.map_or(GridCell::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_is_a_number_and_text_that_looks_like_one_is_text() {
        let cells =
            [GridCell::from(3.0), 0.1.into(), 1e-30.into(), 7_usize.into(), "007".into(), GridCell::from(None::<f64>)];
        assert_eq!(cells.each_ref().map(GridCell::text), ["3", "0.1", "1e-30", "7", "007", ""]);
        assert_eq!(
            cells.map(|cell| cell.json()),
            [json!(3), json!(0.1), json!(1e-30), json!(7), json!("007"), Value::Null]
        );
        assert_eq!(GridCell::from(f64::INFINITY).json(), json!("inf"));
    }
}
