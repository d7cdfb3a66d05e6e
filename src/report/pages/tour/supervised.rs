//! Screens about learning from answers.

use super::super::classify::{positive, sigmoid_plot};
use super::super::feature_values;
use super::super::terms::signed_bars;
use crate::report::names::show;
use crate::report::number::{fixed, percent, percent_interval, probability, signed};
use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Page, Plot, Text, emphasise};
use crate::report::words::{Lang, Say, classify, tour as words};
use crate::task::regress::Regression;
use crate::task::summary::Contribution;
use crate::task::tour::{Classifying, Notebook, Regressing, Sum, Training};

pub(super) fn features(figures: &Notebook, page: &mut Page) {
    let lang = page.lang;
    let names: Vec<String> = figures.features.iter().map(|name| show(lang, name)).collect();
    let label = show(lang, &figures.label);
    page.say(words::FeaturesIdea { n: figures.rows.len(), features: lang.list(&names), label: &label });
    let head = names.into_iter().fold(DisplayTable::new().numbers(""), |table, name| table.words(name));
    let mut table = head.words(label);
    for (number, row) in (1..).zip(&figures.rows) {
        let ripe = row.last() == Some(&figures.positive_class);
        let emphasis = if ripe { Emphasis::For } else { Emphasis::Against };
        let (label, cells) = row.split_last().expect("a row has its label");
        let label = Text::emphasised(emphasis, show(lang, label));
        let cells = cells.iter().map(|value| show(lang, value).into());
        table.row(std::iter::once(Cell::from(number)).chain(cells).chain([label.into()]));
    }
    page.table(table);
    for [a, b] in &figures.contradictions {
        page.say(words::FeaturesContradiction { a, b });
    }
    page.say(words::FeaturesDiscriminative);
}

pub(super) fn training(figures: &Training, page: &mut Page) {
    let lang = page.lang;
    page.say(words::TrainingIdea { n: figures.data.n_samples });
    page.heading(words::TrainingLikeliest { shown: figures.likeliest.len(), n: figures.n_combinations });
    let mut table = DisplayTable::new().words("").numbers("").drawing("");
    for (rank, one) in figures.likeliest.iter().enumerate() {
        let emphasis = if rank == 0 { Emphasis::For } else { Emphasis::Faint };
        let described = feature_values(&figures.data, &one.input, lang);
        table.row([described.into(), Cell::probability(one.probability), Cell::gauge(one.probability, emphasis)]);
    }
    page.table(table);
    page.say(words::TrainingUnseen { unseen: figures.n_combinations - figures.n_seen, n: figures.n_combinations });
    if let Some((held_out, [low, high])) = figures.held_out_accuracy.zip(figures.held_out_interval) {
        let guess = figures.baseline_accuracy;
        let [train, held_out, baseline] = [figures.train_accuracy, held_out, guess].map(percent);
        let honest = words::TrainingHonest { train, held_out, baseline }.say(lang);
        let interval = percent_interval([low, high]);
        let verdict = if low > guess {
            words::TrainingHolds { interval }.say(lang)
        } else if high < guess {
            words::TrainingWorse { interval }.say(lang)
        } else {
            words::TrainingUnsure { n: figures.data.n_samples, interval }.say(lang)
        };
        page.say(lang.sentences([honest, verdict]));
    }
}

pub(super) fn sum(figures: &Sum, page: &mut Page) {
    let lang = page.lang;
    page.say(words::SumIdea { melon: feature_values(&figures.data, &figures.input, lang) });
    let share = |(at, share): (usize, &Contribution)| match at {
        0 => (words::SumBias.say(lang), share.value),
        _ => (words::SumName { name: show(lang, &share.term) }.say(lang), share.value),
    };
    let shares: Vec<(String, f64)> = figures.shares.iter().enumerate().map(share).collect();
    page.table(signed_bars(&shares, "", [classify::SideAgainst.text(lang), classify::SideFor.text(lang)], lang));
    page.say(Text::emphasised(Emphasis::Strong, words::SumTotal { total: signed(figures.log_odds) }.say(lang)));
    page.say(words::SumSigmoid);
    let p = emphasise(Emphasis::Strong, probability(figures.probability));
    page.formula(format!("P = 1 / (1 + e^(-Y)) = 1 / (1 + e^({})) = {p}", signed(-figures.log_odds)));
    page.say(words::SumParams { n: figures.n_params, features: figures.data.n_features });
}

pub(super) fn classification(figures: &Classifying, page: &mut Page) {
    let lang = page.lang;
    let result = &figures.classification;
    let target = result.data.target.as_deref().unwrap_or_default();
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let other = lang.list(others.map(|class| show(lang, &format!("{target}={class}"))));
    page.say(words::ClassificationIdea { n: result.data.n_samples, class: positive(result, lang), other });
    page.plot(sigmoid_plot(result, lang));
    if let Some(cv) = &result.cross_validation {
        let (held_out, guess) = (cv.metrics.accuracy, result.baseline.accuracy);
        let [train, held_out_shown, baseline] = [result.train.accuracy, held_out, guess].map(percent);
        page.say(words::ClassificationRight { train, held_out: held_out_shown, baseline });
        if held_out < result.train.accuracy {
            page.say(words::Overfitting { n: result.data.n_samples });
        }
    }
}

pub(super) fn regression(figures: &Regressing, page: &mut Page) {
    let lang = page.lang;
    let result = &figures.regression;
    page.say(words::RegressionIdea { n: result.data.n_samples });
    for prediction in &result.predictions {
        let sugar = emphasise(Emphasis::Strong, fixed(prediction.predicted, 3));
        page.say(words::RegressionAnswer { melon: feature_values(&result.data, &prediction.input, lang), sugar });
    }
    page.plot(predicted_against_true(result, lang));
    let figure = |error: f64| fixed(error, 3);
    if let Some(cv) = &result.cross_validation {
        page.say(words::RegressionError { rmse: figure(cv.metrics.rmse), baseline: figure(result.baseline.rmse) });
    }
    if let Some(error) = figures.few.held_out_rmse {
        let guess = figures.few.baseline_rmse;
        let few = words::RegressionFew { n: figures.few.n_samples, rmse: figure(error), baseline: figure(guess) };
        let verdict = match error < guess {
            true => words::RegressionFewBetter.text(lang),
            false => words::RegressionFewWorse.text(lang),
        };
        page.say(lang.sentences([few.say(lang), verdict.to_owned()]));
    }
}

fn predicted_against_true(result: &Regression, lang: Lang) -> Plot {
    let range = Axis::around(result.samples.iter().flat_map(|s| [s.observed, s.predicted]));
    let x = Axis::new(words::RegressionX.text(lang), range);
    let mut plot = Plot::new(x, Axis::new(words::RegressionY.text(lang), range));
    plot.curve(None, Emphasis::Faint, |x| x);
    let points = result.samples.iter().map(|s| [s.predicted, s.observed]).collect();
    plot.add(None, Emphasis::For, Marks::Points(points));
    plot
}
