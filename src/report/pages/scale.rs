//! The page of `melon scale`: the same answers by three measures, over the sizes.

use super::log_axis;
use crate::eval::power_law::{PowerLaw, Refusal};
use crate::report::Say;
use crate::report::number::{fixed, grouped, percent, short};
use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Page, PageContext, Plot, Suggestion, Text};
use crate::report::words::{Lang, common, scale as words};
use crate::task::scale::{Rise, Rises, Scale, ScaleScores, SizeReport, SyntheticTask};

/// What is read off the scores.
type Measure = fn(&ScaleScores) -> f64;

/// A residual from here on says that the points are no straight line.
const BENT: f64 = 0.1;
/// The problem that is shown of each task.
const EXAMPLE: usize = 5867;

/// What was trained, what it can do, what is seen, and what to try next.
pub fn scale(result: &Scale, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    if let (Some(first), Some(last)) = (result.sizes.first(), result.sizes.last()) {
        tables(result, &mut page);
        plots(result, &mut page);
        seen(result, &mut page);
        law(result, &mut page);
        beside_others(result, [first, last], &mut page);
    }
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

fn task_name(lang: Lang, task: SyntheticTask) -> &'static str {
    match task {
        SyntheticTask::Copy => words::Copying.text(lang),
        SyntheticTask::Reverse => words::Reversing.text(lang),
        SyntheticTask::Add => words::Adding.text(lang),
    }
}

/// `c`, `r` and `a` as in the problems themselves.
fn symbol(task: SyntheticTask) -> char {
    match task {
        SyntheticTask::Copy => 'c',
        SyntheticTask::Reverse => 'r',
        SyntheticTask::Add => 'a',
    }
}

/// The measures' names, with their units.
fn measures(lang: Lang) -> [String; 3] {
    [
        words::InPercent { measure: words::Exact.text(lang) }.say(lang),
        words::InPercent { measure: words::Tokens.text(lang) }.say(lang),
        words::InNats { measure: words::LogProb.text(lang) }.say(lang),
    ]
}

fn opening(result: &Scale, page: &mut Page) {
    page.title(words::Title);
    let (Some(first), Some(last)) = (result.sizes.first(), result.sizes.last()) else {
        page.say(words::NothingDone);
        return;
    };
    let [from, to] = [first, last].map(|size| grouped(size.n_params));
    page.say(words::Opening { n: result.sizes.len(), from, to, iters: grouped(result.iters) });
    page.say(words::Tested { n: grouped(result.options.n_test * result.options.tasks.len()) });
    if let Some(secs) = result.budget_secs {
        page.remark(words::FromBudget { secs: short(secs, 1) });
    }
    if result.sizes.len() < result.n_sizes {
        let incomplete = words::Incomplete { done: result.sizes.len(), all: result.n_sizes }.say(page.lang);
        page.say(Text::emphasised(Emphasis::Strong, incomplete));
    }
}

fn scores(size: &SizeReport, task: SyntheticTask) -> &ScaleScores {
    &size.scores.iter().find(|scores| scores.task == task).expect("every size does every task").scores
}

/// A table a task.
fn tables(result: &Scale, page: &mut Page) {
    let lang = page.lang;
    for &task in &result.options.tasks {
        let problem = task.problem(EXAMPLE);
        let example = format!("{}{}", &problem.question[1..], problem.answer.trim_end_matches('.'));
        page.heading(words::TaskTitle { task: task_name(lang, task), example });
        let head = DisplayTable::new().numbers(words::Params.text(lang));
        let mut table = measures(lang).into_iter().fold(head, DisplayTable::numbers);
        for size in &result.sizes {
            let s = scores(size, task);
            let percent = |ends: [f64; 2]| ends.map(|end| end * 100.0);
            table.row([
                size.n_params.into(),
                Cell::estimate(s.exact_match * 100.0, percent(s.exact_match_interval), 1),
                Cell::plus_minus(s.token_accuracy * 100.0, percent(s.token_accuracy_interval), 1),
                Cell::plus_minus(s.log_prob_nats, s.log_prob_interval, 2),
            ]);
        }
        page.table(table);
    }
    page.remark(words::ColumnsRemark);
}

/// A plot a measure.
fn plots(result: &Scale, page: &mut Page) {
    page.heading(words::Plots);
    let of: [Measure; 3] = [|s| s.exact_match * 100.0, |s| s.token_accuracy * 100.0, |s| s.log_prob_nats];
    for (at, (label, measure)) in measures(page.lang).into_iter().zip(of).enumerate() {
        let values = result.sizes.iter().flat_map(|size| size.scores.iter().map(|task| measure(&task.scores)));
        let range = if at < 2 { [0.0, 100.0] } else { Axis::around(values) };
        page.plot(plot(result, Axis::new(label, range), measure, page.lang));
    }
}

fn plot(result: &Scale, y: Axis, measure: Measure, lang: Lang) -> Plot {
    let n_params = result.sizes.iter().map(|size| size.n_params as f64);
    let x = log_axis::axis(words::XAxis.text(lang), n_params);
    let mut plot = Plot::new(x, y);
    for (at, &task) in result.options.tasks.iter().enumerate() {
        let point = |size: &SizeReport| [log_axis::place(size.n_params as f64), measure(scores(size, task))];
        let points: Vec<[f64; 2]> = result.sizes.iter().map(point).collect();
        plot.add(None, Emphasis::Group(at), Marks::Path(points.clone()));
        plot.mark(Some(task_name(lang, task).to_owned()), symbol(task), Emphasis::Group(at), Marks::Points(points));
    }
    plot
}

