//! What is particular about each cluster, in the data's own words.

use super::{Profile, Trait};
use crate::data::table::MISSING;
use crate::data::{Column, Values};
use crate::math::mean_and_deviation;

/// The profile of each of `k` clusters; `labels` are in `0..k`.
pub(super) fn profiles(features: &[Column], labels: &[usize], k: usize) -> Vec<Profile> {
    let of_cluster = |cluster: usize| {
        let inside: Vec<usize> = (0..labels.len()).filter(|&i| labels[i] == cluster).collect();
        ordered(cluster, features.iter().filter_map(|column| trait_of(column, &inside)).collect())
    };
    (0..k).map(of_cluster).collect()
}

/// The most telling first.
pub(in crate::task) fn ordered(cluster: usize, mut traits: Vec<(f64, Trait)>) -> Profile {
    traits.sort_by(|a, b| b.0.total_cmp(&a.0));
    Profile { cluster: cluster + 1, traits: traits.into_iter().map(|(_, one)| one).collect() }
}

/// How telling a trait is, and the trait; `None` without a cell inside the cluster. Telling
/// is how many standard deviations the cluster's mean (or share) is away from the table's.
fn trait_of(column: &Column, inside: &[usize]) -> Option<(f64, Trait)> {
    match &column.values {
        Values::Numbers(cells) => number(&column.name, cells, inside),
        Values::Words { levels, codes } => word(&column.name, levels, codes, inside),
    }
}

fn number(name: &str, cells: &[f64], inside: &[usize]) -> Option<(f64, Trait)> {
    let (mean, _) = mean_and_deviation(inside.iter().map(|&i| cells[i]))?;
    Some(of_means(name, mean, mean_and_deviation(cells.iter().copied())?))
}

/// Of a number: its mean inside, and mean and deviation over all samples.
pub(in crate::task) fn of_means(name: &str, mean: f64, (overall_mean, overall_std): (f64, f64)) -> (f64, Trait) {
    let telling = if overall_std > 0.0 { (mean - overall_mean).abs() / overall_std } else { 0.0 };
    (telling, Trait::Number { column: name.to_owned(), mean, overall_mean, overall_std })
}

fn word(name: &str, levels: &[String], codes: &[u32], inside: &[usize]) -> Option<(f64, Trait)> {
    let overall = counts(levels.len(), codes.iter().copied());
    let within = counts(levels.len(), inside.iter().map(|&row| codes[row]));
    of_counts(name, levels, &within, &overall)
}

/// Of words: how often each stands inside, and over all samples.
pub(in crate::task) fn of_counts(
    name: &str,
    levels: &[String],
    within: &[usize],
    overall: &[usize],
) -> Option<(f64, Trait)> {
    let level = (0..levels.len()).reduce(|best, l| if within[l] > within[best] { l } else { best })?;
    let share_of = |counts: &[usize]| counts[level] as f64 / counts.iter().sum::<usize>() as f64;
    let (share, overall_share) = (share_of(within), share_of(overall));
    let deviation = (overall_share * (1.0 - overall_share)).sqrt();
    let telling = if deviation > 0.0 { (share - overall_share).abs() / deviation } else { 0.0 };
    let value = levels[level].clone();
    share.is_finite().then(|| (telling, Trait::Word { column: name.to_owned(), value, share, overall_share }))
}

/// How often each level occurs; missing cells are none.
fn counts(n_levels: usize, codes: impl Iterator<Item = u32>) -> Vec<usize> {
    let mut counts = vec![0; n_levels];
    codes.filter(|code| *code != MISSING).for_each(|code| counts[code as usize] += 1);
    counts
}
