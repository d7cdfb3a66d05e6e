//! How the models do on samples that they did not learn from, and which differences are none.

use crate::eval::probability;
use crate::report::number::{fixed, percent, percent_interval};
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, Text};
use crate::report::words::{Lang, compare as words};
use crate::report::{Say, findings, models, names};
use crate::task::Finding;
use crate::task::compare::{Comparison, Difference, ModelName};

/// Below so many samples the page says that nothing is proved.
const FEW: usize = 100;

/// The table of figures, and what it does and does not show.
pub(super) fn section(result: &Comparison, page: &mut Page) {
    let lang = page.lang;
    let samples = names::noun(lang, &result.data);
    page.heading(words::HowGood { samples });
    let Some(folds) = &result.folds else {
        page.say(words::Untested);
        return;
    };
    page.table(figures(result, lang));
    match (folds.scheme.n_folds(), folds.scheme.n_repeats()) {
        (None, _) => page.remark(words::SameFoldsLoo { n: folds.n_folds }),
        (Some(k), 1) => page.remark(words::SameFolds { k }),
        (Some(k), n) => page.remark(words::SameFoldsRepeated { k, n }),
    }
    page.remark(raw(result, lang));
    page.say(pairs(result, lang));
    page.say(against_guessing(result, lang));
    page.say(clipped(result, "", lang));
    result
        .findings
        .iter()
        .filter_map(|one| comparison_finding(result, one, lang))
        .for_each(|sentence| page.caveat(sentence));
    let n = result.data.n_samples;
    if n < FEW {
        page.caveat(Text::emphasised(Emphasis::Strong, words::Small { n, samples }.say(lang)));
    }
}

/// What the table shows, without the table.
pub(super) fn verdict(result: &Comparison, page: &mut Page) {
    let lang = page.lang;
    let samples = names::noun(lang, &result.data);
    page.heading(words::Verdict { samples });
    if result.folds.is_none() {
        page.say(words::Untested);
        return;
    }
    page.say(against_guessing(result, lang));
    page.say(pairs(result, lang));
    page.say(clipped(result, words::InMore.text(lang), lang));
    let n = result.data.n_samples;
    if n < FEW {
        page.caveat(Text::emphasised(Emphasis::Strong, words::Small { n, samples }.say(lang)));
    }
}

fn figures(result: &Comparison, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().words("").numbers(words::AccuracyPercent.text(lang));
    let mut table = head.numbers(words::LogLossNats.text(lang)).numbers("Brier");
    for model in &result.models {
        let Some(scores) = &model.cross_validation else { continue };
        let metrics = &scores.metrics;
        table.row([
            models::inline(lang, model.model).into(),
            Cell::estimate(metrics.accuracy * 100.0, metrics.accuracy_interval.map(|end| end * 100.0), 0),
            Cell::estimate(metrics.log_loss, scores.log_loss_interval, 2),
            Cell::estimate(metrics.brier, scores.brier_interval, 2),
        ]);
    }
    let baseline = &result.baseline;
    let figures = [(baseline.majority.accuracy * 100.0, 0), (baseline.majority.log_loss, 2), (baseline.brier, 2)];
    let guess = words::Always { class: names::show(lang, &baseline.majority.class) }.say(lang);
    let figures = figures.map(|(value, decimals)| Cell::number(value, decimals));
    table.row(std::iter::once(guess.into()).chain(figures).map(|cell| cell.with(Emphasis::Faint)));
    table
}

/// Which of two models is surely better, winner by winner.
fn pairs(result: &Comparison, lang: Lang) -> String {
    let is_pair = |pair: &&Difference| pair.b.is_some() && !pair.rests_on_clip;
    let pairs: Vec<&Difference> = result.differences.iter().filter(is_pair).collect();
    let beaten_by = |winner: ModelName| -> Vec<ModelName> {
        let loser = |pair: &&Difference| match (pair.is_clear, pair.log_loss < 0.0, pair.b) {
            (true, true, b) if pair.a == winner => b,
            (true, false, Some(b)) if b == winner => Some(pair.a),
            _ => None,
        };
        pairs.iter().filter_map(loser).collect()
    };
    let beats = |winner: ModelName| {
        let beaten = beaten_by(winner);
        let sentence =
            words::BetterThan { a: models::inline(lang, winner), b: models::list(lang, beaten.iter().copied()) };
        (!beaten.is_empty()).then(|| sentence.say(lang))
    };
    let list = lang.clauses(result.models.iter().filter_map(|model| beats(model.model)));
    match pairs.iter().filter(|pair| pair.is_clear).count() {
        0 if pairs.is_empty() => String::new(),
        0 => words::NoDifference { n: pairs.len() }.say(lang),
        clear => words::SomeDiffer { clear, n: pairs.len(), list }.say(lang),
    }
}

/// Which are surely better, or worse, than the classes' shares; nothing where no model can be judged.
fn against_guessing(result: &Comparison, lang: Lang) -> String {
    if is_none_judged(result) {
        return String::new();
    }
    let among = |is_better: bool| {
        let clear = result.differences.iter().filter(|pair| pair.b.is_none() && pair.is_clear);
        models::list(lang, clear.filter(|pair| (pair.log_loss < 0.0) == is_better).map(|pair| pair.a))
    };
    let better = match among(true) {
        none if none.is_empty() => words::NoneBeatsBaseline.say(lang),
        list => words::BeatsBaseline { list }.say(lang),
    };
    let worse = match among(false) {
        none if none.is_empty() => none,
        list => words::WorseThanBaseline { list }.say(lang),
    };
    lang.sentences([better, worse])
}

