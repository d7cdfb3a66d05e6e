//! The page of `melon cluster`.

use crate::report::layout::{Page, pad};
use crate::report::number::{fixed, list, maybe, percent, short};
use crate::report::plot::Plot;
use crate::report::style::{Ink, Style, ink};
use crate::report::table::{Side, Table};
use crate::report::words::{Lang, Say, cluster as words, common};
use crate::report::{bars, findings, names};
use crate::task::cluster::{Agreement, Clustering, Profile, Trait};

/// Columns of a centroid that a page has room for.
const MOST_COLUMNS: usize = 4;
/// Deviations from the overall mean, in standard deviations, that are worth a word.
const NOTABLE: f64 = 0.5;

/// Centroids, profiles, picture; then trace, range and agreement where asked for.
pub fn cluster(result: &Clustering, style: &Style) -> String {
    let mut page = Page::new(style);
    opening(result, &mut page);
    if result.range.is_empty() {
        centroids(result, &mut page);
        profiles(result, &mut page);
        scatter(result, &mut page);
        trace(result, &mut page);
    } else {
        range(result, &mut page);
    }
    if let Some(agreement) = &result.against {
        against(agreement, &mut page);
    }
    try_next(result, &mut page);
    page.finish()
}

fn opening(result: &Clustering, page: &mut Page) {
    let lang = page.style.lang;
    page.title(words::Title.text(lang));
    let features: Vec<String> = result.data.features.iter().map(|name| names::show(lang, name)).collect();
    let features = names::between(lang, &list(lang, &features));
    let samples = names::count(lang, &result.data, result.data.n_samples);
    page.say(match result.range.is_empty() {
        true if result.k == 1 => words::LearnedOne { samples, features }.say(lang),
        true => words::Learned { samples, features, k: result.k }.say(lang),
        false => words::LearnedRange { samples, features }.say(lang),
    });
    if result.standardize {
        page.say(words::Standardized.text(lang));
    }
}

fn centroids(result: &Clustering, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Clusters.text(lang));
    let table = if result.terms.len() <= MOST_COLUMNS { by_cluster(result, lang) } else { by_term(result, lang) };
    page.block(table.lines(page.inner_width()));
    let more = result.terms.len().saturating_sub(super::MOST_TERMS);
    if more > 0 {
        page.remark(common::AndMore { n: more }.say(lang));
    }
    page.say(
        words::InertiaLine { inertia: fixed(result.inertia, 6), silhouette: maybe(result.silhouette, 3) }.say(lang),
    );
    page.say(match result.converged {
        true => words::IterationsLine { iterations: result.iterations }.say(lang),
        false => words::NotConverged { iterations: result.iterations }.say(lang),
    });
    page.remark(words::SilhouetteRemark.text(lang));
    told(result, page);
}

/// One line a cluster.
fn by_cluster(result: &Clustering, lang: Lang) -> Table {
    let mut table =
        Table::new().numbers(words::Cluster.text(lang)).numbers(words::Size.text(lang)).column("", Side::Left, 9);
    let largest = result.sizes.iter().copied().max().unwrap_or(1) as f64;
    for term in &result.terms {
        table = table.numbers(names::show(lang, term));
    }
    for (cluster, (centroid, &size)) in result.centroids.iter().zip(&result.sizes).enumerate() {
        let bar = pad(&ink(Ink::Group(cluster), bars::bar(size as f64 / largest, 10)), 10);
        let head = [(cluster + 1).to_string(), size.to_string(), bar];
        table.row(head.into_iter().chain(centroid.iter().map(|&value| fixed(value, 3))));
    }
    table
}

/// One line a term, where there are many.
fn by_term(result: &Clustering, lang: Lang) -> Table {
    let mut table = Table::new().words("");
    for cluster in 1..=result.k {
        table = table.numbers(format!("{} {cluster}", words::Cluster.text(lang)));
    }
    table.row(std::iter::once(words::Size.text(lang).to_owned()).chain(result.sizes.iter().map(usize::to_string)));
    for (at, term) in result.terms.iter().enumerate().take(super::MOST_TERMS) {
        let cells = result.centroids.iter().map(|centroid| fixed(centroid[at], 3));
        table.row(std::iter::once(names::show(lang, term)).chain(cells));
    }
    table
}

