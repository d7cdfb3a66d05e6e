//! A plot as data: series over two axes. Each medium draws it in its own way.

use super::Emphasis;
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

/// What is measured along one side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// What it is, with its unit.
    pub label: String,
    /// From where to where.
    pub range: [f64; 2],
    /// Places and what stands there; where there are none, the ends and the middle.
    pub ticks: Vec<(f64, String)>,
}

/// Marks of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// For the legend; without a name it is not listed.
    pub name: Option<String>,
    /// The character that stands for a mark where there are only characters, and that tells
    /// series apart without colour.
    pub glyph: char,
    /// Its colour.
    pub emphasis: Emphasis,
    /// Where they lie.
    pub marks: Marks,
}

/// Where the marks of a series lie, in the units of the axes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Single points `[x, y]`.
    Points(Vec<[f64; 2]>),
    /// Points joined by a line, in the order of x.
    Line(Vec<[f64; 2]>),
    /// Samples at `x`, piled up from the lower edge.
    PileUp(Vec<f64>),
    /// Samples at `x`, piled down from the upper edge.
    PileDown(Vec<f64>),
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

impl Axis {
    /// An axis with ticks at its ends and in the middle.
    pub fn new(label: impl Into<String>, range: [f64; 2]) -> Axis {
        Axis { label: label.into(), range, ticks: Vec::new() }
    }

    /// The range of `values` with some air around it; a single value gets room on both sides.
    pub fn around(values: impl Iterator<Item = f64> + Clone) -> [f64; 2] {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if !(low.is_finite() && high.is_finite()) {
            return [0.0, 1.0];
        }
        let air = if high > low { (high - low) * 0.05 } else { low.abs().max(1.0) * 0.5 };
        [low - air, high + air]
    }

    /// The ticks; where none were chosen, both ends and the middle.
    pub fn all_ticks(&self) -> Vec<(f64, String)> {
        if !self.ticks.is_empty() {
            return self.ticks.clone();
        }
        let [low, high] = self.range;
        [low, (low + high) / 2.0, high].map(|at| (at, self.tick_label(at))).to_vec()
    }

    /// A tick's number, as precise as the range asks for.
    fn tick_label(&self, value: f64) -> String {
        let spread = (self.range[1] - self.range[0]).abs();
        let decimals = if spread > 0.0 { (2.0 - spread.log10()).floor().clamp(0.0, 3.0) as usize } else { 2 };
        crate::report::number::short(value, decimals)
    }
}

impl Plot {
    /// Axes without series.
    pub fn new(x: Axis, y: Axis) -> Plot {
        Plot { x, y, series: Vec::new(), references: Vec::new() }
    }

    /// Adds a series.
    pub fn add(&mut self, name: Option<String>, glyph: char, emphasis: Emphasis, marks: Marks) {
        self.series.push(Series { name, glyph, emphasis, marks });
    }

    /// Adds the line `y = f(x)` over the whole axis of x.
    pub fn curve(&mut self, name: Option<String>, emphasis: Emphasis, f: impl Fn(f64) -> f64) {
        const STEPS: usize = 240;
        let [low, high] = self.x.range;
        let x = |step: usize| low + (high - low) * step as f64 / STEPS as f64;
        let points = (0..=STEPS).map(|step| [x(step), f(x(step))]).collect();
        self.add(name, '─', emphasis, Marks::Line(points));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_air_even_around_one_value() {
        assert_eq!(Axis::around([2.0, 2.0].into_iter()), [1.0, 3.0]);
        assert_eq!(Axis::around([].into_iter()), [0.0, 1.0]);
    }

    #[test]
    fn ticks_are_as_precise_as_the_range_asks_for() {
        let labels = |range| Axis::new("x", range).all_ticks().into_iter().map(|(_, label)| label).collect::<Vec<_>>();
        assert_eq!(labels([0.0, 1.0]), ["0", "0.5", "1"]);
        assert_eq!(labels([0.0, 3000.0]), ["0", "1500", "3000"]);
    }
}
