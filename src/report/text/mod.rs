//! Pages for a reader: what was learned, how good it is, why, and what to try next.

mod answer;
mod classify;
mod cluster;
mod coefficients;
mod compare;
mod curve;
mod data;
pub mod generate;
mod ladder;
mod likelihoods;
mod log_axis;
mod quality;
mod regress;
mod scale;
mod score;
mod separation;
mod tour;
pub mod training;

pub use classify::{classify, sigmoid};
pub use cluster::cluster;
pub use compare::compare;
pub use curve::curve;
pub use data::{list, show, truth};
pub use ladder::ladder;
pub use regress::{regress, residuals};
pub use scale::scale;
pub use score::score;
pub use tour::{tour, tour_keys, tour_list, tour_title};

use super::Lang;
use super::names;
use crate::task::summary::DataSummary;
use std::collections::BTreeMap;

/// Terms that a page shows before it refers to the other formats.
const MOST_TERMS: usize = 24;

/// The values of one sample in the features' order: `dark, curled, muffled`.
fn values(data: &DataSummary, input: &BTreeMap<String, String>, lang: Lang) -> String {
    let shown = data.features.iter().filter_map(|name| {
        let value = input.get(name)?;
        let number = value.parse::<f64>().is_ok();
        Some(names::show(lang, &if number { format!("{name}={value}") } else { value.clone() }))
    });
    lang.names(shown)
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
                let alike =
                    [fixtures::melons(), fixtures::melons_with_answer(), fixtures::separated(), fixtures::alpha()];
                let more = [fixtures::colours(1.0), fixtures::colours(0.0), fixtures::remembered(), fixtures::usual()];
                for result in alike.into_iter().chain(more) {
                    see(&stripped(&classify(&result, &style)), &style);
                    see(&stripped(&sigmoid(&result, &style)), &style);
                }
                see(&stripped(&regress(&fixtures::sugar(), &style)), &style);
                see(&stripped(&residuals(&fixtures::sugar(), &style)), &style);
                let context = PageContext::new(lang, Command::new("cluster"));
                see_page(&cluster(&fixtures::clusters(), &context), &style, &see);
                for result in [fixtures::lab(6), fixtures::lab(2), fixtures::lab(0)] {
                    see(&stripped(&scale(&result, &style)), &style);
                }
                for result in [fixtures::curves(), fixtures::tiny_curves()] {
                    see(&stripped(&curve(&result, &style)), &style);
                }
                for asked in [false, true] {
                    see(&stripped(&compare(fixtures::compared(lang, asked), &style)), &style);
                }
                see(&stripped(&list(&style)), &style);
                see(&stripped(&score(&fixtures::scored("Is it a melon?"), &style)), &style);
                see(&stripped(&score(&fixtures::scored(&"A melon.\nIs it cool?\n".repeat(9)), &style)), &style);
                fixtures::ladders().iter().for_each(|result| see(&stripped(&ladder(result, &style)), &style));
                written(&style, &see);
                for builtin in [Builtin::Watermelon2, Builtin::Watermelon3] {
                    see(&stripped(&show(&builtin.table(None, Default::default()), &style)), &style);
                }
            }
        }
    }

    /// A page as data, set for a terminal of the style's width.
    fn see_page(page: &Page, style: &Style, see: &impl Fn(&str, &Style)) {
        see(&stripped(&Terminal::new(style.width).render(page)), style);
    }

    /// The pages of texts that models have written, piece by piece.
    fn written(style: &Style, see: &dyn Fn(&str, &Style)) {
        let all = fixtures::traces(&mut |prompt, moment, strategy| {
            let summary = fixtures::summary();
            see(&stripped(&generate::opening(prompt, &summary, style)), style);
            see(&stripped(&generate::step(moment, strategy, style)), style);
            see(&stripped(&generate::candidates(moment, style)), style);
        });
        for result in &all {
            see(&stripped(&generate::closing(result, style)), style);
        }
        for found in fixtures::memories() {
            see(&stripped(&generate::memorised(&found, style)), style);
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

    #[test]
    fn separated_classes_get_reasons_instead_of_numbers() {
        let page = stripped(&classify(&fixtures::separated(), &Style::new(Lang::En, 80, "melon classify --l2 0")));
        assert!(page.contains("sound=crisp") && page.contains("--l2 1"));
        assert!(!page.contains("+0.54"), "no coefficient is printed");
    }

    #[test]
    fn an_answer_shows_shares_that_sum() {
        let page = stripped(&classify(&fixtures::melons_with_answer(), &Style::new(Lang::En, 80, "melon classify")));
        assert!(page.contains("66.7%") && page.contains("log-odds of +0.70"), "{page}");
    }
}
