//! The page of `melon scale`: the same answers by three measures, over the sizes.

use super::log_axis;
use crate::eval::power_law::{PowerLaw, Refusal};
use crate::report::layout::{Page, pad, width};
use crate::report::number::{fixed, grouped, percent, short};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, Say, common, scale as words};
use crate::task::scale::{Rise, Rises, Scale, Scores, SizeReport, SyntheticTask};

/// What is read off the scores.
type Measure = fn(&Scores) -> f64;

/// A residual from here on says that the points are no straight line.
const BENT: f64 = 0.1;
/// The example that stands for each task.
const EXAMPLE: usize = 5867;

/// What was trained, what it can do, what is seen, and what to try next.
pub fn scale(result: &Scale, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    if !result.sizes.is_empty() {
        tables(result, &mut page);
        plots(result, &mut page);
        seen(result, &mut page);
        law(result, &mut page);
        axis(result, &mut page);
    }
    try_next(result, &mut page);
    page.finish()
}

fn task_name(lang: Lang, task: SyntheticTask) -> &'static str {
    match task {
        SyntheticTask::Copy => words::Copying.text(lang),
        SyntheticTask::Reverse => words::Reversing.text(lang),
        SyntheticTask::Add => words::Adding.text(lang),
    }
}

/// `c`, `r` and `a` as in the problems themselves.
fn mark(task: SyntheticTask) -> char {
    match task {
        SyntheticTask::Copy => 'c',
        SyntheticTask::Reverse => 'r',
        SyntheticTask::Add => 'a',
    }
}

fn opening(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    page.title(words::Title.text(lang));
    let (Some(first), Some(last)) = (result.sizes.first(), result.sizes.last()) else {
        page.say(words::NothingDone.text(lang));
        return;
    };
    let ends = [first, last].map(|size| grouped(size.n_params));
    page.say(
        words::Opening { n: result.sizes.len(), from: &ends[0], to: &ends[1], iters: grouped(result.iters) }.say(lang),
    );
    page.say(words::Tested { n: grouped(result.options.n_test * result.options.tasks.len()) }.say(lang));
    if let Some(secs) = result.budget_secs {
        page.remark(words::FromBudget { secs: short(secs, 1) }.say(lang));
    }
    if result.sizes.len() < result.n_sizes {
        page.say(ink(Ink::Strong, words::Incomplete { done: result.sizes.len(), all: result.n_sizes }.say(lang)));
    }
}

fn scores(size: &SizeReport, task: SyntheticTask) -> &Scores {
    &size.scores.iter().find(|scores| scores.task == task).expect("every size does every task").scores
}

fn tables(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    for &task in &result.options.tasks {
        let problem = task.problem(EXAMPLE);
        let answer = problem.answer.trim_end_matches('.');
        page.heading(
            &words::TaskTitle { task: task_name(lang, task), example: format!("{}{answer}", &problem.question[1..]) }
                .say(lang),
        );
        let mut table = Table::new()
            .numbers(words::Params.text(lang))
            .numbers(words::Exact.text(lang))
            .numbers(words::Tokens.text(lang))
            .numbers(words::LogProb.text(lang));
        for size in &result.sizes {
            let s = scores(size, task);
            let half = |[low, high]: [f64; 2]| (high - low) / 2.0;
            let [low, high] = s.exact_match_interval.map(|end| fixed(end * 100.0, 1));
            table.row([
                grouped(size.n_params),
                format!("{}% ({low}–{high})", fixed(s.exact_match * 100.0, 1)),
                format!("{}% ±{:.1}", fixed(s.token_accuracy * 100.0, 1), half(s.token_accuracy_interval) * 100.0),
                format!("{} ±{:.2}", fixed(s.log_prob_nats, 2), half(s.log_prob_interval)),
            ]);
        }
        page.block(table.lines(page.inner_width()));
    }
    page.remark(words::ColumnsRemark.text(lang));
}

