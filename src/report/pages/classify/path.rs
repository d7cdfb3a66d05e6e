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
        Freedom::Overfits if is_free => overfits_free(path, lang),
        Freedom::MayOverfit if is_free => words::MayOverfitFree.say(lang),
        Freedom::AboutRight if is_free => words::AboutRightFree.say(lang),
        Freedom::MayBeRight if is_free => words::MayBeRightFree.say(lang),
        Freedom::Overfits => words::Overfits { l2 }.say(lang),
        Freedom::Underfits => words::Underfits { l2 }.say(lang),
        Freedom::AboutRight => words::AboutRight { l2 }.say(lang),
        Freedom::Unclear => words::FreedomUnclear { l2 }.say(lang),
        Freedom::MayOverfit | Freedom::MayUnderfit | Freedom::MayBeRight => step_by_step(path, l2, lang),
    };
    page.say(Text::emphasised(Emphasis::Strong, verdict));
}

/// That a model without a penalty overfits: by how much it is wrong, or because it was certain and wrong.
fn overfits_free(path: &L2Path, lang: Lang) -> String {
    let at = |l2: f64| path.points.iter().find(|point| point.l2 == l2);
    let free = at(path.l2).filter(|free| free.n_certainly_wrong > 0);
    let Some((free, less)) = free.zip(path.less_freedom.as_ref().and_then(|step| at(step.l2))) else {
        return words::OverfitsFree.say(lang);
    };
    let [accuracy, penalised] = [free, less].map(|point| percent(point.accuracy));
    let (n, m, l2) = (free.n_certainly_wrong, less.n_certainly_wrong, short(less.l2, 6));
    words::OverfitsCertain { n, m, l2, accuracy, penalised }.say(lang)
}

/// What each step does, and whether for certain; then what may follow from both.
fn step_by_step(path: &L2Path, l2: String, lang: Lang) -> String {
    let (Some(more), Some(less)) = (path.more_freedom.as_ref(), path.less_freedom.as_ref()) else {
        return words::FreedomUnclear { l2 }.say(lang);
    };
    let told = words::PathSteps { more: effect(more, lang), less: effect(less, lang) }.say(lang);
    let is_worse = |step: &PenaltyChange| step.change > 0.0;
    let follows = match path.verdict {
        // A step without a difference to be seen leaves nothing to conclude from but the other one.
        _ if (is_even(more) && (is_even(less) || is_worse(less))) || (is_even(less) && is_worse(more)) => {
            words::NothingFollows { l2 }.say(lang)
        }
        Freedom::MayOverfit => words::MayOverfit { l2 }.say(lang),
        Freedom::MayUnderfit => words::MayUnderfit { l2 }.say(lang),
        _ => words::MayBeRight { l2 }.say(lang),
    };
    lang.sentences([told, follows])
}

/// Whether a step changes nothing that its figure shows.
fn is_even(step: &PenaltyChange) -> bool {
    !step.is_certain && step.change.abs() < 0.005
}

fn effect(step: &PenaltyChange, lang: Lang) -> &'static str {
    match (step.change > 0.0, step.is_certain) {
        _ if is_even(step) => words::StepEven.text(lang),
        (true, true) => words::StepHurts.text(lang),
        (false, true) => words::StepHelps.text(lang),
        (true, false) => words::StepLooksWorse.text(lang),
        (false, false) => words::StepLooksBetter.text(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(change: f64, half: f64) -> PenaltyChange {
        let interval = [change - half, change + half];
        let is_certain = interval[0] > 0.0 || interval[1] < 0.0;
        PenaltyChange { l2: 1.0, change, interval, exact_p: None, is_certain }
    }

    fn said(more: PenaltyChange, less: PenaltyChange, verdict: Freedom) -> String {
        let path = L2Path {
            scheme: crate::task::Scheme::LeaveOneOut,
            l2: 1.0,
            points: Vec::new(),
            baseline_log_loss: 0.7,
            more_freedom: Some(more),
            less_freedom: Some(less),
            verdict,
        };
        step_by_step(&path, "1".to_owned(), Lang::En)
    }

    #[test]
    fn chance_is_said_of_the_step_whose_interval_includes_0_alone() {
        let told = said(step(-0.2, 0.3), step(0.03, 0.02), Freedom::MayUnderfit);
        assert!(told.contains("More freedom looks better, which may be chance; less freedom hurts."), "{told}");
        assert!(told.contains("penalty may be too strong"), "{told}");
    }

    #[test]
    fn what_rounds_to_no_change_does_not_look_better() {
        let told = said(step(-0.004, 0.015), step(0.03, 0.02), Freedom::MayUnderfit);
        assert!(!told.contains("looks better") && !told.contains("too strong"), "{told}");
        assert!(told.contains("makes no difference that shows; less freedom hurts"), "{told}");
    }
}
