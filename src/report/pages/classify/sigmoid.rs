//! The sigmoid, and where each sample lies on it.

use super::classes::{class_name, positive};
use crate::math;
use crate::report::Say;
use crate::report::number::short;
use crate::report::page::{Axis, Emphasis, Marks, Page, PageContext, Plot, Reference};
use crate::report::words::{Lang, classify as words};
use crate::task::classify::Classification;

/// Log-odds farther out are drawn at the edge: there the sigmoid is flat.
const FARTHEST: f64 = 20.0;

/// The sigmoid with every sample at its log-odds: those of the positive class hang from
/// above, the others stand below.
pub fn sigmoid(result: &Classification, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    page.heading(words::SigmoidTitle { class: positive(result, context.lang) });
    page.plot(sigmoid_plot(result, context.lang));
    page
}

/// Whether the samples have log-odds, and are few enough to be seen.
pub(super) fn is_drawable(result: &Classification) -> bool {
    !result.samples.is_empty() && !result.fit.is_separated()
}

/// The plot alone.
pub(in super::super) fn sigmoid_plot(result: &Classification, lang: Lang) -> Plot {
    let class = positive(result, lang);
    let finite = result.samples.iter().map(|sample| sample.log_odds.abs()).filter(|size| size.is_finite());
    let reach = finite.fold(1.0, f64::max).min(FARTHEST) * 1.1;
    let x = Axis::new(words::LogOdds.text(lang), [-reach, reach]);
    let mut plot = Plot::new(x, Axis::new(words::SigmoidY { class: &class }.say(lang), [0.0, 1.0]));
    let threshold = result.options.threshold;
    let at = (threshold / (1.0 - threshold)).ln();
    if at.abs() < reach {
        let name = words::Threshold { threshold: short(threshold, 4) }.say(lang);
        plot.references.push(Reference::Vertical(at, name));
    }
    plot.curve(None, Emphasis::Strong, math::sigmoid);
    let truly = |positive: bool| -> Vec<f64> {
        let own = result.samples.iter().filter(|sample| sample.positive == positive);
        own.map(|sample| sample.log_odds.clamp(-reach, reach)).collect()
    };
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let others = lang.list(others.map(|class| class_name(result, class, lang)));
    let [with, without] = [truly(true), truly(false)];
    let name = |class: &str, n: usize| Some(words::Truly { class, n }.say(lang));
    plot.mark(name(&class, with.len()), '+', Emphasis::For, Marks::PileDown(with));
    plot.mark(name(&others, without.len()), '-', Emphasis::Against, Marks::PileUp(without));
    plot
}
