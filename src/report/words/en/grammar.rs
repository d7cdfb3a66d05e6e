//! How English joins and counts.

use std::fmt::Display;

/// The end of a noun of which there are `n`: `1 layer`, `2 layers`.
pub fn s(n: impl Display) -> &'static str {
    if n.to_string() == "1" { "" } else { "s" }
}

/// The end of a verb whose subject are `n` things: `1 model learns`, `2 models learn`.
pub fn third(n: impl Display) -> &'static str {
    if n.to_string() == "1" { "s" } else { "" }
}
