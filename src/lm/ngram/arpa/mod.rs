//! The ARPA format: back-off models as text, read and written by every n-gram toolkit.
//!
//! ```text
//! \data\
//! ngram 1=5
//! ngram 2=7
//!
//! \1-grams:
//! -0.698970  瓜  -0.301030        log10 p(瓜), 瓜, log10 backoff(瓜)
//! ...
//! \end\
//! ```
//!
//! Words are separated by spaces there, so a token that is a space, a line end or the like
//! is written with an escape ([`escape()`]). The boundary of texts is `<s>` where it begins
//! one, and `</s>` where it ends one. `<unk>` never occurs, since every token is listed.

mod error;
mod escape;
mod lines;
mod read;
mod write;

pub use error::ArpaError;
pub use escape::{escape, unescape};
pub use lines::words;
pub use read::read;
pub use write::write;

/// Begins a text.
const BEGIN: &str = "<s>";
/// Ends a text.
const END: &str = "</s>";
/// Stands for every word that is not listed.
const UNKNOWN: &str = "<unk>";

/// `log10` of what is never predicted, by the convention of the format.
const NEVER: f64 = -99.0;
