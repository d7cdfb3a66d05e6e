//! The axes of a plot.

use crate::math;
use crate::report::number::{grouped, rounded, short};
use serde::Serialize;

/// What is measured along one side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// What it is, with its unit.
    pub label: String,
    /// From where to where.
    pub range: [f64; 2],
    /// Places and what stands there; where there are none, each medium chooses.
    pub ticks: Vec<(f64, String)>,
    /// Whether the places have names instead of numbers.
    pub is_named: bool,
}

impl Axis {
    /// An axis whose ticks are chosen by the medium.
    pub fn new(label: impl Into<String>, range: [f64; 2]) -> Axis {
        Axis { label: label.into(), range, ticks: Vec::new(), is_named: false }
    }

    /// An axis of y with a name at each height: the first at the top, at the height `n - 1`,
    /// the last at 0.
    pub fn named(label: impl Into<String>, names: impl IntoIterator<Item = String>) -> Axis {
        let names: Vec<String> = names.into_iter().collect();
        let n = names.len() as f64;
        let ticks = names.into_iter().enumerate().map(|(at, name)| (n - 1.0 - at as f64, name)).collect();
        Axis { label: label.into(), range: [-0.5, n.max(1.0) - 0.5], ticks, is_named: true }
    }

    /// The range of `values` with some air around it; a single value gets room on both sides.
    pub fn around(values: impl Iterator<Item = f64>) -> [f64; 2] {
        let [low, high] = math::least_and_largest(values);
        if !(low.is_finite() && high.is_finite()) {
            return [0.0, 1.0];
        }
        let air = if high > low { (high - low) * 0.05 } else { low.abs().max(1.0) * 0.5 };
        [low - air, high + air]
    }

    /// From 0 to beyond the largest of `values`, as bars want it.
    pub fn from_zero(values: impl Iterator<Item = f64>) -> [f64; 2] {
        let high = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        [0.0, if high > 0.0 { high * 1.05 } else { 1.0 }]
    }

    /// The ticks; where none were chosen, both ends and the middle.
    pub fn all_ticks(&self) -> Vec<(f64, String)> {
        if !self.ticks.is_empty() {
            return self.ticks.clone();
        }
        let [low, high] = self.range;
        [low, (low + high) / 2.0, high].map(|at| (at, self.tick_label(at))).to_vec()
    }

    /// The ticks; where none were chosen, about `most` at round numbers.
    pub fn round_ticks(&self, most: usize) -> Vec<(f64, String)> {
        let [low, high] = self.range;
        let spread = high - low;
        if !self.ticks.is_empty() || spread.is_nan() || spread <= 0.0 {
            return self.all_ticks();
        }
        let step = round_step(spread / (most + 1) as f64);
        let [first, last] = [(low / step - 1e-9).ceil(), (high / step + 1e-9).floor()];
        let decimals = (-step.log10()).ceil().max(0.0) as usize;
        (0..=(last - first) as usize).map(|n| (first + n as f64) * step).map(|at| (at, label(at, decimals))).collect()
    }

    /// A tick's number, as precise as the range asks for.
    fn tick_label(&self, value: f64) -> String {
        let spread = (self.range[1] - self.range[0]).abs();
        let decimals = if spread > 0.0 { (2.0 - spread.log10()).floor().clamp(0.0, 3.0) as usize } else { 2 };
        short(value, decimals)
    }
}

/// The next of 1, 2, 5, 10, 20, ... from `least` on.
fn round_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= least * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

fn label(value: f64, decimals: usize) -> String {
    match value.abs() {
        size if size >= 1e6 || decimals > 6 => {
            if size < 1e-300 {
                "0".to_owned()
            } else {
                format!("{value:.2e}")
            }
        }
        size if size >= 1e4 && value > 0.0 && decimals == 0 => grouped(value.round() as usize),
        _ => rounded(value, decimals),
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

    #[test]
    fn round_ticks_are_round_and_inside() {
        let labels = |range| Axis::new("x", range).round_ticks(5).into_iter().map(|(_, l)| l).collect::<Vec<_>>();
        assert_eq!(labels([0.0, 1.0]), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(labels([-1.3, 3.2]), ["-1", "0", "1", "2", "3"]);
        assert_eq!(labels([0.0, 60_000.0]), ["0", "10,000", "20,000", "30,000", "40,000", "50,000", "60,000"]);
        assert_eq!(labels([0.241, 0.267]), ["0.245", "0.250", "0.255", "0.260", "0.265"]);
        assert_eq!(labels([2.0, 2.0]).len(), 3, "no range, no steps");
    }

    #[test]
    fn names_stand_from_top_to_bottom() {
        let axis = Axis::named("", ["a", "b"].map(str::to_owned));
        assert_eq!((axis.range, &axis.ticks[0]), ([-0.5, 1.5], &(1.0, "a".to_owned())));
    }
}
