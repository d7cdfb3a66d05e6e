//! How English joins and counts.

use std::fmt::Display;

/// The end of a noun of which there are `n`: `1 layer`, `2 layers`.
pub fn s(n: impl Display) -> &'static str {
    if n.to_string() == "1" { "" } else { "s" }
}
