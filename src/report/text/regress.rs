//! The page of `melon regress`.

use super::coefficients::bar_lines_between;
use crate::eval::regression::RegressionMetrics;
use crate::report::layout::Page;
use crate::report::number::{fixed, list, maybe, p_value, percent, short, stars};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, classify as shared, common, regress as words};
use crate::report::{findings, names};
use crate::task::finding::ILL_CONDITIONED;
use crate::task::regress::{LinearCoefficient, NumberPrediction, Regression};

/// What was learned, how good it is; or, for the melons asked about, the answers.
pub fn regress(result: &Regression, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    if result.predictions.is_empty() {
        coefficients(result, &mut page);
        quality(result, &mut page);
    } else {
        result.predictions.iter().for_each(|prediction| answer(result, prediction, &mut page));
        trust(result, &mut page);
    }
    try_next(result, &mut page);
    page.finish()
}

fn target(result: &Regression, style: &Style) -> String {
    names::show(style.lang, result.data.target.as_deref().unwrap_or_default())
}

fn opening(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let sugar = result.data.target.as_deref() == Some("含糖率");
    let target = target(result, page.style);
    page.title(&if sugar {
        words::TitleSugar.text(lang).to_owned()
    } else {
        words::Title { target: &target }.say(lang)
    });
    let features: Vec<String> = result.data.features.iter().map(|name| names::show(lang, name)).collect();
    let samples = names::count(lang, &result.data, result.data.n_samples);
    page.say(
        words::Learned {
            samples,
            target: names::behind(lang, &target),
            features: names::between(lang, &list(lang, &features)),
        }
        .say(lang),
    );
    if result.options.l2 > 0.0 {
        page.say(words::Ridge { l2: short(result.options.l2, 6) }.say(lang));
    }
    if result.options.standardize {
        page.say(common::Standardized.text(lang));
    }
}

fn coefficients(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(&words::WhatAdds { target: names::between(lang, &target(result, page.style)) }.say(lang));
    let mut table = Table::new()
        .words(common::Term.text(lang))
        .numbers(common::Estimate.text(lang))
        .numbers(common::StdError.text(lang))
        .numbers("t")
        .numbers(common::PValue.text(lang))
        .words("")
        .column(common::Interval.text(lang), Side::Right, 1);
    for c in result.coefficients.iter().take(super::MOST_TERMS) {
        table.row([
            names::show(lang, &c.term),
            maybe(c.estimate, 4),
            maybe(c.std_error, 4),
            maybe(c.t, 2),
            p_value(c.p_value),
            stars(c.p_value).to_owned(),
            interval(c),
        ]);
    }
    let fits = table.fits(page.inner_width());
    page.block(table.lines(page.inner_width()));
    if !fits && result.coefficients.iter().any(|c| c.interval.is_some()) {
        page.blank();
        page.block(intervals(result, lang).lines(page.inner_width()));
    }
    let more = result.coefficients.len().saturating_sub(super::MOST_TERMS);
    if more > 0 {
        page.remark(common::AndMore { n: more }.say(lang));
    }
    below_the_table(result, page);
}

fn interval(c: &LinearCoefficient) -> String {
    c.interval.map_or("–".to_owned(), |[low, high]| format!("{} … {}", fixed(low, 3), fixed(high, 3)))
}

/// The intervals alone, where they have no room beside the estimates.
fn intervals(result: &Regression, lang: Lang) -> Table {
    let mut table = Table::new().words(common::Term.text(lang)).numbers(common::Interval.text(lang));
    for c in result.coefficients.iter().take(super::MOST_TERMS) {
        table.row([names::show(lang, &c.term), interval(c)]);
    }
    table
}

fn below_the_table(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.remark(match &result.fit {
        _ if result.coefficients.iter().any(|c| c.p_value.is_some()) => common::Stars.text(lang),
        _ if result.options.l2 > 0.0 => common::NoInference.text(lang),
        fit if fit.df[1] == 0 => words::NoFreedom.text(lang),
        fit if fit.is_exact => words::NoResidual.text(lang),
        _ => words::NoErrors.text(lang),
    });
    if !result.reference.is_empty() {
        let levels: Vec<String> = result.reference.iter().map(|term| names::show(lang, term)).collect();
        page.remark(common::Reference { levels: list(lang, &levels) }.say(lang));
    }
    let fit = &result.fit;
    page.say(words::R2Line { r2: maybe(fit.r2, 4), adjusted: maybe(fit.adjusted_r2, 4) }.say(lang));
    if let Some(error) = fit.residual_std_error.filter(|_| !fit.is_exact) {
        page.say(words::ResidualLine { error: fixed(error, 4), df: fit.df[1] }.say(lang));
    }
    if let Some(f) = fit.f {
        page.say(words::FLine { f: fixed(f, 3), df1: fit.df[0], df2: fit.df[1], p: p_value(fit.f_p_value) }.say(lang));
    }
    if let Some(condition) = fit.condition.filter(|&condition| condition >= ILL_CONDITIONED) {
        page.say(words::ConditionLine { condition: findings::significant(condition) }.say(lang));
    }
}

