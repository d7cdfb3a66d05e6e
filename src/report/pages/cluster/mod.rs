//! The page of `melon cluster`.

mod plots;

pub use plots::plots;

use crate::engine::STARTING_ROWS;
use crate::report::number::{fixed, grouped, maybe, percent, short};
use crate::report::page::{Axis, Cell, DisplayTable, Emphasis, Marks, Page, PageContext, Plot, Suggestion, Text};
use crate::report::words::{Lang, cluster as words, common, in_passes as passes};
use crate::report::{Say, findings, names};
use crate::task::cluster::{Agreement, Clustering, Profile, RangeEntry, Start, Trait};

/// Columns of a centroid that stand beside each other; more stand below each other.
const MOST_COLUMNS: usize = 4;
/// Deviations from the overall mean, in standard deviations, that are worth a word.
const NOTABLE: f64 = 0.5;

/// Centroids, profiles, picture; then trace, range and agreement where asked for.
pub fn cluster(result: &Clustering, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    opening(result, &mut page);
    if result.range.is_empty() {
        centroids(result, &mut page);
        profiles(result, &mut page);
        picture(result, &mut page);
        trace(result, &mut page);
    } else {
        range(&result.range, &mut page);
    }
    if let Some(agreement) = &result.against {
        against(agreement, &mut page);
    }
    page.suggest(common::TryNext, suggestions(result, context));
    page
}

fn opening(result: &Clustering, page: &mut Page) {
    let lang = page.lang;
    page.title(words::Title);
    let features = names::features(lang, &result.data);
    let samples = names::count(lang, &result.data, result.data.n_samples);
    match (result.range.is_empty(), result.k) {
        (false, _) => page.say(words::LearnedRange { samples, features }),
        (true, 1) => page.say(words::LearnedOne { samples, features }),
        (true, k) => page.say(words::Learned { samples, features, k }),
    }
    if result.standardize {
        page.say(words::Standardized);
    }
    super::in_passes::say(result.in_passes.as_ref(), None, false, page);
    if result.in_passes.is_some() && !matches!(result.options.init, Start::Rows(_) | Start::Points(_)) {
        page.remark(passes::Sampled { sample: grouped(result.data.n_samples.min(STARTING_ROWS)) });
    }
}

fn centroids(result: &Clustering, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Clusters);
    page.table(if result.terms.len() <= MOST_COLUMNS { by_cluster(result, lang) } else { by_term(result, lang) });
    let more = result.terms.len().saturating_sub(super::MOST_TERMS);
    if more > 0 {
        page.remark(common::AndMore { n: more });
    }
    page.say(words::InertiaLine { inertia: fixed(result.inertia, 6), silhouette: maybe(result.silhouette, 3) });
    match result.converged {
        true => page.say(words::IterationsLine { iterations: result.iterations }),
        false => page.say(words::NotConverged { iterations: result.iterations }),
    }
    page.remark(words::SilhouetteRemark);
    findings::findings(lang, &result.findings, None).into_iter().for_each(|sentence| page.caveat(sentence));
}

/// One line a cluster.
fn by_cluster(result: &Clustering, lang: Lang) -> DisplayTable {
    let head = DisplayTable::new().numbers(words::Cluster.text(lang)).numbers(words::Size.text(lang)).drawing("");
    let mut table = result.terms.iter().fold(head, |table, term| table.numbers(names::show(lang, term)));
    let largest = result.sizes.iter().copied().max().unwrap_or(1) as f64;
    for (cluster, (centroid, &size)) in result.centroids.iter().zip(&result.sizes).enumerate() {
        let bar = Cell::bar(size as f64 / largest, Emphasis::Group(cluster));
        let centre = centroid.iter().map(|&value| Cell::number(value, 3));
        table.row([(cluster + 1).into(), size.into(), bar].into_iter().chain(centre));
    }
    table
}

