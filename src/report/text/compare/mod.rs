//! The page of `melon compare`: all five at a glance, then one after the other, then how far
//! to trust any of it.

mod glance;
mod melons;
mod portrait;
mod quality;

use super::values;
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::{grouped, list};
use crate::report::style::{Ink, Style, ink};
use crate::report::words::{Lang, common, compare as words};
use crate::task::compare::{Comparison, ModelName};
use crate::task::sentences::Unit;

/// From the melon to the five, and to what they make.
pub fn compare(result: &Comparison, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    halves(result, &mut page);
    result.models.iter().for_each(|model| portrait::section(result, model, &mut page));
    quality::section(result, &mut page);
    melons::section(result, &mut page);
    try_next(result, &mut page);
    page.finish()
}

fn opening(result: &Comparison, page: &mut Page) {
    let lang = page.style.lang;
    let (data, asked) = (&result.data, &result.melon);
    let is_melons = names::is_melons(data);
    page.title(if is_melons { words::title_melon(lang) } else { words::title_sample(lang) });
    let features: Vec<String> = data.features.iter().map(|name| names::show(lang, name)).collect();
    let samples = names::count(lang, data, data.n_samples);
    page.say(words::learned(lang, samples, class_counts(result, &result.class_counts, lang), list(lang, &features)));
    let described = values(data, &asked.input, page.style);
    let described = if described.is_empty() { words::nothing_known(lang).to_owned() } else { described };
    let melon = if is_melons { words::the_melon(lang, described) } else { words::the_sample(lang, described) };
    let mut said = vec![ink(Ink::Strong, melon)];
    if !asked.left_out.is_empty() {
        said.push(words::left_out(lang, shown(lang, &asked.left_out)));
    }
    said.push(match (&asked.row, &asked.truth) {
        (Some(row), Some(truth)) => words::from_row(lang, row, class(result, truth, lang)),
        _ if asked.seen.iter().all(|&n| n == 0) => words::seen_never(lang).to_owned(),
        _ => words::seen(lang, class_counts(result, &asked.seen, lang)),
    });
    page.say(said.join(lang.pick("", " ")));
}

/// `好瓜=是`.
fn class(result: &Comparison, class: &str, lang: Lang) -> String {
    let target = result.data.target.as_deref().unwrap_or_default();
    names::show(lang, &format!("{target}={class}"))
}

/// `9 with ripe=no and 8 with ripe=yes`, without those of which there are none.
fn class_counts(result: &Comparison, counts: &[usize], lang: Lang) -> String {
    let of = |(n, name): (&usize, &String)| {
        (*n > 0).then(|| words::class_count(lang, grouped(*n), class(result, name, lang)))
    };
    list(lang, &counts.iter().zip(&result.data.classes).filter_map(of).collect::<Vec<_>>())
}

fn shown(lang: Lang, names: &[String]) -> String {
    list(lang, &names.iter().map(|name| names::show(lang, name)).collect::<Vec<_>>())
}

/// A model's name in running text.
fn name(lang: Lang, model: ModelName) -> &'static str {
    match model {
        ModelName::Logistic => words::logistic(lang),
        ModelName::NaiveBayes => words::naive_bayes(lang),
        ModelName::Knn => "k-NN",
        ModelName::NGram => words::ngram(lang),
        ModelName::Gpt => words::gpt(lang),
        ModelName::KMeans => words::k_means(lang),
    }
}

/// A model's name in the middle of a sentence.
fn inline(lang: Lang, model: ModelName) -> String {
    match model {
        ModelName::Logistic => words::in_logistic(lang).to_owned(),
        ModelName::NaiveBayes => words::in_naive_bayes(lang).to_owned(),
        ModelName::Knn => "k-NN".to_owned(),
        ModelName::NGram => words::in_ngram(lang).to_owned(),
        ModelName::Gpt => words::in_gpt(lang).to_owned(),
        ModelName::KMeans => words::k_means(lang).to_owned(),
    }
}

/// The two lines of a model's name above a column.
fn heading(lang: Lang, model: ModelName) -> (&'static str, &'static str) {
    let both = match model {
        ModelName::Logistic => words::short_logistic(lang),
        ModelName::NaiveBayes => words::short_naive_bayes(lang),
        ModelName::Knn => "k-NN",
        ModelName::NGram => words::short_ngram(lang),
        ModelName::Gpt => words::short_gpt(lang),
        ModelName::KMeans => words::short_k_means(lang),
    };
    both.split_once('|').unwrap_or((both, ""))
}

/// What the two halves are, and all five at a glance.
fn halves(result: &Comparison, page: &mut Page) {
    let lang = page.style.lang;
    let target = names::show(lang, result.data.target.as_deref().unwrap_or_default());
    page.heading(words::halves(lang));
    let noun = names::noun(lang, &result.data);
    page.say(words::half_discriminative(lang, target, noun));
    page.say(words::half_generative(lang, noun));
    page.say(words::half_neither(lang, noun));
    page.blank();
    page.block(glance::table(result, lang).lines(page.inner_width()));
    page.blank();
    if result.folds.is_some() {
        page.remark(words::grid_remark(lang));
    }
    let sentence = result.models.iter().find_map(|model| model.makes.as_ref()?.text.as_deref());
    let sentence = portrait::example(result).or(sentence.map(str::to_owned)).unwrap_or_default();
    page.remark(match result.options.unit {
        Unit::Clause => words::tokens_clause(lang, sentence),
        Unit::Character => words::tokens_character(lang, sentence),
    });
}

fn try_next(result: &Comparison, page: &mut Page) {
    let (lang, style) = (page.style.lang, page.style);
    let mut commands = Vec::new();
    let cells: Vec<String> = (result.data.features.iter())
        .filter_map(|name| Some(names::show(lang, &format!("{name}={}", result.melon.input.get(name)?))))
        .collect();
    let simple = cells.iter().all(|cell| super::classify::is_simple(cell));
    if cells.len() > 1 && simple && result.melon.left_out.is_empty() {
        commands.push((
            style.again_with(&format!("--melon {}", cells[1..].join(","))),
            words::try_leave_out(lang).to_owned(),
        ));
    }
    if result.data.name == "melons" {
        commands.push(("melon compare melon-field --rows 500".to_owned(), words::try_more(lang).to_owned()));
    }
    if result.options.unit == Unit::Clause {
        commands.push((style.again_with("--tokens char"), words::try_characters(lang).to_owned()));
    }
    let data = style.again.split(' ').nth(2).filter(|word| !word.starts_with('-')).unwrap_or("melons");
    commands.push((format!("melon classify {data} --model naive-bayes"), words::try_bayes(lang).to_owned()));
    page.heading(common::try_next(lang));
    page.commands(&commands);
}
