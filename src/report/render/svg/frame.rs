//! Where the axes of a plot lie in its picture.

use super::measure::text_width;
use crate::report::page::{Axis, Plot};
use crate::report::render::terminal::shorten;

/// A picture's width, and the height of one whose axis of y has numbers.
const SIZE: [f64; 2] = [520.0, 320.0];
/// The height of one name on the axis of y.
const NAME: f64 = 26.0;
/// Names take no more columns than this.
const MOST_COLUMNS: usize = 26;
/// Room on the right, above and below.
const MARGIN: [f64; 3] = [20.0, 34.0, 48.0];

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
        let (x_ticks, y_ticks) = (inside(&plot.x, 6), inside(&plot.y, 5));
        let widest = y_ticks.iter().map(|(_, label)| text_width(label)).fold(0.0, f64::max);
        let height =
            if plot.y.is_named { MARGIN[1] + MARGIN[2] + NAME * plot.y.ticks.len().max(1) as f64 } else { SIZE[1] };
        Frame {
            x: plot.x.range,
            y: plot.y.range,
            width: SIZE[0],
            height,
            left: (widest + 14.0).max(36.0),
            right: SIZE[0] - MARGIN[0],
            top: MARGIN[1],
            bottom: height - MARGIN[2],
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

fn inside(axis: &Axis, most: usize) -> Vec<(f64, String)> {
    let [low, high] = axis.range;
    let ticks = axis.round_ticks(most).into_iter().filter(|(at, _)| (low..=high).contains(at));
    if !axis.is_named {
        return ticks.collect();
    }
    ticks.map(|(at, label)| (at, shorten(&label, MOST_COLUMNS))).collect()
}