fn plots(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Plots.text(lang));
    let names = |&task: &SyntheticTask| format!("{} {}", ink(colour(result, task), mark(task)), task_name(lang, task));
    page.block([result.options.tasks.iter().map(names).collect::<Vec<_>>().join("   ")]);
    let measures: [(&str, Measure); 3] = [
        (words::PlotExact.text(lang), |s| s.exact_match * 100.0),
        (words::PlotTokens.text(lang), |s| s.token_accuracy * 100.0),
        (words::PlotLog.text(lang), |s| s.log_prob_nats),
    ];
    for (at, (label, measure)) in measures.into_iter().enumerate() {
        let x_label = if at == 2 { words::XAxis.text(lang) } else { "" };
        let mut lines = plot(result, measure, at < 2, page).lines(x_label, label);
        lines.truncate(lines.len() - usize::from(x_label.is_empty()));
        page.block(lines);
    }
}

fn colour(result: &Scale, task: SyntheticTask) -> Ink {
    Ink::Group(result.options.tasks.iter().position(|&other| other == task).unwrap_or(0))
}

fn plot(result: &Scale, measure: Measure, is_share: bool, page: &Page) -> Plot {
    let log = |size: &SizeReport| (size.n_params as f64).log10();
    let x_range = Plot::range(result.sizes.iter().map(log));
    let values: Vec<f64> =
        result.sizes.iter().flat_map(|size| result.options.tasks.iter().map(|&t| measure(scores(size, t)))).collect();
    let y_range = if is_share { [0.0, 100.0] } else { Plot::range(values.into_iter()) };
    let columns = (page.inner_width() - 10).min(56);
    let mut plot = Plot::new(x_range, y_range, columns, 7);
    // Tasks stand beside each other, a column apart, so that none hides another.
    let column = (x_range[1] - x_range[0]) / columns as f64;
    let beside = |at: usize| (at as f64 - (result.options.tasks.len() - 1) as f64 / 2.0) * column;
    for size in &result.sizes {
        for (at, &task) in result.options.tasks.iter().enumerate() {
            let x = log(size) + beside(at);
            plot.point(x, measure(scores(size, task)), mark(task), colour(result, task));
        }
    }
    plot.x_ticks = log_axis::ticks(x_range);
    plot
}

fn seen(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    if result.rises.is_empty() {
        return;
    }
    page.heading(words::Seen.text(lang));
    for rises in &result.rises {
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
            let parts: Vec<String> = sure.into_iter().map(part).collect();
            page.say(words::Rises { task, list: lang.clauses(parts) }.say(lang));
        }
        unsure.into_iter().for_each(|(measure, _)| page.say(words::NoRise { task, measure }.say(lang)));
        sharpness(rises, page);
    }
    if result.sizes.len() > 2 {
        page.remark(words::EvenRemark { share: percent(1.0 / (result.sizes.len() - 1) as f64) }.say(lang));
    }
    page.remark(words::OneRun.text(lang));
}

fn sharpness(rises: &Rises, page: &mut Page) {
    let lang = page.style.lang;
    let task = task_name(lang, rises.task);
    if rises.exact_match.is_sure && rises.log_prob.is_sure {
        page.say(match rises.exact_match.largest_step > rises.log_prob.largest_step {
            true => words::Sharper { task }.say(lang),
            false => words::NotSharper { task }.say(lang),
        });
    }
}

fn law(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Law.text(lang));
    match &result.power_law {
        Ok(law) => fitted(result, law, page),
        Err(refusal) => page.say(match refusal {
            Refusal::TooFewPoints { n_points, needed } => words::LawFew { n: n_points, needed }.say(lang),
            Refusal::NotPositive => words::LawZero.text(lang).to_owned(),
            Refusal::NotFalling { exponent, exponent_interval: [low, high] } => {
                words::LawFlat { exponent: fixed(*exponent, 2), low: fixed(*low, 2), high: fixed(*high, 2) }.say(lang)
            }
        }),
    }
}

