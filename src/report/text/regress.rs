//! The page of `melon regress`.

use super::coefficients::bar_lines_between;
use crate::eval::regression::RegressionMetrics;
use crate::report::layout::Page;
use crate::report::number::{fixed, list, maybe, p_value, percent, short, stars};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, classify as shared, common, regress as words};
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
    page.title(&if sugar { words::title_sugar(lang).to_owned() } else { words::title(lang, &target) });
    let features: Vec<String> = result.data.features.iter().map(|name| names::show(lang, name)).collect();
    let samples = names::count(lang, &result.data, result.data.n_samples);
    page.say(words::learned(lang, samples, names::behind(lang, &target), names::between(lang, &list(lang, &features))));
    if result.options.l2 > 0.0 {
        page.say(words::ridge(lang, short(result.options.l2, 6)));
    }
    if result.options.standardize {
        page.say(common::standardized(lang));
    }
}

fn coefficients(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(&words::what_adds(lang, names::between(lang, &target(result, page.style))));
    let mut table = Table::new()
        .words(common::term(lang))
        .numbers(common::estimate(lang))
        .numbers(common::std_error(lang))
        .numbers("t")
        .numbers(common::p_value(lang))
        .words("")
        .column(common::interval(lang), Side::Right, 1);
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
        page.remark(common::and_more(lang, more));
    }
    below_the_table(result, page);
}

fn interval(c: &LinearCoefficient) -> String {
    c.interval.map_or("–".to_owned(), |[low, high]| format!("{} … {}", fixed(low, 3), fixed(high, 3)))
}

/// The intervals alone, where they have no room beside the estimates.
fn intervals(result: &Regression, lang: Lang) -> Table {
    let mut table = Table::new().words(common::term(lang)).numbers(common::interval(lang));
    for c in result.coefficients.iter().take(super::MOST_TERMS) {
        table.row([names::show(lang, &c.term), interval(c)]);
    }
    table
}

fn below_the_table(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.remark(match &result.fit {
        _ if result.coefficients.iter().any(|c| c.p_value.is_some()) => common::stars(lang),
        _ if result.options.l2 > 0.0 => common::no_inference(lang),
        fit if fit.df[1] == 0 => words::no_freedom(lang),
        fit if fit.is_exact => words::no_residual(lang),
        _ => words::no_errors(lang),
    });
    if !result.reference.is_empty() {
        let levels: Vec<String> = result.reference.iter().map(|term| names::show(lang, term)).collect();
        page.remark(common::reference(lang, list(lang, &levels)));
    }
    let fit = &result.fit;
    page.say(words::r2_line(lang, maybe(fit.r2, 4), maybe(fit.adjusted_r2, 4)));
    if let Some(error) = fit.residual_std_error.filter(|_| !fit.is_exact) {
        page.say(words::residual_line(lang, fixed(error, 4), fit.df[1]));
    }
    if let Some(f) = fit.f {
        page.say(words::f_line(lang, fixed(f, 3), fit.df[0], fit.df[1], p_value(fit.f_p_value)));
    }
    if let Some(condition) = fit.condition.filter(|&condition| condition >= ILL_CONDITIONED) {
        page.say(words::condition_line(lang, findings::significant(condition)));
    }
}

fn quality(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    page.heading(common::how_good(lang));
    let mut table =
        Table::new().words("").numbers(words::rmse(lang)).numbers(words::mae(lang)).numbers(words::r2(lang));
    let mut row = |name: String, rmse: f64, rest: Option<&RegressionMetrics>| {
        let [mae, r2] = rest.map_or([String::new(), String::new()], |m| [fixed(m.mae, 4), maybe(m.r2, 3)]);
        table.row([name, fixed(rmse, 4), mae, r2]);
    };
    row(shared::on_training(lang, noun), result.train.rmse, Some(&result.train));
    if let Some(cv) = &result.cross_validation {
        row(shared::on_unseen(lang, noun), cv.metrics.rmse, Some(&cv.metrics));
    }
    row(words::always_mean(lang).to_owned(), result.baseline.rmse, None);
    page.block(table.lines(page.inner_width()));
    page.remark(words::rmse_remark(lang, names::between(lang, &target(result, page.style))));
    verdict(result, page);
}