fn told(result: &Clustering, page: &mut Page) {
    let sentences = findings::findings(page.style.lang, &result.findings, None);
    sentences.into_iter().for_each(|sentence| page.say(sentence));
}

fn profiles(result: &Clustering, page: &mut Page) {
    if result.profiles.is_empty() {
        return;
    }
    let lang = page.style.lang;
    page.heading(words::Profiles.text(lang));
    for profile in &result.profiles {
        page.say(words::Profile { cluster: profile.cluster, traits: in_words(profile, page.style) }.say(lang));
    }
}

/// The most telling traits of one cluster.
pub(super) fn in_words(profile: &Profile, style: &Style) -> String {
    let lang = style.lang;
    let told: Vec<String> = profile.traits.iter().take(4).filter_map(|one| trait_in_words(one, style)).collect();
    if told.is_empty() { words::Ordinary.text(lang).to_owned() } else { told.join(lang.pick("，", ", ")) }
}

fn trait_in_words(one: &Trait, style: &Style) -> Option<String> {
    let lang = style.lang;
    match one {
        Trait::Number { column, mean, overall_mean, overall_std } => {
            let deviation = if *overall_std > 0.0 { (mean - overall_mean) / overall_std } else { 0.0 };
            let word = match deviation {
                d if d >= NOTABLE => words::High.text(lang),
                d if d <= -NOTABLE => words::Low.text(lang),
                _ => words::Middle.text(lang),
            };
            Some(words::TraitNumber { word, column: names::show(lang, column), mean: short(*mean, 3) }.say(lang))
        }
        Trait::Word { column, value, share, .. } if *share >= 0.5 => {
            let (column, value) = (names::show(lang, column), names::show(lang, value));
            Some(words::TraitWord { column, share: percent(*share), value }.say(lang))
        }
        Trait::Word { .. } => None,
    }
}

/// Two numeric columns can be drawn.
fn scatter(result: &Clustering, page: &mut Page) {
    if result.terms.len() != 2 || result.points.is_empty() || result.terms != result.data.features {
        return;
    }
    page.heading(words::Scatter.text(page.style.lang));
    scatter_plot(result, 16, page);
}

/// The picture alone, `rows` high, of the first two columns.
pub(super) fn scatter_plot(result: &Clustering, rows: usize, page: &mut Page) {
    let [x_name, y_name, ..] = result.terms.as_slice() else { return };
    let lang = page.style.lang;
    let range = |at: usize| Plot::range(result.points.iter().map(move |point| point[at]));
    let mut plot = Plot::new(range(0), range(1), (page.inner_width() - 12).min(60), rows);
    for (point, &label) in result.points.iter().zip(&result.labels) {
        let digit = char::from_digit(label as u32 % 36, 36).unwrap_or('?');
        plot.point(point[0], point[1], digit, Ink::Group(label - 1));
    }
    result.centroids.iter().for_each(|centroid| plot.point(centroid[0], centroid[1], '*', Ink::Strong));
    page.block(plot.lines(&names::show(lang, x_name), &names::show(lang, y_name)));
}

fn trace(result: &Clustering, page: &mut Page) {
    if result.trace.is_empty() {
        return;
    }
    let lang = page.style.lang;
    page.heading(words::Trace.text(lang));
    page.remark(words::TraceRemark.text(lang));
    let one_line = result.k * TRACED_CENTROID + 18 <= page.inner_width() && result.terms.len() <= 2;
    let table = if one_line { trace_by_step(result, lang) } else { trace_by_cluster(result, lang) };
    page.block(table.lines(page.inner_width()));
    if result.converged && result.trace.len() == result.iterations {
        page.remark(words::TraceEnd { step: result.iterations }.say(lang));
    }
}

/// The columns that a centroid of two numbers takes.
const TRACED_CENTROID: usize = 16;

fn point(centroid: &[f64]) -> String {
    let cells: Vec<String> = centroid.iter().take(MOST_COLUMNS).map(|&value| fixed(value, 3)).collect();
    format!("({}{})", cells.join(", "), if centroid.len() > MOST_COLUMNS { ", …" } else { "" })
}

