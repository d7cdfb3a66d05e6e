//! The other trees that are exactly as good.

use super::{drawn, said};
use crate::report::Say;
use crate::report::page::{Block, Page, PageContext, Text};
use crate::report::words::tree as words;
use crate::task::classify::{Classification, MOST_OTHERS, OtherTree};

/// Lines of each.
const MOST_LINES: usize = 24;

/// Each below what it does differently.
pub fn others(result: &Classification, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    let lang = page.lang;
    let Some(report) = &result.tree else { return page };
    let [first, ..] = report.others.as_slice() else {
        page.say(words::NoOthers);
        return page;
    };
    page.heading(words::Others { n: report.others.len() });
    for (at, other) in report.others.iter().enumerate() {
        page.say(Text::from(head(at + 1, other, &page)));
        page.push(Block::Tree(drawn::root(&other.fitted, lang, MOST_LINES)));
    }
    page.remark(words::OthersPrefer { feature: crate::report::names::show(lang, &first.feature) });
    if report.others.len() == MOST_OTHERS {
        page.remark(words::OthersCapped { n: MOST_OTHERS });
    }
    page
}

fn head(number: usize, other: &OtherTree, page: &Page) -> String {
    let lang = page.lang;
    let path = match other.node.0.as_slice() {
        [] => words::AtRoot.text(lang).to_owned(),
        steps => words::AtNode { path: said::steps(steps, lang) }.say(lang),
    };
    words::Other { number, path, split: said::split(&other.feature, other.threshold, lang) }.say(lang)
}
