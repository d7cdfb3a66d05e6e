//! A cell of a table: a number with its precision, a share, an interval, a name, a bar.

use super::{Emphasis, Text};
use crate::report::number;
use serde::Serialize;

/// A value, and whether it stands out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// The value that the cell shows.
    pub value: CellValue,
    /// How it stands out, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Emphasis>,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// A cell with nothing in it.
    Empty,
    /// A dash: the figure is not defined.
    Undefined,
    /// A name or words.
    Text(Text),
    /// A number of things.
    Count(usize),
    /// A number with fixed decimals.
    Number {
        /// The number, in full precision.
        value: f64,
        /// Decimals shown.
        decimals: usize,
    },
    /// A number with its sign and two decimals.
    Signed(f64),
    /// A share as a whole percentage: `76%`.
    Share(f64),
    /// A probability with one decimal, never rounded to certainty: `66.7%`.
    Probability(f64),
    /// A p-value.
    PValue(f64),
    /// An interval of shares: `10%–50%`.
    ShareInterval([f64; 2]),
    /// An interval of numbers.
    Interval {
        /// Its ends.
        ends: [f64; 2],
        /// Decimals shown.
        decimals: usize,
    },
    /// A number and its interval: `0.77 [0.61 … 0.92]`.
    Estimate {
        /// The number inside its interval.
        value: f64,
        /// The ends of its interval.
        ends: [f64; 2],
        /// Decimals shown.
        decimals: usize,
    },
    /// A number in the middle of its interval: `40.8 ±7.1`.
    PlusMinus {
        /// The number in the middle.
        value: f64,
        /// Half its interval.
        half: f64,
        /// Decimals shown.
        decimals: usize,
    },
    /// A bar of a share, 0 to 1.
    Bar(f64),
    /// A bar of a share on a track that shows the whole.
    Gauge(f64),
    /// A bar to the left of an axis for negative values, to its right for positive ones.
    SignedBar {
        /// Its length.
        value: f64,
        /// The length that fills its side.
        largest: f64,
    },
    /// Numbers from 0 to 1 as shades.
    Shades(Vec<f64>),
}

impl Cell {
    /// A cell with nothing in it.
    pub fn empty() -> Cell {
        CellValue::Empty.into()
    }

    /// A dash.
    pub fn undefined() -> Cell {
        CellValue::Undefined.into()
    }

    /// A number with `decimals` decimals, or a dash.
    pub fn number(value: impl Into<Option<f64>>, decimals: usize) -> Cell {
        Cell::defined(value, |value| CellValue::Number { value, decimals })
    }

    /// A number with its sign and two decimals, or a dash.
    pub fn signed(value: impl Into<Option<f64>>) -> Cell {
        Cell::defined(value, CellValue::Signed)
    }

    /// A whole percentage, or a dash.
    pub fn share(value: impl Into<Option<f64>>) -> Cell {
        Cell::defined(value, CellValue::Share)
    }

    /// A probability, or a dash.
    pub fn probability(value: impl Into<Option<f64>>) -> Cell {
        Cell::defined(value, CellValue::Probability)
    }

    /// A p-value, or a dash.
    pub fn p_value(value: impl Into<Option<f64>>) -> Cell {
        Cell::defined(value, CellValue::PValue)
    }

    /// An interval of numbers, or a dash.
    pub fn interval(ends: impl Into<Option<[f64; 2]>>, decimals: usize) -> Cell {
        ends.into().map_or(CellValue::Undefined, |ends| CellValue::Interval { ends, decimals }).into()
    }

    /// An interval of shares, or a dash.
    pub fn share_interval(ends: impl Into<Option<[f64; 2]>>) -> Cell {
        ends.into().map_or(CellValue::Undefined, CellValue::ShareInterval).into()
    }

    /// A number and its interval, if it has one.
    pub fn estimate(value: f64, ends: impl Into<Option<[f64; 2]>>, decimals: usize) -> Cell {
        ends.into().map_or(Cell::number(value, decimals), |ends| CellValue::Estimate { value, ends, decimals }.into())
    }

    /// A number in the middle of its interval.
    pub fn plus_minus(value: f64, [low, high]: [f64; 2], decimals: usize) -> Cell {
        // An interval that is cut off at the end of what can be reaches as far to the other side.
        CellValue::PlusMinus { value, half: (high - value).max(value - low), decimals }.into()
    }

    /// A bar of a share.
    pub fn bar(share: f64, emphasis: Emphasis) -> Cell {
        Cell::from(CellValue::Bar(share)).with(emphasis)
    }

    /// A bar of a share on its track.
    pub fn gauge(share: f64, emphasis: Emphasis) -> Cell {
        Cell::from(CellValue::Gauge(share)).with(emphasis)
    }

    /// The cell with an emphasis.
    pub fn with(self, emphasis: Emphasis) -> Cell {
        Cell { emphasis: Some(emphasis), ..self }
    }

    fn defined(value: impl Into<Option<f64>>, of: impl Fn(f64) -> CellValue) -> Cell {
        value.into().map_or(CellValue::Undefined, of).into()
    }

    /// The cell in characters; `None` for a drawing, which each medium draws in its own way.
    pub fn text(&self) -> Option<Text> {
        let plain = match &self.value {
            CellValue::Empty => String::new(),
            CellValue::Undefined => "–".to_owned(),
            CellValue::Text(text) if self.emphasis.is_none() => return Some(text.clone()),
            CellValue::Text(text) => text.plain(),
            CellValue::Count(n) => number::grouped(*n),
            CellValue::Number { value, decimals } => number::fixed(*value, *decimals),
            CellValue::Signed(value) => number::signed(*value),
            CellValue::Share(share) => number::percent(*share),
            CellValue::Probability(p) => number::probability(*p),
            CellValue::PValue(p) => number::p_value(Some(*p)),
            CellValue::ShareInterval(ends) => number::percent_interval(*ends),
            CellValue::Interval { ends: [low, high], decimals } => {
                format!("{} … {}", number::fixed(*low, *decimals), number::fixed(*high, *decimals))
            }
            CellValue::Estimate { value, ends, decimals } => {
                let [value, low, high] = [*value, ends[0], ends[1]].map(|number| number::rounded(number, *decimals));
                format!("{value} [{low} … {high}]")
            }
            CellValue::PlusMinus { value, half, decimals } => {
                format!("{} ±{}", number::rounded(*value, *decimals), number::rounded(*half, *decimals))
            }
            CellValue::Bar(_) | CellValue::Gauge(_) | CellValue::SignedBar { .. } | CellValue::Shades(_) => {
                return None;
            }
        };
        Some(self.emphasis.map_or_else(|| Text::from(plain.as_str()), |emphasis| Text::emphasised(emphasis, &plain)))
    }
}

impl From<CellValue> for Cell {
    fn from(value: CellValue) -> Cell {
        Cell { value, emphasis: None }
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Cell {
        if text.is_empty() { Cell::empty() } else { CellValue::Text(text).into() }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Text::from(text).into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Text::from(text).into()
    }
}

impl From<usize> for Cell {
    fn from(n: usize) -> Cell {
        CellValue::Count(n).into()
    }
}
