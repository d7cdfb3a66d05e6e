//! The losses of a run over its steps.

use crate::report::page::{Axis, Emphasis, Marks, Page, Plot, Reference};
use crate::report::words::train as words;
use crate::train::Evaluation;

/// Both losses, and what knowing nothing would cost; `legends` of training and validation.
pub(super) fn curve(history: &[Evaluation], uniform_nats: f64, legends: [&str; 2], page: &mut Page) {
    let lang = page.lang;
    let last_step = history.last().map_or(0, |evaluation| evaluation.step);
    if last_step == 0 {
        return;
    }
    let points = |loss: fn(&Evaluation) -> Option<f64>| -> Vec<[f64; 2]> {
        history.iter().filter_map(|evaluation| Some([evaluation.step as f64, loss(evaluation)?])).collect()
    };
    let (train, validation) = (points(|e| e.train_loss_nats), points(|e| e.val_loss_nats));
    let losses: Vec<f64> = train.iter().chain(&validation).map(|&[_, loss]| loss).chain([uniform_nats]).collect();
    let x = Axis::new(words::CurveX.text(lang), [0.0, last_step as f64]);
    let mut plot = Plot::new(x, Axis::new(words::CurveY.text(lang), Axis::around(losses.into_iter())));
    plot.references.push(Reference::Horizontal(uniform_nats, words::LegendUniform.text(lang).to_owned()));
    let series = [(train, '●', Emphasis::Group(3), legends[0]), (validation, '○', Emphasis::Group(0), legends[1])];
    for (points, symbol, colour, legend) in series.into_iter().filter(|(points, ..)| !points.is_empty()) {
        plot.add(None, colour, Marks::Line(points.clone()));
        plot.mark(Some(legend.to_owned()), symbol, colour, Marks::Points(points));
    }
    page.heading(words::Curve);
    page.plot(plot);
}
