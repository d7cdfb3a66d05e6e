//! How classes are called.

use crate::report::names;
use crate::report::words::Lang;
use crate::task::classify::Classification;

/// `好瓜=是`: a class with the column that it is a value of.
pub(super) fn class_name(result: &Classification, class: &str, lang: Lang) -> String {
    let target = result.data.target.as_deref().unwrap_or_default();
    names::show(lang, &format!("{target}={class}"))
}

/// The class that the probability is of.
pub(in super::super) fn positive(result: &Classification, lang: Lang) -> String {
    class_name(result, result.data.positive_class.as_deref().unwrap_or_default(), lang)
}
