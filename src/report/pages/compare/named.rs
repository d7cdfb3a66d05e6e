//! Classes and columns by name.

use crate::report::number::grouped;
use crate::report::words::{Lang, compare as words};
use crate::report::{Say, names};
use crate::task::compare::Comparison;

/// `好瓜=是`.
pub(super) fn class(result: &Comparison, class: &str, lang: Lang) -> String {
    let target = result.data.target.as_deref().unwrap_or_default();
    names::show(lang, &format!("{target}={class}"))
}

/// `9 with ripe=no and 8 with ripe=yes`, without those of which there are none.
pub(super) fn class_counts(result: &Comparison, counts: &[usize], lang: Lang) -> String {
    let some = counts.iter().zip(&result.data.classes).filter(|&(&n, _)| n > 0);
    lang.list(some.map(|(&n, name)| words::ClassCount { n: grouped(n), class: class(result, name, lang) }.say(lang)))
}

/// The names of columns, joined.
pub(super) fn column_names(lang: Lang, columns: &[String]) -> String {
    lang.list(columns.iter().map(|name| names::show(lang, name)))
}
