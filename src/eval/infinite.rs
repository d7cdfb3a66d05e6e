//! Figures that may be infinite, read from JSON, which has no word for that and says `null`.

use serde::{Deserialize, Deserializer};

/// A number, or infinity for `null`.
///
/// # Errors
/// What is neither.
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or(f64::INFINITY))
}
