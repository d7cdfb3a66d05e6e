//! Screens about learning without answers.

use super::super::cluster::{in_words, scatter};
use crate::report::Say;
use crate::report::layout::Page;
use crate::report::names::show;
use crate::report::number::{fixed, percent};
use crate::report::page::Block;
use crate::report::style::{Ink, ink};
use crate::report::table::Table;
use crate::report::words::tour as words;
use crate::task::cluster::Agreement;
use crate::task::tour::{Grouping, Unsupervised};

/// Rows of the picture on a screen of 24 lines.
const PLOT_ROWS: usize = 9;

pub(super) fn unsupervised(figures: &Unsupervised, page: &mut Page) {
    let lang = page.style.lang;
    let label = figures.against.as_ref().map_or(String::new(), |against| show(lang, &against.column));
    page.say(words::UnsupervisedIdea { label, n: figures.data.n_samples }.say(lang));
    page.blank();
    for (profile, size) in figures.profiles.iter().zip(&figures.sizes) {
        let told = in_words(profile, lang);
        page.say(words::UnsupervisedGroup { k: profile.cluster, n: size, what: told }.say(lang));
    }
    page.blank();
    if let Some(against) = &figures.against {
        uncovered(against, page);
    }
    page.say(words::UnsupervisedLesson.text(lang));
}

/// The labels, after the fact.
fn uncovered(against: &Agreement, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::UnsupervisedThen.text(lang));
    let mut table = Table::new().words("");
    for value in &against.values {
        table = table.numbers(show(lang, &format!("{}={value}", against.column)));
    }
    for (cluster, counts) in (1..).zip(&against.table) {
        let name = ink(Ink::Group(cluster - 1), words::UnsupervisedHeap { k: cluster }.say(lang));
        table.row(std::iter::once(name).chain(counts.iter().map(usize::to_string)));
    }
    page.block(table.lines(page.inner_width()));
    let n: usize = against.table.iter().flatten().sum();
    let of_value = |value: usize| against.table.iter().map(|counts| counts[value]).sum::<usize>();
    let most = (0..against.values.len()).map(of_value).max().unwrap_or(0);
    let majority = most as f64 / n.max(1) as f64;
    page.say(words::UnsupervisedPurity { purity: percent(against.purity), majority: percent(majority) }.say(lang));
}

pub(super) fn clustering(figures: &Grouping, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.clustering;
    page.say(words::ClusteringIdea { n: result.data.n_samples, k: result.k }.say(lang));
    page.blank();
    page.embed(Block::Plot(scatter(result, lang)), PLOT_ROWS);
    let steps: Vec<String> = result.trace.iter().map(|step| fixed(step.inertia, 3)).collect();
    page.say(words::ClusteringSteps { steps: steps.join(" → ") }.say(lang));
    page.say(words::ClusteringStable { n: result.iterations }.say(lang));
}
