//! Screens about learning with answers: features, training, the sum, classification,
//! regression.

use super::super::classify::{positive, sigmoid_plot};
use super::super::coefficients::bar_lines;
use super::super::values;
use crate::report::Say;
use crate::report::bars::gauge;
use crate::report::layout::{Page, pad, width};
use crate::report::names::show;
use crate::report::number::{fixed, list, percent, probability, signed};
use crate::report::plot::Plot;
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::tour as words;
use crate::task::tour::{Classifying, Notebook, Regressing, Sum, Training};

/// Rows of the plots on a screen of 24 lines: of the sigmoid, of the predictions.
const PLOT_ROWS: [usize; 2] = [6, 7];

pub(super) fn features(figures: &Notebook, page: &mut Page) {
    let lang = page.style.lang;
    let shown = |name: &String| show(lang, name);
    let names: Vec<String> = figures.features.iter().map(shown).collect();
    let label = show(lang, &figures.label);
    page.say(words::FeaturesIdea { n: figures.rows.len(), features: list(lang, &names), label: &label }.say(lang));
    page.blank();
    let mut table = Table::new().numbers("");
    for name in names {
        table = table.words(name);
    }
    table = table.words(label);
    for (number, row) in (1..).zip(&figures.rows) {
        let ripe = row.last() == Some(&figures.positive_class);
        let colour = if ripe { Ink::For } else { Ink::Against };
        let value = |value: &String| show(lang, value);
        let (label, cells) = row.split_last().expect("a row has its label");
        let label = show(lang, &format!("{}={label}", figures.label));
        let label = ink(colour, label.rsplit('=').next().unwrap_or_default());
        table.row(std::iter::once(number.to_string()).chain(cells.iter().map(value)).chain([label]));
    }
    page.block(table.lines(page.inner_width()));
    page.blank();
    for [a, b] in &figures.contradictions {
        page.say(words::FeaturesContradiction { a, b }.say(lang));
    }
    page.say(words::FeaturesDiscriminative.text(lang));
}

pub(super) fn training(figures: &Training, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::TrainingIdea { n: figures.data.n_samples }.say(lang));
    page.heading(&words::TrainingLikeliest { shown: figures.likeliest.len(), n: figures.n_combinations }.say(lang));
    let named: Vec<(String, f64)> =
        figures.likeliest.iter().map(|c| (values(&figures.data, &c.input, page.style.lang), c.probability)).collect();
    let column = named.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let columns = page.inner_width().saturating_sub(column + 12).min(30);
    for (rank, (name, p)) in named.iter().enumerate() {
        let colour = if rank == 0 { Ink::For } else { Ink::Faint };
        page.block([format!("{}  {}  {}", pad(name, column), probability(*p), gauge(*p, columns, colour))]);
    }
    page.say(
        words::TrainingUnseen { unseen: figures.n_combinations - figures.n_seen, n: figures.n_combinations }.say(lang),
    );
    page.blank();
    if let Some(held_out) = figures.held_out_accuracy {
        let [train, unseen, guess] = [figures.train_accuracy, held_out, figures.baseline_accuracy].map(percent);
        page.say(words::TrainingHonest { train, held_out: unseen, baseline: guess }.say(lang));
        let holds = held_out > figures.baseline_accuracy;
        page.say(if holds { words::TrainingHolds.text(lang) } else { words::TrainingTooFew.text(lang) });
    }
}

pub(super) fn sum(figures: &Sum, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::SumIdea { melon: values(&figures.data, &figures.input, page.style.lang) }.say(lang));
    page.blank();
    let share = |(at, share): (usize, &crate::task::summary::Contribution)| {
        let name = if at == 0 {
            words::SumBias.text(lang).to_owned()
        } else {
            words::SumName { name: show(lang, &share.term) }.say(lang)
        };
        (name, share.value)
    };
    let shares: Vec<(String, f64)> = figures.shares.iter().enumerate().map(share).collect();
    page.block(bar_lines(&shares, page.style));
    page.blank();
    let total = signed(figures.log_odds);
    page.say(ink(Ink::Strong, words::SumTotal { total: &total }.say(lang)));
    page.say(words::SumSigmoid.text(lang));
    let p = ink(Ink::Strong, probability(figures.probability));
    page.block([format!("  P = 1 / (1 + e^(-Y)) = 1 / (1 + e^({})) = {p}", signed(-figures.log_odds))]);
    page.blank();
    page.say(words::SumParams { n: figures.n_params, features: figures.data.n_features }.say(lang));
}

pub(super) fn classification(figures: &Classifying, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.classification;
    let class = positive(result, page.style.lang);
    let target = result.data.target.as_deref().unwrap_or_default();
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let others: Vec<String> = others.map(|class| show(lang, &format!("{target}={class}"))).collect();
    page.say(words::ClassificationIdea { n: result.data.n_samples, class, other: list(lang, &others) }.say(lang));
    page.blank();
    sigmoid_plot(result, PLOT_ROWS[0], page);
    if let Some(cv) = &result.cross_validation {
        let (held_out, guess) = (cv.metrics.accuracy, result.baseline.accuracy);
        page.say(
            words::ClassificationRight {
                train: percent(result.train.accuracy),
                held_out: percent(held_out),
                baseline: percent(guess),
            }
            .say(lang),
        );
        page.say(if held_out > guess { words::Better.text(lang) } else { words::NotBetter.text(lang) });
    }
}

pub(super) fn regression(figures: &Regressing, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.regression;
    page.say(words::RegressionIdea { n: result.data.n_samples }.say(lang));
    for prediction in &result.predictions {
        let melon = values(&result.data, &prediction.input, page.style.lang);
        page.say(words::RegressionAnswer { melon, sugar: ink(Ink::Strong, fixed(prediction.predicted, 3)) }.say(lang));
    }
    page.blank();
    let range = Plot::range(result.samples.iter().flat_map(|s| [s.observed, s.predicted]));
    let mut plot = Plot::new(range, range, (page.inner_width() - 12).min(56), PLOT_ROWS[1]);
    plot.curve(|x| x, Ink::Faint);
    result.samples.iter().for_each(|s| plot.point(s.predicted, s.observed, 'o', Ink::For));
    page.block(plot.lines(words::RegressionX.text(lang), words::RegressionY.text(lang)));
    let figure = |error: f64| fixed(error, 3);
    if let Some(cv) = &result.cross_validation {
        page.say(
            words::RegressionError { rmse: figure(cv.metrics.rmse), baseline: figure(result.baseline.rmse) }.say(lang),
        );
    }
    if let Some(error) = figures.few.held_out_rmse {
        let guess = figures.few.baseline_rmse;
        let verdict =
            if error < guess { words::RegressionFewBetter.text(lang) } else { words::RegressionFewWorse.text(lang) };
        let told =
            words::RegressionFew { n: figures.few.n_samples, rmse: figure(error), baseline: figure(guess) }.say(lang);
        page.say(format!("{told}{}{verdict}", lang.pick("", " ")));
    }
}
