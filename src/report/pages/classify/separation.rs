//! Why there are no coefficients to show.

use super::classes::class_name;
use crate::engine::separation::SeparationKind;
use crate::report::page::{Emphasis, Page, Text};
use crate::report::words::{Lang, classify as words};
use crate::report::{Say, names};
use crate::task::classify::{Classification, PureValue, Separator};

/// What separates the classes, why that leaves no estimate, and what to do.
pub(super) fn section(result: &Classification, page: &mut Page) {
    let lang = page.lang;
    page.heading(words::NoEstimate);
    let is_complete = result.fit.separation == SeparationKind::Complete;
    if is_complete {
        page.say(words::SeparatedCompletely)
    } else {
        page.say(words::SeparatedQuasi)
    }
    match &result.fit.separators[..] {
        [] => page.say(words::SeparatedSomehow),
        separators => page.list(separators.iter().map(|separator| separator_in_words(result, separator, lang))),
    }
    page.say(words::SeparatedWhy);
    page.say(Text::emphasised(Emphasis::Strong, remedy(result, lang)));
}

/// By which columns, and what their values give away.
fn separator_in_words(result: &Classification, separator: &Separator, lang: Lang) -> Text {
    let columns = column_names(&separator.columns, lang);
    let by = match separator.columns.len() {
        1 => words::SeparatedAlone { column: columns }.say(lang),
        _ => words::SeparatedTogether { columns }.say(lang),
    };
    let pure = |PureValue { term, class, n_samples }: &PureValue| {
        let (term, class) = (names::show(lang, term), class_name(result, class, lang));
        words::PureValue { term, class, n: n_samples }.say(lang)
    };
    let values = lang.clauses(separator.pure.iter().map(pure));
    if values.is_empty() { by.into() } else { words::SeparatedBy { by, values }.say(lang).into() }
}

/// Columns that separate alone may be left out as well, where others remain.
fn remedy(result: &Classification, lang: Lang) -> String {
    let separators = &result.fit.separators;
    let all_alone = separators.iter().all(|separator| separator.columns.len() == 1);
    if separators.is_empty() || !all_alone || separators.len() >= result.data.n_features {
        return words::SeparatedRemedy.say(lang);
    }
    let blamed: Vec<String> = separators.iter().flat_map(|separator| separator.columns.clone()).collect();
    words::SeparatedRemedies { columns: column_names(&blamed, lang) }.say(lang)
}

fn column_names(columns: &[String], lang: Lang) -> String {
    lang.list(columns.iter().map(|column| names::show(lang, column)))
}