/// Of which models the log-loss says nothing; `more` tells where the Brier score stands, if not here.
fn clipped(result: &Comparison, more: &str, lang: Lang) -> String {
    let clipped = fixed(probability::most_log_loss(), 1);
    if is_none_judged(result) {
        return words::LogLossSaysNothing { clipped, more }.say(lang);
    }
    let rests = result.differences.iter().filter(|pair| pair.b.is_none() && pair.rests_on_clip);
    match models::list(lang, rests.map(|pair| pair.a)) {
        none if none.is_empty() => none,
        list => words::RestsOnClip { list, clipped, more }.say(lang),
    }
}

/// Whether each model gave some true class no chance at all.
fn is_none_judged(result: &Comparison) -> bool {
    result.differences.iter().filter(|pair| pair.b.is_none()).all(|pair| pair.rests_on_clip)
}

/// A finding in words; one about the best of the models names it.
fn comparison_finding(result: &Comparison, finding: &Finding, lang: Lang) -> Option<String> {
    let class = &result.baseline.majority.class;
    let (models, baseline_class) = (most_accurate(result, lang), names::show(lang, class));
    match finding {
        Finding::NotAboveBaseline { held_out, baseline, .. } if held_out == baseline => {
            Some(words::BestAsGood { models, accuracy: percent(*held_out), baseline_class }.say(lang))
        }
        Finding::NotAboveBaseline { held_out, baseline, .. } => {
            let [accuracy, baseline] = [*held_out, *baseline].map(percent);
            Some(words::BestBelow { models, accuracy, baseline_class, baseline }.say(lang))
        }
        Finding::NotSurelyAboveBaseline { held_out, interval, baseline } => {
            let [accuracy, baseline] = [*held_out, *baseline].map(percent);
            let interval = percent_interval(*interval);
            Some(words::BestNotSurelyAbove { models, accuracy, interval, baseline_class, baseline }.say(lang))
        }
        Finding::AboveByChance { held_out, interval, baseline, n_samples: n, p_value } => {
            let [accuracy, baseline, p] = [*held_out, *baseline, *p_value].map(percent);
            let interval = percent_interval(*interval);
            Some(words::BestProbablyAbove { models, accuracy, interval, baseline_class, baseline, n, p }.say(lang))
        }
        other => findings::finding_sentence(lang, other, Some(class)),
    }
}

/// The models with the highest accuracy.
fn most_accurate(result: &Comparison, lang: Lang) -> String {
    let scored = || result.models.iter().filter_map(|model| Some((model.model, model.cross_validation.as_ref()?)));
    let highest = scored().map(|(_, scores)| scores.metrics.accuracy).fold(0.0, f64::max);
    models::list(lang, scored().filter(|(_, scores)| scores.metrics.accuracy == highest).map(|(model, _)| model))
}

/// What the language models' figures are without renormalising; nothing if there are none.
fn raw(result: &Comparison, lang: Lang) -> String {
    let of = |(model, scores): (ModelName, Option<f64>)| {
        let log_loss = fixed(scores?, 2);
        Some(words::RawLogLoss { model: models::inline(lang, model), log_loss }.say(lang))
    };
    let raw =
        result.models.iter().filter_map(|model| Some((model.model, model.cross_validation.as_ref()?.raw_log_loss)));
    match lang.list(raw.filter_map(of)) {
        none if none.is_empty() => none,
        list => words::Raw { list }.say(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Column, Goal, Selection, Table, select};
    use crate::task::Cv;
    use crate::task::compare::{CompareOptions, compare};

    fn said(tell: impl Fn(&Comparison, &mut Page), result: &Comparison, lang: Lang) -> String {
        let mut page = Page::new(lang);
        tell(result, &mut page);
        format!("{:?}", page.blocks)
    }

    /// A regression and a tree, each sample left out once.
    fn of_two_models(x: [f64; 4], y: [&str; 4]) -> Comparison {
        let columns = vec![Column::numbers("x", x), Column::words("y", y.map(Some))];
        let selection = Selection { target: Some("y".into()), ..Selection::default() };
        let data = select(Table::new("t", columns), &selection, Goal::Classify).unwrap();
        let models = vec![ModelName::Logistic, ModelName::Tree];
        let options = CompareOptions { models, cv: Cv::LeaveOneOut, n_samples: 0, ..CompareOptions::default() };
        compare(&data, None, &options).unwrap()
    }

    #[test]
    fn log_loss_that_judges_no_model_compares_none() {
        let result = of_two_models([1.0, 2.0, 3.0, 9.0], ["a", "a", "b", "c"]);
        let glance = said(verdict, &result, Lang::En);
        assert!(glance.contains("Log-loss says nothing here") && glance.contains("Brier score (--more)."), "{glance}");
        assert!(!glance.contains("none is certainly better") && !glance.contains("Not judged"), "{glance}");
        let whole = said(section, &result, Lang::En);
        assert!(whole.contains("Log-loss says nothing here") && !whole.contains("--more"), "{whole}");
        let glance = said(verdict, &result, Lang::Zh);
        assert!(glance.contains("说明不了什么") && glance.contains("（--more）。"), "{glance}");
        assert!(!glance.contains("没有一个确定好于"), "{glance}");
    }

    #[test]
    fn the_best_of_several_is_named_where_it_is_only_probably_better() {
        let mut result = of_two_models([1.0, 2.0, 3.0, 4.0], ["a", "a", "b", "b"]);
        let (held_out, interval, baseline) = (1.0, [0.51, 1.0], 0.5);
        let found = Finding::AboveByChance { held_out, interval, baseline, n_samples: 4, p_value: 0.0625 };
        result.findings = vec![found];
        let page = said(section, &result, Lang::En);
        assert!(
            page.contains("The highest accuracy is 100%") && page.contains("perhaps better, not certainly"),
            "{page}"
        );
        assert!(said(section, &result, Lang::Zh).contains("也许更好，但还不能确定"));
    }
}
