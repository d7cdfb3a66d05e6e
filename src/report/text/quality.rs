//! How good a classifier is: on what it learned from, and right beside it on what it never
//! saw, and what guessing would do.

use crate::eval::classification::ClassificationMetrics;
use crate::report::layout::{Page, pad};
use crate::report::number::{fixed, maybe, percent, percent_interval};
use crate::report::style::{Ink, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{classify as words, common, findings as told};
use crate::report::{bars, findings, names};
use crate::task::classify::Classification;

/// The table of figures and what they mean.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(common::how_good(lang));
    page.block(figures(result, page).lines(page.inner_width()));
    if let Some(cv) = &result.cross_validation {
        page.remark(match fold_count(&cv.scheme) {
            Some(k) => words::scheme_fold(lang, k),
            None => words::scheme_loo(lang).to_owned(),
        });
    }
    verdict(result, page);
}

/// The number of folds in `stratified 5-fold`; none for leave-one-out.
fn fold_count(scheme: &str) -> Option<usize> {
    scheme.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?.parse().ok()
}

fn figures(result: &Classification, page: &Page) -> Table {
    let lang = page.style.lang;
    let n = result.data.n_samples;
    let noun = names::noun(lang, &result.data);
    let mut table = Table::new()
        .words("")
        .numbers(common::accuracy(lang))
        .column("", Side::Left, 3)
        .numbers(words::right(lang))
        .column(common::interval(lang), Side::Right, 0)
        .column(words::log_loss(lang), Side::Right, 1)
        .column("Brier", Side::Right, 1)
        .column("AUC", Side::Right, 1);
    let mut row = |name: String, accuracy: f64, colour: Ink, metrics: Option<&ClassificationMetrics>| {
        let right = (accuracy * n as f64).round() as usize;
        table.row([
            name,
            percent(accuracy),
            pad(&ink(colour, bars::bar(accuracy, 12)), 12),
            words::right_of(lang, right, n),
            metrics.map_or(String::new(), |m| percent_interval(m.accuracy_interval)),
            metrics.map_or(String::new(), |m| fixed(m.log_loss, 2)),
            metrics.map_or(String::new(), |m| fixed(m.brier, 2)),
            metrics.map_or(String::new(), |m| maybe(m.roc_auc, 2)),
        ]);
    };
    row(words::on_training(lang, noun), result.train.accuracy, Ink::Faint, Some(&result.train));
    if let Some(cv) = &result.cross_validation {
        let colour = if cv.metrics.accuracy < result.baseline.accuracy { Ink::Against } else { Ink::For };
        row(words::on_unseen(lang, noun), cv.metrics.accuracy, colour, Some(&cv.metrics));
    }
    let guess = names::show(lang, &result.baseline.class);
    row(words::always(lang, guess), result.baseline.accuracy, Ink::Faint, None);
    table
}

/// The findings in words; what speaks well of the model is no finding, and said here too.
fn verdict(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let baseline = result.baseline.accuracy;
    match &result.cross_validation {
        None => page.say(ink(Ink::Strong, words::verdict_untested(lang))),
        Some(cv) if cv.metrics.accuracy_interval[0] > baseline => {
            let (accuracy, low) = (cv.metrics.accuracy, cv.metrics.accuracy_interval[0]);
            page.say(told::surely_above(lang, percent(accuracy), percent(low), percent(baseline)));
        }
        Some(_) => {}
    }
    let sentences = findings::findings(lang, &result.findings, Some(&result.baseline.class));
    sentences.into_iter().for_each(|sentence| page.say(sentence));
}

/// The confusion matrix with precision and recall, held out where possible.
pub(super) fn confusion(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    let metrics = result.cross_validation.as_ref().map_or(&result.train, |cv| &cv.metrics);
    page.heading(&match result.cross_validation {
        Some(_) => words::where_unseen(lang, noun),
        None => words::where_training(lang, noun),
    });
    let mut table = Table::new().words("");
    for class in &result.data.classes {
        table = table.numbers(words::called(lang, names::show(lang, class)));
    }
    table = table.column(words::precision(lang), Side::Right, 2).column(words::recall(lang), Side::Right, 2).column(
        "F1",
        Side::Right,
        2,
    );
    for (truth, (counts, report)) in metrics.confusion_matrix.iter().zip(&metrics.report).enumerate() {
        let cells = counts.iter().enumerate().map(|(called, &n)| count_cell(n, called == truth));
        let rates = [percent(report.precision), percent(report.recall), fixed(report.f1, 2)];
        let name = words::truly(lang, names::show(lang, &report.class), report.support);
        table.row(std::iter::once(name).chain(cells).chain(rates));
    }
    page.block(table.lines(page.inner_width()));
}

fn count_cell(n: usize, is_right: bool) -> String {
    match (n, is_right) {
        (0, _) => "0".to_owned(),
        (n, true) => ink(Ink::For, n),
        (n, false) => ink(Ink::Against, n),
    }
}

/// One sentence below an answer: how often such answers are right.
pub(super) fn trust(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::how_far_to_trust(lang));
    match &result.cross_validation {
        None => page.say(words::verdict_untested(lang)),
        Some(cv) => page.say(words::trust(
            lang,
            percent(cv.metrics.accuracy),
            percent_interval(cv.metrics.accuracy_interval),
            names::show(lang, &result.baseline.class),
            percent(result.baseline.accuracy),
        )),
    }
}
