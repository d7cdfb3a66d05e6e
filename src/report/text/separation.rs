//! Why there are no coefficients to show.

use crate::report::Say;
use crate::report::layout::Page;
use crate::report::names;
use crate::report::style::{Ink, ink};
use crate::report::words::classify as words;
use crate::task::classify::{Classification, Separator};

/// What separates the classes, why that leaves no estimate, and what to do.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.style.lang;
    page.heading(words::NoEstimate.text(lang));
    let complete = result.fit.separation == "complete";
    page.say(if complete { words::SeparatedCompletely.text(lang) } else { words::SeparatedQuasi.text(lang) });
    page.blank();
    result.fit.separators.iter().for_each(|separator| one(result, separator, page));
    if result.fit.separators.is_empty() {
        page.say(words::SeparatedSomehow.text(lang));
    }
    page.blank();
    page.say(words::SeparatedWhy.text(lang));
    page.say(ink(Ink::Strong, remedy(result, page)));
}

/// By which columns, and what their values give away.
fn one(result: &Classification, separator: &Separator, page: &mut Page) {
    let lang = page.style.lang;
    let columns = shown(&separator.columns, page);
    let headline = match separator.columns.len() {
        1 => words::SeparatedAlone { column: columns }.say(lang),
        _ => words::SeparatedTogether { columns }.say(lang),
    };
    page.say(format!("· {headline}"));
    let target = result.data.target.as_deref().unwrap_or_default();
    for pure in &separator.pure {
        let class = names::show(lang, &format!("{target}={}", pure.class));
        page.remark(format!(
            "  {}",
            words::PureValue { term: names::show(lang, &pure.term), n: pure.n_samples, class }.say(lang)
        ));
    }
}

/// Columns that separate alone may be left out as well, where others remain.
fn remedy(result: &Classification, page: &Page) -> String {
    let lang = page.style.lang;
    let separators = &result.fit.separators;
    let all_alone = separators.iter().all(|separator| separator.columns.len() == 1);
    if separators.is_empty() || !all_alone || separators.len() >= result.data.n_features {
        return words::SeparatedRemedy.text(lang).to_owned();
    }
    let blamed: Vec<String> = separators.iter().flat_map(|separator| separator.columns.clone()).collect();
    words::SeparatedRemedies { columns: shown(&blamed, page) }.say(lang)
}

fn shown(columns: &[String], page: &Page) -> String {
    let lang = page.style.lang;
    lang.list(columns.iter().map(|column| names::show(lang, column)))
}
