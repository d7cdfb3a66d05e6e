//! The page of `melon classify`, from top to bottom.

mod answer;
mod boundary;
mod classes;
mod coefficients;
mod likelihoods;
mod many;
mod next;
mod path;
mod plots;
mod quality;
mod separation;
mod sigmoid;

pub(super) use classes::positive;
pub use plots::plots;
pub use sigmoid::sigmoid;
pub(super) use sigmoid::sigmoid_plot;

use super::{feature_values, tree};
use crate::report::number::short;
use crate::report::page::{Cell, DisplayTable, Emphasis, Page, PageContext, Text};
use crate::report::words::{classify as words, common};
use crate::report::{Say, models, names};
use crate::task::classifiers::ModelName;
use crate::task::classify::Classification;

/// Columns that say whether a melon is ripe.
const RIPE: [&str; 3] = ["好瓜", "熟", "ripe"];

/// What was learned, how good it is and why; or, for the melons asked about, the answers.
pub fn classify(result: &Classification, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    if result.predictions.is_empty() {
        match (&result.naive_bayes, models::method(result, context.lang)) {
            _ if result.tree.is_some() => tree::section(result, &mut page),
            (Some(model), _) => likelihoods::section(result, model, &mut page),
            (None, Some((heading, sentences))) => {
                page.heading(heading);
                sentences.into_iter().for_each(|sentence| page.say(sentence));
            }
            (None, None) => coefficients::section(result, &mut page),
        }
        quality::section(result, &mut page);
        path::section(result, &mut page);
        quality::confusion(result, &mut page);
        likeliest(result, &mut page);
    } else {
        if result.fit.is_separated() {
            page.say(Text::emphasised(Emphasis::Against, words::SeparatedAnswer.text(page.lang)));
        }
        result.predictions.iter().for_each(|prediction| answer::section(result, prediction, &mut page));
        quality::trust(result, &mut page);
    }
    page.suggest(common::TryNext, next::suggestions(result, context));
    page
}

fn opening(result: &Classification, page: &mut Page) {
    let (lang, data) = (page.lang, &result.data);
    match data.target.as_deref().unwrap_or_default() {
        target if RIPE.contains(&target) => page.title(words::TitleRipe),
        target => page.title(words::Title { target: names::show(lang, target) }),
    }
    many::learned(result, page);
    let penalty = match result.options.l2 {
        _ if result.model != ModelName::Logistic => String::new(),
        0.0 => words::NoPenalty.say(lang),
        l2 => words::Penalty { l2: short(l2, 6) }.say(lang),
    };
    let set_aside = tree::set_aside(result, lang);
    page.say(lang.sentences([set_aside, words::LooksAt { features: names::features(lang, data) }.say(lang), penalty]));
    if result.options.standardize && result.model == ModelName::Logistic {
        page.say(common::Standardized);
    }
}

/// The combinations of values that are likeliest to be of the positive class.
fn likeliest(result: &Classification, page: &mut Page) {
    if result.likeliest.is_empty() || result.fit.is_separated() || result.tree.is_some() {
        return;
    }
    let lang = page.lang;
    page.heading(words::Likeliest { n: result.n_combinations, class: positive(result, lang) });
    let features = lang.names(result.data.features.iter().map(|name| names::show(lang, name)));
    let head = DisplayTable::new().words(features).numbers(words::Probability.text(lang)).drawing("");
    let mut table = head.numbers(words::InTheTable.text(lang));
    for one in result.likeliest.iter().take(3) {
        let bar = Cell::bar(one.probability, Emphasis::For);
        let described = feature_values(&result.data, &one.input, lang);
        table.row([described.into(), Cell::probability(one.probability), bar, one.seen.into()]);
    }
    page.table(table);
}
