//! Screens about learning without answers.

use super::super::cluster::{clusters_by_value, in_words, scatter};
use crate::report::names::show;
use crate::report::number::{fixed, percent};
use crate::report::page::{Page, Text};
use crate::report::words::{Say, tour as words};
use crate::task::cluster::Agreement;
use crate::task::tour::{Grouping, Unsupervised};

pub(super) fn unsupervised(figures: &Unsupervised, page: &mut Page) {
    let lang = page.lang;
    let label = figures.against.as_ref().map_or(String::new(), |against| show(lang, &against.column));
    page.say(words::UnsupervisedIdea { label, n: figures.data.n_samples });
    let group = |(profile, &n): (&crate::task::cluster::Profile, &usize)| {
        Text::from(words::UnsupervisedGroup { k: profile.cluster, n, what: in_words(profile, lang) }.say(lang))
    };
    page.list(figures.profiles.iter().zip(&figures.sizes).map(group));
    if let Some(against) = &figures.against {
        uncovered(against, page);
    }
    page.say(words::UnsupervisedLesson);
}

/// The labels, after the fact.
fn uncovered(against: &Agreement, page: &mut Page) {
    page.say(words::UnsupervisedThen);
    page.table(clusters_by_value(against, page.lang));
    let n: usize = against.table.iter().flatten().sum();
    let of_value = |value: usize| against.table.iter().map(|counts| counts[value]).sum::<usize>();
    let most = (0..against.values.len()).map(of_value).max().unwrap_or(0);
    let majority = most as f64 / n.max(1) as f64;
    page.say(words::UnsupervisedPurity { purity: percent(against.purity), majority: percent(majority) });
}

pub(super) fn clustering(figures: &Grouping, page: &mut Page) {
    let result = &figures.clustering;
    page.say(words::ClusteringIdea { n: result.data.n_samples, k: result.k });
    page.plot(scatter(result, [0, 1], page.lang));
    let steps: Vec<String> = result.trace.iter().map(|step| fixed(step.inertia, 3)).collect();
    page.say(words::ClusteringSteps { steps: steps.join(" → ") });
    page.say(words::ClusteringStable { n: result.iterations });
}
