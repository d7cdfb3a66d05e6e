//! Logarithmic axes.

use crate::report::number::{grouped, short};
use crate::report::page::Axis;

/// An axis around positive numbers, each of which lies at its [`place`].
pub(super) fn axis(label: &str, numbers: impl Iterator<Item = f64> + Clone) -> Axis {
    let range = Axis::around(numbers.map(place));
    Axis { ticks: ticks(range), ..Axis::new(label, range) }
}

/// Where a positive number lies: its base-10 logarithm.
pub(super) fn place(number: f64) -> f64 {
    number.log10()
}

/// The places of 1, 3, 10, 30, ...; on a long axis only those of whole powers of ten.
fn ticks(range: [f64; 2]) -> Vec<(f64, String)> {
    let [low, high] = range;
    let steps: &[f64] = match high - low {
        span if span > 5.0 => &[1.0],
        span if span > 1.0 => &[1.0, 3.0],
        _ => &[1.0, 2.0, 3.0, 5.0, 7.0],
    };
    let every = ((high - low) / 8.0).ceil().max(1.0) as i32;
    let powers = (low.floor() as i32..=high.ceil() as i32).filter(|power| power.rem_euclid(every) == 0);
    let numbers = powers.flat_map(|power| steps.iter().map(move |step| step * 10f64.powi(power)));
    let inside = numbers.map(|n| (n.log10(), n)).filter(|(x, _)| (low..=high).contains(x));
    inside.map(|(x, n)| (x, label(n))).collect()
}

/// `3,000`, and from ten million on `3e7`.
fn label(number: f64) -> String {
    if number >= 1e7 {
        format!("{number:e}")
    } else if number >= 1.0 {
        grouped(number.round() as usize)
    } else {
        short(number, 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_numbers_inside_the_range() {
        let labels = |range| ticks(range).into_iter().map(|(_, label)| label).collect::<Vec<_>>();
        assert_eq!(labels([0.6, 3.5]), ["10", "30", "100", "300", "1,000", "3,000"]);
        assert_eq!(labels([0.0, 12.0]), ["1", "100", "10,000", "1,000,000", "1e8", "1e10", "1e12"]);
        assert_eq!(labels([0.7, 1.1]), ["7", "10"]);
        assert_eq!(labels([3.9, 5.6]), ["10,000", "30,000", "100,000", "300,000"]);
    }
}
