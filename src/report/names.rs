//! How names from the data are shown.

use super::words::common;
use super::{Lang, Say};
use crate::data::Builtin;
use crate::task::summary::DataSummary;

/// Characters of a name or value on a page: one may be a whole file that was put into a cell.
const MOST_CHARS: usize = 200;

/// A column, value, class or term as the reader should see it: names of the built-in
/// tables in her language, any other name as it stands, control characters made visible.
pub fn show(lang: Lang, name: &str) -> String {
    if name == INTERCEPT {
        return common::Intercept.text(lang).to_owned();
    }
    let name = crate::data::names::display_name(name, lang == Lang::En);
    super::visible::beginning(&name, MOST_CHARS)
}

/// A text as an option that takes several has it: in quotes where commas would cut it.
pub fn in_list(text: &str) -> String {
    if text.contains(',') { format!("\\\"{text}\\\"") } else { text.to_owned() }
}

/// The name where a page first says it: `root` is a botanist's word for a melon's stem.
pub fn introduced(lang: Lang, name: &str) -> String {
    let shown = show(lang, name);
    if name == "根蒂" { common::Stem { name: shown }.say(lang) } else { shown }
}

/// The features, where a page first says them.
pub fn features(lang: Lang, data: &DataSummary) -> String {
    lang.list(data.features.iter().map(|name| introduced(lang, name)))
}

/// The term of the intercept in every result.
pub const INTERCEPT: &str = "(Intercept)";

/// A name at the beginning of a sentence: `naive Bayes` with a capital; `k-means`, which begins
/// with a symbol, as it stands.
pub fn capital(name: &str) -> String {
    let mut rest = name.chars();
    match rest.next() {
        Some(first) if rest.clone().next().is_some_and(char::is_alphabetic) => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => name.to_owned(),
    }
}

/// `17 melons` for the built-in tables, `17 samples` for any other.
pub fn count(lang: Lang, data: &DataSummary, n: usize) -> String {
    let n = super::number::grouped(n);
    if is_melons(data) { common::Melons { n }.say(lang) } else { common::Samples { n }.say(lang) }
}

/// `melons` or `samples`.
pub fn noun(lang: Lang, data: &DataSummary) -> &'static str {
    if is_melons(data) { common::TheMelons.text(lang) } else { common::TheSamples.text(lang) }
}

/// `melon` or `sample`.
pub fn one(lang: Lang, data: &DataSummary) -> &'static str {
    if is_melons(data) { common::Melon.text(lang) } else { common::Sample.text(lang) }
}

/// Whether the rows are known to be melons.
pub fn is_melons(data: &DataSummary) -> bool {
    data.builtin.is_some()
}

/// The built-in table that the data are of.
pub fn builtin(data: &DataSummary) -> Option<Builtin> {
    data.builtin
}
