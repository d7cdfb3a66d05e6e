//! The plots of `melon compare`: what each model says of the melon, and how often each is right.

use crate::report::number::percent;
use crate::report::page::{Axis, Emphasis, Marks, Page, PageContext, Plot, Reference};
use crate::report::words::{Lang, common, compare as words};
use crate::report::{Say, models, names};
use crate::task::compare::{ComparedModel, Comparison};

/// A bar a model for the melon; a point and its interval a model for the test.
pub fn plots(result: &Comparison, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    for class in classes(result) {
        let shown = super::class(result, class, lang);
        page.heading(words::AnswersPlot { class: &shown });
        page.plot(answers(result, class, &shown, lang));
    }
    if result.models.iter().any(|model| model.cross_validation.is_some()) {
        page.heading(words::AccuracyPlot);
        page.plot(accuracies(result, lang));
        page.remark(words::AccuracyPlotRemark);
    }
    page
}

/// Of two classes the second says it all.
fn classes(result: &Comparison) -> &[String] {
    if result.data.classes.len() == 2 { &result.data.classes[1..] } else { &result.data.classes }
}

fn answers(result: &Comparison, class: &str, shown: &str, lang: Lang) -> Plot {
    let answer = |model: &ComparedModel| model.answer.as_ref()?.probabilities.get(class).copied();
    let able: Vec<(&ComparedModel, f64)> =
        result.models.iter().filter_map(|model| Some((model, answer(model)?))).collect();
    let y = Axis::named("", able.iter().map(|(model, _)| models::inline(lang, model.model).to_owned()));
    let mut plot = Plot::new(Axis::new(format!("P({shown})"), [0.0, 1.0]), y);
    let heights: Vec<f64> = plot.y.ticks.iter().map(|tick| tick.0).collect();
    let bars = able.iter().zip(heights).map(|((_, p), y)| [*p, y]).collect();
    plot.add(None, Emphasis::For, Marks::Bars(bars));
    plot.references.push(Reference::Vertical(0.5, words::EvenOdds.text(lang).to_owned()));
    plot
}

fn accuracies(result: &Comparison, lang: Lang) -> Plot {
    let tested: Vec<_> = result
        .models
        .iter()
        .filter_map(|model| Some((model.model, &model.cross_validation.as_ref()?.metrics)))
        .collect();
    let y = Axis::named("", tested.iter().map(|(model, _)| models::inline(lang, *model).to_owned()));
    let mut plot = Plot::new(Axis::new(common::Accuracy.text(lang), [0.0, 1.0]), y);
    let of = |at: usize| &tested[at].1;
    let heights: Vec<(usize, f64)> = plot.y.ticks.iter().map(|tick| tick.0).enumerate().collect();
    let ranges = heights.iter().map(|&(at, y)| [of(at).accuracy_interval[0], of(at).accuracy_interval[1], y]).collect();
    plot.add(Some(common::Interval.text(lang).to_owned()), Emphasis::For, Marks::Ranges(ranges));
    let points = heights.iter().map(|&(at, y)| [of(at).accuracy, y]).collect();
    plot.add(Some(common::Accuracy.text(lang).to_owned()), Emphasis::For, Marks::Points(points));
    let baseline = &result.baseline.majority;
    let class = names::show(lang, &baseline.class);
    let name = format!("{} {}", words::Always { class }.say(lang), percent(baseline.accuracy));
    plot.references.push(Reference::Vertical(baseline.accuracy, name));
    plot
}