fn fitted(result: &Scale, law: &PowerLaw, page: &mut Page) {
    let lang = page.style.lang;
    let [low, high] = law.exponent_interval.map(|end| fixed(end, 2));
    page.say(
        words::LawFit {
            factor: fixed(law.factor, 2),
            exponent: fixed(law.exponent, 2),
            low,
            high,
            r2: fixed(law.r2, 2),
        }
        .say(lang),
    );
    let mut table = Table::new()
        .numbers(words::Params.text(lang))
        .numbers(words::Loss.text(lang))
        .numbers(words::Fitted.text(lang))
        .numbers(words::Off.text(lang));
    let off = |residual: f64| format!("{:+.0}%", residual.exp_m1() * 100.0);
    for (size, &residual) in result.sizes.iter().zip(&law.residuals) {
        let says = size.loss_nats / residual.exp();
        table.row([grouped(size.n_params), fixed(size.loss_nats, 4), fixed(says, 4), off(residual)]);
    }
    page.block(table.lines(page.inner_width()));
    let farthest = law.residuals.iter().copied().fold(0.0, |a: f64, b| if b.abs() > a.abs() { b } else { a });
    page.say(match farthest.abs() > BENT {
        true => words::LawBent { off: off(farthest) }.say(lang),
        false => words::LawClose { off: off(farthest) }.say(lang),
    });
}

/// The student's models between the text's, on one axis of powers of ten.
fn axis(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Axis.text(lang));
    let (Some(first), Some(last)) = (result.sizes.first(), result.sizes.last()) else { return };
    let columns = page.inner_width().min(66);
    let range = [0.0, 12.6];
    let place = |n: f64| ((n.log10() - range[0]) / (range[1] - range[0]) * (columns - 1) as f64).round() as usize;
    let mut line: Vec<char> = vec!['─'; columns];
    result.sizes.iter().for_each(|size| line[place(size.n_params as f64)] = 'o');
    result.landmarks.iter().zip(['1', '2', '3']).for_each(|(mark, glyph)| line[place(mark.n_params)] = glyph);
    let mut ticks = String::new();
    for (x, label) in log_axis::ticks(range) {
        let start = place(10f64.powf(x));
        if ticks.is_empty() || start >= width(&ticks) + 2 {
            ticks = format!("{}{label}", pad(&ticks, start));
        }
    }
    page.block([line.into_iter().collect(), ink(Ink::Faint, ticks)]);
    let yours = words::AxisYours { from: grouped(first.n_params), to: grouped(last.n_params) }.say(lang);
    let told = [words::AxisMelon.text(lang), words::AxisGpt3.text(lang), words::AxisGpt4.text(lang)];
    let count = |n: f64| if n < 1e6 { grouped(n as usize) } else { format!("{n:e}") };
    let landmark = |(i, (mark, told)): (usize, (&crate::task::scale::Landmark, &str))| {
        format!("{}  {}  {told}", i + 1, pad(&count(mark.n_params), 7))
    };
    page.block([format!("o  {yours}")]);
    page.block(result.landmarks.iter().zip(told).enumerate().map(landmark));
    let gpt3 = result.landmarks[1].n_params;
    page.say(words::AxisRemark { factor: grouped((gpt3 / last.n_params as f64).round() as usize) }.say(lang));
}

fn try_next(result: &Scale, page: &mut Page) {
    let lang = page.style.lang;
    let style = page.style;
    let more = result.iters.saturating_mul(4);
    let longer = match style.has("--time-budget") {
        true => format!("melon scale --iters {more}"),
        false => style.again_with(&format!("--iters {more}")),
    };
    let mut commands = vec![(longer, words::TryLonger { iters: grouped(more) }.say(lang))];
    if result.options.tasks.len() > 1 {
        commands.push((style.again_with("--task addition"), words::TryAdd.text(lang).to_owned()));
    }
    let seed = result.options.seed.wrapping_add(1);
    commands.push((style.again_with(&format!("--seed {seed}")), words::TrySeed.text(lang).to_owned()));
    commands.push((style.again_with("--format json"), words::TryJson.text(lang).to_owned()));
    page.heading(common::TryNext.text(lang));
    page.commands(&commands);
}