fn quality(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    page.heading(common::HowGood.text(lang));
    let mut table = Table::new()
        .words("")
        .numbers(words::Rmse.text(lang))
        .numbers(words::Mae.text(lang))
        .numbers(words::R2.text(lang));
    let mut row = |name: String, rmse: f64, rest: Option<&RegressionMetrics>| {
        let [mae, r2] = rest.map_or([String::new(), String::new()], |m| [fixed(m.mae, 4), maybe(m.r2, 3)]);
        table.row([name, fixed(rmse, 4), mae, r2]);
    };
    row(shared::OnTraining { samples: noun }.say(lang), result.train.rmse, Some(&result.train));
    if let Some(cv) = &result.cross_validation {
        row(shared::OnUnseen { samples: noun }.say(lang), cv.metrics.rmse, Some(&cv.metrics));
    }
    row(words::AlwaysMean.text(lang).to_owned(), result.baseline.rmse, None);
    page.block(table.lines(page.inner_width()));
    page.remark(words::RmseRemark { target: names::between(lang, &target(result, page.style)) }.say(lang));
    verdict(result, page);
}

fn verdict(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let baseline = result.baseline.rmse;
    match &result.cross_validation {
        _ if result.fit.r2.is_none() => {}
        None => page.say(ink(Ink::Strong, words::VerdictUntested.text(lang))),
        Some(cv) if cv.metrics.rmse < baseline => page.say(how_much_better(lang, cv.metrics.rmse, baseline)),
        Some(_) => {}
    }
    let sentences = findings::findings(lang, &result.findings, None);
    sentences.into_iter().for_each(|sentence| page.say(sentence));
}

fn how_much_better(lang: Lang, rmse: f64, baseline: f64) -> String {
    let (share, shown) = (percent(1.0 - rmse / baseline), fixed(baseline, 4));
    match rmse / baseline {
        left if left < 1e-9 => words::VerdictExact { baseline: shown }.say(lang),
        left if left < 0.01 => words::VerdictFarBetter { rmse: fixed(rmse, 4), baseline: shown }.say(lang),
        _ => words::VerdictBetter { share, rmse: fixed(rmse, 4), baseline: shown }.say(lang),
    }
}

fn answer(result: &Regression, prediction: &NumberPrediction, page: &mut Page) {
    let lang = page.style.lang;
    let target = target(result, page.style);
    let described = super::values(&result.data, &prediction.input, page.style.lang);
    let melons = names::is_melons(&result.data);
    page.heading(&if melons {
        shared::AMelonWith { values: described }.say(lang)
    } else {
        shared::ASampleWith { values: described }.say(lang)
    });
    page.say(ink(
        Ink::Strong,
        words::Answer { target: names::behind(lang, &target), value: fixed(prediction.predicted, 4) }.say(lang),
    ));
    page.blank();
    page.say(words::Shares { target: names::between(lang, &target) }.say(lang));
    let shares: Vec<(String, f64)> =
        prediction.contributions.iter().map(|c| (names::show(lang, &c.term), c.value)).collect();
    page.block(bar_lines_between(&shares, page.style, [words::Lowers.text(lang), words::Raises.text(lang)]));
    page.say(words::SumLine { value: fixed(prediction.predicted, 4) }.say(lang));
}

fn trust(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(shared::HowFarToTrust.text(lang));
    match &result.cross_validation {
        None => page.say(words::VerdictUntested.text(lang)),
        Some(cv) => page
            .say(words::Trust { rmse: fixed(cv.metrics.rmse, 4), baseline: fixed(result.baseline.rmse, 4) }.say(lang)),
    }
    findings::about_the_melons(lang, &result.findings).into_iter().for_each(|sentence| page.say(sentence));
}

fn try_next(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let style = page.style;
    let again = |flag: &str| style.again_with(flag);
    let mut commands = Vec::new();
    if !style.has("--plot") {
        commands.push((again("--plot"), words::TryPlot.text(lang).to_owned()));
    }
    if result.options.l2 == 0.0 {
        commands.push((again("--l2 1"), words::TryRidge.text(lang).to_owned()));
    }
    if result.cross_validation.is_none() {
        commands.push((again("--cv 5"), shared::TryCv.text(lang).to_owned()));
    }
    page.heading(common::TryNext.text(lang));
    page.commands(&commands);
}

/// Residuals over predictions.
pub fn residuals(result: &Regression, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.heading(words::ResidualTitle.text(lang));
    let residual = |s: &crate::task::regress::FittedSample| s.observed - s.predicted;
    let largest = result.samples.iter().map(|s| residual(s).abs()).fold(f64::MIN_POSITIVE, f64::max) * 1.05;
    let x_range = Plot::range(result.samples.iter().map(|s| s.predicted));
    let mut plot = Plot::new(x_range, [-largest, largest], (page.inner_width() - 12).min(60), 11);
    plot.curve(|_| 0.0, Ink::Faint);
    for sample in &result.samples {
        plot.point(sample.predicted, residual(sample), 'o', Ink::For);
    }
    page.block(plot.lines(
        &words::ResidualX { target: names::behind(lang, &target(result, style)) }.say(lang),
        words::ResidualY.text(lang),
    ));
    page.remark(words::ResidualRemark.text(lang));
    page.finish()
}
