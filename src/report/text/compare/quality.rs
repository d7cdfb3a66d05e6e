//! How the five do on samples they never saw, and which differences are none.

use super::{inline, name};
use crate::report::layout::Page;
use crate::report::number::{fixed, percent, percent_interval};
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, Say, classify, common, compare as words};
use crate::report::{findings, names};
use crate::task::Finding;
use crate::task::compare::{Comparison, Difference, ModelName, Scores};

/// Below so many samples the page says that nothing is proved.
const FEW: usize = 100;

/// The table of figures, and what it does and does not show.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(&words::HowGood { samples: names::noun(lang, &result.data) }.say(lang));
    let Some(folds) = &result.folds else {
        page.say(words::Untested.text(lang));
        return;
    };
    page.block(figures(result, lang).lines(page.inner_width()));
    page.remark(match folds.scheme.starts_with("leave") {
        true => words::SameFoldsLoo { n: folds.n_folds }.say(lang),
        false => words::SameFolds { k: folds.n_folds }.say(lang),
    });
    raw(result, lang).into_iter().for_each(|sentence| page.remark(sentence));
    page.blank();
    page.say(pairs(result, lang));
    page.say(against_guessing(result, lang));
    told(result, lang).into_iter().for_each(|sentence| page.say(sentence));
    if result.data.n_samples < FEW {
        page.say(ink(
            Ink::Strong,
            words::Small { n: result.data.n_samples, samples: names::noun(lang, &result.data) }.say(lang),
        ));
    }
}

fn figures(result: &Comparison, lang: Lang) -> Table {
    let mut table = Table::new()
        .words("")
        .numbers(common::Accuracy.text(lang))
        .numbers(classify::LogLoss.text(lang))
        .numbers("Brier");
    let share =
        |value: f64, [low, high]: [f64; 2]| format!("{} {}", percent(value), faint(percent(low), percent(high)));
    let mean = |value: f64, interval: Option<[f64; 2]>| {
        let ends = interval.map_or(String::new(), |[low, high]| faint(fixed(low, 2), fixed(high, 2)));
        format!("{} {ends}", fixed(value, 2)).trim_end().to_owned()
    };
    for model in &result.models {
        let Some(scores) = &model.cross_validation else { continue };
        let metrics = &scores.metrics;
        table.row([
            name(lang, model.model).to_owned(),
            share(metrics.accuracy, metrics.accuracy_interval),
            mean(metrics.log_loss, scores.log_loss_interval),
            mean(metrics.brier, scores.brier_interval),
        ]);
    }
    let baseline = &result.baseline;
    let guess = words::Always { class: names::show(lang, &baseline.majority.class) }.say(lang);
    let plain = [percent(baseline.majority.accuracy), fixed(baseline.log_loss, 2), fixed(baseline.brier, 2)];
    table.row(std::iter::once(guess).chain(plain).map(|cell| ink(Ink::Faint, cell)));
    table
}

fn faint(low: String, high: String) -> String {
    ink(Ink::Faint, format!("[{low}–{high}]"))
}

/// Which of two models is surely better, winner by winner.
fn pairs(result: &Comparison, lang: Lang) -> String {
    let pairs: Vec<&Difference> = result.differences.iter().filter(|pair| pair.b.is_some()).collect();
    let beaten_by = |winner: ModelName| -> Vec<String> {
        let loser = |pair: &&Difference| match (pair.is_clear, pair.log_loss < 0.0, pair.b) {
            (true, true, b) if pair.a == winner => b,
            (true, false, Some(b)) if b == winner => Some(pair.a),
            _ => None,
        };
        pairs.iter().filter_map(loser).map(|model| inline(lang, model)).collect()
    };
    let beats = |winner| {
        let beaten = beaten_by(winner);
        (!beaten.is_empty()).then(|| words::BetterThan { a: inline(lang, winner), b: lang.list(beaten) }.say(lang))
    };
    let told: Vec<String> = ModelName::ALL.into_iter().filter_map(beats).collect();
    match pairs.iter().filter(|pair| pair.is_clear).count() {
        0 => words::NoDifference { n: pairs.len() }.say(lang),
        n => words::SomeDiffer { clear: n, n: pairs.len(), list: lang.clauses(told) }.say(lang),
    }
}

/// Which are surely better, or worse, than the classes' shares.
fn against_guessing(result: &Comparison, lang: Lang) -> String {
    let among = |is_better: bool| -> Vec<String> {
        let clear = result.differences.iter().filter(|pair| pair.b.is_none() && pair.is_clear);
        clear.filter(|pair| (pair.log_loss < 0.0) == is_better).map(|pair| inline(lang, pair.a)).collect()
    };
    let (better, worse) = (among(true), among(false));
    let mut said = vec![match better.is_empty() {
        true => words::NoneBeatsBaseline.text(lang).to_owned(),
        false => words::BeatsBaseline { list: lang.list(better) }.say(lang),
    }];
    if !worse.is_empty() {
        said.push(words::WorseThanBaseline { list: lang.list(worse) }.say(lang));
    }
    lang.sentences(said)
}

/// The findings in words: those about the best of the five name it.
fn told(result: &Comparison, lang: Lang) -> Vec<String> {
    let scored = result.models.iter().filter_map(|model| Some((model.model, model.cross_validation.as_ref()?)));
    let accuracy = |scores: &Scores| scores.metrics.accuracy;
    let best = scored.reduce(|best, next| if accuracy(next.1) > accuracy(best.1) { next } else { best });
    let class = &result.baseline.majority.class;
    let of = |finding: &Finding| {
        let best = inline(lang, best?.0);
        let guess = names::show(lang, class);
        match finding {
            Finding::NotAboveBaseline { held_out, baseline } => Some(
                words::BestNotAbove {
                    model: best,
                    accuracy: percent(*held_out),
                    baseline_class: guess,
                    baseline: percent(*baseline),
                }
                .say(lang),
            ),
            Finding::NotSurelyAboveBaseline { held_out, interval, baseline } => {
                let (share, ends) = (percent(*held_out), percent_interval(*interval));
                Some(
                    words::BestNotSurelyAbove {
                        model: best,
                        accuracy: share,
                        interval: ends,
                        baseline_class: guess,
                        baseline: percent(*baseline),
                    }
                    .say(lang),
                )
            }
            other => findings::finding(lang, other, Some(class)),
        }
    };
    result.findings.iter().filter_map(of).collect()
}

/// What the language models' figures are without renormalising.
fn raw(result: &Comparison, lang: Lang) -> Option<String> {
    let of = |model: ModelName| {
        let portrait = result.models.iter().find(|portrait| portrait.model == model)?;
        portrait.cross_validation.as_ref()?.raw_log_loss
    };
    Some(words::Raw { ngram: fixed(of(ModelName::NGram)?, 2), gpt: fixed(of(ModelName::Gpt)?, 2) }.say(lang))
}
