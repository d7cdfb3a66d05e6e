//! What is particular about each cluster, in the data's own words.

use super::{Profile, Trait};
use crate::data::table::MISSING;
use crate::data::{Column, Values};
use crate::math::mean_and_deviation;

/// The profile of each of `k` clusters; `labels` are in `0..k`.
pub(super) fn profiles(features: &[Column], labels: &[usize], k: usize) -> Vec<Profile> {
    let of_cluster = |cluster: usize| {
        let inside: Vec<usize> = (0..labels.len()).filter(|&i| labels[i] == cluster).collect();
        let mut traits: Vec<(f64, Trait)> = features.iter().filter_map(|column| trait_of(column, &inside)).collect();
        traits.sort_by(|a, b| b.0.total_cmp(&a.0));
        Profile { cluster: cluster + 1, traits: traits.into_iter().map(|(_, one)| one).collect() }
    };
    (0..k).map(of_cluster).collect()
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
    let (overall_mean, overall_std) = mean_and_deviation(cells.iter().copied())?;
    let telling = if overall_std > 0.0 { (mean - overall_mean).abs() / overall_std } else { 0.0 };
    Some((telling, Trait::Number { column: name.to_owned(), mean, overall_mean, overall_std }))
}

fn word(name: &str, levels: &[String], codes: &[u32], inside: &[usize]) -> Option<(f64, Trait)> {
    let overall = counts(levels.len(), codes.iter().copied());
    let within = counts(levels.len(), inside.iter().map(|&row| codes[row]));
    let level = (0..levels.len()).reduce(|best, l| if within[l] > within[best] { l } else { best })?;
    let share_of = |counts: &[usize]| counts[level] as f64 / counts.iter().sum::<usize>() as f64;
    let (share, overall_share) = (share_of(&within), share_of(&overall));
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