fn verdict(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let baseline = result.baseline.rmse;
    match &result.cross_validation {
        _ if result.fit.r2.is_none() => {}
        None => page.say(ink(Ink::Strong, words::verdict_untested(lang))),
        Some(cv) if cv.metrics.rmse < baseline => page.say(how_much_better(lang, cv.metrics.rmse, baseline)),
        Some(_) => {}
    }
    let sentences = findings::findings(lang, &result.findings, None);
    sentences.into_iter().for_each(|sentence| page.say(sentence));
}

fn how_much_better(lang: Lang, rmse: f64, baseline: f64) -> String {
    let (share, shown) = (percent(1.0 - rmse / baseline), fixed(baseline, 4));
    match rmse / baseline {
        left if left < 1e-9 => words::verdict_exact(lang, shown),
        left if left < 0.01 => words::verdict_far_better(lang, fixed(rmse, 4), shown),
        _ => words::verdict_better(lang, share, fixed(rmse, 4), shown),
    }
}

fn answer(result: &Regression, prediction: &NumberPrediction, page: &mut Page) {
    let lang = page.style.lang;
    let target = target(result, page.style);
    let described = super::values(&result.data, &prediction.input, page.style);
    let melons = names::is_melons(&result.data);
    page.heading(&if melons { shared::a_melon_with(lang, described) } else { shared::a_sample_with(lang, described) });
    page.say(ink(Ink::Strong, words::answer(lang, names::behind(lang, &target), fixed(prediction.predicted, 4))));
    page.blank();
    page.say(words::shares(lang, names::between(lang, &target)));
    let shares: Vec<(String, f64)> =
        prediction.contributions.iter().map(|c| (names::show(lang, &c.term), c.value)).collect();
    page.block(bar_lines_between(&shares, page.style, [words::lowers(lang), words::raises(lang)]));
    page.say(words::sum_line(lang, fixed(prediction.predicted, 4)));
}

fn trust(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(shared::how_far_to_trust(lang));
    match &result.cross_validation {
        None => page.say(words::verdict_untested(lang)),
        Some(cv) => page.say(words::trust(lang, fixed(cv.metrics.rmse, 4), fixed(result.baseline.rmse, 4))),
    }
    findings::about_the_melons(lang, &result.findings).into_iter().for_each(|sentence| page.say(sentence));
}

fn try_next(result: &Regression, page: &mut Page) {
    let lang = page.style.lang;
    let style = page.style;
    let again = |flag: &str| style.again_with(flag);
    let mut commands = Vec::new();
    if !style.has("--plot") {
        commands.push((again("--plot"), words::try_plot(lang).to_owned()));
    }
    if result.options.l2 == 0.0 {
        commands.push((again("--l2 1"), words::try_ridge(lang).to_owned()));
    }
    if result.cross_validation.is_none() {
        commands.push((again("--cv 5"), shared::try_cv(lang).to_owned()));
    }
    page.heading(common::try_next(lang));
    page.commands(&commands);
}

/// Residuals over predictions.
pub fn residuals(result: &Regression, style: &Style) -> String {
    let lang = style.lang;
    let mut page = Page::new(style);
    page.heading(words::residual_title(lang));
    let residual = |s: &crate::task::regress::FittedSample| s.observed - s.predicted;
    let largest = result.samples.iter().map(|s| residual(s).abs()).fold(f64::MIN_POSITIVE, f64::max) * 1.05;
    let x_range = Plot::range(result.samples.iter().map(|s| s.predicted));
    let mut plot = Plot::new(x_range, [-largest, largest], (page.inner_width() - 12).min(60), 11);
    plot.curve(|_| 0.0, Ink::Faint);
    for sample in &result.samples {
        plot.point(sample.predicted, residual(sample), 'o', Ink::For);
    }
    page.block(
        plot.lines(&words::residual_x(lang, names::behind(lang, &target(result, style))), words::residual_y(lang)),
    );
    page.remark(words::residual_remark(lang));
    page.finish()
}
