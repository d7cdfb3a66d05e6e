//! The page of `melon compare`: all models at a glance, then one after the other, then how far
//! to trust any of it.

mod glance;
mod melons;
mod model;
mod named;
mod plots;
mod quality;

pub use plots::plots;

use super::feature_values;
use crate::data::Builtin;
use crate::report::page::{Emphasis, Page, PageContext, Suggestion, emphasise};
use crate::report::words::{Lang, common, compare as words};
use crate::report::{Say, names};
use crate::task::compare::{ComparedModel, Comparison, LearnedFrom, Subject};
use crate::task::sentences::Unit;
use named::{class, class_counts, column_names};

/// From the melon to the models, and to what they make.
pub fn compare(result: &Comparison, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    glance::section(result, &mut page);
    result.models.iter().for_each(|model| model::section(result, model, &mut page));
    quality::section(result, &mut page);
    melons::section(result, &mut page);
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

/// The first screen: what each model answers and can do, and what the test shows. The rest is
/// [`compare`].
pub fn compare_at_a_glance(result: &Comparison, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    glance::tables(result, &mut page);
    quality::verdict(result, &mut page);
    let more = context.again().with_flag("--more").because(words::TryAll, context.lang);
    page.suggest(
        common::TryNext,
        std::iter::once(more).chain(suggestions(result, context).into_iter().take(1)).collect(),
    );
    page
}

fn opening(result: &Comparison, page: &mut Page) {
    let lang = page.lang;
    let (data, n) = (&result.data, result.models.len());
    let is_melons = names::is_melons(data);
    match is_melons {
        true => page.title(words::TitleMelon { n }),
        false => page.title(words::TitleSample { n }),
    }
    page.say(words::Learned {
        samples: names::count(lang, data, data.n_samples),
        classes: class_counts(result, &result.class_counts, lang),
        features: names::features(lang, data),
    });
    let values = match feature_values(data, &result.melon.input, lang) {
        none if none.is_empty() => words::NothingKnown.text(lang).to_owned(),
        values => values,
    };
    let melon = match is_melons {
        true => words::TheMelon { values }.say(lang),
        false => words::TheSample { values }.say(lang),
    };
    page.say(lang.sentences([emphasise(Emphasis::Strong, melon), melon_in_table(result, lang)]));
}

/// What of the melon is left out, and what the table knows of it.
fn melon_in_table(result: &Comparison, lang: Lang) -> String {
    let asked = &result.melon;
    let left_out = match asked.left_out.is_empty() {
        true => String::new(),
        false => words::LeftOut { features: column_names(lang, &asked.left_out) }.say(lang),
    };
    let seen = match (&asked.row, &asked.truth) {
        (Some(row), Some(truth)) => words::FromRow { row, class: class(result, truth, lang) }.say(lang),
        _ if asked.seen.iter().all(|&n| n == 0) => words::SeenNever.say(lang),
        _ => words::Seen { counts: class_counts(result, &asked.seen, lang) }.say(lang),
    };
    lang.sentences([left_out, seen])
}

fn suggestions(result: &Comparison, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let mut next = Vec::new();
    let cell = |name: &String| Some(names::show(lang, &format!("{name}={}", result.melon.input.get(name)?)));
    let cells: Vec<String> = result.data.features.iter().filter_map(cell).collect();
    // Without a feature a model of the answer alone cannot go on; letters are what language models read.
    let any = |is_meant: fn(&ComparedModel) -> bool| result.models.iter().any(is_meant);
    if result.melon.left_out.is_empty() && cells.len() > 1 && any(|model| model.models != Subject::Answer) {
        next.push(context.again().with("--melon", cells[1..].join(",")).because(words::TryLeaveOut, lang));
    }
    if names::builtin(&result.data) == Some(Builtin::Melons) {
        let field = context.other("compare").on("melon-field").with("--rows", 500);
        next.push(field.because(words::TryMore, lang));
    }
    if result.options.unit == Unit::Clause && any(|model| model.learned_from == LearnedFrom::Sentences) {
        next.push(context.again().with("--tokens", "char").because(words::TryCharacters, lang));
    }
    let bayes = context.switch("classify").with("--model", "naive-bayes");
    next.push(bayes.because(words::TryBayes, lang));
    next
}
