//! Errors of the emergence lab.

use super::Tell;
use crate::report::words::scale as words;
use crate::report::{Lang, Say};
use crate::task::scale::ScaleError;

impl Tell for ScaleError {
    /// Shapes and rates are the lab's own, so that neither can fail on what a user asks.
    fn tell(&self, lang: Lang) -> String {
        words::Failed { why: self }.say(lang)
    }
}
