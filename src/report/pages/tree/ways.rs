//! Why a sample got its answer: the way that it took.

use super::said;
use crate::model::TreeWay;
use crate::report::names::show;
use crate::report::number::percent;
use crate::report::words::tree as words;
use crate::report::{Lang, Say};
use crate::task::summary::DataSummary;

/// Ways that are shown.
const MOST_WAYS: usize = 6;

/// A heading and a line a way.
pub fn explained(data: &DataSummary, ways: &[TreeWay], lang: Lang) -> (String, Vec<String>) {
    let title = if ways.len() == 1 { words::WaysTitle.text(lang) } else { words::WaysTitleSeveral.text(lang) };
    (title.to_owned(), ways.iter().take(MOST_WAYS).map(|way| way_in_words(data, way, lang)).collect())
}

/// The same in one sentence.
pub fn why(data: &DataSummary, ways: &[TreeWay], lang: Lang) -> String {
    let shown = ways.iter().take(2).map(|way| way_in_words(data, way, lang));
    words::WhyWay { way: lang.clauses(shown) }.say(lang)
}

fn way_in_words(data: &DataSummary, way: &TreeWay, lang: Lang) -> String {
    let target = data.target.as_deref().unwrap_or_default();
    let class = show(lang, &format!("{target}={}", way.predicted));
    let leaf = match way.n {
        0.0 => words::LeafEmpty { class }.say(lang),
        n => {
            let right = said::weight(way.counts.get(&way.predicted).copied().unwrap_or_default());
            words::LeafSays { class, right, n: said::weight(n) }.say(lang)
        }
    };
    let steps = match way.steps.as_slice() {
        [] => words::NoQuestion.text(lang).to_owned(),
        steps => said::steps(steps, lang),
    };
    match way.weight {
        1.0 => words::Way { steps, leaf }.say(lang),
        share => words::WayInPart { share: percent(share), steps, leaf }.say(lang),
    }
}
