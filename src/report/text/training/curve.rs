//! The losses of a run over its steps.

use crate::report::layout::Page;
use crate::report::plot::Plot;
use crate::report::style::{Ink, ink};
use crate::report::words::train as words;
use crate::train::Evaluation;

/// Rows of the plot.
const ROWS: usize = 12;
/// The columns of the ticks at its left.
const MARGIN: usize = 8;
const TRAIN: (char, Ink) = ('●', Ink::Group(3));
const VALIDATION: (char, Ink) = ('○', Ink::Group(0));

/// Both losses, and what knowing nothing would cost; `legends` of training and validation.
pub(super) fn curve(history: &[Evaluation], uniform_nats: f64, legends: [&str; 2], page: &mut Page) {
    let lang = page.style.lang;
    let series = |loss: fn(&Evaluation) -> Option<f64>| -> Vec<(f64, f64)> {
        history.iter().filter_map(|evaluation| Some((evaluation.step as f64, loss(evaluation)?))).collect()
    };
    let (train, validation) = (series(|e| e.train_loss_nats), series(|e| e.val_loss_nats));
    let last_step = history.last().map_or(0, |evaluation| evaluation.step);
    if last_step == 0 {
        return;
    }
    page.heading(words::Curve.text(lang));
    let losses = train.iter().chain(&validation).map(|&(_, loss)| loss);
    let y_range = Plot::range(losses.chain([uniform_nats]).collect::<Vec<_>>().into_iter());
    let columns = (page.inner_width() - MARGIN).min(72);
    let mut plot = Plot::new([0.0, last_step as f64], y_range, columns, ROWS);
    plot.curve(|_| uniform_nats, Ink::Faint);
    for (points, (glyph, colour)) in [(&train, TRAIN), (&validation, VALIDATION)] {
        plot.curve(|x| between(points, x), colour);
        points.iter().for_each(|&(x, y)| plot.point(x, y, glyph, colour));
    }
    page.block(plot.lines(words::CurveX.text(lang), words::CurveY.text(lang)));
    let mut legend = vec![format!("{} {}", ink(TRAIN.1, TRAIN.0), legends[0])];
    if !validation.is_empty() {
        legend.push(format!("{} {}", ink(VALIDATION.1, VALIDATION.0), legends[1]));
    }
    legend.push(format!("{} {}", ink(Ink::Faint, '⠒'), words::LegendUniform.text(lang)));
    page.block(legend);
}

/// The height at `x` of the straight lines from point to point; NaN beyond them.
fn between(points: &[(f64, f64)], x: f64) -> f64 {
    let after = points.windows(2).find(|pair| (pair[0].0..=pair[1].0).contains(&x));
    after.map_or(f64::NAN, |pair| {
        let share = (x - pair[0].0) / (pair[1].0 - pair[0].0);
        pair[0].1 + share * (pair[1].1 - pair[0].1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_joined_by_straight_lines() {
        let points = [(0.0, 4.0), (10.0, 2.0), (20.0, 3.0)];
        assert_eq!([5.0, 10.0, 15.0].map(|x| between(&points, x)), [3.0, 2.0, 2.5]);
        assert!(between(&points, 21.0).is_nan() && between(&[], 1.0).is_nan());
    }
}
