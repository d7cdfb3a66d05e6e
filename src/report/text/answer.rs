//! The answer for one melon, and why.

use super::classify::positive;
use super::coefficients::{bar_lines, probability_bar};
use super::{likelihoods, values};
use crate::report::Say;
use crate::report::layout::{Page, pad, pad_left, width};
use crate::report::names;
use crate::report::number::{probability, signed};
use crate::report::style::{Ink, ink};
use crate::report::words::classify as words;
use crate::task::classify::{ClassPrediction, Classification};
use crate::task::summary::Contribution;

/// Probability with a bar, then each feature's share of the log-odds.
pub(super) fn class(result: &Classification, prediction: &ClassPrediction, page: &mut Page) {
    let lang = page.style.lang;
    let described = values(&result.data, &prediction.input, page.style.lang);
    let melons = names::is_melons(&result.data);
    page.heading(&if melons {
        words::AMelonWith { values: described }.say(lang)
    } else {
        words::ASampleWith { values: described }.say(lang)
    });
    probabilities(result, prediction, page);
    if prediction.contributions.is_empty() {
        return;
    }
    let own: Vec<&Contribution> = prediction
        .contributions
        .iter()
        .filter(|c| c.class.as_ref().is_none_or(|class| *class == prediction.predicted))
        .collect();
    if let Some(known) = &prediction.generative {
        likelihoods::product(result, prediction, known, page);
    }
    page.blank();
    let about = match result.data.positive_class {
        Some(_) => positive(result, page.style.lang),
        None => class_name(result, &prediction.predicted, page),
    };
    page.say(words::Shares { class: about }.say(lang));
    let name = |term: &str| match prediction.generative {
        Some(_) if term == names::INTERCEPT => words::Prior.text(lang).to_owned(),
        _ => names::show(lang, term),
    };
    let shares: Vec<(String, f64)> = own.iter().map(|c| (name(&c.term), c.value)).collect();
    page.block(bar_lines(&shares, page.style));
    if let Some(p) = result.data.positive_class.as_ref().and_then(|class| prediction.probabilities.get(class)) {
        let log_odds: f64 = own.iter().map(|c| c.value).sum();
        page.say(ink(
            Ink::Strong,
            words::SumLine { log_odds: signed(log_odds), probability: probability(*p) }.say(lang),
        ));
    }
    if let Some(known) = &prediction.generative {
        likelihoods::usual(result, known, page);
    }
}

fn class_name(result: &Classification, class: &str, page: &Page) -> String {
    let target = result.data.target.as_deref().unwrap_or_default();
    names::show(page.style.lang, &format!("{target}={class}"))
}

/// One gauge a class; the chosen one stands out.
fn probabilities(result: &Classification, prediction: &ClassPrediction, page: &mut Page) {
    let named: Vec<(&String, String)> =
        result.data.classes.iter().map(|class| (class, class_name(result, class, page))).collect();
    let widest = named.iter().map(|(_, name)| width(name)).max().unwrap_or(0);
    let columns = page.inner_width().saturating_sub(widest + 14).min(40);
    for (class, name) in named.into_iter().rev() {
        let p = prediction.probabilities.get(class).copied().unwrap_or(0.0);
        let chosen = *class == prediction.predicted;
        let share = pad_left(&probability(p), 6);
        let share = if chosen { ink(Ink::Strong, share) } else { share };
        let arrow = if chosen { "→" } else { " " };
        page.block([format!("{arrow} {}  {share}  {}", pad(&name, widest), probability_bar(p, columns, chosen))]);
    }
}