/// One line a step.
fn trace_by_step(result: &Clustering, lang: Lang) -> Table {
    let mut table = Table::new().numbers(words::Step.text(lang));
    for cluster in 1..=result.k {
        table = table.words(format!("{} {cluster}", words::Cluster.text(lang)));
    }
    table = table.numbers(words::Inertia.text(lang));
    for step in &result.trace {
        let cells = step.centroids.iter().map(|centroid| point(centroid));
        let inertia = std::iter::once(fixed(step.inertia, 6));
        table.row(std::iter::once(step.iteration.to_string()).chain(cells).chain(inertia));
    }
    table
}

/// One line a step and cluster.
fn trace_by_cluster(result: &Clustering, lang: Lang) -> Table {
    let mut table = Table::new()
        .numbers(words::Step.text(lang))
        .numbers(words::Cluster.text(lang))
        .words(words::Centroid.text(lang))
        .numbers(words::Inertia.text(lang));
    for step in &result.trace {
        for (cluster, centroid) in step.centroids.iter().enumerate() {
            let first = cluster == 0;
            let once = |text: String| if first { text } else { String::new() };
            let (number, inertia) = (once(step.iteration.to_string()), once(fixed(step.inertia, 6)));
            table.row([number, (cluster + 1).to_string(), point(centroid), inertia]);
        }
    }
    table
}

fn range(result: &Clustering, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::Range.text(lang));
    let largest = result.range.iter().map(|entry| entry.inertia).fold(0.0, f64::max);
    let mut table = Table::new()
        .numbers("k")
        .numbers(words::Inertia.text(lang))
        .words("")
        .numbers(words::Silhouette.text(lang))
        .column("", Side::Left, 1);
    let bar = |share: f64, colour: Ink| pad(&ink(colour, bars::bar(share, 16)), 16);
    for entry in &result.range {
        table.row([
            entry.k.to_string(),
            fixed(entry.inertia, 6),
            bar(if largest > 0.0 { entry.inertia / largest } else { 0.0 }, Ink::Against),
            maybe(entry.silhouette, 3),
            bar(entry.silhouette.unwrap_or(0.0), Ink::For),
        ]);
    }
    page.block(table.lines(page.inner_width()));
    page.remark(words::RangeRemark.text(lang));
    let known = result.range.iter().filter_map(|entry| entry.silhouette.map(|s| (s, entry.k)));
    if let Some((_, k)) = known.max_by(|a, b| a.0.total_cmp(&b.0)) {
        page.say(words::BestSilhouette { k }.say(lang));
    }
}

fn against(agreement: &Agreement, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(&words::Against { column: names::show(lang, &agreement.column) }.say(lang));
    let mut table = Table::new().numbers(words::Cluster.text(lang));
    for value in &agreement.values {
        table = table.numbers(names::show(lang, &format!("{}={value}", agreement.column)));
    }
    for (cluster, counts) in agreement.table.iter().enumerate() {
        table.row(std::iter::once((cluster + 1).to_string()).chain(counts.iter().map(usize::to_string)));
    }
    page.block(table.lines(page.inner_width()));
    page.say(
        words::Agreement {
            ari: fixed(agreement.ari, 3),
            nmi: fixed(agreement.nmi, 3),
            purity: fixed(agreement.purity, 3),
        }
        .say(lang),
    );
    page.remark(words::AgainstRemark.text(lang));
    page.remark(words::AgreementRemark.text(lang));
}

fn try_next(result: &Clustering, page: &mut Page) {
    let lang = page.style.lang;
    let style = page.style;
    let again = |flag: &str| style.again_with(flag);
    let mut commands = Vec::new();
    let most = 6.min(result.data.n_samples);
    if result.range.is_empty() && most >= 2 {
        commands.push((again(&format!("--k-range 2..{most}")), words::TryRange.text(lang).to_owned()));
    }
    if result.trace.is_empty() && result.range.is_empty() {
        commands.push((again("--trace"), words::TryTrace.text(lang).to_owned()));
    }
    let has_numbers = result.terms.iter().any(|term| !term.contains('='));
    if !result.standardize && has_numbers {
        commands.push((again("--standardize"), words::TryStandardize.text(lang).to_owned()));
    }
    if !commands.is_empty() {
        page.heading(common::TryNext.text(lang));
        page.commands(&commands);
    }
}
