//! Where the axes of a plot lie in its picture.

use super::measure::text_width;
use crate::report::page::{Axis, Marks, Plot};
use crate::report::render::terminal::shorten;

/// A picture's width, and the height of one whose axis of y has numbers.
const SIZE: [f64; 2] = [520.0, 320.0];
/// The height of one name on the axis of y.
const NAME: f64 = 26.0;
/// Names take no more columns than this.
const MOST_COLUMNS: usize = 26;
/// Room on the right and below.
const MARGIN: [f64; 2] = [20.0, 48.0];
/// Room above, without and with what y measures.
const ABOVE: [f64; 2] = [10.0, 34.0];

/// From the units of the axes to those of the picture.
pub(super) struct Frame {
    x: [f64; 2],
    y: [f64; 2],
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// What stands at the axes.
    pub x_ticks: Vec<(f64, String)>,
    pub y_ticks: Vec<(f64, String)>,
}

impl Frame {
    /// Of a plot, with as much room at the left as its ticks need.
    pub fn of(plot: &Plot) -> Frame {
        let y = Axis { range: with_whiskers(plot), ..plot.y.clone() };
        let (x_ticks, y_ticks) = (inside(&plot.x, 6), inside(&y, 5));
        let widest = y_ticks.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
        let top = ABOVE[usize::from(!plot.y.label.is_empty())];
        let height = if plot.y.is_named { top + MARGIN[1] + NAME * plot.y.ticks.len().max(1) as f64 } else { SIZE[1] };
        Frame {
            x: plot.x.range,
            y: y.range,
            width: SIZE[0],
            height,
            left: (widest + 14.0).max(36.0),
            right: SIZE[0] - MARGIN[0],
            top,
            bottom: height - MARGIN[1],
            x_ticks,
            y_ticks,
        }
    }

    pub fn at_x(&self, x: f64) -> f64 {
        self.left + (x - self.x[0]) / (self.x[1] - self.x[0]) * (self.right - self.left)
    }

    pub fn at_y(&self, y: f64) -> f64 {
        self.bottom - (y - self.y[0]) / (self.y[1] - self.y[0]) * (self.bottom - self.top)
    }

    pub fn holds(&self, [x, y]: [f64; 2]) -> bool {
        (self.x[0]..=self.x[1]).contains(&x) && (self.y[0]..=self.y[1]).contains(&y)
    }

    /// The nearest height inside.
    pub fn clamp_y(&self, y: f64) -> f64 {
        self.at_y(y.clamp(self.y[0], self.y[1]))
    }

    /// The nearest place across inside.
    pub fn clamp_x(&self, x: f64) -> f64 {
        self.at_x(x.clamp(self.x[0], self.x[1]))
    }
}

/// The range of y and, where there are any, of the whole whiskers.
fn with_whiskers(plot: &Plot) -> [f64; 2] {
    let whiskers = plot.series.iter().filter_map(|series| match &series.marks {
        Marks::Whiskers(ends) => Some(ends),
        _ => None,
    });
    let ends: Vec<f64> = whiskers.flatten().flat_map(|&[_, low, high]| [low, high]).collect();
    let [low, high] = Axis::around(ends.iter().copied());
    let [from, to] = plot.y.range;
    if ends.is_empty() { [from, to] } else { [from.min(low), to.max(high)] }
}

fn inside(axis: &Axis, most: usize) -> Vec<(f64, String)> {
    let [low, high] = axis.range;
    let ticks = axis.round_ticks(most).into_iter().filter(|(at, _)| (low..=high).contains(at));
    if !axis.is_named {
        return ticks.collect();
    }
    ticks.map(|(at, label)| (at, shorten(&label, MOST_COLUMNS))).collect()
}
