//! Screens about learning with answers: features, training, the sum, classification,
//! regression.

use super::super::classify::{positive, sigmoid_plot};
use super::super::coefficients::bar_lines;
use super::super::values;
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
    page.say(words::features_idea(lang, figures.rows.len(), list(lang, &names), &label));
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
        page.say(words::features_contradiction(lang, a, b));
    }
    page.say(words::features_discriminative(lang));
}

pub(super) fn training(figures: &Training, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::training_idea(lang, figures.data.n_samples));
    page.heading(&words::training_likeliest(lang, figures.likeliest.len(), figures.n_combinations));
    let named: Vec<(String, f64)> =
        figures.likeliest.iter().map(|c| (values(&figures.data, &c.input, page.style), c.probability)).collect();
    let column = named.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let columns = page.inner_width().saturating_sub(column + 12).min(30);
    for (rank, (name, p)) in named.iter().enumerate() {
        let colour = if rank == 0 { Ink::For } else { Ink::Faint };
        page.block([format!("{}  {}  {}", pad(name, column), probability(*p), gauge(*p, columns, colour))]);
    }
    page.say(words::training_unseen(lang, figures.n_combinations - figures.n_seen, figures.n_combinations));
    page.blank();
    if let Some(held_out) = figures.held_out_accuracy {
        let [train, unseen, guess] = [figures.train_accuracy, held_out, figures.baseline_accuracy].map(percent);
        page.say(words::training_honest(lang, train, unseen, guess));
        let holds = held_out > figures.baseline_accuracy;
        page.say(if holds { words::training_holds(lang) } else { words::training_too_few(lang) });
    }
}

pub(super) fn sum(figures: &Sum, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::sum_idea(lang, values(&figures.data, &figures.input, page.style)));
    page.blank();
    let share = |(at, share): (usize, &crate::task::summary::Contribution)| {
        let name =
            if at == 0 { words::sum_bias(lang).to_owned() } else { words::sum_name(lang, show(lang, &share.term)) };
        (name, share.value)
    };
    let shares: Vec<(String, f64)> = figures.shares.iter().enumerate().map(share).collect();
    page.block(bar_lines(&shares, page.style));
    page.blank();
    let total = signed(figures.log_odds);
    page.say(ink(Ink::Strong, words::sum_total(lang, &total)));
    page.say(words::sum_sigmoid(lang));
    let p = ink(Ink::Strong, probability(figures.probability));
    page.block([format!("  P = 1 / (1 + e^(-Y)) = 1 / (1 + e^({})) = {p}", signed(-figures.log_odds))]);
    page.blank();
    page.say(words::sum_params(lang, figures.n_params, figures.data.n_features));
}

pub(super) fn classification(figures: &Classifying, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.classification;
    let class = positive(result, page.style);
    let target = result.data.target.as_deref().unwrap_or_default();
    let others = result.data.classes.iter().filter(|class| Some(*class) != result.data.positive_class.as_ref());
    let others: Vec<String> = others.map(|class| show(lang, &format!("{target}={class}"))).collect();
    page.say(words::classification_idea(lang, result.data.n_samples, class, list(lang, &others)));
    page.blank();
    sigmoid_plot(result, PLOT_ROWS[0], page);
    if let Some(cv) = &result.cross_validation {
        let (held_out, guess) = (cv.metrics.accuracy, result.baseline.accuracy);
        page.say(words::classification_right(lang, percent(result.train.accuracy), percent(held_out), percent(guess)));
        page.say(if held_out > guess { words::better(lang) } else { words::not_better(lang) });
    }
}

pub(super) fn regression(figures: &Regressing, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.regression;
    page.say(words::regression_idea(lang, result.data.n_samples));
    for prediction in &result.predictions {
        let melon = values(&result.data, &prediction.input, page.style);
        page.say(words::regression_answer(lang, melon, ink(Ink::Strong, fixed(prediction.predicted, 3))));
    }
    page.blank();
    let range = Plot::range(result.samples.iter().flat_map(|s| [s.observed, s.predicted]));
    let mut plot = Plot::new(range, range, (page.inner_width() - 12).min(56), PLOT_ROWS[1]);
    plot.curve(|x| x, Ink::Faint);
    result.samples.iter().for_each(|s| plot.point(s.predicted, s.observed, 'o', Ink::For));
    page.block(plot.lines(words::regression_x(lang), words::regression_y(lang)));
    let figure = |error: f64| fixed(error, 3);
    if let Some(cv) = &result.cross_validation {
        page.say(words::regression_error(lang, figure(cv.metrics.rmse), figure(result.baseline.rmse)));
    }
    if let Some(error) = figures.few.held_out_rmse {
        let guess = figures.few.baseline_rmse;
        let verdict =
            if error < guess { words::regression_few_better(lang) } else { words::regression_few_worse(lang) };
        let told = words::regression_few(lang, figures.few.n_samples, figure(error), figure(guess));
        page.say(format!("{told}{}{verdict}", lang.pick("", " ")));
    }
}