/// One line a term, where there are many.
fn by_term(result: &Clustering, lang: Lang) -> DisplayTable {
    let mut table = (1..=result.k)
        .fold(DisplayTable::new().words(""), |table, k| table.numbers(format!("{} {k}", words::Cluster.text(lang))));
    table.row(std::iter::once(words::Size.text(lang).into()).chain(result.sizes.iter().map(|&n| n.into())));
    for (at, term) in result.terms.iter().enumerate().take(super::MOST_TERMS) {
        let cells = result.centroids.iter().map(|centroid| Cell::number(centroid[at], 3));
        table.row(std::iter::once(names::show(lang, term).into()).chain(cells));
    }
    table
}

fn profiles(result: &Clustering, page: &mut Page) {
    if result.profiles.is_empty() {
        return;
    }
    page.heading(words::Profiles);
    for profile in &result.profiles {
        let traits = in_words(profile, page.lang);
        page.say(words::Profile { cluster: profile.cluster, traits });
    }
}

/// The most telling traits of one cluster; not those that every sample has.
pub(super) fn in_words(profile: &Profile, lang: Lang) -> String {
    let told: Vec<String> = profile.traits.iter().take(4).filter_map(|one| trait_in_words(one, lang)).collect();
    if told.is_empty() { words::Ordinary.text(lang).to_owned() } else { lang.phrases(told) }
}

fn trait_in_words(one: &Trait, lang: Lang) -> Option<String> {
    match one {
        Trait::Number { overall_std: 0.0, .. } | Trait::Word { overall_share: 1.0, .. } => None,
        Trait::Number { column, mean, overall_mean, overall_std } => {
            let deviation = (mean - overall_mean) / overall_std;
            let word = match deviation {
                d if d >= NOTABLE => words::High.text(lang),
                d if d <= -NOTABLE => words::Low.text(lang),
                _ => words::Middle.text(lang),
            };
            Some(words::TraitNumber { word, column: names::show(lang, column), mean: short(*mean, 3) }.say(lang))
        }
        Trait::Word { column, value, share, .. } if *share > 0.5 => {
            let (column, value) = (names::show(lang, column), names::show(lang, value));
            if *share == 1.0 {
                return Some(words::TraitAll { column, value }.say(lang));
            }
            Some(words::TraitWord { column, share: percent(*share), value }.say(lang))
        }
        Trait::Word { .. } => None,
    }
}

/// Two numeric columns can be drawn.
fn picture(result: &Clustering, page: &mut Page) {
    if is_pictured(result) {
        page.heading(titled(result, [0, 1], page.lang));
        page.plot(scatter(result, [0, 1], page.lang));
    }
}

/// The title of a plot over these two columns.
fn titled(result: &Clustering, [x, y]: [usize; 2], lang: Lang) -> words::ScatterOf<String, String> {
    words::ScatterOf { x: names::show(lang, &result.terms[x]), y: names::show(lang, &result.terms[y]) }
}

fn is_pictured(result: &Clustering) -> bool {
    result.terms.len() == 2 && !result.points.is_empty() && result.terms == result.data.features
}

/// The samples and the centroids over two columns.
pub(super) fn scatter(result: &Clustering, columns: [usize; 2], lang: Lang) -> Plot {
    let axis = |at: usize| {
        let range = Axis::around(result.points.iter().map(move |point| point[at]));
        Axis::new(names::show(lang, &result.terms[at]), range)
    };
    let [a, b] = columns;
    let mut plot = Plot::new(axis(a), axis(b));
    for cluster in 1..=result.k {
        let own = result.points.iter().zip(&result.labels).filter(|&(_, &label)| label == cluster);
        let points = own.map(|(point, _)| [point[a], point[b]]).collect();
        let symbol = char::from_digit(cluster as u32 % 36, 36).unwrap_or('?');
        let name = format!("{} {cluster}", words::Cluster.text(lang));
        plot.mark(Some(name), symbol, Emphasis::Group(cluster - 1), Marks::Points(points));
    }
    let centroids = result.centroids.iter().map(|centroid| [centroid[a], centroid[b]]).collect();
    plot.mark(Some(words::Centroid.text(lang).to_owned()), '*', Emphasis::Strong, Marks::Points(centroids));
    plot
}

