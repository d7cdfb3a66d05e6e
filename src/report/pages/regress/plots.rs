//! The plots of `melon regress`: the line, fitted against observed, and what is left.

use super::target;
use crate::report::page::{Axis, Emphasis, Marks, Page, PageContext, Plot, Reference};
use crate::report::words::{Lang, regress as words};
use crate::report::{Say, names};
use crate::task::regress::{FittedLine, FittedSample, Regression};

/// All of them; the line where there is one feature, a number.
pub fn plots(result: &Regression, line: Option<&FittedLine>, context: &PageContext) -> Page {
    let lang = context.lang;
    let mut page = Page::new(lang);
    if result.samples.is_empty() {
        page.heading(words::NoPlots);
        page.say(words::NoPlotsWhy { n: crate::task::regress::MOST_FITTED });
        return page;
    }
    if let Some(line) = line.filter(|line| !line.fitted.is_empty()) {
        page.heading(words::LineTitle { target: target(result, lang), feature: names::show(lang, &line.feature) });
        page.plot(over_one(result, line, lang));
    }
    page.heading(words::FittedTitle);
    page.plot(fitted(result, lang));
    page.remark(words::FittedRemark);
    page.heading(words::ResidualTitle);
    page.plot(residuals(result, lang));
    page.remark(words::ResidualRemark);
    page
}

/// The samples, the line and its band.
fn over_one(result: &Regression, line: &FittedLine, lang: Lang) -> Plot {
    let ends = [line.fitted.first(), line.fitted.last()].map(|place| place.map_or(0.0, |place| place[0]));
    let heights = line.samples.iter().chain(&line.fitted).map(|place| place[1]);
    let heights = heights.chain(line.band.iter().flat_map(|&[_, low, high]| [low, high]));
    let x = Axis::new(names::show(lang, &line.feature), ends);
    let mut plot = Plot::new(x, Axis::new(target(result, lang), Axis::around(heights)));
    if !line.band.is_empty() {
        let name = words::Band.text(lang).to_owned();
        plot.add(Some(name), Emphasis::Group(2), Marks::Band(line.band.clone()));
    }
    plot.add(Some(words::TheLine.text(lang).to_owned()), Emphasis::Strong, Marks::Line(line.fitted.clone()));
    plot.add(None, Emphasis::For, Marks::Points(line.samples.clone()));
    plot
}

/// What was observed over what was predicted.
fn fitted(result: &Regression, lang: Lang) -> Plot {
    let both = result.samples.iter().flat_map(|sample| [sample.predicted, sample.observed]);
    let range = Axis::around(both);
    let target = target(result, lang);
    let x = Axis::new(words::ResidualX { target: &target }.say(lang), range);
    let mut plot = Plot::new(x, Axis::new(words::ObservedY { target }.say(lang), range));
    let diagonal = Marks::Line(vec![[range[0]; 2], [range[1]; 2]]);
    plot.add(Some(words::Exactly.text(lang).to_owned()), Emphasis::Faint, diagonal);
    let points = result.samples.iter().map(|sample| [sample.predicted, sample.observed]).collect();
    plot.add(None, Emphasis::For, Marks::Points(points));
    plot
}

/// What is left of each sample, over its prediction.
fn residuals(result: &Regression, lang: Lang) -> Plot {
    let residual = |sample: &FittedSample| sample.observed - sample.predicted;
    let largest = result.samples.iter().map(|sample| residual(sample).abs()).fold(0.0, f64::max);
    // What rounding leaves of an exact fit has no shape worth magnifying.
    let reach = if result.fit.is_exact || largest == 0.0 { 1.0 } else { largest * 1.05 };
    let x = words::ResidualX { target: target(result, lang) }.say(lang);
    let x = Axis::new(x, Axis::around(result.samples.iter().map(|sample| sample.predicted)));
    let mut plot = Plot::new(x, Axis::new(words::ResidualY.text(lang), [-reach, reach]));
    plot.references.push(Reference::Horizontal(0.0, String::new()));
    let points = result.samples.iter().map(|sample| [sample.predicted, residual(sample)]).collect();
    plot.add(None, Emphasis::For, Marks::Points(points));
    plot
}
