//! The same model with more freedom and with less: drawn, in figures, and what follows.

use super::super::log_axis;
use crate::report::number::{fixed, percent, short, signed};
use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Page, Plot, Reference, Text};
use crate::report::words::{classify as words, common};
use crate::report::{Lang, Say, names};
use crate::task::classify::{Classification, Freedom, L2Path, L2Point, PenaltyChange};

/// The path over l2, if it was asked for.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let Some(path) = &result.l2_path else { return };
    let (lang, samples) = (page.lang, names::noun(page.lang, &result.data));
    page.heading(words::PathTitle);
    page.plot(plot(path, samples, lang));
    let mut table = DisplayTable::new().numbers("l2").numbers(words::PathLearned { samples }.say(lang));
    table = table.numbers(words::PathUnseen { samples }.say(lang)).numbers(common::Accuracy.text(lang));
    for point in &path.points {
        let l2 = Cell::from(short(point.l2, 6));
        let l2 = if point.l2 == path.l2 { l2.with(Emphasis::Strong) } else { l2 };
        table.row([
            l2,
            Cell::number(point.train_log_loss, 2),
            Cell::number(point.log_loss, 2),
            Cell::share(point.accuracy),
        ]);
    }
    page.table(table);
    page.remark(words::PathRemark);
    verdict(path, page);
}

fn plot(path: &L2Path, samples: &str, lang: Lang) -> Plot {
    let drawn: Vec<&L2Point> = path.points.iter().filter(|point| point.l2 > 0.0).collect();
    let losses = drawn.iter().flat_map(|point| [point.train_log_loss, point.log_loss]);
    let x = log_axis::axis(words::PathX.text(lang), drawn.iter().map(|point| point.l2));
    let range = Axis::around(losses.chain([path.baseline_log_loss]));
    let mut plot = Plot::new(x, Axis::new(words::LogLoss.text(lang), range));
    let mut add = |name: String, symbol: char, emphasis, of: fn(&L2Point) -> f64| {
        let points: Vec<[f64; 2]> = drawn.iter().map(|point| [log_axis::place(point.l2), of(point)]).collect();
        plot.add(None, emphasis, Marks::Path(points.clone()));
        plot.mark(Some(name), symbol, emphasis, Marks::Points(points));
    };
    add(words::PathLearned { samples }.say(lang), 'o', Emphasis::Group(0), |point| point.train_log_loss);
    add(words::PathUnseen { samples }.say(lang), '+', Emphasis::Group(1), |point| point.log_loss);
    if path.l2 > 0.0 {
        plot.references.push(Reference::Vertical(log_axis::place(path.l2), format!("l2 = {}", short(path.l2, 6))));
    }
    let shares = words::PathShares { log_loss: fixed(path.baseline_log_loss, 2) }.say(lang);
    plot.references.push(Reference::Horizontal(path.baseline_log_loss, shares));
    plot
}

/// Both steps with their intervals, and what they say together.
fn verdict(path: &L2Path, page: &mut Page) {
    let lang = page.lang;
    let (more, less) = (path.more_freedom.as_ref(), path.less_freedom.as_ref());
    let told = |step: &PenaltyChange| (short(step.l2, 6), signed(step.change), step.interval.map(signed));
    let of_more = more.map(|step| {
        let (l2, change, [low, high]) = told(step);
        words::PathMore { l2, change, low, high }.say(lang)
    });
    let of_less = less.map(|step| {
        let (l2, change, [low, high]) = told(step);
        words::PathLess { l2, change, low, high }.say(lang)
    });
    let intervals = match (more, less) {
        (Some(_), Some(_)) => Some(words::PathIntervals.say(lang)),
        (None, None) => None,
        _ => Some(words::PathIntervalsOne.say(lang)),
    };
    page.say(lang.sentences(of_more.into_iter().chain(of_less).chain(intervals)));
    for (step, p) in [more, less].into_iter().flatten().filter_map(|step| Some((step, step.exact_p?))) {
        if !step.is_certain && (step.interval[0] > 0.0 || step.interval[1] < 0.0) {
            page.remark(words::PathChance { l2: short(step.l2, 6), p: percent(p) });
        }
    }
    let (is_free, l2) = (path.l2 == 0.0, short(path.l2, 6));
    let verdict = match path.verdict {
        Freedom::Overfits if is_free => words::OverfitsFree.say(lang),
        Freedom::MayOverfit if is_free => words::MayOverfitFree.say(lang),
        Freedom::AboutRight if is_free => words::AboutRightFree.say(lang),
        Freedom::MayBeRight if is_free => words::MayBeRightFree.say(lang),
        Freedom::Overfits => words::Overfits { l2 }.say(lang),
        Freedom::MayOverfit => words::MayOverfit { l2 }.say(lang),
        Freedom::Underfits => words::Underfits { l2 }.say(lang),
        Freedom::MayUnderfit => words::MayUnderfit { l2 }.say(lang),
        Freedom::AboutRight => words::AboutRight { l2 }.say(lang),
        Freedom::MayBeRight => words::MayBeRight { l2 }.say(lang),
        Freedom::Unclear => words::FreedomUnclear { l2 }.say(lang),
    };
    page.say(Text::emphasised(Emphasis::Strong, verdict));
}
