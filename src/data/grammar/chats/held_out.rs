//! Which wordings are kept from training.

use rand::Rng;

use crate::rng::Seed;

/// One wording in so many is held out.
const ONE_IN: u64 = 10;
/// Wordings of fewer bytes, such as `why` and `what is overfitting`, are never held out: nobody asks
/// more plainly, and a model that had not met them would be examined in what everybody types first.
const FEW_BYTES: usize = 25;

/// Whether this wording is one of the tenth that no training sees.
pub fn is_held_out(wording: &str) -> bool {
    let wording = normalised(wording);
    let mut stream = Seed(0).stream(&format!("held out/{wording}"));
    wording.len() >= FEW_BYTES && stream.gen_range(0..ONE_IN) == 0
}

/// A wording without case, marks and spaces: two that differ in these only are one.
pub fn normalised(wording: &str) -> String {
    wording.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
