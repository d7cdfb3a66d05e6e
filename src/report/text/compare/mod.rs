//! The page of `melon compare`: all five at a glance, then one after the other, then how far
//! to trust any of it.

mod melons;
mod portrait;
mod quality;

use super::values;
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::{fixed, grouped, list, percent, probability};
use crate::report::style::{Ink, Style, ink};
use crate::report::table::Table;
use crate::report::words::{Lang, common, compare as words};
use crate::task::compare::{Comparison, Family, ModelName, Portrait};
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
    page.block(glance(result, lang).lines(page.inner_width()));
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

/// One column a model, one row a question.
fn glance(result: &Comparison, lang: Lang) -> Table {
    let mut table = Table::new().words("");
    for _ in &result.models {
        table = table.numbers("");
    }
    let headings: Vec<_> = result.models.iter().map(|model| heading(lang, model.model)).collect();
    let mut line = |label: &str, cell: &dyn Fn(&Portrait) -> String| {
        table.row(std::iter::once(ink(Ink::Faint, label)).chain(result.models.iter().map(cell)));
    };
    let at = |model: &Portrait| result.models.iter().position(|other| other.model == model.model).unwrap_or(0);
    line("", &|model| ink(Ink::Strong, headings[at(model)].0));
    line("", &|model| ink(Ink::Strong, headings[at(model)].1));
    line(words::row_models(lang), &|model| subject(lang, model.model).to_owned());
    line(words::row_labels(lang), &|model| labels(lang, model).to_owned());
    let predicted = |model: &Portrait| model.answer.as_ref().map(|answer| answer.predicted.clone());
    line(words::row_answer(lang), &|model| {
        predicted(model).map_or(dash(), |class| ink(Ink::Strong, names::show(lang, &class)))
    });
    let sure = |model: &Portrait| model.answer.as_ref().map(|answer| answer.probabilities[&answer.predicted]);
    line(words::row_probability(lang), &|model| sure(model).map_or(dash(), probability));
    let accuracy = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.accuracy);
    let log_loss = |model: &Portrait| model.cross_validation.as_ref().map(|scores| scores.metrics.log_loss);
    if result.folds.is_some() {
        line(words::row_accuracy(lang), &|model| accuracy(model).map_or(dash(), percent));
        line(words::row_log_loss(lang), &|model| log_loss(model).map_or(dash(), |loss| fixed(loss, 2)));
    }
    line(words::row_classify(lang), &|model| mark(model.family != Family::Unsupervised && model.answer.is_some()));
    line(words::row_fill(lang), &|model| mark(model.fills.is_some()));
    line(words::row_make(lang), &|model| mark(model.makes.is_some()));
    line(words::row_usual(lang), &|model| mark(model.usual.is_some()));
    line(words::row_params(lang), &|model| grouped(model.n_params));
    let secs = |model: &Portrait| result.timing.training_secs.get(&model.model).copied();
    line(words::row_time(lang), &|model| secs(model).map_or(dash(), |secs| duration(lang, secs)));
    table
}

fn subject(lang: Lang, model: ModelName) -> &'static str {
    match model {
        ModelName::Logistic => "P(y|x)",
        ModelName::NaiveBayes => "P(x,y)",
        ModelName::NGram | ModelName::Gpt => words::next_token(lang),
        ModelName::KMeans => words::distance(lang),
    }
}

fn labels(lang: Lang, model: &Portrait) -> &'static str {
    match model.learned_from {
        "labels" => words::labels_used(lang),
        "sentences" => words::labels_as_words(lang),
        _ => words::labels_not_used(lang),
    }
}

fn mark(can: bool) -> String {
    if can { ink(Ink::For, "✓") } else { dash() }
}

fn dash() -> String {
    ink(Ink::Faint, "–")
}

fn duration(lang: Lang, secs: f64) -> String {
    if secs < 0.0005 {
        words::milliseconds(lang, "<1")
    } else if secs < 0.9995 {
        words::milliseconds(lang, format!("{:.0}", secs * 1000.0))
    } else {
        words::seconds(lang, fixed(secs, 1))
    }
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
