//! Numbers in JSON bit by bit, infinite ones too, which JSON has no word for.

use serde::{Deserialize, Deserializer, Serializer};

/// Each as a whole number.
pub fn serialize<S: Serializer>(numbers: &[f64], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(numbers.iter().map(|number| number.to_bits()))
}

/// The numbers that [`serialize`] wrote, with the same bits.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<f64>, D::Error> {
    Ok(Vec::<u64>::deserialize(from)?.into_iter().map(f64::from_bits).collect())
}
