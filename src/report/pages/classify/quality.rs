//! How good a classifier is: on what it learned from, and right beside it on what it never
//! saw, and what guessing would do.

use super::many;
use crate::eval::classification::{ClassReport, ClassificationMetrics};
use crate::report::number::{fixed, grouped, percent, percent_interval, rounded};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, Text};
use crate::report::pages::in_passes;
use crate::report::words::{classify as words, common, findings as found};
use crate::report::{Lang, Say, findings, names};
use crate::task::classifiers::ModelName;
use crate::task::classify::Classification;
use crate::task::summary::CrossValidation;
use crate::task::{Finding, Scheme};

/// Classes up to which a part's share of each is said.
const MOST_STRATA: usize = 3;

/// The table of figures and what they mean.
pub(super) fn section(result: &Classification, page: &mut Page) {
    page.heading(common::HowGood);
    page.table(figures(result, page));
    if let Some(cv) = result.cross_validation.as_ref().filter(|_| result.in_passes.is_none()) {
        match (cv.scheme.n_folds(), cv.scheme.n_repeats()) {
            (None, _) => page.remark(words::SchemeLoo),
            (Some(k), 1) => {
                page.remark(page.lang.sentences([words::SchemeFold { k }.say(page.lang), strata(cv, k, page.lang)]))
            }
            (Some(k), n) => page.remark(repeated(cv, k, n, page.lang)),
        }
    }
    let has_gaps = result.findings.iter().any(|finding| matches!(finding, Finding::Imputed { .. }));
    let scheme = result.cross_validation.as_ref().map(|cv| cv.scheme);
    in_passes::say(result.in_passes.as_ref(), scheme, result.options.standardize || has_gaps, page);
    verdict(result, page);
}

/// How many of each class a part has; nothing of many classes.
fn strata(cv: &CrossValidation<ClassificationMetrics>, k: usize, lang: Lang) -> String {
    let report = &cv.metrics.report;
    if report.len() > MOST_STRATA || !matches!(cv.scheme, Scheme::Stratified(_)) {
        return String::new();
    }
    let of = |class: &ClassReport| {
        let (least, most) = (class.support / k, class.support.div_ceil(k));
        let class = names::show(lang, &class.class);
        if least == most {
            words::StratumOf { n: least, class }.say(lang)
        } else {
            words::StratumFrom { least, most, class }.say(lang)
        }
    };
    words::Strata { list: lang.list(report.iter().map(of)) }.say(lang)
}

/// How the table was divided again and again, and how much depends on it.
fn repeated(cv: &CrossValidation<ClassificationMetrics>, k: usize, n: usize, lang: Lang) -> String {
    let scheme = words::SchemeRepeated { k, n }.say(lang);
    let range = |figure: &str| cv.range(figure);
    let told = range("log_loss").zip(range("accuracy")).map(|(losses, accuracies)| {
        let [low, high] = losses.map(|loss| fixed(apart_from_rounding(loss), 2));
        let [least, most] = accuracies.map(percent);
        words::Divisions { low, high, least, most }.say(lang)
    });
    lang.sentences(std::iter::once(scheme).chain(told))
}

/// How good its probabilities are, then how often it is right, beside a guess that does not look.
fn figures(result: &Classification, page: &Page) -> DisplayTable {
    let (lang, samples) = (page.lang, names::noun(page.lang, &result.data));
    let head = DisplayTable::new().words("").numbers(words::LogLoss.text(lang)).numbers(common::Accuracy.text(lang));
    let head = head.drawing("").numbers(words::Right.text(lang)).numbers(common::Interval.text(lang));
    let mut table = head.may_break().numbers("Brier").numbers("AUC");
    let mut row = |name: String, log_loss: f64, accuracy: f64, emphasis, metrics: Option<&ClassificationMetrics>| {
        let right = short_share(accuracy * result.data.n_samples as f64);
        let figure = |of: fn(&ClassificationMetrics) -> Cell| metrics.map_or(Cell::empty(), of);
        table.row([
            name.into(),
            Cell::number(apart_from_rounding(log_loss), 2),
            Cell::share(accuracy),
            Cell::bar(accuracy, emphasis),
            words::RightOf { right, n: result.data.n_samples }.say(lang).into(),
            figure(|metrics| Cell::share_interval(metrics.accuracy_interval)),
            figure(|metrics| Cell::number(metrics.brier, 2)),
            figure(|metrics| Cell::number(metrics.roc_auc, 2)),
        ]);
    };
    let baseline = &result.baseline;
    let train = &result.train;
    row(words::OnTraining { samples }.say(lang), train.log_loss, train.accuracy, Emphasis::Faint, Some(train));
    if let Some(cv) = &result.cross_validation {
        let is_worse = cv.metrics.accuracy < baseline.accuracy;
        let emphasis = if is_worse { Emphasis::Against } else { Emphasis::For };
        let metrics = &cv.metrics;
        row(words::OnUnseen { samples }.say(lang), metrics.log_loss, metrics.accuracy, emphasis, Some(metrics));
    }
    let guess = words::NotLooking { class: names::show(lang, &baseline.class) }.say(lang);
    row(guess, baseline.log_loss, baseline.accuracy, Emphasis::Faint, None);
    table
}

