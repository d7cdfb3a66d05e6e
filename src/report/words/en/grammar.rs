//! How English joins and counts.

use crate::report::words::Grammar;
use std::fmt::Display;

/// The marks and joiners of English.
pub const GRAMMAR: Grammar = Grammar { comma: ", ", and: " and ", phrase: ", ", clause: "; ", space: " ", colon: ":" };

/// The end of a noun of which there are `n`: `1 layer`, `2 layers`.
pub fn s(n: impl Display) -> &'static str {
    if n.to_string() == "1" { "" } else { "s" }
}
