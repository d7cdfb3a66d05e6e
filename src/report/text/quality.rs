//! How good a classifier is: on what it learned from, and right beside it on what it never
//! saw, and what guessing would do.

use crate::eval::classification::{ClassReport, ClassificationMetrics};
use crate::report::Say;
use crate::report::layout::{Page, pad};
use crate::report::number::{fixed, maybe, percent, percent_interval};
use crate::report::style::{Ink, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{classify as words, common, findings as found};
use crate::report::{bars, findings, names};
use crate::task::classify::Classification;

/// The table of figures and what they mean.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(common::HowGood.text(lang));
    figures(result, page);
    if let Some(cv) = &result.cross_validation {
        page.remark(match cv.scheme.n_folds() {
            Some(k) => words::SchemeFold { k }.say(lang),
            None => words::SchemeLoo.text(lang).to_owned(),
        });
    }
    verdict(result, page);
}

/// All figures in one table; where they have no room in it, without the bars, and then in two.
fn figures(result: &Classification, page: &mut Page) {
    let width = page.inner_width();
    let all = [told(result, page), tested(result, page)];
    for drawn in [true, false] {
        let table = beside(&all, drawn);
        if table.fits(width) {
            return page.block(table.lines(width));
        }
    }
    let [told, tested] = all;
    page.block(told.lines(width));
    page.blank();
    // Guessing has no probabilities to be measured.
    let rows = tested.rows.iter().filter(|row| row[1..].iter().any(|cell| !cell.is_empty())).cloned().collect();
    page.block(Table { rows, ..tested }.lines(width));
}

/// Two tables of the same rows as one, with the bars or without.
fn beside([left, right]: &[Table; 2], drawn: bool) -> Table {
    let mut whole = left.clone();
    whole.columns.extend(right.columns[1..].iter().cloned());
    whole.rows.iter_mut().zip(&right.rows).for_each(|(row, more)| row.extend(more[1..].iter().cloned()));
    if !drawn {
        whole.columns.remove(BAR);
        whole.rows.iter_mut().for_each(|row| drop(row.remove(BAR)));
    }
    whole
}

/// The column of the bars.
const BAR: usize = 2;

/// One line of the figures: its name, its accuracy, and the rest where it was measured.
type Figure<'a> = (String, f64, Ink, Option<&'a ClassificationMetrics>);

fn each_figure<'a>(result: &'a Classification, page: &Page) -> Vec<Figure<'a>> {
    let lang = page.style.lang;
    let noun = names::noun(lang, &result.data);
    let train = (words::OnTraining { samples: noun }.say(lang), result.train.accuracy, Ink::Faint, Some(&result.train));
    let unseen = result.cross_validation.as_ref().map(|cv| {
        let colour = if cv.metrics.accuracy < result.baseline.accuracy { Ink::Against } else { Ink::For };
        (words::OnUnseen { samples: noun }.say(lang), cv.metrics.accuracy, colour, Some(&cv.metrics))
    });
    let guess = names::show(lang, &result.baseline.class);
    let always = (words::Always { class: guess }.say(lang), result.baseline.accuracy, Ink::Faint, None);
    [train].into_iter().chain(unseen).chain([always]).collect()
}

/// How often it is right.
fn told(result: &Classification, page: &Page) -> Table {
    let lang = page.style.lang;
    let n = result.data.n_samples;
    let mut table = Table::new()
        .words("")
        .numbers(common::Accuracy.text(lang))
        .column("", Side::Left, 1)
        .numbers(words::Right.text(lang))
        .numbers(common::Interval.text(lang));
    for (name, accuracy, colour, metrics) in each_figure(result, page) {
        let right = (accuracy * n as f64).round() as usize;
        table.row([
            name,
            percent(accuracy),
            pad(&ink(colour, bars::bar(accuracy, 12)), 12),
            words::RightOf { right, n }.say(lang),
            metrics.map_or(String::new(), |m| percent_interval(m.accuracy_interval)),
        ]);
    }
    table
}

/// How good its probabilities are.
fn tested(result: &Classification, page: &Page) -> Table {
    let lang = page.style.lang;
    let mut table = Table::new().words("").numbers(words::LogLoss.text(lang)).numbers("Brier").numbers("AUC");
    for (name, _, _, metrics) in each_figure(result, page) {
        let figures = |m: &ClassificationMetrics| [fixed(m.log_loss, 2), fixed(m.brier, 2), maybe(m.roc_auc, 2)];
        let cells = metrics.map_or_else(Default::default, figures);
        table.row(std::iter::once(name).chain(cells));
    }
    table
}

/// The findings in words; what speaks well of the model is no finding, and said here too.
fn verdict(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    let baseline = result.baseline.accuracy;
    match &result.cross_validation {
        None => page.say(ink(Ink::Strong, words::VerdictUntested.text(lang))),
        Some(cv) if cv.metrics.accuracy_interval[0] > baseline => {
            let (accuracy, low) = (cv.metrics.accuracy, cv.metrics.accuracy_interval[0]);
            page.say(
                found::SurelyAbove { held_out: percent(accuracy), low: percent(low), baseline: percent(baseline) }
                    .say(lang),
            );
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
        Some(_) => words::WhereUnseen { samples: noun }.say(lang),
        None => words::WhereTraining { samples: noun }.say(lang),
    });
    let width = page.inner_width();
    let names =
        metrics.report.iter().map(|r| words::Truly { class: names::show(lang, &r.class), n: r.support }.say(lang));
    let rows: Vec<(String, &Vec<usize>, &ClassReport)> =
        names.zip(&metrics.confusion_matrix).zip(&metrics.report).map(|((name, n), rates)| (name, n, rates)).collect();
    let (mut counts, mut rates) = (Table::new().words(""), Table::new().words(""));
    for class in &result.data.classes {
        counts = counts.numbers(words::Called { class: names::show(lang, class) }.say(lang));
    }
    for name in [words::Precision.text(lang), words::Recall.text(lang), "F1"] {
        rates = rates.numbers(name);
    }
    for (truth, (name, n, report)) in rows.into_iter().enumerate() {
        let cells = n.iter().enumerate().map(|(called, &n)| count_cell(n, called == truth));
        counts.row(std::iter::once(name.clone()).chain(cells));
        rates.row([name, percent(report.precision), percent(report.recall), fixed(report.f1, 2)]);
    }
    let both = [counts, rates];
    let whole = beside(&both, true);
    if whole.fits(width) {
        return page.block(whole.lines(width));
    }
    page.block(both[0].lines(width));
    page.blank();
    page.block(both[1].lines(width));
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
    page.heading(words::HowFarToTrust.text(lang));
    match &result.cross_validation {
        None => page.say(words::VerdictUntested.text(lang)),
        Some(cv) => page.say(
            words::Trust {
                cv: percent(cv.metrics.accuracy),
                interval: percent_interval(cv.metrics.accuracy_interval),
                baseline_class: names::show(lang, &result.baseline.class),
                baseline: percent(result.baseline.accuracy),
            }
            .say(lang),
        ),
    }
    findings::about_the_melons(lang, &result.findings).into_iter().for_each(|sentence| page.say(sentence));
}
