//! Pages for a reader: what was learned, how good it is, why, and what to try next.

mod classify;
mod cluster;
mod compare;
mod curve;
mod data;
pub mod generate;
mod ladder;
mod log_axis;
mod overview;
mod regress;
mod scale;
mod score;
mod terms;
mod tour;
pub mod training;

pub use classify::{classify, sigmoid};
pub use cluster::cluster;
pub use compare::compare;
pub use curve::curve;
pub use data::{list, show, truth};
pub use ladder::ladder;
pub use overview::overview;
pub use regress::{regress, residuals};
pub use scale::scale;
pub use score::score;
pub use tour::{tour, tour_keys, tour_list, tour_title};

use super::Lang;
use super::names;
use super::words::{Say, classify as words};
use crate::task::summary::DataSummary;
use std::collections::BTreeMap;

/// Terms that a page shows before it refers to the other formats.
const MOST_TERMS: usize = 24;

/// The values of one sample in the features' order: `dark, curled, muffled`.
pub(super) fn values(data: &DataSummary, input: &BTreeMap<String, String>, lang: Lang) -> String {
    let shown = data.features.iter().filter_map(|name| {
        let value = input.get(name)?;
        let number = value.parse::<f64>().is_ok();
        Some(names::show(lang, &if number { format!("{name}={value}") } else { value.clone() }))
    });
    lang.names(shown)
}

/// `A melon that is dark, curled, muffled`.
fn described(data: &DataSummary, input: &BTreeMap<String, String>, lang: Lang) -> String {
    let values = values(data, input, lang);
    if names::is_melons(data) {
        words::AMelonWith { values }.say(lang)
    } else {
        words::ASampleWith { values }.say(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Builtin;
    use crate::report::layout::width;
    use crate::report::page::{Command, Page, PageContext};
    use crate::report::render::Terminal;
    use crate::report::{Lang, Style, fixtures};

    /// The text as a pipe gets it.
    pub(super) fn stripped(page: &str) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in page.chars() {
            match (inside, c) {
                (false, '\u{1b}') => inside = true,
                (true, 'm') => inside = false,
                (false, c) => text.push(c),
                (true, _) => {}
            }
        }
        text
    }

    /// Each page in both languages, at two widths: no line is too long, none ends in spaces.
    fn for_each_page(see: impl Fn(&str, &Style)) {
        for lang in [Lang::En, Lang::Zh] {
            for columns in [60, 80] {
                let style = Style::new(lang, columns, "melon classify");
                let context = PageContext::new(lang, Command::new("classify"));
                let alike =
                    [fixtures::melons(), fixtures::melons_with_answer(), fixtures::separated(), fixtures::alpha()];
                let more = [fixtures::colours(1.0), fixtures::colours(0.0), fixtures::remembered(), fixtures::usual()];
                for result in alike.into_iter().chain(more) {
                    see_page(&classify(&result, &context), &style, &see);
                    see_page(&sigmoid(&result, &context), &style, &see);
                }
                see_page(&regress(&fixtures::sugar(), &context), &style, &see);
                see_page(&residuals(&fixtures::sugar(), &context), &style, &see);
                see_page(&overview(&context), &style, &see);
                see_page(&cluster(&fixtures::clusters(), &context), &style, &see);
                for result in [fixtures::lab(6), fixtures::lab(2), fixtures::lab(0)] {
                    see_page(&scale(&result, &context), &style, &see);
                }
                for result in [fixtures::curves(), fixtures::tiny_curves()] {
                    see_page(&curve(&result, &context), &style, &see);
                }
                for asked in [false, true] {
                    see_page(&compare(fixtures::compared(lang, asked), &context), &style, &see);
                }
                see_page(&list(&context), &style, &see);
                for text in ["Is it a melon?", &"A melon.\nIs it cool?\n".repeat(9)] {
                    see_page(&score(&fixtures::scored(text), &context), &style, &see);
                }
                fixtures::ladders().iter().for_each(|result| see_page(&ladder(result, &context), &style, &see));
                written(&context, &mut |page| see_page(page, &style, &see));
                for builtin in [Builtin::Watermelon2, Builtin::Watermelon3] {
                    see_page(&show(&builtin.table(None, Default::default()), &context), &style, &see);
                }
            }
        }
    }

    /// A page as data, set for a terminal of the style's width.
    fn see_page(page: &Page, style: &Style, see: &impl Fn(&str, &Style)) {
        see(&stripped(&Terminal::new(style.width).render(page)), style);
    }

    /// The pages of texts that models have written, piece by piece.
    fn written(context: &PageContext, see: &mut dyn FnMut(&Page)) {
        let all = fixtures::traces(&mut |prompt, moment, strategy| {
            see(&generate::opening(prompt, &fixtures::summary(), context));
            see(&generate::first_token(moment, strategy, context));
            see(&generate::candidates(moment, context));
        });
        for result in &all {
            see(&generate::closing(result, context));
            see(&generate::written(result, context));
        }
        for found in fixtures::memories() {
            see(&generate::memorised(&found, context));
        }
    }

    #[test]
    fn throw_away_html() {
        for lang in [Lang::En, Lang::Zh] {
            let context = PageContext::new(lang, Command::new("classify").with("--l2", 0));
            let melons = fixtures::melons();
            let pages = [
                ("melons", classify(&melons, &context).followed_by(sigmoid(&melons, &context))),
                ("answer", classify(&fixtures::melons_with_answer(), &context)),
                ("separated", classify(&fixtures::separated(), &context)),
                ("alpha", classify(&fixtures::alpha(), &context)),
                ("usual", classify(&fixtures::usual(), &context)),
                ("sugar", regress(&fixtures::sugar(), &context).followed_by(residuals(&fixtures::sugar(), &context))),
                ("list", list(&context)),
            ];
            for (name, page) in pages {
                std::fs::write(format!("/tmp/t/pages-a-html/{name}-{lang:?}.html"), crate::report::render::html(&page))
                    .unwrap();
                std::fs::write(
                    format!("/tmp/t/pages-a-html/{name}-{lang:?}.md"),
                    crate::report::render::markdown(&page),
                )
                .unwrap();
            }
        }
    }

    #[test]
    fn every_page_fits() {
        for_each_page(|page, style| {
            for line in page.lines().filter(|line| !line.contains("melon ")) {
                assert!(width(line) <= style.width, "{} columns: {line}", width(line));
                assert_eq!(line, line.trim_end());
            }
        });
    }

    #[test]
    fn pages_in_english_hold_no_chinese() {
        for_each_page(|page, style| {
            let han = page.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
            assert!(style.lang == Lang::Zh || han.is_none(), "{han:?} in\n{page}");
        });
    }

    /// The page of `melon classify` in English, as a pipe gets it.
    fn classified(result: &crate::task::classify::Classification) -> String {
        let context = PageContext::new(Lang::En, Command::new("classify").with("--l2", 0));
        stripped(&Terminal::new(80).render(&classify(result, &context)))
    }

    #[test]
    fn separated_classes_get_reasons_instead_of_numbers() {
        let page = classified(&fixtures::separated());
        assert!(page.contains("sound=crisp") && page.contains("--l2 1"), "{page}");
        assert!(!page.contains("+0.54"), "no coefficient is printed");
    }

    #[test]
    fn an_answer_shows_shares_that_sum() {
        let page = classified(&fixtures::melons_with_answer());
        assert!(page.contains("66.7%") && page.contains("log-odds of +0.70"), "{page}");
    }
}
