//! The page of `melon regress`.

mod plots;

pub use plots::plots;

use super::terms::{and_more, signed_bars};
use super::{MOST_TERMS, described};
use crate::eval::regression::RegressionMetrics;
use crate::report::number::{fixed, maybe, p_value, percent, short, stars};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Suggestion, Text};
use crate::report::words::{Lang, classify as shared, common, regress as words};
use crate::report::{Say, findings, names};
use crate::task::finding::{ILL_CONDITIONED, SIGNIFICANCE};
use crate::task::regress::{NumberPrediction, Regression};

/// What was learned, how good it is; or, for the melons asked about, the answers.
pub fn regress(result: &Regression, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    if result.predictions.is_empty() {
        coefficients(result, &mut page);
        quality(result, &mut page);
    } else {
        result.predictions.iter().for_each(|prediction| answer(result, prediction, &mut page));
        trust(result, &mut page);
    }
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

fn target(result: &Regression, lang: Lang) -> String {
    names::show(lang, result.data.target.as_deref().unwrap_or_default())
}

fn opening(result: &Regression, page: &mut Page) {
    let (lang, data) = (page.lang, &result.data);
    let target = target(result, lang);
    match data.target.as_deref() {
        Some("含糖率") => page.title(words::TitleSugar),
        _ => page.title(words::Title { target: &target }),
    }
    page.say(words::Learned {
        samples: names::count(lang, data, data.n_samples),
        target,
        features: names::features(lang, data),
    });
    if result.options.l2 > 0.0 {
        page.say(words::Ridge { l2: short(result.options.l2, 6) });
    }
    if result.options.standardize {
        page.say(common::Standardized);
    }
}

/// The estimates and, where they have errors, their tests.
fn coefficients(result: &Regression, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::WhatAdds { target: target(result, lang) });
    let has_errors = result.coefficients.iter().any(|c| c.std_error.is_some());
    let mut table = DisplayTable::new().words(common::Term.text(lang)).numbers(common::Estimate.text(lang));
    if has_errors {
        table = table.numbers(common::StdError.text(lang)).numbers(common::Interval.text(lang));
        table = table.may_break().numbers("t").numbers(common::PValue.text(lang)).words("");
    }
    for c in result.coefficients.iter().take(MOST_TERMS) {
        let mut row = vec![names::show(lang, &c.term).into(), Cell::number(c.estimate, 4)];
        if has_errors {
            row.extend([Cell::number(c.std_error, 4), Cell::interval(c.interval, 3), Cell::number(c.t, 2)]);
            row.extend([Cell::p_value(c.p_value), stars(c.p_value).into()]);
        }
        table.row(row);
    }
    page.table(table);
    and_more(result.coefficients.len(), page);
    about_the_errors(result, page);
    if !result.reference.is_empty() {
        let levels = lang.list(result.reference.iter().map(|term| names::show(lang, term)));
        page.remark(common::Reference { levels });
    }
    fit_lines(result, page);
}

/// What the stars mean, or why there are none.
fn about_the_errors(result: &Regression, page: &mut Page) {
    match &result.fit {
        _ if result.coefficients.iter().any(|c| c.p_value.is_some()) => page.remark(common::Stars),
        _ if result.options.l2 > 0.0 => page.remark(common::NoInference),
        fit if fit.df[1] == 0 => page.remark(words::NoFreedom),
        fit if fit.is_exact => page.remark(words::NoResidual),
        _ => page.remark(words::NoErrors),
    }
}

fn fit_lines(result: &Regression, page: &mut Page) {
    let fit = &result.fit;
    page.say(words::R2Line { r2: maybe(fit.r2, 4), adjusted: maybe(fit.adjusted_r2, 4) });
    if let Some(error) = fit.residual_std_error.filter(|_| !fit.is_exact) {
        page.say(words::ResidualLine { error: fixed(error, 4), df: fit.df[1] });
    }
    if let Some(f) = fit.f {
        page.say(words::FLine { f: fixed(f, 3), df1: fit.df[0], df2: fit.df[1], p: p_value(fit.f_p_value) });
    }
    if let Some(condition) = fit.condition.filter(|&condition| condition >= ILL_CONDITIONED) {
        page.say(words::ConditionLine { condition: findings::significant(condition) });
    }
}