/// A count; the mean of several counts with one decimal.
fn short_share(count: f64) -> String {
    if (count - count.round()).abs() < 1e-9 { grouped(count.round() as usize) } else { fixed(count, 1) }
}

/// Certainty and right throughout costs nothing; what is left of it is the last digit.
fn apart_from_rounding(log_loss: f64) -> f64 {
    if log_loss < 1e-12 { 0.0 } else { log_loss }
}

/// The findings in words; what speaks well of the model is no finding, and said here too.
fn verdict(result: &Classification, page: &mut Page) {
    let lang = page.lang;
    let baseline = result.baseline.accuracy;
    let is_of_probabilities =
        |one: &Finding| matches!(one, Finding::BesideShares { .. } | Finding::CertainlyWrong { .. });
    let (probabilities, others): (Vec<Finding>, Vec<Finding>) =
        result.findings.iter().cloned().partition(is_of_probabilities);
    probabilities.iter().for_each(|one| page.caveat(about_probabilities(result, one, lang)));
    match &result.cross_validation {
        None => page.caveat(Text::emphasised(Emphasis::Strong, words::VerdictUntested.text(lang))),
        Some(cv) if is_surely_above(result, cv.metrics.accuracy_interval) => {
            let [held_out, low, baseline] =
                [cv.metrics.accuracy, cv.metrics.accuracy_interval[0], baseline].map(percent);
            page.say(found::SurelyAbove { held_out, low, baseline });
        }
        Some(_) => {}
    }
    let sentences = findings::findings(lang, &others, Some(&result.baseline.class));
    sentences.into_iter().for_each(|sentence| page.caveat(sentence));
}

/// What the probabilities are worth, and which tests neither the model nor a guess could know.
fn about_probabilities(result: &Classification, finding: &Finding, lang: Lang) -> String {
    let told = findings::finding_sentence(lang, finding, Some(&result.baseline.class));
    let unlearned = result.baseline.n_certainly_wrong.filter(|&n| n > 0);
    let (Finding::CertainlyWrong { n_answers, .. }, Some(n)) = (finding, unlearned) else {
        return told.unwrap_or_default();
    };
    let has_others = *n_answers > n;
    let why = if has_others { found::UnlearnedSome { n }.say(lang) } else { found::Unlearned.say(lang) };
    let others = (has_others && result.model == ModelName::Logistic).then(|| found::SeparableOthers.say(lang));
    let sentences = [told, Some(why), others, Some(found::GuessToo { n }.say(lang))];
    lang.sentences(sentences.into_iter().flatten())
}

/// Whether the interval lies above the baseline and no exact test says that this may be chance.
fn is_surely_above(result: &Classification, interval: [f64; 2]) -> bool {
    let by_chance = result.findings.iter().any(|one| matches!(one, Finding::AboveByChance { .. }));
    interval[0] > result.baseline.accuracy && !by_chance
}

/// The confusion matrix with precision and recall, held out where possible.
pub(super) fn confusion(result: &Classification, page: &mut Page) {
    let (lang, samples) = (page.lang, names::noun(page.lang, &result.data));
    let metrics = result.cross_validation.as_ref().map_or(&result.train, |cv| &cv.metrics);
    let repeats = result.cross_validation.as_ref().map_or(1, |cv| cv.scheme.n_repeats());
    match result.cross_validation {
        Some(_) if repeats > 1 => page.heading(words::WhereUnseenMean { samples, n: repeats }),
        Some(_) => page.heading(words::WhereUnseen { samples }),
        None => page.heading(words::WhereTraining { samples }),
    }
    if result.data.classes.len() > many::MOST_CLASSES {
        many::mistakes(result, metrics, repeats, page);
        return never_predicted(result, metrics, page);
    }
    let called = |class: &String| words::Called { class: names::show(lang, class) }.say(lang);
    let counts =
        result.data.classes.iter().fold(DisplayTable::new().words(""), |table, class| table.numbers(called(class)));
    let rates = counts.may_break().numbers(words::Precision.text(lang)).numbers(words::Recall.text(lang));
    let mut table = rates.numbers("F1");
    for (truth, (report, counts)) in metrics.report.iter().zip(&metrics.confusion_matrix).enumerate() {
        let n = report.support / repeats;
        let name = words::Truly { class: names::show(lang, &report.class), n }.say(lang);
        let cells = counts.iter().enumerate().map(|(called, &n)| count_cell(n, repeats, called == truth));
        let rates = [Cell::share(report.precision), Cell::share(report.recall), Cell::number(report.f1, 2)];
        table.row(std::iter::once(name.into()).chain(cells).chain(rates));
    }
    if metrics.report.len() > 2 {
        let mean = &metrics.macro_average;
        let rates = [Cell::share(mean.precision), Cell::share(mean.recall), Cell::number(mean.f1, 2)];
        let no_counts = metrics.report.iter().map(|_| Cell::empty());
        table.row(std::iter::once(words::MacroAverage.text(lang).into()).chain(no_counts).chain(rates));
    }
    page.table(table);
    never_predicted(result, metrics, page);
}

