//! The other trees that are exactly as good.

use super::{drawn, said};
use crate::model::tree::Pruning;
use crate::report::Say;
use crate::report::number::grouped;
use crate::report::page::{Block, Page, PageContext, Text};
use crate::report::words::tree as words;
use crate::task::classify::{Classification, OtherChoice, OtherTree};

/// Lines of each.
const MOST_LINES: usize = 24;

/// Each below what it does differently.
pub fn others(result: &Classification, context: &PageContext) -> Page {
    let mut page = Page::new(context.lang);
    let lang = page.lang;
    let Some((report, others)) = result.tree.as_ref().and_then(|report| Some((report, report.others.as_ref()?))) else {
        return page;
    };
    let n = others.n as usize;
    let [first, ..] = others.trees.as_slice() else {
        match others.n_tied_nodes {
            0 => page.say(words::NoOthers),
            n => page.say(words::NoOthersLeft { n }),
        }
        return page;
    };
    if others.is_all {
        page.heading(words::Others { n: grouped(n) });
    } else {
        page.heading(words::OthersAtLeast { n: grouped(n) });
    }
    for (at, other) in others.trees.iter().enumerate() {
        page.say(Text::from(head(at + 1, other, report.pruning.as_ref(), &page)));
        page.push(Block::Tree(drawn::root(&other.fitted, lang, MOST_LINES)));
    }
    match &report.pruning {
        Some(pruning) => page.remark(words::OthersPruned { right: pruning.n_right, n: pruning.n_validation }),
        None => page.remark(words::OthersGrow),
    }
    page.remark(words::OthersPrefer { feature: crate::report::names::show(lang, &first.first.feature) });
    if n > others.trees.len() || !others.is_all {
        page.remark(words::OthersCapped { n: others.trees.len() });
    }
    page
}

fn head(number: usize, other: &OtherTree, pruning: Option<&Pruning>, page: &Page) -> String {
    let lang = page.lang;
    let choice = |(at, choice): (usize, &OtherChoice)| {
        let path = match (at, choice.node.0.as_slice()) {
            (_, []) => words::AtRoot.text(lang).to_owned(),
            (0, steps) => words::AtNode { path: said::steps(steps, lang) }.say(lang),
            (_, steps) => words::AndAtNode { path: said::steps(steps, lang) }.say(lang),
        };
        words::OtherChoice { path, split: said::split(&choice.feature, choice.threshold, lang) }.say(lang)
    };
    let asked = words::Other { number, choices: lang.clauses(other.choices.iter().enumerate().map(choice)) }.say(lang);
    let validated = other.n_right.zip(pruning);
    let validated =
        validated.map(|(right, pruning)| words::OtherValidated { right, n: pruning.n_validation }.say(lang));
    lang.phrases([asked].into_iter().chain(validated))
}