fn quality(result: &Regression, page: &mut Page) {
    let (lang, samples) = (page.lang, names::noun(page.lang, &result.data));
    page.heading(common::HowGood);
    let head = DisplayTable::new().words("").numbers(words::Rmse.text(lang));
    let mut table = head.numbers(words::Mae.text(lang)).numbers(words::R2.text(lang));
    let mut row = |name: String, rmse: f64, rest: Option<&RegressionMetrics>| {
        let [mae, r2] = rest.map_or([(); 2].map(|()| Cell::empty()), |metrics| {
            [Cell::number(metrics.mae, 4), Cell::number(metrics.r2, 3)]
        });
        table.row([name.into(), Cell::number(rmse, 4), mae, r2]);
    };
    row(shared::OnTraining { samples }.say(lang), result.train.rmse, Some(&result.train));
    if let Some(cv) = &result.cross_validation {
        row(shared::OnUnseen { samples }.say(lang), cv.metrics.rmse, Some(&cv.metrics));
    }
    row(words::AlwaysMean.text(lang).to_owned(), result.baseline.rmse, None);
    page.table(table);
    let rmse = words::RmseRemark { target: target(result, lang) }.say(lang);
    let r2 = result.cross_validation.as_ref().and_then(|cv| cv.metrics.r2).map(|_| words::R2Remark.say(lang));
    page.remark(lang.sentences([rmse].into_iter().chain(r2)));
    let scheme = result.cross_validation.as_ref().map(|cv| cv.scheme);
    let has_means = result.options.standardize || !has_no_gaps(result);
    super::in_passes::say(result.in_passes.as_ref(), scheme, has_means, page);
    verdict(result, page);
}

fn has_no_gaps(result: &Regression) -> bool {
    !result.findings.iter().any(|finding| matches!(finding, crate::task::Finding::Imputed { .. }))
}

fn verdict(result: &Regression, page: &mut Page) {
    let lang = page.lang;
    let baseline = result.baseline.rmse;
    match &result.cross_validation {
        _ if result.fit.r2.is_none() => {}
        None => page.caveat(Text::emphasised(Emphasis::Strong, words::VerdictUntested.text(lang))),
        Some(cv) if cv.metrics.rmse < baseline => {
            let better = how_much_better(lang, cv.metrics.rmse, baseline);
            page.say(lang.sentences([better].into_iter().chain(may_be_chance(result, lang))));
        }
        Some(_) => {}
    }
    let sentences = findings::findings(lang, &result.findings, None);
    sentences.into_iter().for_each(|sentence| page.caveat(sentence));
}

/// What the F test says against a better figure; without a penalty alone there is one.
fn may_be_chance(result: &Regression, lang: Lang) -> Option<String> {
    match result.fit.f_p_value {
        Some(p) if p > SIGNIFICANCE => Some(words::MayBeChance { p: p_value(Some(p)) }.say(lang)),
        None if result.fit.df[1] == 0 => Some(words::TooFewToTest.say(lang)),
        _ => None,
    }
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
    let lang = page.lang;
    let target = target(result, lang);
    page.heading(described(&result.data, &prediction.input, lang));
    let value = fixed(prediction.predicted, 4);
    let told = words::Answer { target: &target, value: &value }.say(lang);
    page.say(Text::emphasised(Emphasis::Strong, told));
    page.heading(words::Shares { target: &target });
    let terms: Vec<(String, f64)> =
        prediction.contributions.iter().map(|c| (names::show(lang, &c.term), c.value)).collect();
    page.table(signed_bars(&terms, &target, [words::SideLower.text(lang), words::SideHigher.text(lang)], lang));
    and_more(terms.len(), page);
    page.say(words::SumLine { value });
}

fn trust(result: &Regression, page: &mut Page) {
    page.heading(shared::HowFarToTrust);
    match &result.cross_validation {
        None => page.caveat(words::VerdictUntested),
        Some(cv) => {
            let [rmse, baseline] = [cv.metrics.rmse, result.baseline.rmse].map(|error| fixed(error, 4));
            page.say(words::Trust { rmse, baseline });
        }
    }
    findings::about_the_melons(page.lang, &result.findings).into_iter().for_each(|sentence| page.caveat(sentence));
}

fn suggestions(result: &Regression, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let mut next = Vec::new();
    if !context.has("--plot") && result.in_passes.is_none() {
        next.push(context.again().with_flag("--plot").because(words::TryPlot, lang));
    }
    if result.options.l2 == 0.0 {
        next.push(context.again().with("--l2", 1).because(words::TryRidge, lang));
    }
    if result.cross_validation.is_none() {
        next.push(context.again().with("--cv", 5).because(shared::TryCv, lang));
    }
    next
}
