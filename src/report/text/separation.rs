//! Why there are no coefficients to show.

use crate::engine::separation::Kind;
use crate::report::layout::Page;
use crate::report::names;
use crate::report::number::list;
use crate::report::style::{Ink, ink};
use crate::report::words::classify as words;
use crate::task::classify::{Classification, Separator};

/// What separates the classes, why that leaves no estimate, and what to do.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::no_estimate(lang));
    let complete = result.fit.separation == Kind::Complete;
    page.say(if complete { words::separated_completely(lang) } else { words::separated_quasi(lang) });
    page.blank();
    result.fit.separators.iter().for_each(|separator| one(result, separator, page));
    if result.fit.separators.is_empty() {
        page.say(words::separated_somehow(lang));
    }
    page.blank();
    page.say(words::separated_why(lang));
    page.say(ink(Ink::Strong, remedy(result, page)));
}

/// By which columns, and what their values give away.
fn one(result: &Classification, separator: &Separator, page: &mut Page) {
    let lang = page.style.lang;
    let columns = shown(&separator.columns, page);
    let headline = match separator.columns.len() {
        1 => words::separated_alone(lang, columns),
        _ => words::separated_together(lang, columns),
    };
    page.say(format!("· {headline}"));
    let target = result.data.target.as_deref().unwrap_or_default();
    for pure in &separator.pure {
        let class = names::show(lang, &format!("{target}={}", pure.class));
        page.remark(format!("  {}", words::pure_value(lang, names::show(lang, &pure.term), pure.n_samples, class)));
    }
}

/// Columns that separate alone may be left out as well, where others remain.
fn remedy(result: &Classification, page: &Page) -> String {
    let lang = page.style.lang;
    let separators = &result.fit.separators;
    let all_alone = separators.iter().all(|separator| separator.columns.len() == 1);
    if separators.is_empty() || !all_alone || separators.len() >= result.data.n_features {
        return words::separated_remedy(lang).to_owned();
    }
    let blamed: Vec<String> = separators.iter().flat_map(|separator| separator.columns.clone()).collect();
    words::separated_remedies(lang, shown(&blamed, page))
}

fn shown(columns: &[String], page: &Page) -> String {
    let lang = page.style.lang;
    list(lang, &columns.iter().map(|column| names::show(lang, column)).collect::<Vec<_>>())
}