fn seen(result: &Scale, page: &mut Page) {
    if result.rises.is_empty() {
        return;
    }
    page.heading(words::Seen);
    result.rises.iter().for_each(|rises| rise(rises, page));
    if result.sizes.len() > 2 {
        page.remark(words::EvenRemark { share: percent(1.0 / (result.sizes.len() - 1) as f64) });
    }
    page.remark(words::OneRun);
}

/// How the measures of one task rise.
fn rise(rises: &Rises, page: &mut Page) {
    let lang = page.lang;
    let task = task_name(lang, rises.task);
    let measures = [
        (words::Exact.text(lang), &rises.exact_match),
        (words::Tokens.text(lang), &rises.token_accuracy),
        (words::LogProb.text(lang), &rises.log_prob),
    ];
    let (sure, unsure): (Vec<_>, Vec<_>) = measures.into_iter().partition(|(_, rise)| rise.is_sure);
    let part = |(measure, rise): (&str, &Rise)| {
        let [from, to] = rise.between.map(grouped);
        words::Rise { measure, share: percent(rise.largest_step), from, to }.say(lang)
    };
    if !sure.is_empty() {
        page.say(words::Rises { task, list: lang.clauses(sure.into_iter().map(part)) });
    }
    unsure.into_iter().for_each(|(measure, _)| page.say(words::NoRise { task, measure }));
    if rises.exact_match.is_sure && rises.log_prob.is_sure {
        match rises.exact_match.largest_step > rises.log_prob.largest_step {
            true => page.say(words::Sharper { task }),
            false => page.say(words::NotSharper { task }),
        }
    }
}

fn law(result: &Scale, page: &mut Page) {
    page.heading(words::Law);
    match &result.power_law {
        Ok(law) => fitted(result, law, page),
        Err(Refusal::TooFewPoints { n_points, needed }) => page.say(words::LawFew { n: n_points, needed }),
        Err(Refusal::NotPositive) => page.say(words::LawZero),
        Err(Refusal::NotFalling { exponent, exponent_interval: [low, high] }) => {
            let [exponent, low, high] = [exponent, low, high].map(|value| fixed(*value, 2));
            page.say(words::LawFlat { exponent, low, high });
        }
    }
}

fn fitted(result: &Scale, law: &PowerLaw, page: &mut Page) {
    let lang = page.lang;
    let [low, high] = law.exponent_interval.map(|end| fixed(end, 2));
    let [factor, exponent, r2] = [law.factor, law.exponent, law.r2].map(|value| fixed(value, 2));
    page.say(words::LawFit { factor, exponent, low, high, r2 });
    let head = DisplayTable::new().numbers(words::Params.text(lang)).numbers(words::Loss.text(lang));
    let mut table = head.numbers(words::Fitted.text(lang)).numbers(words::Off.text(lang));
    let off = |residual: f64| format!("{:+.0}%", residual.exp_m1() * 100.0);
    for (size, &residual) in result.sizes.iter().zip(&law.residuals) {
        let by_the_law = size.loss_nats / residual.exp();
        let cells = [size.loss_nats, by_the_law].map(|loss| Cell::number(loss, 4));
        table.row(std::iter::once(size.n_params.into()).chain(cells).chain([off(residual).into()]));
    }
    page.table(table);
    let farthest = law.residuals.iter().copied().fold(0.0, |a: f64, b| if b.abs() > a.abs() { b } else { a });
    match farthest.abs() > BENT {
        true => page.say(words::LawBent { off: off(farthest) }),
        false => page.say(words::LawClose { off: off(farthest) }),
    }
}

/// The student's models among some that are known.
fn beside_others(result: &Scale, ends: [&SizeReport; 2], page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Axis);
    let [melon, gpt3, gpt4] = [0, 1, 2].map(|at| result.landmarks[at].n_params);
    let [smallest, largest] = ends.map(|size| size.n_params as f64);
    let mut table = DisplayTable::new().words("").numbers(words::Params.text(lang)).drawing("");
    for (name, n_params, emphasis) in [
        (words::AxisMelon.text(lang), melon, Emphasis::Faint),
        (words::AxisSmallest.text(lang), smallest, Emphasis::For),
        (words::AxisLargest.text(lang), largest, Emphasis::For),
        (words::AxisGpt3.text(lang), gpt3, Emphasis::Faint),
        (words::AxisGpt4.text(lang), gpt4, Emphasis::Faint),
    ] {
        let count = if n_params < 1e7 { grouped(n_params as usize) } else { format!("{n_params:e}") };
        let bar = Cell::bar(log_axis::place(n_params) / log_axis::place(gpt4), emphasis);
        table.row([name.into(), count.into(), bar]);
    }
    page.table(table);
    page.remark(words::AxisBars);
    page.say(words::AxisRemark { factor: grouped((gpt3 / largest).round() as usize) });
}

fn suggestions(result: &Scale, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let again = || context.again().without("--time-budget").with("--iters", result.iters);
    let iters = result.iters.saturating_mul(4);
    let mut next = vec![again().with("--iters", iters).because(words::TryLonger { iters: grouped(iters) }, lang)];
    if result.options.tasks.len() > 1 {
        next.push(again().with("--task", "addition").because(words::TryAdd, lang));
    }
    next.push(again().with("--seed", result.options.seed.wrapping_add(1)).because(words::TrySeed, lang));
    next.push(context.again().with("--format", "json").because(words::TryJson, lang));
    next
}
