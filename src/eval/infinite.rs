//! Figures that may be infinite, read from JSON, which has no word for that and says `null`.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// A number, or infinity for `null`.
///
/// # Errors
/// What is neither.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or(f64::INFINITY))
}

/// The same in lists, by name.
///
/// # Errors
/// What is neither.
pub fn read_lists<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Vec<f64>>, D::Error> {
    let lists: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::deserialize(deserializer)?;
    let finite = |list: Vec<Option<f64>>| list.into_iter().map(|figure| figure.unwrap_or(f64::INFINITY)).collect();
    Ok(lists.into_iter().map(|(name, list)| (name, finite(list))).collect())
}
