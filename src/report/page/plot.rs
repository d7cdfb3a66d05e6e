//! A plot as data: series over two axes. Each medium draws it in its own way.

use super::{Axis, Emphasis, Marks};
use serde::Serialize;

/// Series over two axes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    /// The axis from left to right.
    pub x: Axis,
    /// The axis from bottom to top.
    pub y: Axis,
    /// Drawn one after the other, later ones on top.
    pub series: Vec<Series>,
    /// Lines that the series are seen against.
    pub references: Vec<Reference>,
}

/// Marks of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// For the legend; without a name it is not listed.
    pub name: Option<String>,
    /// The sign by which a page calls it, where its marks are single ones: `+` for a class, `a` for a model.
    pub symbol: Option<char>,
    /// What it is told apart by, beside its marks.
    pub emphasis: Emphasis,
    /// Where they lie.
    pub marks: Marks,
}

/// A line that the series are seen against.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// At one x, with what it means.
    Vertical(f64, String),
    /// At one y, with what it means.
    Horizontal(f64, String),
}

impl Plot {
    /// Axes without series.
    pub fn new(x: Axis, y: Axis) -> Plot {
        Plot { x, y, series: Vec::new(), references: Vec::new() }
    }

    /// Adds a series.
    pub fn add(&mut self, name: Option<String>, emphasis: Emphasis, marks: Marks) {
        self.series.push(Series { name, symbol: None, emphasis, marks });
    }

    /// Adds a series of single marks that a page calls by this sign.
    pub fn mark(&mut self, name: Option<String>, symbol: char, emphasis: Emphasis, marks: Marks) {
        self.series.push(Series { name, symbol: Some(symbol), emphasis, marks });
    }

    /// Adds the line `y = f(x)` over the whole axis of x.
    pub fn curve(&mut self, name: Option<String>, emphasis: Emphasis, f: impl Fn(f64) -> f64) {
        const STEPS: usize = 240;
        let [low, high] = self.x.range;
        let x = |step: usize| low + (high - low) * step as f64 / STEPS as f64;
        let points = (0..=STEPS).map(|step| [x(step), f(x(step))]).collect();
        self.add(name, emphasis, Marks::Line(points));
    }
}
