//! Screens about learning without answers.

use super::super::cluster::{in_words, scatter_plot};
use crate::report::layout::Page;
use crate::report::names::show;
use crate::report::number::{fixed, percent};
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
    page.say(words::unsupervised_idea(lang, label, figures.data.n_samples));
    page.blank();
    for (profile, size) in figures.profiles.iter().zip(&figures.sizes) {
        let told = in_words(profile, page.style);
        page.say(words::unsupervised_group(lang, profile.cluster, size, told));
    }
    page.blank();
    if let Some(against) = &figures.against {
        uncovered(against, page);
    }
    page.say(words::unsupervised_lesson(lang));
}

/// The labels, after the fact.
fn uncovered(against: &Agreement, page: &mut Page) {
    let lang = page.style.lang;
    page.say(words::unsupervised_then(lang));
    let mut table = Table::new().words("");
    for value in &against.values {
        table = table.numbers(show(lang, &format!("{}={value}", against.column)));
    }
    for (cluster, counts) in (1..).zip(&against.table) {
        let name = ink(Ink::Group(cluster - 1), words::unsupervised_heap(lang, cluster));
        table.row(std::iter::once(name).chain(counts.iter().map(usize::to_string)));
    }
    page.block(table.lines(page.inner_width()));
    let n: usize = against.table.iter().flatten().sum();
    let of_value = |value: usize| against.table.iter().map(|counts| counts[value]).sum::<usize>();
    let most = (0..against.values.len()).map(of_value).max().unwrap_or(0);
    let majority = most as f64 / n.max(1) as f64;
    page.say(words::unsupervised_purity(lang, percent(against.purity), percent(majority)));
}

pub(super) fn clustering(figures: &Grouping, page: &mut Page) {
    let lang = page.style.lang;
    let result = &figures.clustering;
    page.say(words::clustering_idea(lang, result.data.n_samples, result.k));
    page.blank();
    scatter_plot(result, PLOT_ROWS, page);
    let steps: Vec<String> = result.trace.iter().map(|step| fixed(step.inertia, 3)).collect();
    page.say(words::clustering_steps(lang, steps.join(" → ")));
    page.say(words::clustering_stable(lang, result.iterations));
}