fn trace(result: &Clustering, page: &mut Page) {
    if result.trace.is_empty() {
        return;
    }
    let lang = page.lang;
    page.heading(words::Trace);
    page.remark(words::TraceRemark);
    let head = DisplayTable::new().numbers(words::Step.text(lang)).numbers(words::Inertia.text(lang));
    let cluster = |k: usize| format!("{} {k}", words::Cluster.text(lang));
    let mut table = (1..=result.k).fold(head, |table, k| table.words(cluster(k)));
    for step in &result.trace {
        let centres = step.centroids.iter().map(|centroid| point(centroid).into());
        table.row([step.iteration.into(), Cell::number(step.inertia, 6)].into_iter().chain(centres));
    }
    page.table(table);
    if result.converged && result.trace.len() == result.iterations {
        page.remark(words::TraceEnd { step: result.iterations });
    }
}

fn point(centroid: &[f64]) -> String {
    let cells: Vec<String> = centroid.iter().take(MOST_COLUMNS).map(|&value| fixed(value, 3)).collect();
    format!("({}{})", cells.join(", "), if centroid.len() > MOST_COLUMNS { ", …" } else { "" })
}

fn range(entries: &[RangeEntry], page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Range);
    let largest = entries.iter().map(|entry| entry.inertia).fold(f64::MIN_POSITIVE, f64::max);
    let head = DisplayTable::new().numbers("k").numbers(words::Inertia.text(lang)).drawing("");
    let mut table = head.numbers(words::Silhouette.text(lang)).drawing("");
    for entry in entries {
        table.row([
            entry.k.into(),
            Cell::number(entry.inertia, 6),
            Cell::bar(entry.inertia / largest, Emphasis::Against),
            Cell::number(entry.silhouette, 3),
            Cell::bar(entry.silhouette.unwrap_or(0.0), Emphasis::For),
        ]);
    }
    page.table(table);
    page.remark(words::RangeRemark);
    let known = entries.iter().filter_map(|entry| entry.silhouette.map(|s| (s, entry.k)));
    if let Some((_, k)) = known.max_by(|a, b| a.0.total_cmp(&b.0)) {
        page.say(words::BestSilhouette { k });
    }
}

fn against(agreement: &Agreement, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::Against { column: names::show(lang, &agreement.column) });
    page.table(clusters_by_value(agreement, lang));
    let [ari, nmi, purity] = [agreement.ari, agreement.nmi, agreement.purity].map(|value| fixed(value, 3));
    page.say(words::Agreement { ari, nmi, purity });
    page.remark(words::AgainstRemark);
    page.remark(words::AgreementRemark);
}

/// How many samples of each cluster have each value.
pub(super) fn clusters_by_value(agreement: &Agreement, lang: Lang) -> DisplayTable {
    let name = |value: &String| names::show(lang, &format!("{}={value}", agreement.column));
    let head = DisplayTable::new().words("");
    let mut table = agreement.values.iter().fold(head, |table, value| table.numbers(name(value)));
    for (cluster, counts) in agreement.table.iter().enumerate() {
        let name = format!("{} {}", words::Cluster.text(lang), cluster + 1);
        let name = Cell::from(Text::emphasised(Emphasis::Group(cluster), name));
        table.row(std::iter::once(name).chain(counts.iter().map(|&n| n.into())));
    }
    table
}

fn suggestions(result: &Clustering, context: &PageContext) -> Vec<Suggestion> {
    let lang = context.lang;
    let mut next = Vec::new();
    let most = 6.min(result.data.n_samples);
    if result.range.is_empty() && most >= 2 {
        next.push(context.again().with("--k-range", format!("2..{most}")).because(words::TryRange, lang));
    }
    if result.trace.is_empty() && result.range.is_empty() {
        next.push(context.again().with_flag("--trace").because(words::TryTrace, lang));
    }
    let mut traits = result.profiles.iter().flat_map(|profile| &profile.traits);
    let has_numbers = traits.any(|one| matches!(one, Trait::Number { .. }));
    if !result.standardize && has_numbers {
        next.push(context.again().with_flag("--standardize").because(words::TryStandardize, lang));
    }
    next
}