/// Classes that nothing was taken for: what stands in the table for their precision is a convention.
fn never_predicted(result: &Classification, metrics: &ClassificationMetrics, page: &mut Page) {
    let is_predicted = |class: usize| metrics.confusion_matrix.iter().any(|row| row[class] > 0);
    let lang = page.lang;
    let never = result.data.classes.iter().enumerate().filter(|(class, _)| !is_predicted(*class));
    let never: Vec<String> = never.map(|(_, name)| names::show(lang, name)).collect();
    match never.len() {
        0 => {}
        n if n > many::MOST_CLASSES => page.remark(words::NeverPredicted { classes: words::NClasses { n }.say(lang) }),
        _ => page.remark(words::NeverPredicted { classes: lang.list(never) }),
    }
}

/// A count; with several divisions, its mean over them: with two decimals, that of twenty is exact, so that rows sum up.
fn count_cell(n: usize, repeats: usize, is_right: bool) -> Cell {
    let cell = if repeats == 1 { Cell::from(n) } else { Cell::from(rounded(n as f64 / repeats as f64, 2)) };
    match (n, is_right) {
        (0, _) => cell,
        (_, true) => cell.with(Emphasis::For),
        (_, false) => cell.with(Emphasis::Against),
    }
}

/// One sentence below an answer: how often such answers are right.
pub(super) fn trust(result: &Classification, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::HowFarToTrust);
    match &result.cross_validation {
        None => page.caveat(words::VerdictUntested),
        Some(cv) => page.say(words::Trust {
            cv: percent(cv.metrics.accuracy),
            interval: percent_interval(cv.metrics.accuracy_interval),
            baseline_class: names::show(lang, &result.baseline.class),
            baseline: percent(result.baseline.accuracy),
        }),
    }
    findings::about_the_melons(lang, &result.findings).into_iter().for_each(|sentence| page.caveat(sentence));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Column, Goal, Selection, Table, select};
    use crate::report::page::Block;
    use crate::task::classify::{ClassifyOptions, classify};

    /// Half of twelve are a, five b, and the last alone is c: where it is hidden, nobody knows of c.
    fn with_one_of_a_class(l2: f64) -> Classification {
        let x = Column::numbers("x", (0..12).map(|i| f64::from(i) + 0.5));
        let y = Column::words("y", (0..12).map(|i| Some(["a", "b", "c"][i / 6 + i / 11])));
        let selection = Selection { target: Some("y".into()), ..Selection::default() };
        let data = select(Table::new("t", vec![x, y]), &selection, Goal::Classify).unwrap();
        classify(&data, &ClassifyOptions { l2, ..ClassifyOptions::default() }, &[]).unwrap()
    }

    fn said(result: &Classification, lang: Lang) -> String {
        let mut page = Page::new(lang);
        section(result, &mut page);
        confusion(result, &mut page);
        let text = |block: &Block| match block {
            Block::Paragraph(text) | Block::Caveat(text) | Block::Remark(text) => text.plain(),
            _ => String::new(),
        };
        page.blocks.iter().map(text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn no_penalty_is_blamed_for_a_class_that_was_not_there() {
        for l2 in [1.0, 100.0] {
            let result = with_one_of_a_class(l2);
            assert_eq!(result.baseline.n_certainly_wrong, Some(20), "once a division");
            let page = said(&result, Lang::En);
            assert!(
                page.contains("In 20 of 240 tests") && page.contains("In those tests the true class did not"),
                "{page}"
            );
            assert!(page.contains("The log-loss of not looking contains 20 such tests, too."), "{page}");
            assert!(!page.contains("larger --l2"), "{page}");
            let page = said(&result, Lang::Zh);
            assert!(page.contains("根本没有真的那一类") && page.contains("这样的也有 20 次"), "{page}");
            assert!(!page.contains("把 --l2 调大"), "{page}");
        }
    }

    #[test]
    fn separation_is_the_reason_for_the_others_alone() {
        let mut result = with_one_of_a_class(1.0);
        let (clipped, separable) = (36.0, false);
        result.findings = vec![Finding::CertainlyWrong { n_answers: 25, n_tests: 240, clipped, separable }];
        let page = said(&result, Lang::En);
        assert!(
            page.contains("In 20 of those tests the true class did not") && page.contains("The others come"),
            "{page}"
        );
        result.baseline.n_certainly_wrong = Some(0);
        result.findings = vec![Finding::CertainlyWrong { n_answers: 25, n_tests: 240, clipped, separable: true }];
        let page = said(&result, Lang::En);
        assert!(page.contains("A larger --l2 keeps") && !page.contains("did not occur"), "{page}");
    }

    #[test]
    fn a_precision_of_nothing_is_said_to_be_a_convention() {
        let page = said(&with_one_of_a_class(1.0), Lang::En);
        assert!(page.contains("Never predicted: c."), "{page}");
    }
}
